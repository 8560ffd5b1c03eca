import type { Insertable } from 'kysely';
import { sql } from 'kysely';
import { type AreaRow, subtree } from '../areas/statements.ts';
import { recordEvent } from '../db/events.ts';
import type { Database } from '../db/schema.ts';
import { award } from '../points/award.ts';
import { refreshHomes } from '../points/homes.ts';
import type { Db } from '../ports.ts';

/** A report-in with the area it leads to, the branch, and where the person is at home now. */
const reportInRows = (db: Db) =>
  db
    .selectFrom('report_in')
    .innerJoin('member', 'member.id', 'report_in.member_id')
    .innerJoin('area', 'area.id', 'report_in.area_id')
    .leftJoin('organisation as branch', 'branch.id', 'report_in.organisation_id')
    .leftJoin('area as home', 'home.id', 'member.area_id')
    .select([
      'report_in.id',
      'report_in.member_id',
      'report_in.area_id',
      'report_in.organisation_id',
      'report_in.state',
      'report_in.created_at',
      'area.slug as area_slug',
      'area.name as area_name',
      'area.name_en as area_name_en',
      'area.path as area_path',
      'area.root_id',
      'branch.slug as branch_slug',
      'branch.name as branch_name',
      'home.slug as home_slug',
      'home.name as home_name',
      'home.name_en as home_name_en',
    ]);
export type ReportInRow = Awaited<ReturnType<ReturnType<typeof reportInRows>['executeTakeFirstOrThrow']>>;

export const reportInById = (db: Db, id: string): Promise<ReportInRow | undefined> =>
  reportInRows(db).where('report_in.id', '=', id).executeTakeFirst();

/** Someone's question that a worker has yet to answer: there is one at most. */
export const waitingOf = (db: Db, memberId: string): Promise<ReportInRow | undefined> =>
  reportInRows(db).where('report_in.member_id', '=', memberId).where('report_in.state', '=', 'waiting').executeTakeFirst();

/** The latest one that was done for an area, with that branch where one is named. */
export function latestDone(
  db: Db,
  of: { memberId: string; areaId: number; organisationId: number | null },
): Promise<{ id: string } | undefined> {
  let query = db
    .selectFrom('report_in')
    .select('id')
    .where('member_id', '=', of.memberId)
    .where('area_id', '=', of.areaId)
    .where('state', '=', 'done');
  if (of.organisationId !== null) query = query.where('organisation_id', '=', of.organisationId);
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').executeTakeFirst();
}

/** Those that wait in the subtree, oldest first. */
export function waitingBelow(
  db: Db,
  area: AreaRow,
  by: { after: { createdAt: Date; id: string } | undefined; limit: number },
): Promise<ReportInRow[]> {
  let query = reportInRows(db)
    .where('report_in.state', '=', 'waiting')
    .where('report_in.area_id', 'in', subtree(db, area.id))
    .orderBy('report_in.created_at')
    .orderBy('report_in.id')
    .limit(by.limit);
  if (by.after) {
    const { createdAt, id } = by.after;
    query = query.where(sql<boolean>`(report_in.created_at, report_in.id) > (${createdAt}, ${id}::uuid)`);
  }
  return query.execute();
}

/** Held until the transaction ends: of those who decide at once one does. */
export const holdReportIn = (db: Db, id: string) =>
  db.selectFrom('report_in').select(['member_id', 'state']).where('id', '=', id).forUpdate().executeTakeFirst();

export const insertReportIn = (db: Db, row: Insertable<Database['report_in']>) =>
  db.insertInto('report_in').values(row).execute();

export const homeOf = (db: Db, memberId: string) =>
  db.selectFrom('member').select('area_id').where('id', '=', memberId).executeTakeFirstOrThrow();

/** A newer one takes its place. */
export async function withdrawReportIn(db: Db, row: ReportInRow, at: Date): Promise<void> {
  await db.updateTable('report_in').set({ state: 'withdrawn', decided_at: at }).where('id', '=', row.id).execute();
  await recordEvent(db, {
    type: 'member.report-in-withdrawn',
    area: { id: row.area_id, root_id: row.root_id },
    at,
    visibility: 'workers',
    actorId: row.member_id,
    data: { member: row.member_id },
  });
}

export const decideReportIn = (
  db: Db,
  id: string,
  decided: { state: 'done' | 'declined'; decided_by: string; decided_at: Date },
) => db.updateTable('report_in').set(decided).where('id', '=', id).execute();

/** From now on someone is at home and ranked there, and belongs to the branch that they reported in with. The first one brings points. */
export async function settle(
  db: Db,
  memberId: string,
  settled: { id: string; areaId: number; organisationId: number | null; actorId: string; at: Date },
): Promise<void> {
  const { areaId, organisationId, at } = settled;
  const { root_id } = await db
    .updateTable('member')
    .set({
      area_id: areaId,
      // Since when they are of that community: a report-in to a home that is known already is not a second one.
      reported_in_at: sql`case when area_id = ${areaId} then coalesce(reported_in_at, ${at}) else ${at} end`,
    })
    .where('id', '=', memberId)
    .returning('root_id')
    .executeTakeFirstOrThrow();
  await refreshHomes(db, root_id, [memberId], at);
  // Also where the first was before there were points, or of another identity of theirs: report-ins follow a merge.
  if (await isFirst(db, memberId, settled.id)) {
    await award(db, {
      memberId,
      organisationId: null,
      area: { id: areaId, root_id },
      rule: 'report-in',
      source: `report-in:${memberId}`,
      at,
      actorId: settled.actorId,
      reportInId: settled.id,
    });
  }
  if (organisationId === null) return;
  await db
    .insertInto('affiliation')
    .values({ member_id: memberId, organisation_id: organisationId, since: at })
    .onConflict((conflict) =>
      conflict
        .column('member_id')
        .doUpdateSet({ organisation_id: organisationId, since: at })
        .where('affiliation.organisation_id', '!=', organisationId),
    )
    .execute();
}

async function isFirst(db: Db, memberId: string, id: string): Promise<boolean> {
  const others = db.selectFrom('report_in').select('id').where('member_id', '=', memberId).where('state', '=', 'done');
  return (await others.where('id', '!=', id).limit(1).executeTakeFirst()) === undefined;
}
