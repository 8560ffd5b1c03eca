import type { NominationStatus } from '@five-micro/contract';
import type { Hand } from '../db/events.ts';
import type { Pair } from '../members/merge-statements.ts';
import { tell } from './deed.ts';
import { unknown } from './lifecycle.ts';
import { forgetStarWords, moveStars, nominatedTwice, nominationsTouched, starsHanging } from './parting-statements.ts';
import { changeNomination, changeStar, lockNominations, type NominationRecord } from './statements.ts';

/** Under way: something would still come of it. */
const underWay: readonly NominationStatus[] = ['proposed', 'asked', 'consented', 'voting'];

/**
 * Someone erases themself: they stand for nothing any more, their stars are taken down, and what was said about them
 * goes. What they said of others goes too, as long as nobody has agreed to it.
 */
export async function leaveStars(hand: Hand & { actorId: string }, memberIds: readonly string[]): Promise<void> {
  const { db, at, actorId } = hand;
  for (const nomination of await lockNominations(db, await nominationsTouched(db, memberIds))) {
    const theirs = memberIds.includes(nomination.member_id ?? '');
    const early = nomination.status === 'proposed' || nomination.status === 'asked';
    if (underWay.includes(nomination.status) && (theirs || early)) await end(hand, nomination, theirs);
  }
  for (const { id } of await starsHanging(db, memberIds))
    await changeStar(db, id, { taken_down_at: at, taken_down_by: actorId, updated_at: at });
  await forgetStarWords(db, memberIds);
}

/** `theirs`: what was said in it is forgotten with them, so it still says of whom it was. */
async function end(hand: Hand, nomination: NominationRecord, theirs = false): Promise<void> {
  const now = await changeNomination(hand.db, nomination.id, {
    status: 'withdrawn',
    ...(!theirs && unknown(nomination)),
    updated_at: hand.at,
  });
  await tell(hand, 'star.withdrawn', now, {
    visibility: nomination.status === 'voting' ? 'public' : 'parties',
    notify: [nomination.nominator_id, nomination.status === 'proposed' ? null : nomination.member_id],
  });
}

/** One person has one star for one honour. */
async function takeDownSecond(hand: Hand & { actorId: string }, nomination: NominationRecord): Promise<void> {
  const { db, at, actorId } = hand;
  const now = await changeNomination(db, nomination.id, { status: 'withdrawn', updated_at: at });
  const hanging = (await starsHanging(db, [nomination.member_id ?? ''])).find((star) => star.nomination_id === nomination.id);
  if (hanging) await changeStar(db, hanging.id, { taken_down_at: at, taken_down_by: actorId, updated_at: at });
  const told = { visibility: 'public' as const, notify: [nomination.member_id] };
  await tell(hand, hanging ? 'star.taken-down' : 'star.withdrawn', now, told);
}

const steps: readonly NominationStatus[] = ['asked', 'consented', 'voting', 'awarded'];

/** Of two identities of one person one stays: where both stand for one honour, what has come further stays. Both are held. */
export async function mergeStars(hand: Hand & { actorId: string }, pair: Pair): Promise<void> {
  const { db } = hand;
  const held = await lockNominations(db, await nominationsTouched(db, [pair.from, pair.into]));
  const known = new Map(held.map((one) => [one.id, one]));
  for (const twice of await nominatedTwice(db, pair)) {
    const [going, staying] = [known.get(twice.going), known.get(twice.staying)];
    if (!going || !staying) continue;
    const lesser = steps.indexOf(going.status) > steps.indexOf(staying.status) ? staying : going;
    if (lesser.status === 'awarded') await takeDownSecond(hand, lesser);
    else await end(hand, lesser);
  }
  await moveStars(db, pair);
}
