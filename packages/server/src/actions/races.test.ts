import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { actionsIn } from '../testing/actions.ts';
import { databases } from '../testing/databases.ts';
import { someoneWaits } from '../testing/waiting.ts';
import { cast, createWorld, hours, type World } from '../testing/world.ts';
import { changeAction, changeWords, lockAction } from './statements.ts';

vi.setConfig({ testTimeout: 240_000 });

const countTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe.each(databases)('places, when everybody wants one at once, on $name', ({ open }) => {
  const many = 1000;
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  let crowd: { token: string }[];
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
    // Nobody has been seen here before: their first request makes them members.
    crowd = await Promise.all(countTo(many).map(async (n) => ({ token: await world.token(world.person(`crowd-${n}`)) })));
  }, 240_000);
  afterAll(() => world.stop());

  const consistent = async () => {
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };

  it('who waited for an action has its words as they became meanwhile', async () => {
    const { id } = await actions.open({ places: 5 });
    let waiting: ReturnType<typeof lockAction> | undefined;
    await world.db.transaction().execute(async (first) => {
      await lockAction(first, id);
      waiting = world.db.transaction().execute((second) => lockAction(second, id));
      await someoneWaits(first);
      await changeAction(first, id, { places: 7 });
      await changeWords(first, id, { title: '换了的话' });
    });
    expect(await waiting).toMatchObject({ places: 7, title: '换了的话' });
  });

  it(`are given to exactly fifty of ${many} who ask twice each; all others wait without a hole, and thirty move up`, async () => {
    const { id } = await actions.open({ places: 50 });
    const ask = ({ token }: { token: string }) => world.ask(contract.actions.signUp, { token, id, body: {} });
    // The two requests of one person come together, as from a double tap.
    const replies = await Promise.all(crowd.flatMap((one) => [ask(one), ask(one)]));
    expect(replies.every(({ status }) => status === 200)).toBe(true);

    const list = await actions.list(id);
    expect(list).toHaveLength(many);
    expect(list.filter(({ state }) => state === 'signed-up')).toHaveLength(50);
    expect(list.filter(({ state }) => state === 'waiting').map(({ position }) => position)).toEqual(countTo(many - 50));
    expect(await actions.get(id)).toMatchObject({ taken: 50, waiting: many - 50 });

    const placed = list.filter(({ state }) => state === 'signed-up').map(({ member }) => member);
    const next = list.filter(({ state }) => state === 'waiting').map(({ member }) => member);
    const leaving = crowd.filter((_, at) => replies[2 * at]?.value.state === 'signed-up').slice(0, 30);
    const off = await Promise.all(leaving.map(({ token }) => world.ask(contract.actions.signOff, { token, id, body: {} })));
    expect(off.map(({ value }) => value.state)).toEqual(countTo(30).map(() => 'cancelled'));

    const after = await actions.list(id);
    const now = new Set(after.filter(({ state }) => state === 'signed-up').map(({ member }) => member));
    expect(now.size).toBe(50);
    expect(placed.filter((member) => now.has(member))).toHaveLength(20);
    // The thirty who were first in the queue, and nobody else.
    expect(next.filter((member) => now.has(member))).toEqual(next.slice(0, 30));
    expect(after.filter(({ state }) => state === 'waiting').map(({ position }) => position)).toEqual(countTo(many - 80));
    const told = await world.db.selectFrom('event').select('id').where('type', '=', 'action.moved-up').execute();
    expect(told).toHaveLength(30);
    await consistent();
  });

  it('never put one person in two places: of two actions at the same time each of 100 gets exactly one', async () => {
    const startsAt = new Date(world.now().getTime() + hours(30)).toISOString();
    const [one, other] = [await actions.open({ startsAt, places: 200 }), await actions.open({ startsAt, places: 200 })];
    const some = crowd.slice(0, 100);
    const replies = await Promise.all(
      some.flatMap(({ token }) =>
        [one, other, one, other].map(({ id }) => world.ask(contract.actions.signUp, { token, id, body: {} })),
      ),
    );
    expect(new Set(replies.map(({ status, code }) => code ?? status))).toEqual(new Set([200, 'action.overlap']));
    const [left, right] = [await actions.list(one.id), await actions.list(other.id)];
    expect(new Set([...left, ...right].map(({ member }) => member)).size).toBe(100);
    expect(left.length + right.length).toBe(100);
    await consistent();
  });

  it('move up only who has no other plans, whatever happens at the same moment', async () => {
    const startsAt = new Date(world.now().getTime() + hours(60)).toISOString();
    for (let round = 0; round < 5; round += 1) {
      const begin = new Date(new Date(startsAt).getTime() + hours(24 * round)).toISOString();
      const [full, rival] = [
        await actions.open({ startsAt: begin, places: 5 }),
        await actions.open({ startsAt: begin, places: 50 }),
      ];
      const [placed, waiting] = [crowd.slice(200, 205), crowd.slice(205, 225)];
      for (const { token } of [...placed, ...waiting]) await world.ask(contract.actions.signUp, { token, id: full.id, body: {} });
      await Promise.all([
        ...placed.map(({ token }) => world.ask(contract.actions.signOff, { token, id: full.id, body: {} })),
        ...waiting.flatMap(({ token }) => [
          world.ask(contract.actions.signUp, { token, id: rival.id, body: {} }),
          world.ask(contract.actions.signUp, { token, id: rival.id, body: {} }),
        ]),
      ]);
      const [up, elsewhere] = [await actions.list(full.id), await actions.list(rival.id)];
      const moved = up.filter(({ state }) => state === 'signed-up').map(({ member }) => member);
      const there = new Set(elsewhere.map(({ member }) => member));
      expect(moved.filter((member) => there.has(member))).toEqual([]);
      // Everybody is somewhere: moved up here, or at the other one.
      expect(moved.length + there.size).toBe(20);
    }
    await consistent();
  });
});
