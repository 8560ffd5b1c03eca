import { contract, type Member } from '@five-micro/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import { listen } from '../testing/listening.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, hours, type World } from '../testing/world.ts';

const { members, me } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(oneDatabase)('members on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let elsewhere: Person;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    elsewhere = world.person('west-worker', { name: '魏社工', area: 'west', roles: ['worker'] });
  }, 120_000);
  afterAll(() => world.stop());

  const found = async (q: string | undefined, area = 'east', as = people.worker): Promise<string[]> => {
    const reply = await world.ask(members.list, { as, area, query: { limit: '100', ...(q !== undefined && { q }) } });
    return reply.value.items.map((member) => member.name);
  };
  const events = (type: string) => world.db.selectFrom('event').selectAll().where('type', '=', type).orderBy('id').execute();

  describe('a register of names', () => {
    const names = ['𠮷田一郎', '古丽·阿不都', '欧阳春', '解放平', '单雄信', '仇英', '曾国藩', '曾国荃', '尉迟恭', '100%_好人'];
    beforeAll(async () => {
      for (const [index, name] of names.entries())
        await world.register(people.worker, { name, phone: `1390000${String(1000 + index)}` });
      await world.register(elsewhere, { name: '西边的曾' }, 'west');
      await world.register(people.stranger, { name: '远方的曾' }, 'far');
    });

    it('is in the order in which surnames are read as surnames', async () => {
      const order = (await found(undefined)).filter((name) => names.includes(name));
      expect(order).toEqual([
        '100%_好人',
        '古丽·阿不都',
        '𠮷田一郎',
        '欧阳春',
        '仇英',
        '单雄信',
        '解放平',
        '尉迟恭',
        '曾国藩',
        '曾国荃',
      ]);
    });

    it('goes on page by page without a gap, a repeat, or a name in the address', async () => {
      const all = await found(undefined);
      const pages: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const query: Record<string, string> = { limit: '3', ...(cursor !== '' && { cursor }) };
        const page: { items: Member[]; nextCursor: string | null } = (await world.ask(members.list, { as: people.worker, query }))
          .value;
        pages.push(...page.items.map((member) => member.name));
        cursor = page.nextCursor;
        if (cursor !== null) expect(Buffer.from(cursor, 'base64').toString()).toMatch(/^\["[0-9a-f-]{36}"\]$/);
      }
      expect(pages).toEqual(all);
    });

    it.each([
      ['曾', ['曾国藩', '曾国荃']],
      ['阿不', ['古丽·阿不都']],
      ['𠮷', ['𠮷田一郎']],
      ['zeng', ['曾国藩', '曾国荃']],
      ['Zeng Guo', ['曾国藩', '曾国荃']],
      ['zengguofan', ['曾国藩']],
      ['ｚｅｎｇ', ['曾国藩', '曾国荃']],
      ['qiu', ['仇英']],
      ['yuchi', ['尉迟恭']],
      ['guli', ['古丽·阿不都']],
      ['eng', []],
      ['1006', ['曾国藩']],
      ['13900001006', ['曾国藩']],
      ['%', ['100%_好人']],
      ['_', ['100%_好人']],
      ['100%_', ['100%_好人']],
      ['\\', []],
      ['z%', []],
    ])('finds by %s', async (q, expected) => {
      expect((await found(q)).filter((name) => names.includes(name) || name.endsWith('的曾'))).toEqual(expected);
    });

    it('ends where the community ends, and covers all of a street for its worker', async () => {
      const street = world.person('street', { name: '街道社工', area: 'south', roles: ['worker'] });
      expect(await found('曾', 'south', street)).toEqual(['西边的曾', '曾国藩', '曾国荃']);
      expect((await world.ask(members.list, { as: people.worker, area: 'west' })).code).toBe('auth.forbidden');
    });

    it('finds whoever has no home yet where they are looked for, and lists them nowhere', async () => {
      await world.memberId({ ...world.person('homeless', { name: '曾无居' }), area: '' });
      expect(await found('曾无居')).toEqual(['曾无居']);
      expect(await found('曾无居', 'west', elsewhere)).toEqual(['曾无居']);
      expect(await found('曾无居', 'far', people.stranger)).toEqual([]);
      expect(await found(undefined)).not.toContain('曾无居');
    });

    it('refuses a cursor that names nobody of the district', async () => {
      const stranger = await world.memberId(people.stranger);
      for (const id of [stranger, '0190a1b2-0000-7000-8000-000000000001', 'x']) {
        const cursor = Buffer.from(JSON.stringify([id])).toString('base64url');
        const reply = await world.ask(members.list, { as: people.worker, query: { cursor } });
        expect(reply.problem.fields?.map(({ path }) => path)).toEqual(['cursor']);
      }
    });

    it('writes every look down, without the words', async () => {
      const before = (await events('members.searched')).length;
      await found('曾国');
      const written = (await events('members.searched')).slice(before);
      expect(written).toMatchObject([
        { actor_id: await world.memberId(people.worker), data: { count: 2 }, visibility: 'workers' },
      ]);
      expect(JSON.stringify(written)).not.toContain('曾');
      const id = await world.register(people.worker, { name: '被看的人' });
      await world.ask(members.get, { as: people.worker, id });
      expect((await events('members.looked')).at(-1)).toMatchObject({ data: { member: id }, visibility: 'workers' });
    });
  });

  it('shows a worker the whole name, a masked number, and what may be done', async () => {
    const id = await world.register(people.worker, { name: '丁阿婆', phone: '13812348000' });
    const shown = (await world.ask(members.get, { as: people.worker, id })).value;
    expect(shown).toMatchObject({
      name: '丁阿婆',
      phone: '138****8000',
      area: { slug: 'east' },
      branch: null,
      registeredByWorker: true,
      accounts: 0,
      can: ['merge', 'revoke', 'post-wish'],
    });
    const self = await world.memberId(people.worker);
    expect((await world.ask(members.get, { as: people.worker, id: self })).value).toMatchObject({ accounts: 1, can: [] });
  });

  it('are not there for workers of elsewhere, and nobody else may ask', async () => {
    const id = await world.register(people.worker, { name: '丁阿公' });
    for (const endpoint of [members.get, members.merge, members.revoke] as const) {
      const ask = (as: Person | undefined, of: string) =>
        world.ask<unknown>(endpoint, { as, id: of, ...(endpoint === members.merge && { body: { into: id } }) });
      for (const as of [elsewhere, people.stranger]) expect((await ask(as, id)).code).toBe('member.unknown');
      expect((await ask(people.worker, '0190a1b2-0000-7000-8000-000000000001')).code).toBe('member.unknown');
      expect((await ask(people.worker, 'nobody')).code).toBe('member.unknown');
      for (const as of [people.neighbour, people.officer]) {
        expect((await ask(as, id)).code).toBe('auth.forbidden');
        // Whoever may not look is told the same of someone who is not there.
        expect((await ask(as, '0190a1b2-0000-7000-8000-000000000001')).code).toBe('auth.forbidden');
      }
      expect((await ask(undefined, id)).code).toBe('auth.required');
    }
  });

  it('have no way to give themselves a role, an area, a status or points', async () => {
    const more = { role: 'worker', roles: ['worker'], area: 'west', status: 'open', points: 100, registeredBy: 'me' };
    const asks = [
      world.ask(members.register, { as: people.worker, body: { name: '丁', ...more } }),
      world.ask(me.consents, { as: people.neighbour, body: { helper: true, ...more } }),
      world.ask(contract.areas.reportIn, { as: people.neighbour, body: { ...more } }),
    ];
    for (const reply of await Promise.all(asks)) {
      expect(reply.code).toBe('request.invalid');
      expect(new Set(reply.problem.fields?.map(({ code }) => code))).toEqual(new Set(['unknown-field']));
    }
  });

  describe('whose sign-ins are ended', () => {
    let person: Person;
    let id: string;
    let round = 0;
    beforeEach(async () => {
      round += 1;
      person = world.person(`lost-phone-${round}`, { name: '丢了手机的人' });
      id = await world.memberId(person);
    });

    it('are refused with their next request, and come back with a new token', async () => {
      const old = await world.token(person);
      const asks = () => world.send('/me', { token: old });
      world.advance(3_000);
      expect((await asks()).status).toBe(200);
      expect((await world.ask(members.revoke, { as: people.worker, id })).value.id).toBe(id);
      const refused = await asks();
      expect(refused.status).toBe(401);
      expect(await refused.json()).toMatchObject({ code: 'token.revoked' });
      // One that a portal dates later by no more than clocks may differ may be from before.
      world.advance(60_000);
      expect((await world.ask(me.get, { as: person })).code).toBe('token.revoked');
      world.advance(1_000);
      expect((await world.ask(me.notices, { as: person })).value.items).toMatchObject([
        { type: 'member.revoked', wish: null, by: null },
      ]);
    });

    it('cannot repeat what they did, nor begin anything new', async () => {
      const wish = await world.post(people.wisher);
      await world.verb('publish', wish.id, people.worker);
      const old = await world.token(person);
      const claim = (key: string) => world.send(`/wishes/${wish.id}/claim`, { token: old, method: 'POST', body: {}, key });
      expect((await claim('once')).status).toBe(200);
      world.advance(1_000);
      await world.ask(members.revoke, { as: people.worker, id });
      for (const key of ['once', 'another']) expect(await (await claim(key)).json()).toMatchObject({ code: 'token.revoked' });
    });

    it('lose an open stream within one heartbeat', async () => {
      const stream = listen(await world.send('/areas/east/live', { as: person }));
      await stream.begun();
      world.advance(1_000);
      await world.ask(members.revoke, { as: people.worker, id });
      world.advance(20_500);
      expect(await stream.ended()).toBe(true);
    });

    it('are not the worker themself', async () => {
      const self = await world.memberId(people.worker);
      expect((await world.ask(members.revoke, { as: people.worker, id: self })).code).toBe('member.self');
      expect((await world.ask(me.get, { as: people.worker })).status).toBe(200);
    });
  });

  it('of an issuer that was revoked are refused, those of others are not', async () => {
    const { iss } = people.stranger;
    await world.db
      .insertInto('issuer')
      .columns(['iss', 'root_id', 'area_id', 'not_before'])
      .expression((is) =>
        is
          .selectFrom('area')
          .select([is.val(iss).as('iss'), 'root_id', 'id', is.val(world.now()).as('at')])
          .where('slug', '=', 'away'),
      )
      .execute();
    expect((await world.ask(me.get, { as: people.stranger })).code).toBe('token.revoked');
    expect((await world.ask(me.get, { as: people.neighbour })).status).toBe(200);
    world.advance(hours(1));
    expect((await world.ask(me.get, { as: people.stranger })).status).toBe(200);
    expect(world.failures).toEqual([]);
  });
});
