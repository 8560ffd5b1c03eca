import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { actionsIn } from '../testing/actions.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, days, hours, type World } from '../testing/world.ts';
import { stayOf } from './credit.ts';
import { sweepActions } from './sweeping.ts';

const { actions: table, me } = contract;
vi.setConfig({ testTimeout: 60_000 });
const minutes = (n: number) => n * 60_000;

describe('how long someone was there', () => {
  const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
  const action = { starts_at: at('06:00'), ends_at: at('08:00'), ended_at: at('08:10') };
  const row = { checked_in_at: null, checked_out_at: null, minutes_given: null };
  const stay = (more: Partial<typeof row | Record<keyof typeof row, Date | number | null>>, of = action) => {
    const { from, to } = stayOf(of, { ...row, ...more } as Parameters<typeof stayOf>[1]);
    return [from.toISOString().slice(11, 16), to.toISOString().slice(11, 16)];
  };

  it.each([
    ['the whole action, where nothing else is known', {}, ['06:00', '08:00']],
    ['from the start, for whoever came early', { checked_in_at: at('05:40') }, ['06:00', '08:00']],
    ['from the check-in', { checked_in_at: at('06:20') }, ['06:20', '08:00']],
    ['until the check-out', { checked_in_at: at('05:55'), checked_out_at: at('07:00') }, ['06:00', '07:00']],
    ['as long as the organiser says', { minutes_given: 45, checked_in_at: at('06:20') }, ['06:00', '06:45']],
    ['no longer than the action', { minutes_given: 600 }, ['06:00', '08:00']],
  ])('is %s', (_what, more, expected) => expect(stay(more)).toEqual(expected));

  it('is until the organiser ended it early', () => {
    const short = { ...action, ended_at: at('07:00') };
    expect(stay({}, short)).toEqual(['06:00', '07:00']);
    expect(stay({ checked_out_at: at('06:30') }, short)).toEqual(['06:00', '06:30']);
    expect(stay({ minutes_given: 90 }, short)).toEqual(['06:00', '07:00']);
  });
});

describe.each(oneDatabase)('hours and points on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  /** New people for each test: nobody's day is full of another test's points. */
  let crew: Person[];
  let turn = 0;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  const someone = (n: number) => Array.from({ length: n }, (_, index) => world.person(`crew-${turn}-${index}`));
  const begin = (n: number) => {
    turn += 1;
    crew = someone(n);
    return crew;
  };
  const idsOf = (persons: Person[]) => Promise.all(persons.map((person) => world.memberId(person)));
  const note = (id: string, member: string, state: string, more: Record<string, unknown> = {}) =>
    world.ask(table.attendance, { as: people.worker, id, body: { items: [{ member, state, ...more }] } });
  const finish = (id: string) => world.ask(table.finish, { as: people.worker, id });
  const checkIn = async (id: string, as: Person) => {
    const { code } = (await world.ask(table.checkInCode, { as: people.worker, id })).value;
    return (await world.ask(table.checkIn, { as, id, body: { code } })).value;
  };
  /** What stands: minutes of hours that were not taken back, and the sums of the ledger. */
  const credited = async (memberId: string) => {
    const { rows } = await sql<{ minutes: number; ledger: number; points: number }>`select
      (select coalesce(sum(minutes), 0)::integer from service where member_id = ${memberId}::uuid and withdrawn_at is null) as minutes,
      coalesce(sum(minutes), 0)::integer as ledger, coalesce(sum(amount), 0)::integer as points
      from point_entry where member_id = ${memberId}::uuid and action_id is not null`.execute(world.db);
    return rows[0];
  };
  const consistent = async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };

  it('are given to whoever came when it ends; the others were absent, and nobody waits any longer', async () => {
    const [whole, late, left, absent, waits] = begin(5);
    if (!whole || !late || !left || !absent || !waits) throw new Error('Nobody came.');
    const ids = await idsOf(crew);
    const { id } = await actions.open({ places: 4 });
    for (const one of crew) await actions.signUp(id, one);
    world.advance(hours(3));
    expect((await checkIn(id, left)).state).toBe('attended');
    world.advance(minutes(30));
    await checkIn(id, late);
    await note(id, ids[0] ?? '', 'attended');
    world.advance(minutes(15));
    await checkIn(id, left);
    world.advance(hours(1) + minutes(20));
    const finished = (await finish(id)).value;
    expect(finished).toMatchObject({ status: 'finished', taken: 4, waiting: 0 });
    expect((await actions.list(id)).map(({ state, minutes: credit }) => [state, credit])).toEqual([
      ['attended', 120],
      ['attended', 90],
      ['attended', 45],
      ['absent', null],
    ]);
    expect((await actions.get(id, waits)).mine?.state).toBe('cancelled');
    const sums = await Promise.all(ids.map(credited));
    expect(sums.map((sum) => [sum?.minutes, sum?.ledger, sum?.points])).toEqual([
      [120, 120, 10],
      [90, 90, 7],
      [45, 45, 3],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect((await actions.notices(whole))[0]).toBe('action.credited');
    expect((await actions.notices(absent))[0]).toBe('action.finished');
    expect((await world.ask(me.points, { as: late })).value.items[0]).toMatchObject({
      rule: 'action-hour',
      minutes: 90,
      at: finished.endsAt,
    });
    expect((await finish(id)).code).toBe('action.state');
    await consistent();
  });

  it('bring no points again where a worker has taken these back, however often the organiser counts them anew', async () => {
    const [one] = begin(1);
    if (!one) return;
    const { id } = await actions.open();
    await actions.signUp(id, one);
    world.advance(hours(4));
    const [memberId = ''] = await idsOf(crew);
    await note(id, memberId, 'attended');
    await finish(id);
    const entries = async () => (await world.ask(me.points, { as: one })).value.items;
    const entry = (await entries()).find(({ rule }) => rule === 'action-hour');
    const colleague = world.person('correcting-worker', { name: '更正的社工', roles: ['worker'] });
    const reason = '那天没有来';
    await world.ask(contract.points.reverse, { as: colleague, id: entry?.id ?? '', body: { reason } });
    expect(await credited(memberId)).toMatchObject({ points: 0 });
    for (const minutesGiven of [60, 30]) await note(id, memberId, 'attended', { minutes: minutesGiven });
    expect(await credited(memberId)).toEqual({ minutes: 30, ledger: 0, points: 0 });
    expect((await entries()).slice(0, 2)).toMatchObject([{ reason }, { reason }]);
    await consistent();
  });

  it('end with the action where its organiser ends it early, and not before it has begun', async () => {
    const [one] = begin(1);
    if (!one) return;
    const { id } = await actions.open();
    await actions.signUp(id, one);
    world.advance(hours(3) - minutes(1));
    await checkIn(id, one);
    expect((await finish(id)).code).toBe('action.state');
    world.advance(minutes(41));
    expect((await finish(id)).value.status).toBe('finished');
    const [memberId = ''] = await idsOf(crew);
    expect(await credited(memberId)).toMatchObject({ minutes: 40, points: 3 });
    // Nor are they longer for whoever is noted afterwards.
    const auntie = await world.register(people.worker, { name: '胡阿姨' });
    world.advance(days(1));
    expect((await note(id, auntie, 'attended')).value.items[0]?.minutes).toBe(40);
  });

  it('never count a minute twice, whichever of two actions ends first', async () => {
    const [one] = begin(1);
    const [memberId = ''] = one ? await idsOf([one]) : [];
    const start = world.now().getTime() + hours(3);
    const starting = (n: number) => new Date(start + minutes(n)).toISOString();
    const first = await actions.open({ startsAt: starting(0) });
    const second = await actions.open({ startsAt: starting(60) });
    const within = await actions.open({ startsAt: starting(75), endsAt: starting(90) });
    world.advance(hours(7));
    for (const { id } of [second, first, within]) await note(id, memberId, 'attended');
    for (const { id } of [second, first, within]) expect((await finish(id)).status).toBe(200);
    const minutesOf = async (id: string) => (await actions.list(id))[0]?.minutes;
    expect([await minutesOf(first.id), await minutesOf(second.id), await minutesOf(within.id)]).toEqual([60, 120, 0]);
    expect(await credited(memberId)).toMatchObject({ minutes: 180, ledger: 180, points: 15 });
    await consistent();
  });

  it('come late where the note does, and are put right by another entry when it was wrong', async () => {
    const [one, other] = begin(2);
    if (!one || !other) return;
    const [memberId = '', otherId = ''] = await idsOf(crew);
    const { id } = await actions.open({ host: 'branch' });
    await actions.signUp(id, one);
    await actions.signUp(id, other);
    world.advance(hours(5));
    await note(id, otherId, 'attended');
    await finish(id);
    world.advance(days(2));
    expect((await note(id, memberId, 'attended')).value.items[0]).toMatchObject({ state: 'attended', minutes: 120 });
    for (let n = 0; n < 3; n++) expect((await note(id, memberId, 'attended', { minutes: 60 })).value.items[0]?.minutes).toBe(60);
    expect(await credited(memberId)).toEqual({ minutes: 60, ledger: 60, points: 5 });
    expect((await note(id, memberId, 'signed-up')).value.items[0]).toMatchObject({ state: 'absent', minutes: null });
    await note(id, memberId, 'absent');
    expect(await credited(memberId)).toEqual({ minutes: 0, ledger: 0, points: 0 });
    expect((await note(id, memberId, 'attended')).value.items[0]?.minutes).toBe(60);
    const rows = await world.db
      .selectFrom('service')
      .select(['n', 'minutes', 'withdrawn_at', 'entry_id'])
      .where('member_id', '=', memberId)
      .orderBy('n')
      .execute();
    expect(rows.map((row) => [row.n, row.minutes, row.withdrawn_at === null])).toEqual([
      [0, 120, false],
      [1, 60, false],
      [2, 60, true],
    ]);
    const entries = await world.db
      .selectFrom('point_entry')
      .select(['amount', 'source', 'at'])
      .where('member_id', '=', memberId)
      .where('action_id', '=', id)
      .orderBy('id')
      .execute();
    expect(entries.map(({ amount }) => amount)).toEqual([10, -10, 5, -5, 5]);
    // All of it counts on the day on which they came.
    expect(new Set(entries.map((entry) => entry.at.getTime())).size).toBe(1);
    expect(await credited(otherId)).toEqual({ minutes: 120, ledger: 120, points: 10 });
    expect(await actions.get(id)).toMatchObject({ status: 'finished', taken: 2 });
    await consistent();
  });

  it('go to the organisation in whose name they came as well', async () => {
    begin(0);
    const { id } = await actions.open();
    await actions.signUp(id, people.branch, { as: 'branch' });
    world.advance(hours(5));
    await note(id, await world.memberId(people.branch), 'attended');
    await finish(id);
    const entry = await world.db
      .selectFrom('point_entry')
      .select('organisation_id')
      .where('action_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(entry.organisation_id).not.toBeNull();
    await consistent();
  });

  it('are written down by the clock half an hour after an end that the organiser forgot', async () => {
    const [one, absent] = begin(2);
    if (!one || !absent) return;
    await sweepActions(world.ports);
    const { id } = await actions.open();
    for (const person of crew) await actions.signUp(id, person);
    world.advance(hours(3) - 1);
    expect(await sweepActions(world.ports)).toMatchObject({ closed: 0, finished: 0 });
    world.advance(1);
    expect(await sweepActions(world.ports)).toMatchObject({ closed: 1, finished: 0 });
    expect((await actions.get(id)).status).toBe('closed');
    await checkIn(id, one);
    world.advance(hours(2) + minutes(30) - 1);
    expect(await sweepActions(world.ports)).toMatchObject({ closed: 0, finished: 0 });
    world.advance(1);
    expect(await sweepActions(world.ports)).toMatchObject({ closed: 0, finished: 1 });
    expect((await actions.list(id)).map(({ state, minutes: credit }) => [state, credit])).toEqual([
      ['attended', 120],
      ['absent', null],
    ]);
    const events = await world.db
      .selectFrom('event')
      .select(['type', 'actor_id'])
      .where('action_id', '=', id)
      .orderBy('id')
      .execute();
    expect(events.filter(({ actor_id: actor }) => actor === null).map(({ type }) => type)).toEqual([
      'action.closed',
      'action.finished',
      'action.credited',
    ]);
    const tries = await world.db.selectFrom('check_in_try').select('tries').where('action_id', '=', id).execute();
    expect(tries).toEqual([]);
    await consistent();
  });

  it('of one action that cannot be finished keep no other waiting', async () => {
    const [one] = begin(1);
    if (!one) return;
    const [broken, fine] = [
      await actions.open(),
      await actions.open({ startsAt: new Date(world.now().getTime() + hours(6)).toISOString() }),
    ];
    await actions.signUp(broken.id, one);
    await actions.signUp(fine.id, one);
    world.advance(hours(4));
    const [memberId = ''] = await idsOf(crew);
    await note(broken.id, memberId, 'attended');
    world.advance(hours(6));
    await sql`alter table service add constraint broken check (action_id <> ${sql.lit(broken.id)}::uuid)`.execute(world.db);
    await expect(sweepActions(world.ports)).rejects.toThrow('broken');
    expect((await actions.get(fine.id)).status).toBe('finished');
    // Nothing half: it is as it was.
    expect((await actions.get(broken.id)).status).toBe('closed');
    expect((await actions.list(broken.id))[0]).toMatchObject({ state: 'attended', minutes: null });
    await sql`alter table service drop constraint broken`.execute(world.db);
    expect(await sweepActions(world.ports)).toMatchObject({ closed: 0, finished: 1 });
    expect(await credited(memberId)).toMatchObject({ minutes: 120, points: 10 });
  });
});
