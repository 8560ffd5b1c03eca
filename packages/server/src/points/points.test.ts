import { contract, type Period } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { changeSettings } from '../areas/own-settings.ts';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { bringTo } from '../testing/stages.ts';
import { cast, createWorld, days, type World } from '../testing/world.ts';
import { award, type Deed } from './award.ts';
import { fold } from './fold.ts';
import { rebuildPoints } from './rebuild.ts';

const { areas, me, members, points, reportIns, wishes } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(oneDatabase)('points on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let count = 0;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 120_000);
  afterAll(() => world.stop());

  const areaRow = (slug: string) => world.db.selectFrom('area').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow();
  const account = async (as: Person, query: Record<string, string> = {}) => (await world.ask(me.points, { as, query })).value;
  const board = async (area: string, query: Record<string, string> = {}, as?: Person) =>
    (await world.ask(points.leaderboard, { area, query: { limit: '100', ...query }, as })).value;
  const standing = async (area: string, as: Person, period: Period = 'month') =>
    (await world.ask(points.standing, { area, as, query: { period } })).value;
  const someone = async (ranking: 'off' | 'masked' | 'full', area = 'east') => {
    count += 1;
    const person = world.person(`member-${count}`, { name: `李${count}号`, area });
    const id = await world.memberId(person);
    await world.ask(me.consents, { as: person, body: { ranking } });
    return { person, id };
  };
  const give = async (memberId: string, more: Partial<Deed> & { slug?: string } = {}) => {
    count += 1;
    const area = await areaRow(more.slug ?? 'east');
    const deed = {
      memberId,
      organisationId: null,
      rule: 'wish-helped' as const,
      source: `given:${count}`,
      at: world.now(),
      actorId: null,
    };
    return award(world.db, { ...deed, area, ...more });
  };
  const clean = async () => expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);

  it('come with a wish that went up and with help that was confirmed or closed, once, and say what they are for', async () => {
    const id = await bringTo(world, 'fulfilled');
    expect((await account(people.wisher)).byRule).toEqual({ 'wish-published': 1 });
    expect((await account(people.helper)).points).toBe(0);
    await world.verb('confirm', id, people.wisher, { rating: 5 });
    const { items, points: sum } = await account(people.helper);
    expect(sum).toBe(10);
    expect(items).toMatchObject([
      {
        rule: 'wish-helped',
        amount: 10,
        area: 'east',
        about: { kind: 'wish', id, title: '想要一盏台灯' },
        reversed: false,
        can: [],
      },
    ]);
    await bringTo(world, 'closed');
    expect((await account(people.helper)).points).toBe(20);
    await clean();
  });

  it('come with reporting in, once in a life', async () => {
    const { person } = await someone('off', 'west');
    expect((await world.ask(areas.reportIn, { as: person, area: 'west' })).value.state).toBe('done');
    const asked = (await world.ask(areas.reportIn, { as: person, area: 'east' })).value;
    expect((await world.ask(reportIns.accept, { as: people.worker, id: asked.id })).status).toBe(200);
    const { items } = await account(person);
    expect(items).toMatchObject([
      { rule: 'report-in', amount: 5, area: 'west', about: { kind: 'area', id: null, title: 'west' } },
    ]);
  });

  it('are what an area says or inherits, up to its cap of the day; a capped deed is written down all the same', async () => {
    const { person, id } = await someone('off');
    const south = await areaRow('south');
    await changeSettings(world.db, south, { points: { 'wish-helped': { amount: 7, daily: 10 }, 'action-hour': { amount: 6 } } });
    expect((await world.ask(areas.get, { area: 'east' })).value.settings.points).toEqual({
      'report-in': 5,
      'wish-published': 1,
      'wish-helped': 7,
      'action-hour': 6,
      vote: 1,
    });
    const earned = [await give(id), await give(id), await give(id), await give(id, { rule: 'action-hour', minutes: 95 })];
    expect(earned.map((one) => one?.amount)).toEqual([7, 3, 0, 9]);
    await changeSettings(world.db, south, { points: null });
    expect((await give(id))?.amount).toBe(10);
    expect((await account(person)).items.map((item) => [item.amount, item.minutes])).toEqual([
      [10, null],
      [9, 95],
      [0, null],
      [3, null],
      [7, null],
    ]);
    await clean();
  });

  it('are taken back by a worker of the deed with a reason that the member hears, and the cap is free again', async () => {
    const { person, id } = await someone('masked');
    const given = [];
    for (let n = 0; n < 6; n++) given.push(await give(id, { rule: 'wish-published' }));
    expect(given.map((one) => one?.amount)).toEqual([1, 1, 1, 1, 1, 0]);
    const entry = given[0]?.id ?? '';
    const back = (as: Person | undefined, of = entry) =>
      world.ask(points.reverse, { as, id: of, body: { reason: '记在了别人名下' } });
    expect((await back(undefined)).code).toBe('auth.required');
    expect((await back(person)).code).toBe('auth.forbidden');
    const elsewhere = world.person('elsewhere', { area: 'west', roles: ['worker'] });
    expect((await back(elsewhere)).code).toBe('points.unknown');
    for (const nobody of ['999999', 'x', '0', '01a20621-ad00-7144-9649-5f6fc8fbcdbb']) {
      expect((await back(people.worker, nobody)).code).toBe('points.unknown');
    }
    const own = await give(await world.memberId(people.worker));
    expect((await back(people.worker, own?.id)).code).toBe('member.self');

    const { value } = await back(people.worker);
    expect(value).toMatchObject({ id: entry, amount: 1, reversed: true, reason: '记在了别人名下', by: '周**', can: [] });
    expect((await back(people.worker)).code).toBe('points.reversed');
    const [correction] = (await account(person)).items.filter((item) => item.reverses === entry);
    expect(correction).toMatchObject({ amount: -1, rule: 'wish-published', reason: '记在了别人名下', by: '周**', can: [] });
    expect((await back(people.worker, correction?.id)).code).toBe('points.reversed');
    const [notice] = (await world.ask(me.notices, { as: person })).value.items;
    expect(notice).toMatchObject({ type: 'points.reversed', words: '记在了别人名下', about: 'east' });
    expect((await give(id, { rule: 'wish-published' }))?.amount).toBe(1);
    const seen = (await world.ask(points.ofMember, { as: people.worker, id })).value;
    expect(seen.points).toBe(5);
    expect(seen.items.filter((item) => item.can.includes('reverse'))).toHaveLength(6);
    expect((await world.ask(points.ofMember, { as: elsewhere, id })).code).toBe('member.unknown');

    await world.ask(me.erase, { as: person });
    expect(await world.db.selectFrom('point_words').selectAll().execute()).toEqual([]);
    await clean();
  });

  it('rank those who agreed to it, equal points alike, by where they are at home, with what changed since the period before', async () => {
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
    const { person, id } = await someone('masked');
    await give(id, { at: new Date(world.now().getTime() - days(40)) });
    await give(id);
    const asked = (await world.ask(areas.reportIn, { as: person, area: 'west' })).value;
    const worker = world.person('street', { area: 'south', roles: ['worker'] });
    expect((await world.ask(reportIns.accept, { as: worker, id: asked.id })).status).toBe(200);
    const homes = await world.db
      .selectFrom('point_total')
      .select(['period', 'starts', 'd3'])
      .where('member_id', '=', id)
      .execute();
    const { id: east } = await areaRow('east');
    const { id: west } = await areaRow('west');
    const at = (period: Period) => homes.filter((row) => row.period === period).sort((x, y) => (x.starts < y.starts ? -1 : 1));
    expect(at('all').map(({ d3 }) => d3)).toEqual([west]);
    expect(at('month').map(({ d3 }) => d3)).toEqual([east, west]);
    expect((await board('west')).items.map((item) => item.points)).toContain(15);
    await clean();
  });

  it('go on page by page, and no cursor says whose line a page ended with', async () => {
    const [all, first] = [await board('east', { period: 'all', limit: '50' }), await board('east', { period: 'all', limit: '1' })];
    expect(all.items.length).toBeGreaterThan(1);
    const cursor = first.nextCursor ?? '';
    expect((await board('east', { period: 'all', limit: '1', cursor })).items).toEqual(all.items.slice(1, 2));
    const opened = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    for (const { id } of await world.db.selectFrom('member').select('id').execute()) expect(opened).not.toContain(id);
    const [had] = JSON.parse(opened);
    const forged = btoa(JSON.stringify([had, '01a20621-ad00-7144-9649-5f6fc8fbcdbb']));
    expect((await world.ask(points.leaderboard, { area: 'east', query: { cursor: forged } })).code).toBe('request.invalid');
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

  it.each([
    ['a total', sql`update point_total set points = points + 1 where period = 'week'`, /^member .* week/],
    ['a home', sql`update point_total set d3 = 1 where period = 'all' and listed`, /^home .* all/],
    ['a consent', sql`update point_home set listed = not listed`, /^home/],
    ['a day', sql`update point_day set net = net + 1`, /^day/],
    ['an organisation', sql`delete from point_organisation`, /^organisation/],
    ['an area', sql`delete from point_area`, /^area/],
    ['a histogram', sql`update point_histogram set n = n + 1 where period = 'all'`, /^histogram/],
    ['a rank', sql`update point_bucket set n = n + 1 where bucket = 0`, /^(bucket|rank)/],
  ])('are known to be wrong where %s is, and are counted anew', async (_what, damage, subject) => {
    const busy = await someone('masked');
    // Beyond the first bucket, so that it counts.
    for (let n = 0; n < 14; n++) await give(busy.id);
    await fold(world.ports, { largeFrom: 1, measure: true });
    await damage.execute(world.db);
    const { differences } = await checkDatabase(world.db, world.now());
    expect(differences.some((one) => subject.test(one.subject))).toBe(true);
    await rebuildPoints(world.db, world.now(), { largeFrom: 1 });
    await clean();
  });

  it('of two identities that become one are those of both, without what both were paid for', async () => {
    const [going, staying] = [await someone('masked', 'west'), await someone('masked')];
    for (const { person } of [going, staying]) await world.ask(areas.reportIn, { as: person, area: person.area });
    await give(going.id);
    const { id } = await world.post(people.wisher, { claimersWanted: 2 });
    await world.verb('publish', id, people.worker);
    for (const { person } of [going, staying]) {
      await world.verb('claim', id, person);
      await world.verb('fulfil', id, person, { note: '办好了' });
    }
    expect((await world.ask(wishes.confirm, { as: people.wisher, id, body: { rating: 5 } })).code).toBeUndefined();
    const worker = world.person('street', { area: 'south', roles: ['worker'] });
    expect((await world.ask(members.merge, { as: worker, id: going.id, body: { into: staying.id } })).code).toBeUndefined();
    const { points: sum, byRule, items } = await account(staying.person);
    expect({ sum, byRule }).toEqual({ sum: 25, byRule: { 'report-in': 5, 'wish-helped': 20 } });
    expect(
      items
        .filter((item) => item.reversed)
        .map((item) => item.rule)
        .sort(),
    ).toEqual(['report-in', 'wish-helped']);
    await clean();
  });
});
