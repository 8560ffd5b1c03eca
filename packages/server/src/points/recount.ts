import { sql } from 'kysely';
import type { Db } from '../ports.ts';

/**
 * What the ledger alone says, written another way than awards count it: into temporary tables of this transaction,
 * as a district has millions of entries and they are asked for several times.
 */
export async function recount(db: Db): Promise<void> {
  // Sorting millions of lines on the disk takes many times as long.
  await sql`set local work_mem = '256MB'`.execute(db);
  await sql`
    create temporary table point_by_day on commit drop as
    select coalesce(member.merged_into, member.id) as member_id, organisation_id, point_entry.area_id,
      (at at time zone interval '8 hours')::date as day, sum(amount)::integer as points, sum(coalesce(minutes, 0))::integer as minutes,
      sum(case when rule <> 'wish-helped' then 0 when reverses is null then 1 else -1 end)::integer as wishes
    from point_entry join member on member.id = point_entry.member_id
    group by 1, 2, 3, 4`.execute(db);
  await sql`create temporary table point_recount on commit drop as ${periodsOf('member_id')}`.execute(db);
  await sql`analyze point_recount`.execute(db);
}

/** Sums of days by period, for each value of some columns. */
export const periodsOf = (columns: 'member_id' | 'organisation_id, member_id' | 'area_id') => sql`
  select ${sql.raw(columns)}, period, starts, sum(points)::integer as points, sum(minutes)::integer as minutes, sum(wishes)::integer as wishes
  from (
    select ${sql.raw(columns)}, day, sum(points) as points, sum(minutes) as minutes, sum(wishes) as wishes from point_by_day
    group by ${sql.raw(columns)}, day
  ) of_day
  cross join lateral (values
    ('week'::point_period, date_trunc('week', day::timestamp)::date),
    ('month', date_trunc('month', day::timestamp)::date),
    ('quarter', date_trunc('quarter', day::timestamp)::date),
    ('year', date_trunc('year', day::timestamp)::date),
    ('all', date '1970-01-01')
  ) of_period (period, starts)
  group by ${sql.raw(columns)}, period, starts`;
