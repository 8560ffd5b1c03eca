import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { actionsIn } from '../testing/actions.ts';
import { oneDatabase } from '../testing/databases.ts';
import { cast, createWorld, hours, type World } from '../testing/world.ts';
import { checkActions } from './check.ts';

const { actions: table } = contract;

describe.each(oneDatabase)('the check of actions on $name', ({ open }) => {
  let world: World;
  let id: string;
  let coming: string;
  beforeAll(async () => {
    world = await createWorld(open);
    const people = cast(world);
    const actions = actionsIn(world, people.worker);
    id = (await actions.open({ places: 2 })).id;
    coming = (await actions.open({ places: 1, startsAt: new Date(world.now().getTime() + hours(30)).toISOString() })).id;
    for (const as of [people.neighbour, people.wisher]) {
      await actions.signUp(id, as);
      await actions.signUp(coming, as);
    }
    world.advance(hours(5));
    // One who was signed up, and one who just came.
    const members = await Promise.all([people.neighbour, people.helper].map((as) => world.memberId(as)));
    const items = members.map((member) => ({ member, state: 'attended' }));
    await world.ask(table.attendance, { as: people.worker, id, body: { items } });
    await world.ask(table.finish, { as: people.worker, id });
  }, 120_000);
  afterAll(() => world.stop());

  it('agrees with what people did', async () => {
    expect(await checkDatabase(world.db, world.now())).toMatchObject({ actions: 2, differences: [] });
  });

  it.each([
    ['a place too many', 'action taken', () => sql`update action set taken = taken - 1 where id = ${id}::uuid`],
    [
      'a queue that is shorter than it says',
      'action waiting',
      () => sql`update action set waiting = 2 where id = ${coming}::uuid`,
    ],
    [
      'a ticket that would be given out again',
      'action tickets',
      () => sql`update action set tickets = 1 where id = ${coming}::uuid`,
    ],
    ['hours that are gone', 'action credits', () => sql`update service set withdrawn_at = now()`],
    [
      'hours of someone who was absent',
      'action credits',
      () => sql`update sign_up set state = 'absent', span = null where state = 'attended'`,
    ],
    ['more minutes than they stayed', 'service minutes', () => sql`update service set minutes = minutes + 1`],
    ['hours that brought nothing', 'service entry', () => sql`update service set entry_id = null`],
  ])('finds %s', async (_what, found, breaking) => {
    await expect(
      world.db.transaction().execute(async (trx) => {
        await breaking().execute(trx);
        const { differences: broken } = await checkActions(trx);
        // Nothing of it is kept.
        throw new Error(broken.map(({ subject, what }) => `${subject.split(' ')[0]} ${what}`).join(', '));
      }),
    ).rejects.toThrow(found);
  });
});
