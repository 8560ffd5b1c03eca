import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actionsIn } from '../testing/actions.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, days, hours, type World } from '../testing/world.ts';

const { actions: table } = contract;
vi.setConfig({ testTimeout: 60_000 });
const minutes = (n: number) => n * 60_000;

describe.each(oneDatabase)('the organiser’s list on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  const ids = { neighbour: '', helper: '', wisher: '', officer: '', worker: '', branch: '' };
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
    for (const name of ['neighbour', 'helper', 'wisher', 'officer', 'worker', 'branch'] as const)
      ids[name] = await world.memberId(people[name]);
  }, 120_000);
  afterAll(() => world.stop());

  type Item = { member: string; state: string; minutes?: number };
  const attend = (id: string, items: Item[], as: Person = people.worker) =>
    world.ask(table.attendance, { as, id, body: { items } });
  const came = (member: string, more: Partial<Item> = {}): Item => ({ member, state: 'attended', ...more });
  const begun = async (who: Person[], offset: number, more: Record<string, unknown> = {}) => {
    const { id } = await actions.open(more);
    for (const one of who) await actions.signUp(id, one);
    world.advance(hours(3) + minutes(offset));
    return id;
  };
  const events = async (id: string) => {
    const rows = await world.db.selectFrom('event').select('type').where('action_id', '=', id).execute();
    return rows.filter(({ type }) => type === 'action.attended').length;
  };

  it('says who came, and answers exactly those who were named, whole names and all', async () => {
    const id = await begun([people.neighbour, people.helper], 10);
    const noted = (await attend(id, [came(ids.neighbour.toUpperCase())])).value.items;
    expect(noted).toMatchObject([{ member: ids.neighbour, name: '钱多多', state: 'attended', checkedInAt: null, minutes: null }]);
    expect((await attend(id, [{ member: ids.helper, state: 'absent' }])).value.items).toMatchObject([
      { member: ids.helper, state: 'absent' },
    ]);
    expect(await actions.get(id)).toMatchObject({ taken: 2, waiting: 0 });
    expect((await actions.notices(people.neighbour))[0]).toBe('action.attended');
    expect((await actions.notices(people.helper))[0]).not.toBe('action.attended');
  });

  it('changes nothing when the same is noted again, and undoes what was a mistake', async () => {
    const id = await begun([people.neighbour], 10);
    for (let n = 0; n < 3; n++) await attend(id, [came(ids.neighbour, { minutes: 30 })]);
    await attend(id, [came(ids.neighbour)]);
    expect(await events(id)).toBe(1);
    await attend(id, [{ member: ids.neighbour, state: 'signed-up' }]);
    await attend(id, [{ member: ids.neighbour, state: 'signed-up' }]);
    expect(await events(id)).toBe(2);
    const row = await world.db.selectFrom('sign_up').selectAll().where('action_id', '=', id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'signed-up', minutes_given: null, checked_in_at: null });
    expect(row.span).not.toBeNull();
    // What nobody ever noted, or nobody is on the list for, is no fault of the one who sends it late.
    expect((await attend(id, [{ member: ids.helper, state: 'absent' }])).value.items).toEqual([]);
    expect(await events(id)).toBe(2);
  });

  it('lets people in who just come: into free places first, then as extra ones', async () => {
    const id = await begun([people.neighbour], 10, { places: 2 });
    const auntie = await world.register(people.worker, { name: '胡阿姨' });
    expect((await attend(id, [came(auntie), came(ids.helper)])).value.items).toMatchObject([
      { state: 'attended', onBehalf: true },
      { state: 'attended', onBehalf: true },
    ]);
    expect(await actions.get(id)).toMatchObject({ places: 2, taken: 2 });
    const extra = await world.db
      .selectFrom('sign_up')
      .select(['member_id', 'extra'])
      .where('action_id', '=', id)
      .orderBy('ticket')
      .execute();
    expect(extra.map((row) => row.extra)).toEqual([false, false, true]);
    // Taken off again: nobody was ever expected.
    await attend(id, [
      { member: auntie, state: 'signed-up' },
      { member: ids.helper, state: 'signed-up' },
    ]);
    expect(await actions.get(id)).toMatchObject({ taken: 1 });
    expect((await actions.list(id)).map(({ member }) => member)).toEqual([ids.neighbour]);
  });

  it('lets in who waited, and back onto the waiting list', async () => {
    const id = await begun([people.neighbour, people.helper, people.wisher], -10, { places: 1 });
    await attend(id, [came(ids.helper)]);
    expect(await actions.get(id)).toMatchObject({ taken: 1, waiting: 1 });
    await attend(id, [{ member: ids.helper, state: 'signed-up' }]);
    expect(await actions.get(id)).toMatchObject({ taken: 1, waiting: 2 });
    expect((await actions.list(id)).map(({ member, position }) => [member, position])).toEqual([
      [ids.neighbour, undefined],
      [ids.helper, 1],
      [ids.wisher, 2],
    ]);
  });

  it('takes back who was let in by mistake, also before it has begun', async () => {
    const id = await begun([people.neighbour], -10, { places: 2 });
    const [auntie, uncle] = [
      await world.register(people.worker, { name: '胡阿姨' }),
      await world.register(people.worker, { name: '胡叔叔' }),
    ];
    await attend(id, [came(auntie), came(uncle)]);
    expect(await actions.get(id)).toMatchObject({ taken: 2, waiting: 0 });
    await attend(id, [
      { member: auntie, state: 'signed-up' },
      { member: uncle, state: 'signed-up' },
    ]);
    expect(await actions.get(id)).toMatchObject({ taken: 1, waiting: 0 });
    expect((await actions.list(id)).map(({ member }) => member)).toEqual([ids.neighbour]);
  });

  it('still knows after the end who waited: whoever looks after it says that they came', async () => {
    const id = await begun([people.neighbour], -60, { places: 1, host: 'branch' });
    await actions.signUp(id, people.helper, { as: 'branch' });
    await actions.signUp(id, people.branchToo, { as: 'branch' });
    world.advance(hours(2));
    await world.ask(table.finish, { as: people.worker, id });
    const [late] = (await attend(id, [came(await world.memberId(people.branchToo))], people.branch)).value.items;
    expect(late).toMatchObject({ state: 'attended', organisation: '东社区党支部', minutes: 60 });
    expect((await attend(id, [came(ids.wisher)], people.branch)).code).toBe('auth.forbidden');
  });

  it('gives a walk-in the time only where they have nothing else then', async () => {
    const one = await actions.open();
    const other = await actions.open();
    await actions.signUp(one.id, people.neighbour);
    world.advance(hours(3));
    await attend(other.id, [came(ids.neighbour), came(ids.helper)]);
    const rows = await world.db.selectFrom('sign_up').select(['member_id', 'span']).where('action_id', '=', other.id).execute();
    expect(rows.find((row) => row.member_id === ids.neighbour)?.span).toBeNull();
    expect(rows.find((row) => row.member_id === ids.helper)?.span).not.toBeNull();
  });

  it('is never for oneself, and people are looked up by workers alone', async () => {
    const id = await begun([people.worker, people.branch, people.neighbour], 10, { places: 3, host: 'branch' });
    expect((await attend(id, [came(ids.neighbour), came(ids.worker)])).code).toBe('action.self-dealing');
    expect((await attend(id, [came(ids.worker)], people.branchToo)).value.items).toMatchObject([{ state: 'attended' }]);
    expect((await attend(id, [came(ids.branch)], people.branch)).code).toBe('action.self-dealing');
    expect((await attend(id, [came(ids.helper)], people.branchToo)).problem).toMatchObject({
      code: 'auth.forbidden',
      params: { who: 'worker' },
    });
    expect((await attend(id, [came(await world.memberId(people.stranger))])).code).toBe('member.unknown');
    // All or none: the neighbour of the first try was not noted.
    expect((await actions.list(id)).find(({ member }) => member === ids.neighbour)?.state).toBe('signed-up');
    expect((await attend(id, [came(ids.neighbour)], people.helper)).code).toBe('auth.forbidden');
    expect((await attend(id, [came(ids.neighbour)], people.stranger)).code).toBe('auth.forbidden');
  });

  it('is open from half an hour before the start until a week after the end', async () => {
    const id = await begun([people.neighbour], -31);
    expect((await attend(id, [came(ids.neighbour)])).code).toBe('action.check-in-time');
    world.advance(minutes(1));
    expect((await attend(id, [came(ids.neighbour)])).status).toBe(200);
    world.advance(minutes(30) + hours(2) + days(7));
    expect((await attend(id, [came(ids.neighbour, { minutes: 20 })])).status).toBe(200);
    world.advance(1);
    expect((await attend(id, [came(ids.neighbour, { minutes: 21 })])).code).toBe('action.check-in-time');
  });
});
