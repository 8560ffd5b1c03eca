import { CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { AreaRow } from '../areas/statements.ts';
import { mark, prepared } from '../db/prepared.ts';
import type { Db } from '../ports.ts';
import type { Span } from './periods.ts';

/** Who is listed and has points, by home in an area's subtree, in one period. */
export interface Board {
  areaId: number;
  /** It has histograms, as it is too long for counting. */
  large: boolean;
  span: Span;
}

/**
 * Whether an area's boards have histograms, and how old these may be. Asked first: what is read after it is at least
 * as new.
 */
export async function freshness(db: Db, area: AreaRow, at: Date): Promise<{ large: boolean; asOf: Date }> {
  const { rows } = await sql<{ large: boolean; pending: boolean; folded_at: Date | null }>`
    select exists (select 1 from point_large where area_id = ${area.id}) as large,
      exists (select 1 from point_unfolded where root_id = ${area.root_id}) as pending,
      (select folded_at from point_fold where root_id = ${area.root_id}) as folded_at`.execute(db);
  const found = rows[0];
  const large = found?.large ?? false;
  return { large, asOf: large && found?.pending && found.folded_at ? found.folded_at : at };
}

const within = ({ areaId }: Board): RawBuilder<unknown> => sql`path @> array[${areaId}::integer]`;

const listedIn = ({ span }: Board): RawBuilder<unknown> =>
  sql`period = ${span.period}::point_period and starts = ${span.starts}::date and listed and points > 0`;

/** An array, as a plan that joins areas may read all totals of a period. */
const listedOn = (board: Board): RawBuilder<unknown> =>
  sql`home_id = any(array(select id from area where ${within(board)})) and ${listedIn(board)}`;

const cellsOf = ({ areaId, span }: Board): RawBuilder<unknown> =>
  sql`area_id = ${areaId}::integer and period = ${span.period}::point_period and starts = ${span.starts}::date`;

export interface Line {
  member_id: string;
  points: number;
  minutes: number;
  wishes: number;
}

/** The last line of a page. */
interface End {
  points: number;
  memberId: string;
}

/** Highest first, from a keyset: among equals by id. */
export async function linesOf(db: Db, board: Board, after: End | undefined, limit: number): Promise<Line[]> {
  if (board.large) {
    const { rows } = await db.executeQuery(above(board, after, limit));
    if (rows.length === limit) return rows;
    // The end of the board, or too many equals; or the histogram has not seen yet that somebody has less by now.
  }
  return (await merged(board, after, limit).execute(db)).rows;
}

const beyond = (after: End | undefined): RawBuilder<unknown> =>
  after ? sql`and (points, member_id) < (${after.points}::integer, ${after.memberId}::uuid)` : sql``;

/** So many more than asked for are read at once, where they have as many points as the last of them. */
const equals = 200;

/**
 * Whoever has at least as many points as the histogram says that the last line has, unless that is a crowd. The limit
 * stands in the statement, as a plan that does not know it fears for the worst. The period stands in a question of its
 * own: a plan made anew for it could promise no less than the one that is kept, so that one stays (it takes as long to
 * plan this as to do it).
 */
const above = ({ areaId, span }: Board, after: End | undefined, limit: number): CompiledQuery<Line> =>
  CompiledQuery.raw(
    `${mark}
    with bound as materialized (
      select points, so_far from (
        select points, sum(n) over (order by points desc rows unbounded preceding) as so_far from point_histogram
        where area_id = $1::integer and period = $2::point_period and starts = $3::date and n > 0 ${after ? 'and points < $4::integer' : ''}
        order by points desc limit ${limit}
      ) from_the_top where so_far >= ${limit} order by points desc limit 1
    )
    select member_id, points, minutes, wishes from point_total
    where home_id = any(array(select id from area where path @> array[$1::integer])) and listed and points > 0
      and period = (select $2::point_period) and starts = (select $3::date)
      ${after ? 'and (points, member_id) < ($4::integer, $5::uuid)' : ''}
      and points >= (select points from bound) and (select so_far from bound) <= ${limit + equals}
    order by points desc, member_id desc limit ${limit}`,
    [areaId, span.period, span.starts, ...(after ? [after.points, after.memberId] : [])],
  );

/** The highest of each home, and of those the highest. */
const merged = (board: Board, after: End | undefined, limit: number): RawBuilder<Line> => sql`${prepared}
  select line.* from area home cross join lateral (
    select member_id, points, minutes, wishes from point_total
    where home_id = home.id and ${listedIn(board)} ${beyond(after)}
    order by points desc, member_id desc limit ${sql.lit(limit)}
  ) line where home.${within(board)}
  order by points desc, member_id desc limit ${sql.lit(limit)}`;

/** How many are on it. */
export async function populationOf(db: Db, board: Board): Promise<number> {
  const { rows } = board.large
    ? await sql<{ n: number }>`select coalesce(sum(n), 0)::integer as n from point_bucket where ${cellsOf(board)}`.execute(db)
    : await sql<{ n: number }>`select count(*)::integer as n from point_total where ${listedOn(board)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** 1 + those on the board with more, for each number of points: in one pass over those above, or from the histograms. */
export async function ranksOn(db: Db, board: Board, points: readonly number[]): Promise<Map<number, number>> {
  const values = [...new Set(points)];
  if (values.length === 0) return new Map();
  const { rows } = await (board.large ? foldedRanks(board, values) : countedRanks(board, values)).execute(db);
  return new Map(rows.map((row) => [row.points, row.rank]));
}

type Ranks = RawBuilder<{ points: number; rank: number }>;

const countedRanks = (board: Board, values: readonly number[]): Ranks =>
  values.length === 1
    ? sql`${prepared} select ${values[0]}::integer as points, 1 + count(*)::integer as rank from point_total
        where ${listedOn(board)} and points > ${values[0]}::integer`
    : sql`
      select asked.points, 1 + coalesce(sum(above.n), 0)::integer as rank
      from unnest(${sql.val(values)}::integer[]) as asked (points)
      left join (
        select points, count(*) as n from point_total
        where ${listedOn(board)} and points > ${Math.min(...values)}::integer group by points
      ) above on above.points > asked.points
      group by asked.points`;

const foldedRanks = ({ areaId, span }: Board, values: readonly number[]): Ranks => sql`${prepared}
  select points, rank from point_ranks(${areaId}::integer, ${span.period}::point_period, ${span.starts}::date, ${sql.val(values)}::integer[])`;

/** One member's sums in a period, and where they put them on a board that they need not be on. */
export interface Stand {
  points: number;
  minutes: number;
  wishes: number;
  rank: number;
  /** Whoever is nearest above; null for whoever leads. */
  next_points: number | null;
  next_rank: number | null;
}

/** In one statement, as a board may change between two looks. */
export async function standOn(db: Db, board: Board, memberId: string): Promise<Stand> {
  const { rows } = await (board.large ? foldedStand(board, memberId) : countedStand(board, memberId)).execute(db);
  return rows[0] ?? { points: 0, minutes: 0, wishes: 0, rank: 1, next_points: null, next_rank: null };
}

const ownOf = ({ span }: Board, memberId: string): RawBuilder<unknown> => sql`
  select coalesce(points, 0) as points, coalesce(minutes, 0) as minutes, coalesce(wishes, 0) as wishes
  from (select 1) me left join point_total
    on member_id = ${memberId}::uuid and period = ${span.period}::point_period and starts = ${span.starts}::date`;

const countedStand = (board: Board, memberId: string): RawBuilder<Stand> => sql`${prepared}
  select own.*, 1 + above.n as rank, above.next_points, case when above.n > 0 then 1 + above.n - (
    select count(*)::integer from point_total where ${listedOn(board)} and points = above.next_points) end as next_rank
  from (${ownOf(board, memberId)}) own cross join lateral (
    select count(*)::integer as n, min(points) as next_points from point_total where ${listedOn(board)} and points > own.points) above`;

const foldedStand = (board: Board, memberId: string): RawBuilder<Stand> => sql`${prepared}
  select own.*, ranks.rank, above.points as next_points, ranks.rank - above.n as next_rank
  from (${ownOf(board, memberId)}) own
  cross join lateral point_ranks(${board.areaId}::integer, ${board.span.period}::point_period, ${board.span.starts}::date,
    array[own.points]) ranks
  left join lateral (
    select points, n from point_histogram where ${cellsOf(board)} and points > own.points and n > 0
    order by points limit 1) above on true`;

/** Points on a board of some members; whoever is not on it is not there. */
export async function pointsOn(db: Db, board: Board, memberIds: readonly string[]): Promise<Map<string, number>> {
  if (memberIds.length === 0) return new Map();
  const { rows } = await sql<{ member_id: string; points: number }>`
    select member_id, points from point_total
    where member_id = any(${sql.val(memberIds)}::uuid[]) and ${listedOn(board)}`.execute(db);
  return new Map(rows.map((row) => [row.member_id, row.points]));
}

/** One member's points in a board's period where they were at home in its area, listed or not. */
export async function pointsAtHome(db: Db, board: Board, memberId: string): Promise<number | undefined> {
  const { rows } = await sql<{ points: number }>`
    select points from point_total join area on area.id = home_id
    where member_id = ${memberId}::uuid and period = ${board.span.period}::point_period and starts = ${board.span.starts}::date
      and ${within(board)}`.execute(db);
  return rows[0]?.points;
}

/** Whether a member is at home in the board's area and lets others see where they stand. */
export async function isListed(db: Db, board: Board, memberId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from point_home_now join area on area.id = home_id
    where member_id = ${memberId}::uuid and listed and ${within(board)}`.execute(db);
  return rows.length > 0;
}

/** Points that deeds in the subtree brought, also those that the ticker has not folded yet. */
export async function deedTotal(db: Db, area: Pick<AreaRow, 'id'>, span: Span): Promise<number> {
  const below = sql`select id from area where path @> array[${sql.lit(area.id)}]`;
  const within = span.from === null ? sql`` : sql`and at >= ${span.from}::timestamptz and at < ${span.to}::timestamptz`;
  const { rows } = await sql<{ n: number }>`
    select (coalesce((select sum(points) from point_area
        where area_id in (${below}) and period = ${span.period}::point_period and starts = ${span.starts}::date), 0)
      + coalesce((select sum(amount) from point_unfolded where area_id in (${below}) ${within}), 0))::double precision as n`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

export interface OrganisationLine {
  id: number;
  slug: string;
  name: string;
  points: number;
  minutes: number;
  wishes: number;
  /** Members who earned points in its name. */
  heads: number;
  rank: number;
}

/** Organisations of the subtree by what their members earned in their name. There are few: all of them at once. */
export async function organisationLines(db: Db, area: Pick<AreaRow, 'id'>, span: Span): Promise<OrganisationLine[]> {
  const { rows } = await sql<OrganisationLine>`
    select id, slug, name, points, minutes, wishes, heads, rank() over (order by points desc)::integer as rank from (
      select organisation.id, organisation.slug, organisation.name, sum(points)::integer as points, sum(minutes)::integer as minutes,
        sum(wishes)::integer as wishes, (count(*) filter (where points > 0))::integer as heads
      from point_organisation join organisation on organisation.id = point_organisation.organisation_id
      where period = ${span.period}::point_period and starts = ${span.starts}::date
        and organisation.area_id in (select id from area where path @> array[${sql.lit(area.id)}])
      group by organisation.id
    ) of_each where points > 0
    order by points desc, id`.execute(db);
  return rows;
}
