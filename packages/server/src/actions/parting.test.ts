import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { actionsIn } from '../testing/actions.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, days, hours, type World } from '../testing/world.ts';

const { actions: table, me, members, uploads } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(databases)('whoever leaves, or turns out to be somebody else, on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  let count = 0;
  let dayNumber = 0;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  const someone = async (): Promise<Person & { id: string }> => {
    count += 1;
    const person = world.person(`someone-${count}`);
    return { ...person, id: await world.memberId(person) };
  };
  const freeDay = () => new Date(world.now().getTime() + days(++dayNumber)).toISOString();
  const later = (time: string, by: number) => new Date(new Date(time).getTime() + by).toISOString();
  const erase = async (as: Person) => expect((await world.ask(me.erase, { as })).status).toBe(200);
  const merge = async (from: string, into: string) =>
    expect((await world.ask(members.merge, { as: people.worker, id: from, body: { into } })).status).toBe(200);
  const came = async (id: string, ...who: string[]) => {
    const items = who.map((member) => ({ member, state: 'attended' }));
    expect((await world.ask(table.attendance, { as: people.worker, id, body: { items } })).status).toBe(200);
  };
  const finish = async (id: string) => expect((await world.ask(table.finish, { as: people.worker, id })).status).toBe(200);
  const hoursOf = async (as: Person) => (await world.ask(me.hours, { as })).value;
  /** Two actions that are over, each of two hours, the second so much later than the first. */
  const held = async (apart: number): Promise<[string, string]> => {
    const startsAt = freeDay();
    const [one, other] = [
      await actions.open({ startsAt, places: 9 }),
      await actions.open({ startsAt: later(startsAt, apart), places: 9 }),
    ];
    return [one.id, other.id];
  };
  const until = (time: string) => world.advance(new Date(time).getTime() - world.now().getTime());
  const clean = async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };

  it('makes room for whoever waits, and is on no list any more', async () => {
    const gone = await someone();
    const { id } = await actions.open({ places: 1, startsAt: freeDay() });
    const waited = await actions.open({ places: 1, startsAt: freeDay() });
    await actions.signUp(id, gone);
    await actions.signUp(id, people.helper);
    await actions.signUp(waited.id, people.neighbour);
    await actions.signUp(waited.id, gone);
    await actions.signUp(waited.id, people.wisher);
    await erase(gone);
    expect(await actions.get(id, people.helper)).toMatchObject({ taken: 1, waiting: 0, mine: { state: 'signed-up' } });
    expect(await actions.get(waited.id, people.wisher)).toMatchObject({ waiting: 1, mine: { position: 1 } });
    expect((await actions.list(id)).map(({ member }) => member)).not.toContain(gone.id);
    await clean();
  });

  it('leaves the hours behind as a sum, and what they told others', async () => {
    const gone = await someone();
    const startsAt = freeDay();
    const { id } = await actions.open({ startsAt });
    const off = await actions.open({ startsAt: later(startsAt, hours(9)) });
    for (const as of [gone, people.neighbour]) await actions.signUp(off.id, as);
    await world.ask(table.cancel, { as: people.worker, id: off.id, body: { reason: '场地修缮' } });
    await actions.signUp(id, gone);
    until(startsAt);
    await came(id, gone.id);
    until(later(startsAt, hours(2)));
    await finish(id);
    await erase(gone);
    const kept = await world.db.selectFrom('service').select('minutes').where('member_id', '=', gone.id).execute();
    expect(kept).toEqual([{ minutes: 120 }]);
    expect((await actions.list(id))[0]).toMatchObject({ member: gone.id, name: '一位邻居', state: 'attended' });
    const told = (await world.ask(me.notices, { as: people.neighbour })).value.items.find(({ action }) => action?.id === off.id);
    expect(told?.words).toBe('场地修缮');
    await clean();
  });

  it('leaves what they drafted for the community to it, with its picture', async () => {
    const gone = world.person('leaving-branch', { name: '郑书记', orgs: ['branch'] });
    const picture = (await world.ask(uploads.post, { as: gone, body: new Uint8Array([80, 1]) })).value.id;
    const draft = await actions.draft({ host: 'branch', startsAt: freeDay(), photos: [picture] }, { as: gone });
    await erase(gone);
    const opened = (await world.ask(table.open, { as: people.worker, id: draft.id })).value;
    expect(opened).toMatchObject({ title: '一起扫落叶', host: { slug: 'branch' }, photos: [{ id: picture, public: true }] });
    expect((await world.send(opened.photos[0]?.url ?? '', {})).status).toBe(200);
    await clean();
  });

  it('has one place, and the next who waits the other', async () => {
    const [from, into] = [await someone(), await someone()];
    const { id } = await actions.open({ places: 2, startsAt: freeDay() });
    for (const as of [from, into, people.helper]) await actions.signUp(id, as);
    await merge(from.id, into.id);
    expect(await actions.get(id, people.helper)).toMatchObject({ taken: 2, waiting: 0, mine: { state: 'signed-up' } });
    expect((await actions.list(id)).filter(({ member }) => member === into.id)).toHaveLength(1);
    await clean();
  });

  it('brings along what only the other was signed up for, or waited for', async () => {
    const [from, into] = [await someone(), await someone()];
    const { id } = await actions.open({ places: 1, startsAt: freeDay() });
    const full = await actions.open({ places: 1, startsAt: freeDay() });
    await actions.signUp(id, from);
    await actions.signUp(full.id, people.wisher);
    await actions.signUp(full.id, from);
    await actions.signUp(full.id, into);
    await merge(from.id, into.id);
    expect(await actions.get(id, into)).toMatchObject({ taken: 1, mine: { state: 'signed-up' } });
    expect(await actions.get(full.id, into)).toMatchObject({ waiting: 1, mine: { state: 'waiting', position: 1 } });
    await clean();
  });

  it('is not in two places at once: what they cannot come to goes to whoever waits, and they are told', async () => {
    const [from, into] = [await someone(), await someone()];
    const startsAt = freeDay();
    const [one, other] = [await actions.open({ startsAt, places: 1 }), await actions.open({ startsAt })];
    await actions.signUp(one.id, from);
    await actions.signUp(one.id, people.helper);
    await actions.signUp(other.id, into);
    await merge(from.id, into.id);
    expect((await actions.get(one.id, into)).mine).toMatchObject({ state: 'cancelled' });
    expect((await actions.get(one.id, people.helper)).mine).toMatchObject({ state: 'signed-up' });
    expect((await actions.get(other.id, into)).mine).toMatchObject({ state: 'signed-up' });
    expect(await actions.notices(into)).toContain('action.signed-off');
    await clean();
  });

  it.each([
    ['the same action', 0, 120],
    ['two that overlap by an hour', hours(1), 180],
    ['two in a row', hours(2), 240],
  ])('has no minute of %s counted twice, nor paid', async (_what, apart, minutes) => {
    const [from, into] = [await someone(), await someone()];
    const [one, other] = await held(apart);
    const same = apart === 0;
    const { startsAt } = await actions.get(one);
    until(later(startsAt, apart));
    await came(one, from.id, ...(same ? [into.id] : []));
    if (!same) await came(other, into.id);
    until(later(startsAt, apart + hours(2)));
    await finish(one);
    await finish(other);
    await merge(from.id, into.id);
    const record = await hoursOf(into);
    expect(record.minutes).toBe(minutes);
    expect(record.items.reduce((sum, item) => sum + item.minutes, 0)).toBe(minutes);
    const { rows } = await sql<{ minutes: number }>`select sum(minutes)::integer as minutes from point_entry
      where member_id in (${from.id}::uuid, ${into.id}::uuid) and action_id is not null`.execute(world.db);
    expect(rows).toEqual([{ minutes }]);
    await clean();
  });
});
