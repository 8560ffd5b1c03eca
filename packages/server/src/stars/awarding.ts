import type { Transaction } from 'kysely';
import type { Parsed } from '@five-micro/contract/requests';
import type { Database } from '../db/schema.ts';
import { areaById } from '../areas/statements.ts';
import { areaOf, signedIn } from '../http/asked.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { newId } from '../ids.ts';
import { replaced } from '../moderation/deciding.ts';
import { caseOf } from '../moderation/reading.ts';
import { casesAbout } from '../moderation/statements.ts';
import { approvePortraits, setPortrait } from '../uploads/portraits.ts';
import { demandStars, demandSwitchedOn, tell } from './deed.ts';
import { isVisible, permitOnStar, relationsIn } from './lifecycle.ts';
import {
  agreeing,
  changeNomination,
  changeStar,
  changeStarWords,
  hasAccount,
  insertStar,
  lockNomination,
  lockStar,
  nominationById,
  portraitsOf,
  type StarRecord,
} from './statements.ts';
import { heldBack, ours, stored } from './waiting.ts';

type Trx = Transaction<Database>;

/** Someone who agreed gets their star: a winner of a closed contest, or whom the community honours without one. */
export async function award(call: Call<'stars.award'>, db: Trx): Promise<string> {
  const { ports, body, at } = call;
  const caller = signedIn(call);
  await demandStars(call, db);
  const nomination = await lockNomination(db, body.nomination.toLowerCase());
  const here = nomination?.area_path.includes(areaOf(call).id) ?? false;
  if (!nomination || !here || !isVisible(relationsIn(caller, nomination))) throw new Refusal('nomination.unknown');
  await demandSwitchedOn(call, db, await areaById(db, nomination.area_id));
  const { member_id: memberId, name_as: nameAs } = nomination;
  if (memberId === caller.id) throw new Refusal('member.self');
  const lost = nomination.round_id !== null && nomination.won !== true;
  if (nomination.status !== 'consented' || lost || memberId === null || nameAs === null) throw new Refusal('nomination.state');
  // No star without consent, and it can be taken back.
  if (!(await agreeing(db, [memberId])).has(memberId)) throw new Refusal('nomination.state');
  await approvePortraits(db, [nomination.id], at);
  const id = newId(ports);
  // The sentence and the story that they agreed to are there; what a worker adds now they have not read.
  const agreed = { sentence: nomination.sentence ?? '', story: nomination.story ?? '', quotes: [], waiting: null };
  const asks = await hasAccount(db, memberId);
  const words = heldBack(agreed, { story: body.story, quotes: body.quotes }, { asks, key: newId(ports) });
  await insertStar(
    db,
    {
      id,
      root_id: nomination.root_id,
      area_id: nomination.area_id,
      nomination_id: nomination.id,
      member_id: memberId,
      title: nomination.title,
      period: nomination.period,
      name_as: nameAs,
      awarded_by: caller.id,
      awarded_at: at,
      updated_at: at,
    },
    { sentence: agreed.sentence, story: agreed.story, ...stored(words) },
  );
  const now = await changeNomination(db, nomination.id, { status: 'awarded', updated_at: at });
  const hand = { db, at, actorId: caller.id };
  await tell(hand, 'star.awarded', now, { visibility: 'public', notify: [memberId, nomination.nominator_id] });
  if (words.waiting) await tell(hand, 'star.words-waiting', now, { notify: [memberId] });
  return id;
}

/** What is the person's own to say. */
const theirs = ['name', 'portrait', 'nod'] as const;

export async function edit(call: Call<'stars.edit'>, db: Trx): Promise<string> {
  const { ports, body, at } = call;
  const caller = signedIn(call);
  const star = await lockStar(db, call.params['id'] ?? '');
  if (!star) throw new Refusal('star.unknown');
  const relations = permitOnStar('stars.edit', caller, star);
  const named = (fields: readonly (keyof typeof body)[]) => fields.some((field) => body[field] !== undefined);
  const honoured = relations.has('honoured');
  if (honoured ? named(ours) : named(['name', 'nod'])) throw forbidden({ allow: [honoured ? 'worker' : 'honoured'] });
  if (body.portrait !== undefined) {
    if (!honoured) await demandTheirs(db, star, body.portrait);
    const sitting = { portrait: body.portrait, ownerId: caller.id, nominationId: star.nomination_id };
    await setPortrait(db, ports.blobs, sitting);
    // Whoever looks after the area and names it has looked at it.
    if (!honoured) await approvePortraits(db, [star.nomination_id], at);
  }
  const words = honoured
    ? answered(star, body.nod)
    : heldBack(before(star), body, { asks: await hasAccount(db, star.member_id), key: newId(ports) });
  if (words) {
    await changeStarWords(db, star.id, stored(words));
    const cases = await casesAbout(db, 'nomination_id', [star.nomination_id]);
    for (const part of ['sentence', 'story'] as const) {
      const now = words.now[part];
      if (now !== undefined && now !== star[part]) await replaced(db, caseOf(cases, part), now, at);
    }
    if (words.now.quotes !== undefined) await replaced(db, caseOf(cases, 'quotes'), null, at);
  }
  const waits = !honoured && named(ours) && words?.waiting != null;
  await changeStar(db, star.id, { ...(body.name !== undefined && { name_as: body.name }), updated_at: at });
  const now = await changeNomination(db, star.nomination_id, {
    ...(body.name !== undefined && { name_as: body.name }),
    updated_at: at,
  });
  const fields = [...theirs, ...ours].filter((field) => body[field] !== undefined);
  await tell({ db, at, actorId: caller.id }, waits ? 'star.words-waiting' : 'star.edited', now, {
    visibility: star.agreed ? 'public' : 'parties',
    data: { fields },
    // A new face waits for a worker's look, and a worker for a nod: whoever honoured them hears of it.
    notify: [star.member_id, honoured && (body.portrait != null || body.nod) ? star.awarded_by : null],
  });
  return star.id;
}

const before = ({ sentence, story, quotes, waiting }: StarRecord) => ({
  sentence: sentence ?? '',
  story: story ?? '',
  quotes: quotes ?? [],
  waiting,
});

/** The owner's word on what waits for it: on exactly what they have read. */
function answered({ waiting }: StarRecord, nod: Parsed<'stars.edit'>['body']['nod']) {
  if (!nod) return undefined;
  if (waiting?.key !== nod.key.toLowerCase()) throw new Refusal('star.state');
  const { key: _, ...words } = waiting;
  return { now: nod.show ? words : {}, waiting: null };
}

/**
 * A face is its owner's to show. A worker lets the one be seen that is there, or takes it away; another one they bring
 * for whoever has no account here and gave it to them.
 */
async function demandTheirs(db: Trx, star: StarRecord, portrait: string | null): Promise<void> {
  if (portrait === null) return;
  const [there] = await portraitsOf(db, [star.nomination_id]);
  if (there?.id !== portrait.toLowerCase() && (await hasAccount(db, star.member_id))) throw forbidden({ allow: ['honoured'] });
}

/** For good. The person need not say why; a worker does. */
export async function takeDown(call: Call<'stars.takeDown'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const caller = signedIn(call);
  const star = await lockStar(db, call.params['id'] ?? '');
  if (!star) throw new Refusal('star.unknown');
  const relations = permitOnStar('stars.takeDown', caller, star);
  const themself = relations.has('honoured');
  if (!themself && body.reason === undefined)
    throw new Refusal('request.invalid', { fields: [{ path: 'reason', code: 'required' }] });
  await changeStar(db, star.id, { taken_down_at: at, taken_down_by: caller.id, updated_at: at });
  if (!themself) await changeStarWords(db, star.id, { reason: body.reason ?? null });
  const nomination = await nominationById(db, star.nomination_id);
  if (!nomination) throw new Error('A star without its nomination.');
  await tell({ db, at, actorId: caller.id }, 'star.taken-down', nomination, {
    visibility: 'public',
    // Said to the person alone; the fact is everybody's.
    notify: [star.member_id],
  });
  return star.id;
}
