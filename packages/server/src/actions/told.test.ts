import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaBySlug } from '../areas/statements.ts';
import { visitor } from '../identity/caller.ts';
import { resolveCaller } from '../identity/resolve.ts';
import { factOf, hears } from '../live/hearing.ts';
import { eventsAfter } from '../live/statements.ts';
import { actionsIn } from '../testing/actions.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, days, type World } from '../testing/world.ts';

const { actions: table, me } = contract;

// On the embedded database alone: what others have open on a shared server holds the stream back.
describe.each(databases.slice(0, 1))('what is told of an action on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  let dayNumber = 0;
  const freeDay = () => new Date(world.now().getTime() + days(++dayNumber)).toISOString();
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  const noticesOf = async (as: Person, id: string) =>
    (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items.filter(({ action }) => action?.id === id);

  /** The facts about an action that someone hears who listens to the community. */
  async function heard(as: Person | undefined, actionId: string): Promise<string[]> {
    const area = await areaBySlug(world.db, 'east');
    const caller = as ? (await resolveCaller(world.ports, `Bearer ${await world.token(as)}`)).caller : visitor;
    const events = await eventsAfter(world.db, { xid: '0', id: '0' }, 2000);
    const facts = events.flatMap((event) => (area && hears(caller, area, event) ? [factOf(event)] : []));
    return facts.filter(({ id }) => id === actionId).map(({ type }) => type);
  }

  it('names the action in a notice, with why it was called off', async () => {
    const { id } = await actions.open({ startsAt: freeDay(), title: '给花坛松土' });
    await actions.signUp(id, people.neighbour);
    await world.ask(table.cancel, { as: people.worker, id, body: { reason: '花匠病了' } });
    expect(await noticesOf(people.neighbour, id)).toMatchObject([
      {
        type: 'action.cancelled',
        words: '花匠病了',
        by: null,
        wish: null,
        about: null,
        action: { title: '给花坛松土', status: 'cancelled' },
      },
    ]);
  });

  it('tells whoever moved up, and not the one who made room', async () => {
    const { id } = await actions.open({ places: 1, startsAt: freeDay() });
    await actions.signUp(id, people.wisher);
    await actions.signUp(id, people.helper);
    await actions.signOff(id, people.wisher);
    expect((await noticesOf(people.helper, id)).map(({ type }) => type)).toEqual(['action.moved-up']);
    expect(await noticesOf(people.wisher, id)).toEqual([]);
  });

  it('is heard by everyone once it is open, and by those concerned before', async () => {
    const draft = await actions.draft({ startsAt: freeDay(), host: 'branch' });
    expect(await heard(undefined, draft.id)).toEqual([]);
    expect(await heard(people.neighbour, draft.id)).toEqual([]);
    expect(await heard(people.branchToo, draft.id)).toEqual(['action.drafted']);
    expect(await heard(people.worker, draft.id)).toEqual(['action.drafted']);
    await world.ask(table.open, { as: people.worker, id: draft.id });
    await actions.signUp(draft.id, people.neighbour);
    expect(await heard(undefined, draft.id)).toEqual(['action.opened', 'action.signed-up']);
  });

  it('says who came to those who look after it and to themself alone, and nothing of a look at the list', async () => {
    const { id } = await actions.open({ startsAt: freeDay(), host: 'branch' });
    await actions.signUp(id, people.neighbour);
    await actions.begin(id);
    const { code } = (await world.ask(table.checkInCode, { as: people.branch, id })).value;
    await world.ask(table.checkIn, { as: people.neighbour, id, body: { code } });
    await actions.list(id);
    for (const as of [people.worker, people.branch, people.branchToo, people.neighbour])
      expect((await heard(as, id)).at(-1)).toBe('action.checked-in');
    for (const as of [undefined, people.wisher]) expect((await heard(as, id)).at(-1)).toBe('action.signed-up');
  });
});
