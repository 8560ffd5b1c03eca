import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import type { OpenDatabase } from '../../db/pglite.ts';
import { checkDatabase } from '../../check.ts';
import { type Board, linesOf, populationOf, ranksOn, standOn } from '../../points/board-statements.ts';
import { type Span, spanAt } from '../../points/periods.ts';
import { oneDatabase } from '../../testing/databases.ts';
import { build } from './build.ts';
import { benchLeaderboard } from './leaderboard.ts';

const at = new Date('2026-11-23T02:00:00.000Z');

/** What `npm run bench -- leaderboard --members 2000` builds: here its answers are looked at, not its times. */
describe.each(oneDatabase)('the district of the bench on $name', ({ open }) => {
  let database: OpenDatabase;
  let ledger: { member_id: string; amount: number; at: Date; area_id: number; listed: boolean; street: number }[];
  beforeAll(async () => {
    database = await open();
    await migrate(database.db);
    await build(database.db, { members: 2000, entries: 20_000 }, at, 500);
    const { rows } = await sql<(typeof ledger)[number]>`
      select entry.member_id, amount, at, member.area_id, ranking <> 'off' as listed, path[2] as street
      from point_entry entry join member on member.id = entry.member_id join consent on consent.member_id = member.id
      join area on area.id = member.area_id`.execute(database.db);
    ledger = rows;
  });
  afterAll(() => database.close());

  /** Points of the listed ones, counted in the plainest way, highest first. */
  function plain(span: Span, inside: (entry: (typeof ledger)[number]) => boolean): number[] {
    const sums = new Map<string, number>();
    for (const entry of ledger) {
      const within = span.from === null || span.to === null || (entry.at >= span.from && entry.at < span.to);
      if (within && entry.listed && inside(entry)) sums.set(entry.member_id, (sums.get(entry.member_id) ?? 0) + entry.amount);
    }
    return [...sums.values()].sort((one, other) => other - one);
  }

  it.each([
    ['district', 1, true, () => true],
    ['a street', 2, false, (entry: { street: number }) => entry.street === 2],
    ['a community', 8, false, (entry: { area_id: number }) => entry.area_id === 8],
  ] as const)('ranks %s as a plain count does, page by page', async (_what, areaId, large, inside) => {
    expect(ledger).toHaveLength(20_000);
    for (const period of ['week', 'month', 'all'] as const) {
      const board: Board = { areaId, large, span: spanAt(period, at) };
      const expected = plain(board.span, inside);
      const ranks = await ranksOn(database.db, board, expected);
      expect(expected.map((points) => ranks.get(points))).toEqual(expected.map((points) => expected.indexOf(points) + 1));
      expect(await populationOf(database.db, board)).toBe(expected.length);

      const shown: number[] = [];
      for (let last = undefined as { points: number; memberId: string } | undefined, more = true; more; ) {
        const page = await linesOf(database.db, board, last, 400);
        shown.push(...page.map((line) => line.points));
        const end = page.at(-1);
        last = end && { points: end.points, memberId: end.member_id };
        more = page.length === 400;
      }
      expect(shown).toEqual(expected);

      const page = await linesOf(database.db, board, undefined, expected.length);
      for (const line of [page[0], page[Math.floor(page.length / 2)], page.at(-1)]) {
        const { points = 0, minutes, wishes } = line ?? {};
        const next = expected.filter((more) => more > points).at(-1) ?? null;
        expect(await standOn(database.db, board, line?.member_id ?? '')).toEqual({
          ...{ points, minutes, wishes, rank: expected.indexOf(points) + 1 },
          ...{ next_points: next, next_rank: next === null ? null : expected.indexOf(next) + 1 },
        });
      }
    }
  });

  it('agrees with its ledger', async () => {
    expect((await checkDatabase(database.db, at)).differences).toEqual([]);
  });
});

describe.each(oneDatabase)('the bench on $name', ({ open }) => {
  it('says how long boards, ranks and awards take, beside what they are measured by, be there ever so few people', async () => {
    const { db, close } = await open();
    const said: string[] = [];
    const pace = { runs: 3, loadFor: 50, turns: 1 };
    await benchLeaderboard(db, { members: 60, entries: 600 }, (line) => said.push(line), pace);
    const times = String.raw`+p50 \d+\.\d{3} ms   p95 \d+\.\d{3} ms`;
    const beside = String.raw`${times}   \d+\.\d\d × \d+\.\d{3} ms of select 1`;
    for (const line of [
      String.raw`60 members, 600 entries: built in \d+ s`,
      `top 50, district ${beside}`,
      `deep page of 50, district ${beside}`,
      String.raw`my rank, district \((histogram|counted)\) ${beside}`,
      String.raw`my rank, street-1 \((histogram|counted)\) ${beside}`,
      String.raw`my rank, community-1 \((histogram|counted)\) ${beside}`,
      String.raw`ledger insert alone +\d+ a second`,
      String.raw`award: ledger and totals +\d+ a second, \d+\.\d\d of it`,
      String.raw`histograms behind +\d+\.\d\d s at most`,
    ])
      expect(said).toContainEqual(expect.stringMatching(new RegExp(`^${line}`)));
    const redis = said.filter((line) => line.startsWith('Redis: '));
    if (redis.length > 1)
      for (const line of ['PING', 'ZREVRANGE, top 50', 'ZREVRANGE, deep page', 'ZSCORE and ZCOUNT'])
        expect(redis).toContainEqual(expect.stringMatching(new RegExp(`^Redis: ${line} ${times}`)));
    await close();
  });
});
