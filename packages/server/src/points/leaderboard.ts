import type { Leaderboard, Ranked, Standing } from '@five-micro/contract';
import { settingsOf } from '../areas/settings.ts';
import type { AreaRow } from '../areas/statements.ts';
import { areaOf, signedIn } from '../http/asked.ts';
import { badCursor, decodeCursor, encodeCursor, pageSize } from '../http/cursor.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { loadPeople, type People } from '../identity/consents.ts';
import { maskName } from '../identity/names.ts';
import { forStrangers } from '../moderation/mask.ts';
import type { Db } from '../ports.ts';
import { boardCursor, boardEnd } from './board-cursor.ts';
import {
  type Board,
  deedTotal,
  freshness,
  isListed,
  type Line,
  linesOf,
  organisationLines,
  type OrganisationLine,
  pointsAtHome,
  pointsOn,
  populationOf,
  ranksOn,
  standOn,
} from './board-statements.ts';
import { type Span, spanAt, spanBefore, spanShown } from './periods.ts';

type Asked = Call<'points.leaderboard'>;

/** Refuses where the area has switched points off. */
async function demandPoints(call: Asked | Call<'points.standing'>, db: Db): Promise<AreaRow> {
  const area = areaOf(call);
  const { features } = await settingsOf(db, area, call.language);
  if (!features.includes('points')) throw new Refusal('area.feature-off');
  return area;
}

export async function leaderboard(call: Asked, db: Db): Promise<Leaderboard> {
  const area = await demandPoints(call, db);
  const span = spanAt(call.query.period ?? 'month', call.at);
  const { large, asOf } = await freshness(db, area, call.at);
  const total = await deedTotal(db, area, span);
  const shown =
    call.query.of === 'organisations'
      ? await organisations(call, db, area, span)
      : await members(call, db, area, { large, span });
  return { period: spanShown(span), asOf: asOf.toISOString(), total, ...shown };
}

type Page = Pick<Leaderboard, 'population' | 'items' | 'nextCursor'>;

const boardOf = (area: AreaRow, { large, span }: { large: boolean; span: Span }): Board => ({
  areaId: area.id,
  large,
  span,
});

async function members(call: Asked, db: Db, area: AreaRow, of: { large: boolean; span: Span }): Promise<Page> {
  const board = boardOf(area, of);
  const size = pageSize(call.query.limit);
  const { secrets } = call.ports;
  const after = call.query.cursor === undefined ? undefined : await boardEnd(secrets, call.query.cursor);
  const rows = await linesOf(db, board, after, size + 1);
  const lines = rows.slice(0, size);
  const ranks = await ranksOfPage(db, board, lines, after !== undefined);
  const earlier = await earlierRanks(db, board, lines);
  const people = await loadPeople(
    db,
    lines.map((line) => line.member_id),
  );
  const last = rows.length > size ? lines.at(-1) : undefined;
  return {
    population: await populationOf(db, board),
    items: lines.map((line, index) => {
      const rank = ranks[index] ?? 0;
      return {
        rank,
        name: nameOn(people, line.member_id, call),
        points: line.points,
        delta: deltaOf(earlier.get(line.member_id), rank),
        deeds: deedsOf(line),
        ...(call.caller.kind === 'member' && call.caller.id === line.member_id && { mine: true }),
      };
    }),
    nextCursor: last ? await boardCursor(secrets, { points: last.points, memberId: last.member_id }) : null,
  };
}

/** From the top the order says it. Further down the board is asked for the first two numbers, and the order says the rest. */
async function ranksOfPage(db: Db, board: Board, lines: readonly Line[], further: boolean): Promise<number[]> {
  const first = lines[0]?.points;
  const second = lines.findIndex((line) => line.points !== first);
  const asked = further ? [first, lines[second]?.points].filter((points) => points !== undefined) : [];
  const known = await ranksOn(db, board, asked);
  const start = second < 0 || !further ? 1 : (known.get(lines[second]?.points ?? 0) ?? 1) - second;
  let rank = 0;
  return lines.map((line, index) => {
    if (line.points !== lines[index - 1]?.points) rank = start + index;
    if (further && line.points === first) rank = known.get(line.points) ?? rank;
    return rank;
  });
}

/** What the lines' members were in the period before, on the board of the same area. */
async function earlierRanks(db: Db, board: Board, lines: readonly Line[]): Promise<Map<string, number>> {
  const before = spanBefore(board.span);
  if (!before) return new Map();
  const earlier = { ...board, span: before };
  const points = await pointsOn(
    db,
    earlier,
    lines.map((line) => line.member_id),
  );
  const ranks = await ranksOn(db, earlier, [...points.values()]);
  return new Map([...points].map(([id, had]) => [id, ranks.get(had) ?? 1]));
}

const deltaOf = (earlier: number | undefined, rank: number): number | null => (earlier === undefined ? null : earlier - rank);

const deedsOf = ({ wishes, minutes }: { wishes: number; minutes: number }) => ({ wishes, hours: Math.round(minutes / 6) / 10 });

function nameOn(people: People, memberId: string, { language }: Asked): string {
  const name = people.fullName(memberId);
  if (name === null) return people.masked(memberId, language);
  // A portal's name may be anything: a number in it is nothing to publish.
  return people.consents(memberId).ranking === 'full' ? forStrangers(name) : maskName(name);
}

async function organisations(call: Asked, db: Db, area: AreaRow, span: Span): Promise<Page> {
  const lines = await organisationLines(db, area, span);
  const before = spanBefore(span);
  const earlier = new Map((before ? await organisationLines(db, area, before) : []).map((line) => [line.id, line.rank]));
  const size = pageSize(call.query.limit);
  const from = organisationAfter(call.query.cursor);
  const rest = lines.filter((line) => !from || line.points < from.points || (line.points === from.points && line.id > from.id));
  const page = rest.slice(0, size);
  const last = rest.length > size ? page.at(-1) : undefined;
  return {
    population: lines.length,
    items: page.map((line) => organisationShown(call, line, earlier.get(line.id))),
    nextCursor: last ? encodeCursor([last.points, last.id]) : null,
  };
}

function organisationAfter(cursor: string | undefined): { points: number; id: number } | undefined {
  if (cursor === undefined) return undefined;
  const [points = '', id = ''] = decodeCursor(cursor, 2);
  if (!/^\d{1,9}$/.test(points) || !/^\d{1,9}$/.test(id)) throw badCursor();
  return { points: Number(points), id: Number(id) };
}

function organisationShown({ caller }: Asked, line: OrganisationLine, earlier: number | undefined): Ranked {
  const mine = caller.kind === 'member' && caller.organisations.some(({ id }) => id === line.id);
  return {
    rank: line.rank,
    name: line.name,
    points: line.points,
    delta: deltaOf(earlier, line.rank),
    deeds: deedsOf(line),
    organisation: line.slug,
    perHead: line.heads === 0 ? 0 : Math.round((line.points * 10) / line.heads) / 10,
    ...(mine && { mine: true }),
  };
}

/** Counted the same way for everyone, listed or not: 1 + those on the board with more. */
export async function standing(call: Call<'points.standing'>, db: Db): Promise<Standing> {
  const area = await demandPoints(call, db);
  const caller = signedIn(call);
  const span = spanAt(call.query.period ?? 'month', call.at);
  const { large, asOf } = await freshness(db, area, call.at);
  const board = boardOf(area, { large, span });
  const own = await standOn(db, board, caller.id);
  return {
    period: spanShown(span),
    asOf: asOf.toISOString(),
    rank: own.rank,
    points: own.points,
    delta: deltaOf(await ownEarlierRank(db, board, caller.id), own.rank),
    deeds: deedsOf(own),
    next: own.next_points === null ? null : { rank: own.next_rank ?? 1, points: own.next_points },
    population: await populationOf(db, board),
    listed: await isListed(db, board, caller.id),
  };
}

/** Where someone stood in the period before, where this area's board had them then or would have had. */
async function ownEarlierRank(db: Db, board: Board, memberId: string): Promise<number | undefined> {
  const span = spanBefore(board.span);
  if (!span) return undefined;
  const earlier = { ...board, span };
  const had = await pointsAtHome(db, earlier, memberId);
  return had === undefined || had <= 0 ? undefined : (await ranksOn(db, earlier, [had])).get(had);
}
