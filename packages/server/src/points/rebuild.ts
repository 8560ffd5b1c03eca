import { type Kysely, sql } from 'kysely';
import { retried } from '../db/retried.ts';
import type { Database } from '../db/schema.ts';
import type { Db } from '../ports.ts';
import { measure, noteFold } from './fold.ts';
import { holdHistograms } from './histograms.ts';
import { periodsOf, recount } from './recount.ts';

interface Rebuilding {
  /** How long a board has to be for histograms of its own; for tests. */
  largeFrom?: number;
  /** Leaves it to who calls it which boards are long. */
  measure?: false;
}

/**
 * Counts everything that is counted from the ledger anew, in one transaction: a server may run beside it, whose awards
 * wait for it. Of a closed period that is known the home stays, which no ledger tells. Answers how many entries there are.
 */
export function rebuildPoints(db: Kysely<Database>, at: Date, how: Rebuilding = {}): Promise<{ entries: number }> {
  // Somebody may wait for the histograms who holds a home already.
  return retried(() => db.transaction().execute((trx) => rebuildIn(trx, at, how)));
}

async function rebuildIn(trx: Db, at: Date, how: Rebuilding): Promise<{ entries: number }> {
  const roots = await trx.selectFrom('area').select('id').where('parent_id', 'is', null).orderBy('id').execute();
  for (const { id } of roots) await holdHistograms(trx, id);
  // Whoever writes an entry has held a row of it before, so nobody is in the middle of one now, and nobody begins.
  await sql`lock table point_home in exclusive mode`.execute(trx);
  await recount(trx);
  await homes(trx);
  await totals(trx, at);
  await others(trx);
  await folded(trx);
  for (const { id } of roots) {
    if (how.measure !== false) await measure(trx, id, how.largeFrom);
    await noteFold(trx, id, at);
  }
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from point_entry`.execute(trx);
  return { entries: rows[0]?.n ?? 0 };
}

const homes = (db: Db) =>
  sql`
    insert into point_home as home (member_id, root_id, home_id, listed, merged_into)
    select member_id, root_id, home_id, listed, merged_into from point_home_now
    where member_id in (select member_id from point_recount union select member_id from point_entry union select member_id from point_home)
    on conflict (member_id) do update set (root_id, home_id, listed, merged_into) = (
      excluded.root_id, excluded.home_id, excluded.listed, excluded.merged_into)
    where (home.*) is distinct from (excluded.*)`.execute(db);

async function totals(db: Db, at: Date): Promise<void> {
  await sql`
    delete from point_total total where not exists (
      select 1 from point_recount where (member_id, period, starts) = (total.member_id, total.period, total.starts))`.execute(db);
  await sql`
    insert into point_total as total (member_id, period, starts, home_id, listed, points, minutes, wishes)
    select again.member_id, again.period, again.starts,
      case when known.member_id is null or again.starts >= now.starts then home.home_id else known.home_id end,
      home.listed, again.points, again.minutes, again.wishes
    from point_recount again join point_home home using (member_id)
    join point_periods(${at}::timestamptz) now on now.period = again.period
    left join point_total known
      on (known.member_id, known.period, known.starts) = (again.member_id, again.period, again.starts)
    on conflict (member_id, period, starts) do update set (home_id, listed, points, minutes, wishes) = (
      excluded.home_id, excluded.listed, excluded.points, excluded.minutes, excluded.wishes)
    where (total.*) is distinct from (excluded.*)`.execute(db);
}

async function others(db: Db): Promise<void> {
  await db.deleteFrom('point_organisation').execute();
  await sql`
    insert into point_organisation (organisation_id, member_id, period, starts, points, minutes, wishes)
    select organisation_id, member_id, period, starts, points, minutes, wishes
    from (${periodsOf('organisation_id, member_id')}) again where organisation_id is not null`.execute(db);
}

/** As if everything had just been folded; which areas are large is measured anew. */
async function folded(db: Db): Promise<void> {
  for (const table of ['point_unfolded', 'point_area', 'point_histogram', 'point_bucket', 'point_large'] as const)
    await db.deleteFrom(table).execute();
  await sql`
    insert into point_area (area_id, period, starts, points)
    select area_id, period, starts, points from (${periodsOf('area_id')}) again`.execute(db);
}
