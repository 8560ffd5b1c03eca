import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actionsIn } from '../testing/actions.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, days, hours, type World } from '../testing/world.ts';

const { actions: table } = contract;
vi.setConfig({ testTimeout: 60_000 });
const seconds = (n: number) => n * 1000;
const minutes = (n: number) => n * 60_000;

describe.each(oneDatabase)('checking in on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  const code = (id: string, as: Person = people.worker) => world.ask(table.checkInCode, { as, id });
  const checkIn = (id: string, as: Person, typed: string, key?: string) =>
    world.ask(table.checkIn, { as, id, body: { code: typed }, ...(key !== undefined && { key }) });
  /** Another code than the one that holds, or than the one before. */
  const wrong = async (id: string, n = 1) =>
    String((Number((await code(id)).value.code) + 500_000 + n) % 1_000_000).padStart(6, '0');
  /** An action in three hours that some have signed up for, and the clock at so many minutes from its start. */
  const begun = async (who: Person[], offset: number, more: Record<string, unknown> = {}) => {
    const { id } = await actions.open(more);
    for (const one of who) await actions.signUp(id, one);
    world.advance(hours(3) + minutes(offset));
    return id;
  };

  it('shows six digits for thirty seconds, to organisers while people come', async () => {
    await world.db
      .updateTable('area')
      .set({ settings: sql`settings || '{"links": {"checkIn": "/in.html?action={id}&code={code}"}}'::jsonb` })
      .where('slug', '=', 'east')
      .execute();
    const id = await begun([], -31);
    expect((await code(id)).code).toBe('action.check-in-time');
    world.advance(minutes(1));
    const first = (await code(id)).value;
    expect(first).toEqual({
      code: expect.stringMatching(/^\d{6}$/),
      validUntil: new Date(world.now().getTime() + seconds(30)).toISOString(),
      link: `/in.html?action=${id}&code=${first.code}`,
    });
    world.advance(seconds(29));
    expect((await code(id)).value).toEqual(first);
    world.advance(seconds(1));
    expect((await code(id)).value.code).not.toBe(first.code);
    const other = await actions.open();
    expect((await code(id, people.neighbour)).code).toBe('auth.forbidden');
    expect((await world.ask(table.checkInCode, { id })).code).toBe('auth.required');
    expect((await code(other.id)).code).toBe('action.check-in-time');
    world.advance(hours(2) + minutes(30) - seconds(30));
    expect((await code(id)).status).toBe(200);
    world.advance(1);
    expect((await code(id)).code).toBe('action.check-in-time');
  });

  it('takes the code of this step and of the one before, and of this action alone', async () => {
    const { id: other } = await actions.open();
    await actions.signUp(other, people.officer);
    const id = await begun([people.neighbour, people.helper, people.wisher], 0, { places: 3 });
    const early = (await code(id)).value.code;
    expect((await checkIn(id, people.neighbour, `${early.slice(0, 3)} ${early.slice(3)}`)).value).toMatchObject({
      state: 'attended',
      checkedInAt: world.now().toISOString(),
      checkedOutAt: null,
      minutes: null,
    });
    expect((await checkIn(other, people.officer, early)).code).toBe('action.check-in-code');
    world.advance(seconds(30));
    expect((await checkIn(id, people.helper, early)).status).toBe(200);
    world.advance(seconds(30));
    expect((await checkIn(id, people.wisher, early)).code).toBe('action.check-in-code');
    expect((await checkIn(id, people.wisher, (await code(id)).value.code)).value.state).toBe('attended');
  });

  it('allows five tries a minute, and each counts although it was refused', async () => {
    const id = await begun([people.neighbour, people.helper], 1);
    const right = (await code(id)).value.code;
    for (let n = 1; n <= 5; n++)
      expect((await checkIn(id, people.neighbour, await wrong(id, n))).code).toBe('action.check-in-code');
    world.advance(seconds(20));
    const refused = await checkIn(id, people.neighbour, right);
    expect(refused.problem).toMatchObject({ code: 'request.rate-limited', params: { seconds: '40' } });
    expect(refused.headers.get('retry-after')).toBe('40');
    // One person's guesses are nobody else's.
    expect((await checkIn(id, people.helper, right)).status).toBe(200);
    world.advance(seconds(40));
    expect((await checkIn(id, people.neighbour, (await code(id)).value.code)).status).toBe(200);
  });

  it('counts guesses that come all at once, also where the right one is among them', async () => {
    const id = await begun([people.neighbour], 1);
    const guesses = await Promise.all(Array.from({ length: 40 }, (_, n) => wrong(id, n)));
    const right = (await code(id)).value.code;
    const replies = await Promise.all([...guesses, right].map((typed) => checkIn(id, people.neighbour, typed)));
    expect(replies.filter((reply) => reply.code === 'action.check-in-code').length).toBeLessThanOrEqual(5);
    expect(replies.filter((reply) => reply.code === 'request.rate-limited').length).toBeGreaterThanOrEqual(35);
  });

  it('does not hold a right code against anyone, however often it is sent', async () => {
    const id = await begun([people.neighbour], 1);
    const right = (await code(id)).value.code;
    for (let n = 0; n < 8; n++) expect((await checkIn(id, people.neighbour, right, 'again')).status).toBe(200);
    for (let n = 0; n < 8; n++) expect((await checkIn(id, people.neighbour, right)).status).toBe(200);
    expect((await actions.list(id))[0]).toMatchObject({ state: 'attended', checkedOutAt: null });
    const told = await world.db
      .selectFrom('event')
      .select('id')
      .where('action_id', '=', id)
      .where('type', '=', 'action.checked-in')
      .execute();
    expect(told).toHaveLength(1);
  });

  it('takes a scan ten minutes after the first and after the start for leaving, and the last of them', async () => {
    const id = await begun([people.neighbour], -25);
    const scan = async () => (await checkIn(id, people.neighbour, (await code(id)).value.code)).value;
    const arrived = (await scan()).checkedInAt;
    world.advance(minutes(20));
    expect(await scan()).toMatchObject({ checkedInAt: arrived, checkedOutAt: null });
    // Whoever came early and scans once more as it begins has not left.
    world.advance(minutes(6));
    expect(await scan()).toMatchObject({ checkedInAt: arrived, checkedOutAt: null });
    world.advance(minutes(9));
    const first = world.now().toISOString();
    expect(await scan()).toMatchObject({ checkedInAt: arrived, checkedOutAt: first });
    world.advance(minutes(30));
    expect(await scan()).toMatchObject({ checkedInAt: arrived, checkedOutAt: world.now().toISOString() });
  });

  it('takes sooner scans for the same one', async () => {
    const id = await begun([people.neighbour], 5);
    const scan = async () => (await checkIn(id, people.neighbour, (await code(id)).value.code)).value;
    await scan();
    world.advance(minutes(10) - 1);
    expect((await scan()).checkedOutAt).toBeNull();
    world.advance(1);
    expect((await scan()).checkedOutAt).toBe(world.now().toISOString());
  });

  it('is for those who are on the list, in time, and not for organisers', async () => {
    const id = await begun([people.neighbour, people.helper, people.wisher, people.worker], -31, { places: 3 });
    const early = await checkIn(id, people.neighbour, '123456');
    expect(early.code).toBe('action.check-in-time');
    world.advance(minutes(2));
    const right = (await code(id)).value.code;
    expect((await checkIn(id, people.officer, right)).code).toBe('action.not-signed-up');
    expect((await checkIn(id, people.worker, right)).code).toBe('action.self-dealing');
    expect((await world.ask(table.checkIn, { id, body: { code: right } })).code).toBe('auth.required');
    expect((await checkIn(id, people.stranger, right)).code).toBe('auth.forbidden');
    expect(
      (
        await checkIn(
          id.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
          people.helper,
          right,
        )
      ).code,
    ).toBe('action.unknown');
    expect((await checkIn(id, people.neighbour, '12345')).code).toBe('request.invalid');
    expect((await checkIn(id, people.helper, right)).status).toBe(200);
    world.advance(days(1));
    expect((await checkIn(id, people.neighbour, right)).code).toBe('action.check-in-time');
  });

  it('does not let in whoever waits or has signed off', async () => {
    const id = await begun([people.neighbour, people.helper], -20, { places: 1 });
    const right = (await code(id)).value.code;
    expect((await checkIn(id, people.helper, right)).code).toBe('action.not-signed-up');
    await actions.signOff(id, people.neighbour);
    expect((await checkIn(id, people.neighbour, right)).code).toBe('action.not-signed-up');
    expect((await checkIn(id, people.helper, right)).value.state).toBe('attended');
  });
});
