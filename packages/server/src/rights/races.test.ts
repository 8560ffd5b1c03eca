import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { tracesOf } from '../testing/traces.ts';
import { cast, createWorld, type Reply, type World } from '../testing/world.ts';

const { me, areas, uploads, wishes } = contract;
vi.setConfig({ testTimeout: 180_000 });

describe.each(databases)('an erasure at the same moment as everything else on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let crowd: Person[];
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    crowd = Array.from({ length: 100 }, (_, index) => world.person(`crowd-${index}`));
    for (const person of crowd) await world.memberId(person);
  }, 180_000);
  afterAll(() => world.stop());

  const published = async (as: Person, more = {}) => {
    const { id } = await world.post(as, more);
    await world.verb('publish', id, people.worker);
    return id;
  };
  const codes = (replies: Reply<unknown>[]) => [...new Set(replies.map(({ status, code }) => code ?? String(status)))].sort();
  /** Everything is as its events say, and nothing of the person is left. */
  async function consistent(name: string) {
    expect(await tracesOf(world.db, world.ports.secrets, [name])).toEqual([]);
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
    const held = await world.db
      .selectFrom('claim')
      .innerJoin('member', 'member.id', 'claim.member_id')
      .innerJoin('wish', 'wish.id', 'claim.wish_id')
      .innerJoin('member as wisher', 'wisher.id', 'wish.wisher_id')
      .select('claim.id')
      .where('claim.state', '=', 'active')
      .where((is) => is.or([is('member.erased_at', 'is not', null), is('wisher.erased_at', 'is not', null)]))
      .execute();
    expect(held).toEqual([]);
  }

  it('100 people claim the wishes of someone who is leaving', async () => {
    const as = world.person('leaving-wisher', { name: '钟离许愿' });
    const ids: string[] = [];
    for (let n = 0; n < 10; n++) ids.push(await published(as, { claimersWanted: 10, story: '钟离许愿说的' }));
    const claims = crowd.map((person, n) => () => world.verb('claim', ids[n % ids.length] ?? '', person));
    const replies = await Promise.all([
      ...claims.slice(0, 50).map((claim) => claim()),
      world.ask(me.erase, { as }),
      ...claims.slice(50).map((claim) => claim()),
    ]);
    expect(replies[50]?.status).toBe(200);
    // Whoever came too late finds it withdrawn: it is not there for them.
    expect(['200', 'wish.state', 'wish.unknown']).toEqual(expect.arrayContaining(codes(replies)));
    const left = await world.db.selectFrom('wish').select('status').distinct().where('id', 'in', ids).execute();
    expect(left).toEqual([{ status: 'withdrawn' }]);
    await consistent('钟离许愿');
  });

  it('someone who is leaving claims 100 wishes at once, twice each, and asks to leave five times', async () => {
    const as = world.person('leaving-helper', { name: '钟离帮忙' });
    await world.memberId(as);
    const ids: string[] = [];
    for (let n = 0; n < 100; n++) ids.push(await published(crowd[n] ?? people.wisher));
    const token = await world.token(as);
    const claim = (id: string) => world.ask(wishes.claim, { id, token, key: id, body: {} });
    const go = () => world.ask(me.erase, { token });
    const replies = await Promise.all([
      ...ids.slice(0, 60).flatMap((id) => [claim(id), claim(id)]),
      ...Array.from({ length: 5 }, go),
      ...ids.slice(60).flatMap((id) => [claim(id), claim(id)]),
    ]);
    expect(['200', 'token.revoked']).toEqual(expect.arrayContaining(codes(replies)));
    expect(replies.slice(120, 125).filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await world.db.selectFrom('wish').select('status').distinct().where('id', 'in', ids).execute();
    expect(left).toEqual([{ status: 'open' }]);
    await consistent('钟离帮忙');
  });

  it('whatever they still send, and whatever a worker still does for them, is over with it', async () => {
    for (let round = 0; round < 5; round++) {
      const name = `申屠第${round}`;
      const as = world.person(`leaving-${round}`, { name });
      const memberId = await world.memberId(as);
      const fulfilled = await published(as);
      await world.verb('claim', fulfilled, people.helper);
      const token = await world.token(as);
      const renamed = await world.token({ ...as, name: `${name}改名` });
      const forThem = () =>
        world.ask(wishes.post, {
          as: people.worker,
          body: { title: `${name}的心愿`, kind: 'item', onBehalfOf: { memberId }, contact: { name } },
        });
      const replies = await Promise.all([
        ...Array.from({ length: 10 }, forThem),
        world.ask(areas.reportIn, { token, area: 'west' }),
        world.ask(uploads.post, { token, body: new TextEncoder().encode(`P ${name}`) }),
        world.ask(me.erase, { token }),
        world.ask(wishes.post, { token, body: { title: `${name}自己写的`, kind: 'item' } }),
        world.ask(me.get, { token: renamed }),
        world.verb('fulfil', fulfilled, people.helper, { note: `送给${name}` }),
        ...Array.from({ length: 10 }, forThem),
      ]);
      expect(replies[12]?.status).toBe(200);
      const over = ['claim.none', 'member.unknown', 'token.revoked', 'upload.unknown', 'wish.state', 'wish.unknown'];
      expect(['200', '201', ...over]).toEqual(expect.arrayContaining(codes(replies)));
      await consistent(name);
    }
  });

  it('two who helped each other leave together', async () => {
    for (let round = 0; round < 10; round++) {
      const pair = ['左', '右'].map((side) =>
        world.person(`${side === '左' ? 'left' : 'right'}-${round}`, { name: `${side}丘互助` }),
      );
      const [left = people.wisher, right = people.helper] = pair;
      const [ofLeft, ofRight] = [await published(left), await published(right)];
      await world.verb('claim', ofLeft, right);
      await world.verb('claim', ofRight, left);
      const replies = await Promise.all([left, right].map((as) => world.ask(me.erase, { as })));
      expect(codes(replies)).toEqual(['200']);
      await consistent('丘互助');
    }
  });
});
