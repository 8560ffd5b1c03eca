import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { actionsIn } from '../testing/actions.ts';
import { databases } from '../testing/databases.ts';
import { cast, createWorld, hours, type World } from '../testing/world.ts';
import { sweepActions } from './sweeping.ts';

const { actions: table } = contract;
vi.setConfig({ testTimeout: 120_000 });
const times = (n: number) => Array.from({ length: n }, (_, index) => index);

describe.each(databases)('hours, when several write them down at once, on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  let members: string[];
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
    members = await Promise.all(times(12).map((n) => world.memberId(world.person(`came-${n}`))));
  }, 120_000);
  afterAll(() => world.stop());

  const finish = (id: string) => world.ask(table.finish, { as: people.worker, id });
  const attend = (id: string, more: Record<string, unknown> = {}) =>
    world.ask(table.attendance, {
      as: people.worker,
      id,
      body: { items: members.map((member) => ({ member, state: 'attended', ...more })) },
    });
  /** Actions of two hours at the same time or an hour apart, to all of which everyone came, and which are over. */
  const over = async (...startsIn: number[]) => {
    const ids: string[] = [];
    for (const n of startsIn) {
      const startsAt = new Date(world.now().getTime() + hours(n)).toISOString();
      ids.push((await actions.open({ startsAt, places: 20 })).id);
    }
    world.advance(hours(Math.max(...startsIn) + 2));
    for (const id of ids) await attend(id);
    return ids;
  };
  const sums = async (ids: string[]) => {
    const { rows } = await sql<{ minutes: number; n: number; ledger: number }>`select
      count(*)::integer as n, sum(minutes)::integer as minutes,
      (select sum(minutes)::integer from point_entry where action_id = any(${sql.val(ids)}::uuid[])) as ledger
      from service where action_id = any(${sql.val(ids)}::uuid[]) and withdrawn_at is null`.execute(world.db);
    return rows[0];
  };
  const consistent = async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };

  it('twenty finishes of one action credit once', async () => {
    const [id = ''] = await over(1);
    const replies = await Promise.all(times(20).map(() => finish(id)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ code }) => code === 'action.state')).toHaveLength(19);
    expect(await sums([id])).toEqual({ n: 12, minutes: 12 * 120, ledger: 12 * 120 });
    await consistent();
  });

  it('the same finish under one key is one', async () => {
    const [id = ''] = await over(1);
    const replies = await Promise.all(times(10).map(() => world.ask(table.finish, { as: people.worker, id, key: 'finish' })));
    expect(replies.map(({ status }) => status)).toEqual(times(10).map(() => 200));
    expect(await sums([id])).toEqual({ n: 12, minutes: 12 * 120, ledger: 12 * 120 });
  });

  it('three actions that overlap and end at one moment count no minute twice', async () => {
    const ids = await over(1, 2, 2);
    const replies = await Promise.all([...ids, ...ids].map(finish));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(await sums(ids)).toEqual({ n: 36, minutes: 12 * 180, ledger: 12 * 180 });
    await consistent();
  });

  it('a correction that is sent ten times, while others finish, is one', async () => {
    const [id = '', other = ''] = await over(1, 4);
    await finish(id);
    const replies = await Promise.all([
      ...times(10).map(() => attend(id, { minutes: 60 })),
      finish(other),
      sweepActions(world.ports),
    ]);
    expect(replies.slice(0, 10).map((reply) => ('status' in reply ? reply.status : 0))).toEqual(times(10).map(() => 200));
    expect(await sums([id])).toEqual({ n: 12, minutes: 12 * 60, ledger: 12 * 60 });
    expect(await sums([other])).toEqual({ n: 12, minutes: 12 * 120, ledger: 12 * 120 });
    const numbers = await world.db
      .selectFrom('service')
      .select((is) => is.fn.max('n').as('last'))
      .where('action_id', '=', id)
      .executeTakeFirst();
    expect(numbers?.last).toBe(1);
    await consistent();
  });

  it('several sweepers, and organisers beside them, finish each action once', async () => {
    const ids = await over(1, 3, 5, 7);
    world.advance(hours(1));
    const swept = await Promise.all([
      sweepActions(world.ports),
      sweepActions(world.ports),
      sweepActions(world.ports),
      finish(ids[0] ?? ''),
    ]);
    const rest = await sweepActions(world.ports);
    const byHand = swept.filter((one) => 'status' in one && one.status === 200).length;
    const byClock = swept.reduce((sum, one) => sum + ('finished' in one ? one.finished : 0), rest.finished);
    expect(byHand + byClock).toBe(4);
    const events = await world.db
      .selectFrom('event')
      .select('action_id')
      .where('type', '=', 'action.finished')
      .where('action_id', 'in', ids)
      .execute();
    expect(events).toHaveLength(4);
    expect(await sums(ids)).toEqual({ n: 48, minutes: 48 * 120, ledger: 48 * 120 });
    await consistent();
  });
});
