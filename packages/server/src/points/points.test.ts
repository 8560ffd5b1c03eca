import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { changeSettings } from '../areas/own-settings.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { pointsIn } from '../testing/points.ts';
import { bringTo } from '../testing/stages.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { areas, me, members, points, reportIns, wishes } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(oneDatabase)('points on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let kit: ReturnType<typeof pointsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    kit = pointsIn(world);
  }, 120_000);
  afterAll(() => world.stop());

  it('come with a wish that went up and with help that was confirmed or closed, once, and say what they are for', async () => {
    const { account, clean } = kit;
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
    const { account, someone } = kit;
    const { person } = await someone('off', 'west');
    expect((await world.ask(areas.reportIn, { as: person, area: 'west' })).value.state).toBe('done');
    const asked = (await world.ask(areas.reportIn, { as: person, area: 'east' })).value;
    expect((await world.ask(reportIns.accept, { as: people.worker, id: asked.id })).status).toBe(200);
    const { items } = await account(person);
    expect(items).toMatchObject([
      { rule: 'report-in', amount: 5, area: 'west', about: { kind: 'area', id: null, title: 'west' } },
    ]);

    // Not once more as another identity of theirs, which has not reported in itself.
    const { person: other, id: otherId } = await someone('off', 'west');
    const worker = world.person('street', { area: 'south', roles: ['worker'] });
    const body = { into: otherId };
    expect((await world.ask(members.merge, { as: worker, id: await world.memberId(person), body })).status).toBe(200);
    const again = (await world.ask(areas.reportIn, { as: other, area: 'east' })).value;
    expect((await world.ask(reportIns.accept, { as: people.worker, id: again.id })).status).toBe(200);
    expect((await account(other)).byRule).toEqual({ 'report-in': 5 });
  });

  it('are what an area says or inherits, up to its cap of the day; a capped deed is written down all the same', async () => {
    const { areaRow, account, someone, give, clean } = kit;
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
    // An area's own word goes before the street's, for as long as it has one; the cap of the street counts both deeds.
    const { person: other, id: otherId } = await someone('off');
    const east = await areaRow('east');
    await changeSettings(world.db, east, { points: { 'wish-helped': { amount: 4 } } });
    await give(otherId);
    await changeSettings(world.db, east, { points: null });
    await give(otherId);
    expect((await account(other)).items.map((item) => item.amount)).toEqual([6, 4]);
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
    const { account, someone, give, clean } = kit;
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

  it('of two identities that become one are those of both, without what both were paid for', async () => {
    const { account, someone, give, clean } = kit;
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
