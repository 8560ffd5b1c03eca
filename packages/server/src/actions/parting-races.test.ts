import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { actionsIn } from '../testing/actions.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, days, type World } from '../testing/world.ts';

const { me, members } = contract;
vi.setConfig({ testTimeout: 120_000 });

describe.each(databases)('leaving while others come and go, on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  type Known = Person & { id: string };
  const crowd = (name: string, size: number): Promise<Known[]> =>
    Promise.all(
      Array.from({ length: size }, async (_, n) => {
        const person = world.person(`${name}-${n}`);
        return { ...person, id: await world.memberId(person) };
      }),
    );
  const inDays = (n: number) => new Date(world.now().getTime() + days(n)).toISOString();
  /** Everything adds up, nobody is there twice, and nobody waits beside a free place. */
  const settled = async (id: string) => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
    const list = await actions.list(id);
    const { taken, waiting, places } = await actions.get(id);
    expect(new Set(list.map(({ member }) => member)).size).toBe(list.length);
    expect(list.filter(({ state }) => state === 'signed-up')).toHaveLength(taken);
    expect(list.flatMap(({ position }) => position ?? [])).toEqual(Array.from({ length: waiting }, (_, n) => n + 1));
    if (waiting > 0) expect(taken).toBe(places);
    return list;
  };

  it('someone with a place is erased while fifty others sign off and wait', async () => {
    const gone = await crowd('gone', 2);
    const holding = await crowd('holding', 25);
    const coming = await crowd('coming', 25);
    const { id } = await actions.open({ places: 20, startsAt: inDays(1) });
    for (const as of [...gone, ...holding]) expect((await actions.signUp(id, as)).status).toBe(200);
    const replies = await Promise.all([
      ...holding.slice(0, 15).flatMap((as) => [actions.signOff(id, as), actions.signOff(id, as)]),
      ...gone.map((as) => world.ask(me.erase, { as })),
      ...coming.flatMap((as) => [actions.signUp(id, as), actions.signUp(id, as)]),
      ...gone.map((as) => actions.signUp(id, as)),
    ]);
    const erased = replies.slice(30, 32);
    expect(erased.map(({ status }) => status)).toEqual([200, 200]);
    for (const { code } of replies) expect([undefined, 'action.not-signed-up', 'token.revoked']).toContain(code);
    const list = await settled(id);
    expect(list).toHaveLength(35);
    for (const { id: member } of gone) expect(list.map((line) => line.member)).not.toContain(member);
  });

  it('two identities are merged while both sign up', async () => {
    const [from, into, others] = [await crowd('from', 6), await crowd('into', 6), await crowd('other', 6)];
    const { id } = await actions.open({ places: 5, startsAt: inDays(2) });
    // Something else at the same time, for which one of the two may be signed up.
    const beside = await actions.open({ places: 50, startsAt: inDays(2) });
    const pairs = from.map((going, n) => ({ going, staying: into[n] ?? going }));
    const replies = await Promise.all(
      pairs.flatMap(({ going, staying }, n) => [
        actions.signUp(id, going),
        actions.signUp(id, staying),
        ...(n % 2 === 0 ? [actions.signUp(beside.id, staying)] : []),
        world.ask(members.merge, { as: people.worker, id: going.id, body: { into: staying.id } }),
        actions.signUp(id, going),
        actions.signOff(id, staying),
        actions.signUp(id, others[n] ?? going),
        actions.signUp(id, staying),
      ]),
    );
    // Who is merged meanwhile is asked to try again, or to sign in as the other; who signs off first never was there.
    const early = ['auth.forbidden', 'action.not-signed-up'];
    const expected = [undefined, 'action.overlap', 'server.busy', 'token.revoked', ...early];
    for (const { code } of replies) expect(expected).toContain(code);
    const merged = await world.db.selectFrom('member').select('id').where('merged_into', 'is not', null).execute();
    expect(merged).toHaveLength(6);
    const here = (await settled(id)).map(({ member }) => member);
    const there = (await settled(beside.id)).map(({ member }) => member);
    for (const { going } of pairs) expect([...here, ...there]).not.toContain(going.id);
    const both = await world.db
      .selectFrom('sign_up')
      .select('member_id')
      .where('action_id', 'in', [id, beside.id])
      .where('span', 'is not', null)
      .execute();
    expect(new Set(both.map((row) => row.member_id)).size).toBe(both.length);
  });
});
