import type { Language } from '@five-micro/contract';
import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { signedIn } from '../http/asked.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import type { MemberCaller } from '../identity/caller.ts';
import type { Db } from '../ports.ts';
import { memberInCare, organisationBySlug } from '../wishes/statements.ts';
import { approach, type Deed, type Hand, tell } from './deed.ts';
import {
  changeSignUp,
  clashOf,
  firstWaiting,
  holdTimes,
  moveUp,
  putSignUp,
  signUpOf,
  type SignUpRow,
} from './sign-up-statements.ts';
import { type ActionRow, changeAction } from './statements.ts';
import { hasBegun } from './times.ts';
import { readByAll } from './words.ts';

type Trx = Transaction<Database>;

/** What a worker alone does for somebody else. */
const byWorkers = forbidden({ allow: ['worker'] });

/** What the answer to a sign-up reads anew: whose it is, and for what. */
export const subjectOf = (actionId: string, memberId: string): string => `${actionId} ${memberId}`;

/**
 * Takes a place, or one on the waiting list of a full action. The action is held, so that people take turns: of any
 * number who ask at once no more have a place than there are, and the list has no holes.
 */
export async function signUp(call: Call<'actions.signUp'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const memberId = await whoComes(signedIn(call), db, body.onBehalfOf?.memberId);
  // A double tap need not stand in the queue for the action: what stands, stands.
  const standing = memberId === signedIn(call).id && (await signUpOf(db, call.params['id'] ?? '', memberId));
  if (standing && isPending(standing)) return subjectOf(standing.action_id, memberId);
  const deed = await approach(call, db, 'actions.signUp');
  const { action, caller } = deed;
  demandRight(deed, memberId);
  const organisationId = body.as === undefined ? null : await representedOrganisation(deed, body.as);
  const before = memberId === caller.id ? deed.own : await signUpOf(db, action.id, memberId);
  if (before && before.state !== 'cancelled') return subjectOf(action.id, memberId);
  if (hasBegun(action, at)) throw new Refusal('action.state');

  // Whoever waits and could not come when a place was free may be able to now: they were here first.
  const now = await promote(deed, action);
  const waits = now.taken >= now.places;
  if (waits && body.wait === false) throw new Refusal('action.full');
  if (!waits) await demandFree({ db, action: now }, memberId, call.language);
  const ticket = now.tickets + 1;
  await putSignUp(
    db,
    {
      action_id: action.id,
      member_id: memberId,
      root_id: action.root_id,
      organisation_id: organisationId,
      acting_id: memberId === caller.id ? null : caller.id,
      state: waits ? 'waiting' : 'signed-up',
      ticket,
      signed_up_at: at,
      updated_at: at,
    },
    waits ? null : now,
  );
  const counts = waits ? { waiting: now.waiting + 1 } : { taken: now.taken + 1 };
  const changed = await changeAction(db, action.id, { ...counts, tickets: ticket });
  await tell(deed, 'action.signed-up', changed, {
    onBehalfOf: memberId === caller.id ? null : memberId,
    organisationId,
    notify: [memberId],
  });
  return subjectOf(action.id, memberId);
}

/** The caller, or someone in their care, whose row is held: people before actions, as everywhere. */
async function whoComes(caller: MemberCaller, db: Trx, memberId: string | undefined): Promise<string> {
  if (memberId === undefined || memberId.toLowerCase() === caller.id) return caller.id;
  const looksAfter = caller.roles.flatMap(({ role, areaId }) => (role === 'worker' ? [areaId] : []));
  if (looksAfter.length === 0) throw byWorkers;
  const member = await memberInCare(db, looksAfter, caller.rootId, memberId);
  if (!member) throw new Refusal('member.unknown');
  return member.id;
}

function demandRight({ caller, relations }: Deed, memberId: string): void {
  if (memberId !== caller.id && !relations.has('worker')) throw byWorkers;
}

async function representedOrganisation({ db, action, caller }: Deed, slug: string): Promise<number> {
  const organisation = await organisationBySlug(db, action.root_id, slug);
  if (!organisation) throw new Refusal('organisation.unknown');
  if (!caller.organisations.some((own) => own.id === organisation.id)) throw new Refusal('organisation.not-representative');
  return organisation.id;
}

/** @throws {Refusal} `action.overlap`, which names the other action: it is their own sign-up. */
async function demandFree({ db, action }: { db: Db; action: ActionRow }, memberId: string, language: Language): Promise<void> {
  await holdTimes(db, [memberId]);
  const other = await clashOf(db, action, memberId);
  if (!other) return;
  const read = await readByAll(db, language, [other.id]);
  throw new Refusal('action.overlap', { params: { id: other.id, title: read(other.id, 'title', other.title) } });
}

export async function signOff(call: Call<'actions.signOff'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'actions.signOff');
  const { action, caller, own } = deed;
  const memberId = call.body.onBehalfOf?.memberId.toLowerCase() ?? caller.id;
  demandRight(deed, memberId);
  const row = memberId === caller.id ? own : await signUpOf(db, action.id, memberId);
  if (!row || row.state === 'cancelled') throw new Refusal('action.not-signed-up');
  if (hasBegun(action, call.at) || !isPending(row)) throw new Refusal('action.state');
  await giveUp(deed, action, row);
  return subjectOf(action.id, memberId);
}

/** Still to come: has a place or waits for one. */
export const isPending = ({ state }: Pick<SignUpRow, 'state'>): boolean => state === 'signed-up' || state === 'waiting';

/** Ends one sign-up of an action that is locked; the first who can moves up. Answers the action as it is then. */
export async function giveUp(hand: Hand, action: ActionRow, row: SignUpRow): Promise<ActionRow> {
  const { db, at, actorId } = hand;
  await changeSignUp(db, action.id, row.member_id, { state: 'cancelled', span: null, updated_at: at });
  const counts = row.state === 'waiting' ? { waiting: action.waiting - 1 } : { taken: action.taken - 1 };
  const now = await changeAction(db, action.id, counts);
  await tell(hand, 'action.signed-off', now, {
    onBehalfOf: row.member_id === actorId ? null : row.member_id,
    organisationId: row.organisation_id,
    notify: [row.member_id],
  });
  return promote(hand, now);
}

/**
 * Gives free places of an action that is locked to the first who wait and can come then, and tells them. Whoever has
 * something else at that time is passed over and stays where they are in the queue.
 */
export async function promote(hand: Hand, action: ActionRow): Promise<ActionRow> {
  const { db, at } = hand;
  let now = action;
  while (now.status === 'open' && !hasBegun(now, at) && now.waiting > 0 && now.taken < now.places) {
    const first = await firstWaiting(db, now, now.places - now.taken);
    if (first.length === 0) return now;
    await holdTimes(db, first);
    const moved = await moveUp(db, now, first, at);
    now = await changeAction(db, now.id, { taken: now.taken + moved.length, waiting: now.waiting - moved.length });
    for (const memberId of moved)
      await tell({ ...hand, actorId: null }, 'action.moved-up', now, { onBehalfOf: memberId, notify: [memberId] });
  }
  return now;
}
