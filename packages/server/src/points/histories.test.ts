import { contract, type Leaderboard, type Period, type PointRule, periods } from '@five-micro/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { plainPoints } from '../testing/plain-points.ts';
import { createWorld, days, hours, type World } from '../testing/world.ts';
import { award, reverse } from './award.ts';
import { fold } from './fold.ts';
import { spanAt } from './periods.ts';
import { rebuildPoints } from './rebuild.ts';

vi.setConfig({ testTimeout: 120_000 });

const people = 5;
const areas = ['east', 'west', 'south'] as const;
const rules = ['report-in', 'wish-published', 'wish-helped', 'action-hour'] as const satisfies PointRule[];
const who = fc.nat({ max: people - 1 });

/** What a deed brings, an hour of service 5, and the cap of a day. Of the caps one is tight, so that histories reach it. */
const usualTerms: Record<(typeof rules)[number], { amount: number; daily: number | null }> = {
  'report-in': { amount: 5, daily: null },
  'wish-published': { amount: 1, daily: 5 },
  'wish-helped': { amount: 10, daily: null },
  'action-hour': { amount: 5, daily: 60 },
};
const westTerms: Partial<typeof usualTerms> = {
  'wish-published': { amount: 2, daily: 3 },
  'wish-helped': { amount: 10, daily: null },
};

/** One thing that happens to somebody. */
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('award' as const),
      who,
      rule: fc.constantFrom(...rules),
      area: fc.constantFrom(...areas),
      source: fc.nat({ max: 30 }),
      minutes: fc.nat({ max: 900 }),
      // Several at a stretch reach the cap of the day.
      times: fc.constantFrom(1, 1, 1, 4),
      daysAgo: fc.constantFrom(0, 0, 0, 1, 7, 40),
      // Ten in the morning it is here, and two at night in UTC: some of these are today here and yesterday there.
      hoursAgo: fc.constantFrom(0, 0, 1, 9, 11),
      as: fc.constantFrom(null, null, 'branch', 'club'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('reverse' as const), nth: fc.nat({ max: 30 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), who, area: fc.constantFrom(...areas) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('consent' as const), who, ranking: fc.constantFrom('off', 'masked', 'full') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('merge' as const), who, other: who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 8, 35) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fold' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe.each(oneDatabase)('random histories on $name', ({ open }) => {
  let world: World;
  let streetWorker: Person;
  const areaIds = new Map<string, { id: number; root_id: number }>();
  const organisationIds = new Map<string, number>();
  beforeAll(async () => {
    world = await createWorld(open);
    streetWorker = world.person('street-worker', { area: 'south', roles: ['worker'] });
    for (const area of await world.db.selectFrom('area').selectAll().execute()) areaIds.set(area.slug, area);
    for (const one of await world.db.selectFrom('organisation').selectAll().execute()) organisationIds.set(one.slug, one.id);
    await world.db
      .updateTable('area')
      .set({ settings: sql`settings || ${JSON.stringify({ points: westTerms })}::jsonb` })
      .where('slug', '=', 'west')
      .execute();
  }, 120_000);
  afterAll(() => world.stop());

  const idOf = (slug: string) => areaIds.get(slug) ?? raise();
  let run = 0;

  /** One deed; what it brings is what it should. */
  async function giveAsExpected(
    plain: ReturnType<typeof plainPoints>,
    memberId: string,
    one: Extract<Step, { kind: 'award' }>,
    source: string,
  ): Promise<{ id: string } | undefined> {
    const { rule, minutes } = one;
    const deed = {
      memberId,
      organisationId: one.as === null ? null : (organisationIds.get(one.as) ?? raise()),
      area: idOf(one.area),
      rule,
      source,
      at: new Date(world.now().getTime() - days(one.daysAgo) - hours(one.hoursAgo)),
      recordedAt: world.now(),
      actorId: null,
      ...(rule === 'action-hour' && { minutes }),
    };
    const { amount, daily } = (one.area === 'west' ? westTerms[rule] : undefined) ?? usualTerms[rule];
    await plain.look();
    const expected = plain.worth(deed, rule === 'action-hour' ? Math.floor((amount * minutes) / 60) : amount, daily);
    const paid = await world.db.transaction().execute((db) => award(db, deed));
    expect(paid?.amount).toBe(expected);
    return paid;
  }

  /** Plays a history; what cannot happen any more to someone who is gone is passed over. */
  async function play(steps: readonly Step[]): Promise<void> {
    run += 1;
    const folks = Array.from({ length: people }, (_, n) => world.person(`${run}-${n}`, { area: n % 2 === 0 ? 'east' : 'west' }));
    const ids: string[] = [];
    for (const folk of folks) {
      ids.push(await world.memberId(folk));
      await world.ask(contract.me.consents, { as: folk, body: { ranking: 'masked' } });
    }
    const gone = new Set<number>();
    const entries: string[] = [];
    const plain = plainPoints(world, new Map(folks.map((folk, n) => [ids[n] ?? raise(), folk.area])));
    for (const one of steps) {
      if ('who' in one && gone.has(one.who) && one.kind !== 'award') continue;
      const folk = folks['who' in one ? one.who : 0] ?? raise();
      const memberId = ids['who' in one ? one.who : 0] ?? raise();
      if (one.kind === 'award') {
        for (let n = 0; n < one.times; n++) {
          const paid = await giveAsExpected(plain, memberId, one, `${run}:${one.source}:${n}`);
          if (paid) entries.push(paid.id);
        }
      } else if (one.kind === 'reverse') {
        const entryId = entries[one.nth % Math.max(entries.length, 1)];
        if (entryId !== undefined)
          await world.db.transaction().execute((db) => reverse(db, { entryId, actorId: null, reason: null, at: world.now() }));
      } else if (one.kind === 'move') {
        const asked = (await world.ask(contract.areas.reportIn, { as: folk, area: one.area })).value;
        if (asked.state === 'waiting')
          expect((await world.ask(contract.reportIns.accept, { as: streetWorker, id: asked.id })).status).toBe(200);
        plain.moved(memberId, one.area);
      } else if (one.kind === 'consent') {
        expect((await world.ask(contract.me.consents, { as: folk, body: { ranking: one.ranking } })).status).toBe(200);
      } else if (one.kind === 'erase') {
        expect((await world.ask(contract.me.erase, { as: folk })).status).toBe(200);
        gone.add(one.who);
      } else if (one.kind === 'merge') {
        if (one.who === one.other || gone.has(one.other)) continue;
        const body = { into: ids[one.other] };
        expect((await world.ask(contract.members.merge, { as: streetWorker, id: memberId, body })).code).toBeUndefined();
        plain.merged(memberId, ids[one.other] ?? raise());
        gone.add(one.who);
      } else if (one.kind === 'wait') world.advance(days(one.days));
      else await fold(world.ports, { largeFrom: 1, measure: true });
      await plain.look();
    }
    await plain.compareHomes();
  }

  /** The whole board, page by page. */
  async function boardOf(area: string, period: Period): Promise<Leaderboard> {
    const read = async (cursor?: string) =>
      (
        await world.ask(contract.points.leaderboard, {
          area,
          query: { period, limit: '3', ...(cursor !== undefined && { cursor }) },
        })
      ).value;
    const board = await read();
    for (let { nextCursor } = board; nextCursor !== null; ) {
      const next = await read(nextCursor);
      board.items.push(...next.items);
      nextCursor = next.nextCursor;
    }
    return board;
  }

  /** Boards and sums against the ledger, counted here once more and in the plainest way. */
  async function boardsAreRight(period: Period): Promise<void> {
    const { from, to } = spanAt(period, world.now());
    const ledger = (await world.db.selectFrom('point_entry').selectAll().execute()).filter(
      ({ at }) => (from === null || at >= from) && (to === null || at < to),
    );
    const members = await world.db
      .selectFrom('member')
      .leftJoin('consent', 'consent.member_id', 'member.id')
      .select(['member.id', 'merged_into', 'area_id', 'ranking'])
      .execute();
    const today = new Map(members.map(({ id, merged_into }) => [id, merged_into ?? id]));
    const points = new Map<string, number>();
    for (const { member_id, amount } of ledger) {
      const id = today.get(member_id) ?? raise();
      points.set(id, (points.get(id) ?? 0) + amount);
    }
    const sums = new Map<string, number>();
    for (const area of await world.db.selectFrom('area').selectAll().where('root_id', '=', idOf('here').id).execute()) {
      const own = ledger.filter(({ area_id }) => area_id === area.id).reduce((sum, { amount }) => sum + amount, 0);
      sums.set(area.slug, own);
    }
    const below: Record<string, string[]> = { here: ['south'], south: ['east', 'west', 'quiet'], east: [], west: [] };
    for (const slug of ['here', 'south', 'east', 'west']) {
      const board = await boardOf(slug, period);
      const { id } = idOf(slug);
      const inside = new Set(
        (
          await world.db
            .selectFrom('area')
            .select('id')
            .where(sql<boolean>`path @> array[${sql.lit(id)}]`)
            .execute()
        ).map((one) => one.id),
      );
      const listed = members
        .filter((one) => one.area_id !== null && inside.has(one.area_id) && (one.ranking ?? 'off') !== 'off')
        .map((one) => points.get(one.id) ?? 0)
        .filter((n) => n > 0)
        .sort((a, b) => b - a);
      expect(board.items.map((item) => [item.rank, item.points])).toEqual(listed.map((n) => [listed.indexOf(n) + 1, n]));
      expect(board.population).toBe(listed.length);
      const children = (below[slug] ?? []).filter((child) => child !== 'quiet');
      const parts = await Promise.all(children.map(async (child) => (await boardOf(child, period)).total));
      expect(board.total).toBe((sums.get(slug) ?? 0) + parts.reduce((sum, part) => sum + part, 0));
    }
  }

  const differing = async () => (await checkDatabase(world.db, world.now())).differences;

  it('end with totals, sums and ranks as the ledger has them, folded or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), fc.constantFrom(...periods), async (steps, period) => {
        await play(steps);
        expect(await differing()).toEqual([]);
        await fold(world.ports, { largeFrom: 1, measure: true });
        expect(await differing()).toEqual([]);
        await boardsAreRight(period);
      }),
      // So that a history that fails is told before the test is over, be it as short yet as it can become.
      { numRuns: 8, interruptAfterTimeLimit: 80_000 },
    );
  });

  it('are counted the same when everything is counted anew', async () => {
    const kept = () =>
      Promise.all([
        sql`select * from point_total where points <> 0 or minutes <> 0 or wishes <> 0 order by member_id, period, starts`.execute(
          world.db,
        ),
        sql`select * from point_area where points <> 0 order by area_id, period, starts`.execute(world.db),
        sql`select * from point_histogram where n <> 0 order by area_id, period, starts, points`.execute(world.db),
        sql`select * from point_organisation where points <> 0 or minutes <> 0 or wishes <> 0 order by 1, 2, 3, 4`.execute(
          world.db,
        ),
      ]);
    const before = await kept();
    await rebuildPoints(world.db, world.now(), { largeFrom: 1 });
    const after = await kept();
    expect(after.map(({ rows }) => rows)).toEqual(before.map(({ rows }) => rows));
    expect(await differing()).toEqual([]);
  });
});

function raise(): never {
  throw new Error('There is none.');
}
