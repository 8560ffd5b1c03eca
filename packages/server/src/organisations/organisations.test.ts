import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { organisations, areas, me } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(databases)('organisations on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    for (const [slug, parent] of [
      ['grid-1', 'branch'],
      ['grid-2', 'branch'],
      ['block-1', 'grid-1'],
    ])
      expect((await register({ slug, name: `支部${slug}`, kind: 'party', parent })).status).toBe(201);
  }, 120_000);
  afterAll(() => world.stop());

  const register = (body: unknown, as: Person | undefined = people.worker, area = 'east') =>
    world.ask(organisations.register, { as, area, body });
  const page = async (slug: string, as?: Person) => (await world.ask(organisations.get, { as, slug })).value;
  const published = async (claimersWanted = 1) => {
    const { id } = await world.post(people.wisher, { claimersWanted });
    await world.verb('publish', id, people.worker);
    return id;
  };

  it('stand in a tree of their own', async () => {
    expect(await page('grid-1')).toMatchObject({
      name: '支部grid-1',
      area: { slug: 'east' },
      path: [{ slug: 'branch' }, { slug: 'grid-1' }],
      children: [{ slug: 'block-1' }],
      deeds: { helped: 0, inProgress: 0 },
      can: [],
    });
    expect((await page('block-1')).path.map(({ slug }) => slug)).toEqual(['branch', 'grid-1', 'block-1']);
    const listed = (await world.ask(areas.organisations, {})).value.items;
    expect(listed.map(({ slug, parent }) => [slug, parent])).toEqual([
      ['branch', null],
      ['club', null],
      ['grid-1', 'branch'],
      ['grid-2', 'branch'],
      ['block-1', 'grid-1'],
    ]);
    expect((await world.ask(organisations.get, { slug: 'nothing' })).code).toBe('organisation.unknown');
    expect((await world.ask(organisations.get, { slug: 'NO%20SLUG' })).code).toBe('organisation.unknown');
  });

  it('hang under nobody else’s page, and name nobody whom the worker does not look after', async () => {
    const west = world.person('west-worker', { name: '西边社工', area: 'west', roles: ['worker'] });
    const mine = { slug: 'mine', name: '我的支部', kind: 'party' };
    expect((await register({ ...mine, parent: 'branch' }, west, 'west')).code).toBe('auth.forbidden');
    expect((await register(mine, west, 'west')).status).toBe(201);

    const set = (as: Person, members: string[], key?: string) =>
      world.ask(organisations.setRepresentatives, { as, slug: 'club', body: { members }, ...(key !== undefined && { key }) });
    const [near, far] = [await world.memberId(people.neighbour), await world.memberId(people.helper)];
    const named = (await set(people.worker, [near, far], 'once')).value.items.map(({ name }) => name);
    expect(named.sort()).toEqual(['孙**', '钱多多']);
    expect((await set(people.worker, [near, await world.memberId(people.worker)])).code).toBe('member.self');
    // A repeat does nothing, and says nothing either to whoever is no worker any more.
    expect((await set({ ...people.worker, roles: ['resident'] }, [near, far], 'once')).code).toBe('auth.forbidden');
  });

  it('are entered by a worker of the area, under one of the district, each slug once', async () => {
    const fresh = { slug: 'fresh', name: '新的队', kind: 'social' };
    expect((await register({ ...fresh, slug: 'branch' })).code).toBe('organisation.exists');
    for (const parent of ['strangers', 'nothing']) {
      const refused = await register({ ...fresh, parent });
      expect(refused.code).toBe('organisation.unknown');
      expect(refused.problem.fields?.map(({ path }) => path)).toEqual(['parent']);
    }
    for (const as of [people.neighbour, people.officer, people.stranger])
      expect((await register(fresh, as)).code).toBe('auth.forbidden');
    const replies = await Promise.all(Array.from({ length: 20 }, () => register(fresh)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    expect((await page('fresh', people.worker)).can).toEqual(['set-representatives', 'representatives']);
  });

  it('have a page of what they did, their branches included, each wish once', async () => {
    const reps = [
      world.person('rep-top', { name: '上级', orgs: ['branch'] }),
      world.person('rep-1', { name: '一格', orgs: ['grid-1'] }),
      world.person('rep-2', { name: '二格', orgs: ['grid-2'] }),
    ] as const;
    const [together, alone, open, given, someoneElse] = [
      await published(2),
      await published(),
      await published(3),
      await published(),
      await published(),
    ];
    const claim = (id: string, as: Person, slug?: string) => world.verb('claim', id, as, slug === undefined ? {} : { as: slug });
    await claim(together, reps[1], 'grid-1');
    await claim(together, reps[2], 'grid-2');
    await claim(alone, reps[2], 'grid-2');
    await claim(open, reps[0], 'branch');
    await claim(given, reps[1], 'grid-1');
    await claim(someoneElse, people.neighbour);
    await world.verb('release', given, reps[1]);
    for (const as of [reps[1], reps[2]]) await world.verb('fulfil', together, as, { note: '一起办好的' });
    expect((await page('branch')).deeds).toEqual({ helped: 0, inProgress: 3 });
    await world.verb('confirm', together, people.wisher, { rating: 5 });
    await world.verb('fulfil', alone, reps[2], { note: '办好了' });
    await world.verb('close', alone, people.worker, { note: '看过' });
    expect((await page('branch')).deeds).toEqual({ helped: 2, inProgress: 1 });
    expect((await page('grid-1')).deeds).toEqual({ helped: 1, inProgress: 0 });
    expect((await page('block-1')).deeds).toEqual({ helped: 0, inProgress: 0 });

    const shown = async (slug: string, query: Record<string, string> = {}) =>
      (await world.ask(organisations.wishes, { slug, query })).value;
    expect(new Set((await shown('branch')).items.map(({ id }) => id))).toEqual(new Set([together, alone, open]));
    expect((await shown('grid-1')).items.map(({ id }) => id)).toEqual([together]);
    const first = await shown('branch', { limit: '2' });
    const rest = await shown('branch', { limit: '2', cursor: first.nextCursor ?? '' });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual((await shown('branch')).items.map(({ id }) => id));
    await world.verb('withdraw', open, people.wisher);
    expect((await shown('branch')).items).toHaveLength(2);
    expect((await page('branch')).deeds).toEqual({ helped: 2, inProgress: 0 });
  });

  describe('and whoever acts for them', () => {
    const set = (ids: string[], as: Person | undefined = people.worker, slug = 'club') =>
      world.ask(organisations.setRepresentatives, { as, slug, body: { members: ids } });
    const list = (as: Person | undefined, slug = 'club') => world.ask(organisations.representatives, { as, slug });
    const mayActFor = async (as: Person) => (await world.ask(me.get, { as })).value.organisations.map(({ slug }) => slug);
    let named: Person & { id: string };
    let byToken: Person & { id: string };
    beforeAll(async () => {
      const first = world.person('named', { name: '褚遂良' });
      const second = world.person('by-token', { name: '卫子夫', orgs: ['club'] });
      named = { ...first, id: await world.memberId(first) };
      byToken = { ...second, id: await world.memberId(second) };
    });

    it('are named by a worker, effective with their next request, and told of it', async () => {
      expect(await mayActFor(named)).toEqual([]);
      expect((await set([named.id, byToken.id])).value.items).toMatchObject([
        { id: named.id, name: '褚遂良', origin: 'worker' },
        { id: byToken.id, name: '卫子夫', origin: 'worker' },
      ]);
      expect(await mayActFor(named)).toEqual(['club']);
      const id = await published();
      expect((await world.verb('claim', id, named, { as: 'club' })).status).toBe(200);
      expect((await world.ask(me.notices, { as: named })).value.items[0]).toMatchObject({
        type: 'member.representative-named',
        about: '东社区志愿队',
        wish: null,
      });
    });

    it('are read in full by workers, masked by their fellows, and by nobody else', async () => {
      expect((await list(people.worker)).value.items.map(({ name }) => name)).toEqual(['褚遂良', '卫子夫']);
      expect((await list(named)).value.items.map(({ name }) => name)).toEqual(['褚**', '卫**']);
      for (const as of [people.neighbour, people.officer, people.stranger, people.branch])
        expect((await list(as)).code).toBe('auth.forbidden');
      expect((await list(undefined)).code).toBe('auth.required');
      expect((await page('club', named)).can).toEqual(['representatives']);
      for (const as of [named, people.neighbour, people.stranger]) expect((await set([], as)).code).toBe('auth.forbidden');
    });

    it('may no longer once they are not named, whatever their token says, and what they had in hand stays the organisation’s', async () => {
      const held = await published();
      expect((await world.verb('claim', held, byToken, { as: 'club' })).status).toBe(200);
      await set([named.id]);
      expect(byToken.orgs).toEqual(['club']);
      expect(await mayActFor(byToken)).toEqual([]);
      const id = await published();
      expect((await world.verb('claim', id, byToken, { as: 'club' })).code).toBe('organisation.not-representative');
      expect((await world.verb('fulfil', held, named, { note: '接着办好了' })).status).toBe(200);
      expect((await world.ask(me.notices, { as: byToken })).value.items).toMatchObject([
        { type: 'wish.fulfilled' },
        { type: 'member.representative-withdrawn', about: '东社区志愿队' },
        { type: 'member.representative-named' },
      ]);
      await set([named.id, byToken.id]);
      expect(await mayActFor(byToken)).toEqual(['club']);
    });

    it('are told once: naming the same again changes nothing', async () => {
      const told = () => world.db.selectFrom('event').select('id').where('type', 'like', 'member.representative-%').execute();
      const before = await told();
      await set([byToken.id, named.id, named.id.toUpperCase()]);
      expect(await told()).toEqual(before);
    });

    it('are known members of the district', async () => {
      const stranger = await world.memberId(people.stranger);
      const reply = await set([named.id, stranger, '0190a1b2-0000-7000-8000-000000000001']);
      expect(reply.code).toBe('member.unknown');
      expect(reply.problem.fields?.map(({ path }) => path)).toEqual(['members.1', 'members.2']);
      expect((await list(people.worker)).value.items).toHaveLength(2);
    });

    it('named by two workers at once are those whom one of them named', async () => {
      const colleague = world.person('colleague-worker', { roles: ['worker'] });
      await world.memberId(colleague);
      for (let round = 0; round < 5; round++) {
        const asks = Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? set([named.id]) : set([byToken.id], colleague)));
        expect(new Set((await Promise.all(asks)).map(({ status }) => status))).toEqual(new Set([200]));
        expect((await list(people.worker)).value.items).toHaveLength(1);
      }
      expect(world.failures).toEqual([]);
    });

    it('cannot confirm what their organisation did by having the portal forget that they were one of it', async () => {
      const wishing = world.person('double', { name: '两边都是', orgs: ['branch'] });
      const { id } = await world.post(wishing);
      await world.verb('publish', id, people.worker);
      await world.verb('claim', id, people.branch, { as: 'branch' });
      await world.verb('fulfil', id, people.branch, { note: '办好了' });
      const dropped = { ...wishing, orgs: [] };
      expect(await mayActFor(dropped)).toEqual([]);
      expect((await world.verb('confirm', id, dropped, { rating: 5 })).code).toBe('wish.self-dealing');
      expect((await world.ask(contract.wishes.get, { id, as: dropped })).value.can).not.toContain('confirm');
      const worker = world.person('double-worker', { roles: ['worker'], orgs: ['branch'] });
      await world.memberId(worker);
      expect((await world.verb('close', id, { ...worker, orgs: [] }, { note: '看过' })).code).toBe('wish.self-dealing');
      expect((await world.verb('close', id, people.worker, { note: '看过' })).status).toBe(200);
    });
  });
});
