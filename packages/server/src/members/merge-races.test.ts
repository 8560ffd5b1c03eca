import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, type Reply, type World } from '../testing/world.ts';

const { members, me, wishes } = contract;
vi.setConfig({ testTimeout: 120_000 });

describe.each(databases)('a merge at the same moment on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let colleagues: Person[];
  let crowd: Person[];
  let count = 0;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    crowd = Array.from({ length: 40 }, (_, index) => world.person(`crowd-${index}`));
    colleagues = Array.from({ length: 3 }, (_, index) => world.person(`worker-${index}`, { roles: ['worker'] }));
    // Known to the server already: here it is not about first sight.
    for (const person of [...crowd, ...colleagues]) await world.memberId(person);
  }, 120_000);
  afterAll(() => world.stop());

  const someone = async (name: string) => {
    count += 1;
    const person = world.person(`twin-${count}`, { name });
    return { person, id: await world.memberId(person) };
  };
  const published = async (as: Person, claimersWanted = 1) => {
    const { id } = await world.post(as, { claimersWanted });
    await world.verb('publish', id, people.worker);
    return id;
  };
  const merge = (id: string, into: string, as = people.worker) => world.ask(members.merge, { as, id, body: { into } });
  const tally = (replies: Reply<unknown>[]) => {
    const counts: Record<string, number> = {};
    for (const { status, code } of replies) counts[code ?? status] = (counts[code ?? status] ?? 0) + 1;
    return counts;
  };
  const clean = async () => {
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };
  const heldOn = (wishId: string) =>
    world.db
      .selectFrom('claim')
      .select(['member_id', 'state'])
      .where('wish_id', '=', wishId)
      .where('state', 'in', ['active', 'done'])
      .execute();

  it('with 160 claims, half of them of the two who become one: each person holds one place, nobody one of their own', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, other] = [await someone('双生甲'), await someone('双生乙')];
      const shared = [await published(people.wisher, 3), await published(people.neighbour, 20)];
      const own = [await published(one.person, 3), await published(other.person, 3)];
      const all = [...shared, ...own];
      // Each of the two taps ten times on each wish, and so do ten others.
      const twins = all.flatMap((id) =>
        Array.from({ length: 10 }, () => [one.person, other.person].map((as) => () => world.verb('claim', id, as))).flat(),
      );
      const others = all.flatMap((id, index) =>
        crowd
          .slice(index * 10, index * 10 + 10)
          .flatMap((as) => [() => world.verb('claim', id, as), () => world.verb('claim', id, as)]),
      );
      const asked = twins.flatMap((tap, index) => [tap, others[index] ?? tap]);
      const [merged, ...claims] = await Promise.all([
        ...asked.slice(0, 60).map((tap) => tap()),
        merge(one.id, other.id),
        ...asked.slice(60).map((tap) => tap()),
      ]).then((replies) => [replies[60], ...replies.filter((_, index) => index !== 60)]);
      expect(merged?.status).toBe(200);
      const outcomes = Object.keys(tally(claims.filter((reply) => reply !== undefined)));
      expect(['200', 'wish.already-claimed', 'wish.own', 'server.busy']).toEqual(expect.arrayContaining(outcomes));
      for (const id of all) {
        const held = await heldOn(id);
        expect(new Set(held.map((claim) => claim.member_id)).size).toBe(held.length);
        expect(held.map((claim) => claim.member_id)).not.toContain(one.id);
      }
      for (const id of own) expect((await heldOn(id)).map((claim) => claim.member_id)).not.toContain(other.id);
      const left = await world.db.selectFrom('wish').select('id').where('wisher_id', '=', one.id).execute();
      expect(left).toEqual([]);
    }
    await clean();
  });

  it('with what a worker writes down for the one who goes: nothing is left behind', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, other] = [await someone('代写甲'), await someone('代写乙')];
      const write = (as: Person) => () =>
        world.ask(wishes.post, { as, body: { title: '替人许愿', kind: 'item', onBehalfOf: { memberId: one.id } } });
      const asks = Array.from({ length: 50 }, (_, index) => write(colleagues[index % colleagues.length] ?? people.worker));
      const [merged, ...replies] = await Promise.all([merge(one.id, other.id), ...asks.map((ask) => ask())]);
      expect(merged.status).toBe(200);
      expect(['201', 'member.unknown']).toEqual(expect.arrayContaining(Object.keys(tally(replies))));
      const owners = await world.db.selectFrom('wish').select('wisher_id').where('wisher_id', 'in', [one.id, other.id]).execute();
      expect(owners.map((wish) => wish.wisher_id)).toEqual(replies.filter(({ status }) => status === 201).map(() => other.id));
    }
    await clean();
  });

  it('with another merge: of A into B and B into A one happens, and chains end at one who stands', async () => {
    for (let round = 0; round < 8; round++) {
      const trio = [await someone('甲'), await someone('乙'), await someone('丙')];
      const [a, b, c] = trio.map(({ id }) => id);
      if (a === undefined || b === undefined || c === undefined) throw new Error('Three are needed.');
      const shared = await published(people.wisher, 4);
      for (const { person } of trio) await world.verb('claim', shared, person);
      const pairs: [string, string][] = [
        [a, b],
        [b, a],
        [b, c],
        [c, a],
      ];
      const asks = pairs.flatMap(([id, into]) => colleagues.map((as) => merge(id, into, as)));
      const outcomes = tally(await Promise.all(asks));
      expect(['200', 'member.unknown', 'member.merge-target']).toEqual(expect.arrayContaining(Object.keys(outcomes)));
      expect(outcomes['200']).toBeLessThanOrEqual(2);
      const rows = await world.db.selectFrom('member').select(['id', 'merged_into']).where('id', 'in', [a, b, c]).execute();
      const standing = rows.filter((row) => row.merged_into === null).map((row) => row.id);
      expect(standing).toHaveLength(3 - (outcomes['200'] ?? 0));
      for (const row of rows) if (row.merged_into !== null) expect(standing).toContain(row.merged_into);
      const held = (await heldOn(shared)).map((claim) => claim.member_id);
      expect(held.sort()).toEqual(standing.sort());
      for (const { person } of trio) expect(standing).toContain(await world.memberId(person));
    }
    await clean();
  });

  it('with the two changing what others see of them: nobody is left without a switch', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, other] = [await someone('开关甲'), await someone('开关乙')];
      const flip = (as: Person, index: number) => world.ask(me.consents, { as, body: { helper: index % 2 === 0 } });
      const flips = Array.from({ length: 30 }, (_, index) => flip(index % 3 === 0 ? other.person : one.person, index));
      const [merged, ...replies] = await Promise.all([merge(one.id, other.id), ...flips]);
      expect(merged.status).toBe(200);
      expect(['200', 'server.busy']).toEqual(expect.arrayContaining(Object.keys(tally(replies))));
      const kept = await world.db
        .selectFrom('consent')
        .select('member_id')
        .where('member_id', 'in', [one.id, other.id])
        .execute();
      expect(kept).toEqual([{ member_id: other.id }]);
    }
    await clean();
  });
});
