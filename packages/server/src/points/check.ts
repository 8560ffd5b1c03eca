import { type RawBuilder, sql } from 'kysely';
import { type Period, periods } from '@five-micro/contract';
import type { Difference } from '../check.ts';
import type { Db } from '../ports.ts';
import { ranksOn } from './board-statements.ts';
import { type Span, spanAt } from './periods.ts';
import { periodsOf, recount } from './recount.ts';

/**
 * Counts the ledger anew and compares: totals, what was earned in an organisation's name, sums of areas,
 * where someone is ranked, the histograms of large areas, and the ranks that boards would answer. To be called
 * in a transaction that sees one snapshot. Nothing is changed.
 */
export async function checkPoints(db: Db, at: Date): Promise<{ entries: number; differences: Difference[] }> {
  await recount(db);
  const differences: Difference[] = [];
  for (const compared of [totals, organisationTotals, areas, homes(at), histograms, buckets])
    differences.push(...(await compared.execute(db)).rows);
  differences.push(...(await compareRanks(db, at)));
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from point_entry`.execute(db);
  return { entries: rows[0]?.n ?? 0, differences };
}

type Compared = RawBuilder<Difference>;

/** Three sums side by side, one line for each that differs. */
const sums = (kept: RawBuilder<unknown>, again: RawBuilder<unknown>, keys: string, subject: string): Compared => sql`
  select ${sql.raw(subject)} as subject, what, coalesce(stored, 0)::text as stored, coalesce(recomputed, 0)::text as recomputed
  from (${kept}) kept full join (${again}) again using (${sql.raw(keys)})
  cross join lateral (values ('points', kept.points, again.points), ('minutes', kept.minutes, again.minutes),
    ('wishes', kept.wishes, again.wishes)) side (what, stored, recomputed)
  where coalesce(stored, 0) <> coalesce(recomputed, 0) order by 1, 2`;

const totals = sums(
  sql`select * from point_total`,
  sql`select * from point_recount`,
  'member_id, period, starts',
  `format('member %s %s %s', member_id, period, starts)`,
);

const organisationTotals = sums(
  sql`select * from point_organisation`,
  sql`select * from (${periodsOf('organisation_id, member_id')}) of_all where organisation_id is not null`,
  'organisation_id, member_id, period, starts',
  `format('organisation %s member %s %s %s', organisation_id, member_id, period, starts)`,
);

/** What was folded, and what was not yet. */
const areas: Compared = sql`
  select format('area %s %s %s', area_id, period, starts) as subject, 'points' as what,
    coalesce(kept.points, 0)::text as stored, coalesce(again.points, 0)::text as recomputed
  from (
    select area_id, period, starts, sum(points) as points from (
      select area_id, period, starts, points from point_area
      union all select area_id, period, starts, amount from point_unfolded cross join lateral point_periods(at)
    ) both_parts group by 1, 2, 3
  ) kept full join (${periodsOf('area_id')}) again using (area_id, period, starts)
  where coalesce(kept.points, 0) <> coalesce(again.points, 0) order by 1`;

/** Homes of closed periods are nobody's but their own; consents hold everywhere. */
const homes = (at: Date): Compared => sql`
  select subject, side.what, coalesce(side.stored, 'none') as stored, coalesce(side.recomputed, 'none') as recomputed from (
    select 'home ' || today.member_id as subject, kept.listed, kept.home_id, kept.merged_into,
      today.listed as listed_now, today.home_id as home_now, today.merged_into as merged_now
    from point_home_now today left join point_home kept using (member_id)
    where kept.member_id is not null or exists (select 1 from point_total total where total.member_id = today.member_id)
    union all
    select format('home %s %s %s', total.member_id, total.period, total.starts), total.listed,
      case when total.starts >= this.starts then total.home_id end, null, today.listed,
      case when total.starts >= this.starts then today.home_id end, null
    from point_total total join point_home_now today using (member_id)
    join point_periods(${at}::timestamptz) this on this.period = total.period
  ) compared cross join lateral (values
    ('listed', listed::text, listed_now::text), ('home', home_id::text, home_now::text), ('merged', merged_into::text, merged_now::text)
  ) side (what, stored, recomputed)
  where side.stored is distinct from side.recomputed order by 1, 2`;

const histograms: Compared = sql`
  select format('histogram %s %s %s %s', area_id, period, starts, points) as subject, 'n' as what,
    coalesce(kept.n, 0)::text as stored, coalesce(again.n, 0)::text as recomputed
  from point_histogram kept full join (
    select area_id, period, starts, points, count(*) as n from point_cell group by 1, 2, 3, 4
  ) again using (area_id, period, starts, points)
  where coalesce(kept.n, 0) <> coalesce(again.n, 0) order by 1`;

const buckets: Compared = sql`
  select format('bucket %s %s %s %s', area_id, period, starts, bucket) as subject, 'n' as what,
    coalesce(kept.n, 0)::text as stored, coalesce(again.n, 0)::text as recomputed
  from point_bucket kept full join (
    select area_id, period, starts, points >> 7 as bucket, count(*) as n from point_cell group by 1, 2, 3, 4
  ) again using (area_id, period, starts, bucket)
  where coalesce(kept.n, 0) <> coalesce(again.n, 0) order by 1`;

/** Every rank of every board of the periods that run, as the boards answer it and as the ledger has it. */
async function compareRanks(db: Db, at: Date): Promise<Difference[]> {
  const spans = new Map(periods.map((period) => [period, spanAt(period, at)]));
  const boards = new Map<string, { area: RankedArea; span: Span; ranks: Map<number, number> }>();
  for (const { points, rank, period, ...area } of await ranksByLedger(db, at)) {
    const span = spans.get(period) ?? spanAt(period, at);
    const board = boards.get(`${area.slug} ${period}`) ?? { area, span, ranks: new Map<number, number>() };
    boards.set(`${area.slug} ${period}`, board);
    board.ranks.set(points, rank);
  }
  const differences: Difference[] = [];
  for (const [subject, { area, span, ranks }] of boards) {
    const board = { areaId: area.id, large: area.large, span };
    const answered = await ranksOn(db, board, [...ranks.keys()]);
    for (const [points, rank] of ranks) {
      const stored = answered.get(points);
      if (stored !== rank)
        differences.push({
          subject: `rank ${subject} ${points}`,
          what: 'rank',
          stored: String(stored),
          recomputed: String(rank),
        });
    }
  }
  return differences;
}

interface RankedArea {
  id: number;
  slug: string;
  large: boolean;
}

/** A histogram is as old as its last fold: of a large area what is pending has not come in. */
async function ranksByLedger(db: Db, at: Date): Promise<(RankedArea & { period: Period; points: number; rank: number })[]> {
  const { rows } = await sql<RankedArea & { period: Period; points: number; rank: number }>`
    with pending as (
      select coalesce(home.merged_into, fresh.member_id) as member_id, period, starts, sum(amount)::integer as amount
      from point_unfolded fresh left join point_home home on home.member_id = fresh.member_id
      cross join lateral point_periods(fresh.at) group by 1, 2, 3
    ), board as (
      select above.area_id, large.area_id is not null as large, again.period,
        again.points - case when large.area_id is null then 0 else coalesce(pending.amount, 0) end as points
      from point_recount again join point_periods(${at}::timestamptz) now using (period, starts)
      join point_home_now home using (member_id)
      left join pending using (member_id, period, starts)
      join area on area.id = home.home_id cross join lateral unnest(area.path) above (area_id)
      left join point_large large on large.area_id = above.area_id
      where home.listed
    )
    select area.id, area.slug, large, period, points, rank from (
      select distinct area_id, large, period, points,
        (rank() over (partition by area_id, period order by points desc))::integer as rank
      from board where points > 0
    ) ranked join area on area.id = ranked.area_id order by area.id, period, points desc`.execute(db);
  return rows;
}
