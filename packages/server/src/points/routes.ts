import { recordEvent } from '../db/events.ts';
import { signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context, Routes } from '../http/route.ts';
import { loadPeople } from '../identity/consents.ts';
import { judge, permissions } from '../identity/permissions.ts';
import { isEntryId } from '../ids.ts';
import { demandWorker } from '../members/care.ts';
import type { Db } from '../ports.ts';
import { accountOfMember, entriesShown, myAccount, relationsToEntry } from './account.ts';
import { reverse } from './award.ts';
import { entryById, type EntryRow } from './entry-statements.ts';
import { leaderboard, standing } from './leaderboard.ts';

export const pointRoutes: Routes<'points'> = {
  'points.leaderboard': { read: leaderboard },
  'points.standing': { read: standing },
  'points.ofMember': { read: accountOfMember },
  'points.reverse': { act: takeBack, answer },
};

export const myPointRoutes: Pick<Routes<'me'>, 'me.points'> = { 'me.points': { read: myAccount } };

/** The entry as it is now: taken back, with the reason. */
async function answer(context: Context, db: Db, id: string) {
  const { row } = await entryInSight(context, db, id);
  const [shown] = await entriesShown(context, db, [row]);
  if (!shown) throw new Refusal('points.unknown');
  return shown;
}

/** An entry is there for workers of where its deed belongs. */
async function entryInSight(context: Context, db: Db, id: string) {
  demandWorker(context, permissions['points.reverse']);
  const row = isEntryId(id) ? await entryById(db, id) : undefined;
  if (!row) throw new Refusal('points.unknown');
  const memberId = (await loadPeople(db, [row.member_id])).today(row.member_id);
  const relations = relationsToEntry(context, row, memberId);
  if (!relations.has('worker')) throw new Refusal('points.unknown');
  return { row, memberId, relations };
}

async function takeBack(call: Call<'points.reverse'>, db: Db): Promise<string> {
  const { row, memberId, relations } = await entryInSight(call, db, call.params['id'] ?? '');
  const verdict = judge(permissions['points.reverse'], relations);
  if (typeof verdict === 'object') throw new Refusal(verdict.forbidden);
  const actorId = signedIn(call).id;
  const correction = await reverse(db, { entryId: row.id, actorId, reason: call.body.reason, at: call.at });
  if (!correction) throw new Refusal('points.reversed');
  await tell(call, db, row, memberId);
  return row.id;
}

/** For the member and the workers alone. It does not name the wish: on its timeline the wisher would read it too. */
const tell = (call: Call<'points.reverse'>, db: Db, row: EntryRow, memberId: string) =>
  recordEvent(db, {
    type: 'points.reversed',
    area: { id: row.area_id, root_id: row.root_id },
    at: call.at,
    visibility: 'parties',
    actorId: signedIn(call).id,
    onBehalfOf: memberId,
    data: { entry: row.id, points: row.amount },
    words: call.body.reason,
    notify: [memberId],
  });
