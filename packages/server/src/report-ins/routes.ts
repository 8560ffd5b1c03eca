import { recordEvent } from '../db/events.ts';
import { areaOf, signedIn } from '../http/asked.ts';
import { badCursor, cursorTime, decodeCursor, pageOf, pageSize } from '../http/cursor.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context, Routes } from '../http/route.ts';
import { judge, permissions } from '../identity/permissions.ts';
import { isUuid } from '../ids.ts';
import { demandWorker } from '../members/care.ts';
import { holdMembers } from '../members/statements.ts';
import type { Db } from '../ports.ts';
import { decideReportIn, holdReportIn, reportInById, type ReportInRow, settle, waitingBelow } from './statements.ts';
import { relationsToReportIn, reportInsChecked } from './view.ts';

type Decision = 'reportIns.accept' | 'reportIns.decline';

async function answer(context: Context, db: Db, id: string) {
  const row = await reportInById(db, id);
  // A repeat is answered too, by whoever is still the area's worker.
  const [shown] = row && relationsToReportIn(context, row).has('worker') ? await reportInsChecked(context, db, [row]) : [];
  if (!shown) throw new Refusal('report-in.unknown');
  return shown;
}

export const reportInRoutes: Routes<'reportIns'> = {
  'reportIns.list': { read: list },
  'reportIns.accept': { act: accept, answer },
  'reportIns.decline': { act: decline, answer },
};

async function list(call: Call<'reportIns.list'>, db: Db) {
  const size = pageSize(call.query.limit);
  const rows = await waitingBelow(db, areaOf(call), { after: placeAfter(call.query.cursor), limit: size + 1 });
  const page = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [row.created_at.toISOString(), row.id],
  );
  return { items: await reportInsChecked(call, db, page.items), nextCursor: page.nextCursor };
}

function placeAfter(cursor: string | undefined): { createdAt: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (!isUuid(id)) throw badCursor();
  return { createdAt: cursorTime(at), id };
}

async function accept(call: Call<'reportIns.accept'>, db: Db): Promise<string> {
  const row = await decide(call, db, 'reportIns.accept');
  await settle(db, row.member_id, {
    id: row.id,
    areaId: row.area_id,
    organisationId: row.organisation_id,
    actorId: signedIn(call).id,
    at: call.at,
  });
  await decideReportIn(db, row.id, { state: 'done', decided_by: signedIn(call).id, decided_at: call.at });
  await tell(call, db, row, 'member.report-in-accepted');
  return row.id;
}

async function decline(call: Call<'reportIns.decline'>, db: Db): Promise<string> {
  const row = await decide(call, db, 'reportIns.decline');
  await decideReportIn(db, row.id, { state: 'declined', decided_by: signedIn(call).id, decided_at: call.at });
  await tell(call, db, row, 'member.report-in-declined', call.body.reason);
  return row.id;
}

/**
 * The report-in that the path names, held together with the person whose home it is about: first they, as everybody
 * takes members before anything of theirs.
 * @throws {Refusal} `auth.forbidden`, `report-in.unknown`, `member.self`, `report-in.state`
 */
async function decide(context: Context, db: Db, name: Decision): Promise<ReportInRow> {
  const rule = permissions[name];
  demandWorker(context, rule);
  const found = await reportInById(db, context.params['id'] ?? '');
  const relations = found && relationsToReportIn(context, found);
  if (!found || !relations?.has('worker')) throw new Refusal('report-in.unknown');
  const verdict = judge(rule, relations);
  if (typeof verdict === 'object') throw new Refusal(verdict.forbidden);
  const gone = await holdMembers(db, [found.member_id]);
  const held = await holdReportIn(db, found.id);
  if (held?.state !== 'waiting') throw new Refusal('report-in.state');
  // Merged between the look and the hold: the next try holds who they are now.
  if (gone !== undefined || held.member_id !== found.member_id) throw new Refusal('server.busy');
  return found;
}

const tell = (
  call: Context,
  db: Db,
  row: ReportInRow,
  type: 'member.report-in-accepted' | 'member.report-in-declined',
  words?: string,
) =>
  recordEvent(db, {
    type,
    area: { id: row.area_id, root_id: row.root_id },
    at: call.at,
    visibility: 'parties',
    actorId: signedIn(call).id,
    onBehalfOf: row.member_id,
    // The branch stands in the data alone: what the person is told is about the community.
    data: { member: row.member_id, ...(row.branch_slug !== null && { organisation: row.branch_slug }) },
    words: words ?? null,
    notify: [row.member_id],
  });
