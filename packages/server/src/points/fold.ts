import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Db, Ports } from '../ports.ts';
import { buildHistograms, holdHistograms } from './histograms.ts';

/** A board longer than this is not counted from end to end any more. */
const largeFrom = 20_000;
/** Milliseconds after which boards are measured again. */
const measureEvery = 60 * 60_000;

export interface Folding {
  /** How long a board has to be for histograms of its own; for tests. */
  largeFrom?: number;
  /** Measures boards however lately that was done. */
  measure?: boolean;
}

/**
 * Folds what was awarded since the last time into the sums of areas, and into the histograms of those that have them.
 * Several processes may do it at once: they take turns, and what one has folded the next does not meet. Answers how
 * many entries were folded.
 */
export async function fold({ db, clock }: Pick<Ports, 'db' | 'clock'>, how: Folding = {}): Promise<number> {
  const roots = await db.selectFrom('point_unfolded').select('root_id').distinct().orderBy('root_id').execute();
  let folded = 0;
  for (const { root_id } of roots) {
    folded += await db.transaction().execute(async (trx) => {
      const at = clock();
      await holdHistograms(trx, root_id);
      const n = await foldDistrict(trx, root_id);
      await noteFold(trx, root_id, at);
      return n;
    });
    // Apart from the fold, whose answers are waited for.
    await measureInTime(db, root_id, clock(), how);
  }
  return folded;
}

async function measureInTime(db: Kysely<Database>, rootId: number, at: Date, how: Folding): Promise<void> {
  const last = await db.selectFrom('point_fold').select('measured_at').where('root_id', '=', rootId).executeTakeFirst();
  const measuredAt = last?.measured_at ?? null;
  if (how.measure !== true && measuredAt !== null && at.getTime() - measuredAt.getTime() < measureEvery) return;
  await db.transaction().execute(async (trx) => {
    await holdHistograms(trx, rootId);
    await measure(trx, rootId, how.largeFrom);
    await trx.updateTable('point_fold').set({ measured_at: at }).where('root_id', '=', rootId).execute();
  });
}

/** Up to when boards have come in. */
export const noteFold = (db: Db, rootId: number, at: Date) =>
  db
    .insertInto('point_fold')
    .values({ root_id: rootId, folded_at: at })
    .onConflict((conflict) => conflict.column('root_id').doUpdateSet({ folded_at: at }))
    .execute();

/**
 * One statement and so one snapshot: the totals that it reads hold exactly the entries that it takes, and those from
 * before. What a member had before is their total without them.
 */
async function foldDistrict(db: Db, rootId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with taken as (
      delete from point_unfolded where root_id = ${rootId} returning area_id, member_id, at, amount
    ), by_area as (
      insert into point_area as kept (area_id, period, starts, points)
      select area_id, period, starts, sum(amount) from taken cross join lateral point_periods(at)
      group by 1, 2, 3 order by 1, 2, 3
      on conflict (area_id, period, starts) do update set points = kept.points + excluded.points
    ), whose as materialized (
      select coalesce(home.merged_into, taken.member_id) as member_id, at, amount from taken
      -- One by one, here and below: a plan that fears for many reads millions of rows for the thousands that it needs.
      cross join lateral (select merged_into from point_home where member_id = taken.member_id limit 1) home
      where exists (select 1 from point_large)
    ), moved as materialized (
      select member_id, period, starts, sum(amount)::integer as amount
      from whose cross join lateral point_periods(at) group by 1, 2, 3 having sum(amount) <> 0
    ), stood as materialized (
      select period, starts, home_id, total.points, total.points - moved.amount as before from moved cross join lateral (
        select home_id, listed, points from point_total
        where (member_id, period, starts) = (moved.member_id, moved.period, moved.starts) limit 1
      ) total where listed
    ), large as materialized (
      select home.id as home_id, large.area_id
      from area home cross join lateral unnest(home.path) above (area_id) join point_large large on large.area_id = above.area_id
    ), cells as (
      select area_id, period, starts, step.points, sum(step.n)::integer as n
      from stood join large using (home_id) cross join lateral (values (stood.points, 1), (stood.before, -1)) step (points, n)
      where step.points > 0
      group by 1, 2, 3, 4 having sum(step.n) <> 0
    ), exact as (
      insert into point_histogram as kept (area_id, period, starts, points, n)
      select area_id, period, starts, points, n from cells order by 1, 2, 3, 4
      on conflict (area_id, period, starts, points) do update set n = kept.n + excluded.n
    ), coarse as (
      insert into point_bucket as kept (area_id, period, starts, bucket, n)
      select area_id, period, starts, points >> 7, sum(n) from cells group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4
      on conflict (area_id, period, starts, bucket) do update set n = kept.n + excluded.n
    )
    select count(*)::integer as n from taken`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Gives histograms to areas whose boards have become long. Once given they stay: a board may shrink and grow again. */
export async function measure(db: Db, rootId: number, longerThan = largeFrom): Promise<void> {
  const { rows } = await sql<{ area_id: number }>`
    insert into point_large (area_id)
    select area.id from area cross join lateral (
      select count(*) as n from (
        select 1 from point_total
        where home_id = any(array(select home.id from area home where home.path @> array[area.id]))
          and period = 'all' and starts = '1970-01-01' and listed and points > 0
        limit ${longerThan + 1}
      ) some_of_it
    ) board
    where area.root_id = ${rootId} and board.n > ${longerThan}
    on conflict do nothing returning area_id`.execute(db);
  if (rows.length > 0)
    await buildHistograms(
      db,
      rows.map(({ area_id }) => area_id),
    );
}
