import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { bringTo } from '../testing/stages.ts';
import { cast, createWorld, type Reply, type World } from '../testing/world.ts';

const { wishes } = contract;
vi.setConfig({ testTimeout: 120_000 });

describe.each(databases)('reports and decisions at the same moment on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let crowd: Person[];
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    crowd = Array.from({ length: 100 }, (_, index) => world.person(`crowd-${index}`));
    for (const person of crowd) await world.memberId(person);
  }, 120_000);
  afterAll(() => world.stop());

  const codes = (replies: Reply<unknown>[]) => [...new Set(replies.map((reply) => reply.code ?? reply.status))];
  const eventsOf = async (id: string, types: string[]) =>
    (
      await world.db
        .selectFrom('event')
        .select('type')
        .where('wish_id', '=', id)
        .where('type', 'in', types)
        .orderBy('id')
        .execute()
    ).map(({ type }) => type);
  const reportsOf = (id: string) =>
    world.db
      .selectFrom('moderation_report')
      .innerJoin('moderation_case', 'moderation_case.id', 'moderation_report.case_id')
      .select(['moderation_report.member_id', 'moderation_case.id', 'moderation_case.state'])
      .where('moderation_case.wish_id', '=', id)
      .execute();
  const caseOf = (id: string) =>
    world.db.selectFrom('moderation_case').select('state').where('wish_id', '=', id).executeTakeFirst();

  it('one member taps 200 times: one report, one event, one case', async () => {
    const id = await bringTo(world, 'open');
    const taps = Array.from({ length: 200 }, () =>
      world.verb('report', id, people.neighbour, { part: 'title', reason: 'rude', words: '难听' }),
    );
    expect(codes(await Promise.all(taps))).toEqual([200]);
    expect(await reportsOf(id)).toHaveLength(1);
    expect(await eventsOf(id, ['wish.reported'])).toHaveLength(1);
  });

  it('100 members tap twice each: one report each, one case', async () => {
    const id = await bringTo(world, 'open');
    const taps = crowd.flatMap((person) => [person, person]);
    const replies = await Promise.all(
      taps.map((person) => world.verb('report', id, person, { part: 'title', reason: 'untrue' })),
    );
    expect(codes(replies)).toEqual([200]);
    const reports = await reportsOf(id);
    expect(reports).toHaveLength(100);
    expect(new Set(reports.map((report) => report.id)).size).toBe(1);
    expect(await eventsOf(id, ['wish.reported'])).toHaveLength(100);
  });

  it('workers hide and show at once: each decision that was taken is told once, and the last one stands', async () => {
    const id = await bringTo(world, 'open');
    const workers = Array.from({ length: 10 }, (_, index) => world.person(`worker-${index}`, { roles: ['worker'] }));
    for (const worker of workers) await world.memberId(worker);
    const acts = Array.from({ length: 200 }, (_, index) => {
      const as = workers[index % 10];
      return index % 2 === 0
        ? world.verb('hide', id, as, { part: 'title', reason: '不合适' })
        : world.verb('show', id, as, { part: 'title', reason: '没有问题' });
    });
    expect(codes(await Promise.all(acts))).toEqual([200]);
    const decisions = await eventsOf(id, ['wish.hidden', 'wish.shown']);
    for (const [index, type] of decisions.entries()) expect(type).not.toBe(decisions[index + 1]);
    const last = decisions.at(-1) === 'wish.hidden' ? 'hidden' : 'shown';
    expect((await caseOf(id))?.state).toBe(last);
    const { title } = (await world.ask(wishes.get, { id })).value;
    expect(title === '想要一盏台灯').toBe(last === 'shown');
    const kept = await world.db
      .selectFrom('wish_words')
      .select('search_text')
      .where('wish_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(kept.search_text.includes('台灯')).toBe(last === 'shown');
    const told = await world.db
      .selectFrom('notice')
      .innerJoin('event', 'event.id', 'notice.event_id')
      .select('event.id')
      .where('event.wish_id', '=', id)
      .where('event.type', 'in', ['wish.hidden', 'wish.shown'])
      .execute();
    expect(told).toHaveLength(decisions.length);
  });

  it('a note is said again while it is hidden and reported: what stands there now is what was looked at', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await bringTo(world, 'fulfilled');
      const claim = (await world.ask(wishes.get, { id })).value.claims[0]?.id;
      await world.verb('reopen', id, people.wisher, { reason: '还没有' });
      const [again] = await Promise.all([
        world.verb('fulfil', id, people.helper, { note: '好了，打 13812348000' }),
        world.verb('hide', id, people.worker, { part: 'note', claim, reason: '不合适' }),
        ...crowd.slice(0, 10).map((person) => world.verb('report', id, person, { part: 'note', claim, reason: 'rude' })),
      ]);
      expect(again.status).toBe(200);
      expect(['held', 'hidden']).toContain((await caseOf(id))?.state);
      expect((await world.ask(wishes.get, { id })).value.claims[0]).not.toHaveProperty('note');
      const order = await eventsOf(id, ['wish.fulfilled', 'wish.hidden', 'wish.held']);
      expect((await caseOf(id))?.state).toBe(order.at(-1) === 'wish.hidden' ? 'hidden' : 'held');
    }
  });

  it('publishing what was read races with its being rewritten: never what nobody read', async () => {
    for (let round = 0; round < 10; round++) {
      const { id, updatedAt } = await world.post(people.wisher, { story: '干净' });
      world.advance(1000);
      await Promise.all([
        world.verb('edit', id, people.wisher, { story: '没人看过' }),
        world.verb('publish', id, people.worker, { seen: updatedAt }),
      ]);
      const now = (await world.ask(wishes.get, { id, as: people.worker })).value;
      expect([now.status, now.story]).toEqual(now.status === 'open' ? ['open', '干净'] : ['submitted', '没人看过']);
    }
  });

  it('leaves events from which everything can be recomputed', async () => {
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  });
});
