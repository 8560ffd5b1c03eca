import { contract, type Period } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { pointsIn } from '../testing/points.ts';
import { cast, createWorld, days, type World } from '../testing/world.ts';
import { reverse } from './award.ts';
import { fold } from './fold.ts';
import { spanAt } from './periods.ts';

const { areas, me, points, reportIns } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(oneDatabase)('boards on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let kit: ReturnType<typeof pointsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    kit = pointsIn(world);
  }, 120_000);
  afterAll(() => world.stop());

  it('rank those who agreed to it, equal points alike, by where they are at home, with what changed since the period before', async () => {
    const { board, standing, someone, give, clean } = kit;
    world.advance(days(40));
    const [a, b, c, d, hidden] = [
      await someone('masked'),
      await someone('full'),
      await someone('masked', 'west'),
      await someone('masked'),
      await someone('off'),
    ];
    for (const { id } of [d, a, c]) await give(id);
    await give(d.id);
    world.advance(days(31));
    for (const { id } of [a, a, b, b, c, hidden, hidden, hidden]) await give(id, { slug: 'west' });
    const read = async (area: string, as?: Person) => {
      const { items, population, total } = await board(area, {}, as);
      return { rows: items.map(({ rank, points: n, delta, mine }) => [rank, n, delta, mine ?? false]), population, total };
    };
    const rows = [
      [1, 20, 1, false],
      [1, 20, null, true],
      [3, 10, -1, false],
    ];
    const south = await read('south', b.person);
    expect(south.rows.sort((x, y) => Number(x[0]) - Number(y[0]) || Number(x[3]) - Number(y[3]))).toEqual(rows);
    expect(south).toMatchObject({ population: 3, total: 80 });
    expect(await read('east')).toMatchObject({ rows: [expect.anything(), expect.anything()], population: 2, total: 0 });
    expect((await board('east')).items.map(({ name }) => name).sort()).toEqual(['李**', b.person.name].sort());
    expect(await standing('south', hidden.person)).toMatchObject({
      rank: 1,
      points: 30,
      population: 3,
      listed: false,
      next: null,
    });
    expect(await standing('south', c.person)).toMatchObject({ rank: 3, listed: true, next: { rank: 1, points: 20 }, delta: -1 });
    expect(await standing('south', d.person)).toMatchObject({ rank: 4, points: 0, next: { rank: 3, points: 10 }, delta: -3 });

    // The same from histograms, which know nothing yet of what comes after them.
    await fold(world.ports, { largeFrom: 1, measure: true });
    expect((await read('south', b.person)).rows).toHaveLength(3);
    expect(await standing('south', c.person)).toMatchObject({
      rank: 3,
      listed: true,
      next: { rank: 1, points: 20 },
      delta: -1,
      population: 3,
    });
    const folded = world.now().toISOString();
    world.advance(1000);
    await give(c.id, { slug: 'west' });
    expect((await board('south')).asOf).toBe(folded);
    await fold(world.ports);
    expect(await standing('south', c.person)).toMatchObject({ rank: 1, next: null, asOf: world.now().toISOString() });
    await clean();
  });

  it('of an organisation are those that its people earned in its name', async () => {
    const { board, someone, give } = kit;
    world.advance(days(31));
    const [one, other] = [await someone('off'), await someone('off')];
    const of = async (slug: string) =>
      (await world.db.selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id;
    for (const { id } of [one, one, other]) await give(id, { organisationId: await of('branch') });
    await give(one.id, { organisationId: await of('club'), rule: 'action-hour', minutes: 150 });
    const { items, population } = await board('south', { of: 'organisations' }, people.branch);
    expect(items).toMatchObject([
      { rank: 1, organisation: 'branch', points: 30, perHead: 15, mine: true, deeds: { wishes: 3, hours: 0 }, delta: null },
      { rank: 2, organisation: 'club', points: 12, perHead: 12, deeds: { wishes: 0, hours: 2.5 } },
    ]);
    expect(population).toBe(2);
    const first = await board('south', { of: 'organisations', limit: '1' });
    expect(await board('south', { of: 'organisations', limit: '1', cursor: first.nextCursor ?? '' })).toMatchObject({
      items: [{ rank: 2, organisation: 'club' }],
      nextCursor: null,
    });
    expect((await board('west', { of: 'organisations' })).items).toEqual([]);
  });

  it('move with someone from the day of the move; what is closed stays where it was closed', async () => {
    const { areaRow, board, someone, give, clean } = kit;
    const { person, id } = await someone('masked');
    await give(id, { at: new Date(world.now().getTime() - days(40)) });
    await give(id);
    const asked = (await world.ask(areas.reportIn, { as: person, area: 'west' })).value;
    const worker = world.person('street', { area: 'south', roles: ['worker'] });
    expect((await world.ask(reportIns.accept, { as: worker, id: asked.id })).status).toBe(200);
    const homes = await world.db
      .selectFrom('point_total')
      .select(['period', 'starts', 'home_id'])
      .where('member_id', '=', id)
      .execute();
    const { id: east } = await areaRow('east');
    const { id: west } = await areaRow('west');
    const at = (period: Period) => homes.filter((row) => row.period === period).sort((x, y) => (x.starts < y.starts ? -1 : 1));
    expect(at('all').map((row) => row.home_id)).toEqual([west]);
    expect(at('month').map((row) => row.home_id)).toEqual([east, west]);
    expect((await board('west')).items.map((item) => item.points)).toContain(15);
    await clean();
  });

  it('go on page by page, and no cursor says whose line a page ended with', async () => {
    const { board } = kit;
    const [all, first] = [
      await board('east', { period: 'all', limit: '50' }),
      await board('east', { period: 'all', limit: '1' }),
    ];
    expect(all.items.length).toBeGreaterThan(1);
    const cursor = first.nextCursor ?? '';
    expect((await board('east', { period: 'all', limit: '1', cursor })).items).toEqual(all.items.slice(1, 2));
    const opened = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    for (const { id } of await world.db.selectFrom('member').select('id').execute()) expect(opened).not.toContain(id);
    // Nor can one be made for another number, which would tell where among equals someone stands elsewhere.
    const sealed: unknown[] = JSON.parse(opened);
    for (const parts of [
      [1, ...sealed.slice(1)],
      [...sealed.slice(0, -1), '01a20621-ad00-7144-9649-5f6fc8fbcdbb'],
    ]) {
      const forged = btoa(JSON.stringify(parts));
      expect((await world.ask(points.leaderboard, { area: 'east', query: { cursor: forged } })).code).toBe('request.invalid');
    }
  });

  it('have the same ranks in pages of any size, counted or folded', async () => {
    const { board, give, someone } = kit;
    world.advance(days(31));
    for (const times of [4, 3, 3, 3, 2, 2, 1, 1, 1]) {
      const { id } = await someone('masked', 'west');
      for (let n = 0; n < times; n++) await give(id, { slug: 'west' });
    }
    const inPagesOf = async (limit: number) => {
      const ranks: number[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await board('west', { limit: String(limit), ...(cursor != null && { cursor }) });
        ranks.push(...page.items.map(({ rank }) => rank));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return ranks;
    };
    const throughout = async () => {
      for (let limit = 1; limit <= 9; limit++) expect(await inPagesOf(limit)).toEqual([1, 2, 2, 2, 5, 5, 7, 7, 7]);
    };
    await throughout();
    await fold(world.ports, { largeFrom: 1, measure: true });
    await throughout();
  });

  it('are whole where much was taken back that the histogram still has', async () => {
    const { board, give, someone } = kit;
    world.advance(days(31));
    const entries: string[] = [];
    for (let n = 0; n < 4; n++) {
      const { id } = await someone('masked', n % 2 === 0 ? 'west' : 'east');
      for (let times = 0; times <= n; times++) entries.push((await give(id, { slug: 'west' }))?.id ?? '');
    }
    await fold(world.ports, { largeFrom: 1, measure: true });
    const points = async (limit: string) => (await board('south', { limit })).items.map((item) => item.points);
    expect(await points('2')).toEqual([40, 30]);
    // All of the highest, and two of three of the next.
    for (const entryId of entries.slice(4)) await reverse(world.db, { entryId, actorId: null, reason: null, at: world.now() });
    expect(await points('2')).toEqual([20, 10]);
  });

  it('are not shown where an area has switched them off, nor by a cursor that nobody gave', async () => {
    expect((await world.ask(points.leaderboard, { area: 'quiet' })).code).toBe('area.feature-off');
    for (const of of ['members', 'organisations'])
      for (const cursor of ['x', btoa('[1]'), btoa('[1,"x"]'), btoa('["-1","01a20621-ad00-7144-9649-5f6fc8fbcdbb"]')])
        expect((await world.ask(points.leaderboard, { area: 'east', query: { of, cursor } })).code).toBe('request.invalid');
    expect(
      (await world.ask(me.points, { as: people.wisher, query: { cursor: btoa('["2026-01-01T00:00:00.000Z","x"]') } })).code,
    ).toBe('request.invalid');
  });

  it('say a sum that is too great for an integer of the database', async () => {
    await fold(world.ports);
    await world.db.deleteFrom('point_area').execute();
    const { starts } = spanAt('year', world.now());
    const [south, west] = [await kit.areaRow('south'), await kit.areaRow('west')];
    const row = { period: 'year' as const, starts, points: 2_000_000_000 };
    await world.db
      .insertInto('point_area')
      .values([
        { ...row, area_id: south.id },
        { ...row, area_id: west.id },
      ])
      .execute();
    expect((await kit.board('south', { period: 'year' })).total).toBe(4_000_000_000);
  });
});
