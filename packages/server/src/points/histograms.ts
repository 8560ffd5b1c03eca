import { sql } from 'kysely';
import type { Db } from '../ports.ts';

/** Any number that nothing else takes; with a district's id it names the lock of its histograms. */
const lockClass = 15_040_604;

/** What was changed by hand while nobody folds. */
export interface HeldHistograms {
  /** Takes out what these members add to them. */
  subtract(memberIds: readonly string[]): Promise<void>;
  /** Puts in what these members add to them. */
  add(memberIds: readonly string[]): Promise<void>;
}

/**
 * Keeps the ticker and everybody else who changes homes of a district away from its histograms until the transaction
 * ends. Taken before anybody's row in `point_home`.
 */
export async function holdHistograms(db: Db, rootId: number): Promise<HeldHistograms> {
  await sql`select pg_advisory_xact_lock(${lockClass}, ${rootId})`.execute(db);
  const large = await db
    .selectFrom('point_large')
    .innerJoin('area', 'area.id', 'point_large.area_id')
    .select('area_id')
    .where('area.root_id', '=', rootId)
    .limit(1)
    .execute();
  // Most districts have no area that needs one.
  if (large.length === 0) return { subtract: async () => undefined, add: async () => undefined };
  return { subtract: (ids) => change(db, ids, -1), add: (ids) => change(db, ids, 1) };
}

async function change(db: Db, memberIds: readonly string[], sign: 1 | -1): Promise<void> {
  const cells = sql`from point_cell where member_id = any(${sql.val(memberIds)}::uuid[]) group by 1, 2, 3, 4 order by 1, 2, 3, 4`;
  await sql`
    insert into point_histogram as kept (area_id, period, starts, points, n)
    select area_id, period, starts, points, ${sign}::integer * count(*) ${cells}
    on conflict (area_id, period, starts, points) do update set n = kept.n + excluded.n`.execute(db);
  await sql`
    insert into point_bucket as kept (area_id, period, starts, bucket, n)
    select area_id, period, starts, points >> 7, ${sign}::integer * count(*) ${cells}
    on conflict (area_id, period, starts, bucket) do update set n = kept.n + excluded.n`.execute(db);
}

/** Fills the histograms of areas that have none. */
export async function buildHistograms(db: Db, areaIds: readonly number[]): Promise<void> {
  const cells = sql`from point_cell where area_id = any(${sql.val(areaIds)}::integer[]) group by 1, 2, 3, 4`;
  await sql`
    insert into point_histogram (area_id, period, starts, points, n)
    select area_id, period, starts, points, count(*) ${cells}`.execute(db);
  await sql`
    insert into point_bucket (area_id, period, starts, bucket, n)
    select area_id, period, starts, points >> 7, sum(n) from point_histogram
    where area_id = any(${sql.val(areaIds)}::integer[]) group by 1, 2, 3, 4`.execute(db);
}
