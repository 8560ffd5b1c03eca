import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { databases } from '../testing/databases.ts';
import { listen } from '../testing/listening.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, type Reply, type World } from '../testing/world.ts';

const { areas, reportIns, members, me } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(databases)('reporting in on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let westWorker: Person;
  let count = 0;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    westWorker = world.person('west-worker', { name: '魏社工', area: 'west', roles: ['worker'] });
  }, 120_000);
  afterAll(() => world.stop());

  const someone = (name = '搬家的人', more: Parameters<World['person']>[1] = {}): Person => {
    count += 1;
    return world.person(`mover-${count}`, { name, ...more });
  };
  const report = (as: Person | undefined, area: string, organisation?: string) =>
    world.ask(areas.reportIn, { as, area, body: organisation === undefined ? {} : { organisation } });
  const mine = async (as: Person) => (await world.ask(me.get, { as })).value;
  const waiting = async (as = westWorker, area = 'west') => (await world.ask(reportIns.list, { as, area })).value.items;
  const accept = (id: string, as: Person | undefined = westWorker) => world.ask(reportIns.accept, { as, id });
  const decline = (id: string, as: Person | undefined = westWorker, reason = '请带上租房合同来一趟') =>
    world.ask(reportIns.decline, { as, id, body: { reason } });
  const eventsOf = (type: string, memberId: string) =>
    world.db
      .selectFrom('event')
      .select(['id', 'actor_id', 'data'])
      .where('type', '=', type)
      .where('on_behalf_of', '=', memberId)
      .execute();

  it('is done at once for one’s home and as one’s first home, and a second time changes nothing', async () => {
    const home = someone();
    const first = (await report(home, 'east')).value;
    expect(first).toMatchObject({ state: 'done', area: { slug: 'east' }, organisation: null });
    world.advance(1000);
    expect((await report(home, 'east')).value).toEqual(first);
    const homeless = someone('没有家的人', { area: '' });
    expect((await mine(homeless)).area).toBeNull();
    expect((await report(homeless, 'west')).value.state).toBe('done');
    expect(await mine(homeless)).toMatchObject({ area: { slug: 'west' }, reportedInAt: world.now().toISOString() });
  });

  it('elsewhere waits for a worker of there, who sees a masked name and accepts it', async () => {
    const mover = someone('诸葛孔明');
    const asked = (await report(mover, 'west')).value;
    expect(asked.state).toBe('waiting');
    expect(await mine(mover)).toMatchObject({ area: { slug: 'east' }, waitingReportIn: asked });
    expect((await world.post(mover, {}, 'east')).area).toBe('east');

    const queue = await waiting();
    expect(queue.find(({ id }) => id === asked.id)).toMatchObject({
      member: { name: '诸葛**' },
      from: { slug: 'east' },
      area: { slug: 'west' },
      can: ['accept', 'decline'],
    });
    world.advance(1000);
    expect((await accept(asked.id)).value).toMatchObject({ state: 'done', from: { slug: 'west' }, can: [] });
    expect(await mine(mover)).toMatchObject({
      area: { slug: 'west' },
      reportedInAt: world.now().toISOString(),
      waitingReportIn: null,
    });
    expect((await waiting()).some(({ id }) => id === asked.id)).toBe(false);
    expect((await world.ask(me.notices, { as: mover })).value.items).toMatchObject([
      { type: 'member.report-in-accepted', about: 'west', wish: null, words: null, seen: false },
    ]);
    expect(
      (await world.ask(contract.wishes.post, { as: mover, area: 'east', body: { title: '想要伞', kind: 'item' } })).code,
    ).toBe('auth.forbidden');
  });

  it('is declined with words for the person, and their home stays', async () => {
    const mover = someone();
    const { id } = (await report(mover, 'west')).value;
    expect((await world.ask(reportIns.decline, { as: westWorker, id, body: {} })).code).toBe('request.invalid');
    expect((await decline(id)).value).toMatchObject({ state: 'declined', can: [] });
    expect(await mine(mover)).toMatchObject({ area: { slug: 'east' }, waitingReportIn: null });
    expect((await world.ask(me.notices, { as: mover })).value.items).toMatchObject([
      { type: 'member.report-in-declined', about: 'west', words: '请带上租房合同来一趟' },
    ]);
    // Asking again is a new question.
    const again = (await report(mover, 'west')).value;
    expect(again).toMatchObject({ state: 'waiting' });
    expect(again.id).not.toBe(id);
  });

  it('is one question at a time: a newer one takes the place of the older', async () => {
    const mover = someone();
    const first = (await report(mover, 'west')).value;
    expect((await report(mover, 'west')).value.id).toBe(first.id);
    const second = (await report(mover, 'quiet')).value;
    expect((await accept(first.id)).code).toBe('report-in.state');
    expect((await mine(mover)).waitingReportIn).toMatchObject({ id: second.id, area: { slug: 'quiet' } });
    // Back to the home that they have: they stay.
    await report(mover, 'east');
    expect(await mine(mover)).toMatchObject({ area: { slug: 'east' }, waitingReportIn: null });
  });

  it('with a party branch is done at once for whom the portal calls a party member there, and waits for all others', async () => {
    const member = someone('党员一', { roles: ['resident', 'party-member'] });
    expect((await report(member, 'east', 'branch')).value).toMatchObject({ state: 'done', organisation: { slug: 'branch' } });
    expect((await mine(member)).branch).toEqual({ slug: 'branch', name: '东社区党支部' });

    const unproven = someone('党员二');
    const asked = (await report(unproven, 'east', 'branch')).value;
    expect(asked.state).toBe('waiting');
    expect((await mine(unproven)).branch).toBeNull();
    await accept(asked.id, people.worker);
    expect((await mine(unproven)).branch).toMatchObject({ slug: 'branch' });
    const shown = (await world.ask(members.get, { as: people.worker, id: await world.memberId(unproven) })).value;
    expect(shown.branch).toMatchObject({ slug: 'branch' });

    const elsewhere = someone('党员三', { roles: ['party-member@west'] });
    expect((await report(elsewhere, 'east', 'branch')).value.state).toBe('waiting');
    const moving = someone('党员四', { roles: ['party-member', 'party-member@west'] });
    expect((await report(moving, 'west', 'branch')).value.state).toBe('waiting');
  });

  it('knows party branches of the district alone', async () => {
    for (const slug of ['club', 'strangers', 'nowhere'])
      expect((await report(someone(), 'east', slug)).code).toBe('organisation.unknown');
  });

  it('is not there for workers of elsewhere, and decided by nobody but a worker, and by nobody for themself', async () => {
    const { id } = (await report(someone(), 'west')).value;
    for (const ask of [accept, decline]) {
      for (const as of [people.worker, people.stranger]) expect((await ask(id, as)).code).toBe('report-in.unknown');
      for (const as of [people.neighbour, people.officer]) expect((await ask(id, as)).code).toBe('auth.forbidden');
      expect((await ask('0190a1b2-0000-7000-8000-000000000001')).code).toBe('report-in.unknown');
      expect((await ask('nothing')).code).toBe('report-in.unknown');
    }
    expect((await world.ask(reportIns.accept, { id })).code).toBe('auth.required');
    const self = someone('自己人', { roles: ['worker@west'] });
    const own = (await report(self, 'west')).value;
    expect((await accept(own.id, self)).code).toBe('member.self');
    expect((await waiting(self)).find((one) => one.id === own.id)?.can).toEqual([]);
    expect((await accept(own.id)).status).toBe(200);
  });

  it('waits oldest first, page by page', async () => {
    for (const { id } of await waiting()) await decline(id);
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) {
      world.advance(1000);
      ids.push((await report(someone(), 'west')).value.id);
    }
    const pages: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: Record<string, string> = { limit: '2', ...(cursor !== '' && { cursor }) };
      const page: { items: { id: string }[]; nextCursor: string | null } = (
        await world.ask(reportIns.list, { as: westWorker, area: 'west', query })
      ).value;
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual(ids);
  });

  it('is told to the person’s open page, and to no neighbour’s', async () => {
    const mover = someone();
    const { id } = (await report(mover, 'west')).value;
    const [theirs, others] = [
      listen(await world.send('/areas/west/live', { as: mover })),
      listen(await world.send('/areas/west/live', { as: people.neighbour })),
    ];
    await Promise.all([theirs.begun(), others.begun()]);
    await accept(id);
    expect(await theirs.types(1)).toEqual(['member.report-in-accepted']);
    const wish = await world.post(world.person('west-1', { area: 'west' }), {}, 'west');
    await world.verb('publish', wish.id, westWorker);
    expect(await others.types(1)).toEqual(['wish.published']);
    await Promise.all([theirs.leave(), others.leave()]);
  });

  const tally = (replies: Reply<unknown>[]) => {
    const counts: Record<string, number> = {};
    for (const { status, code } of replies) counts[code ?? status] = (counts[code ?? status] ?? 0) + 1;
    return counts;
  };

  it('accepted and declined 50 times at once by three workers is decided once', async () => {
    const workers = ['a', 'b', 'c'].map((name) => world.person(`raced-${name}`, { area: 'west', roles: ['worker'] }));
    for (const worker of workers) await world.memberId(worker);
    for (let round = 0; round < 4; round++) {
      const mover = someone();
      const { id } = (await report(mover, 'west')).value;
      const memberId = await world.memberId(mover);
      const asks = Array.from({ length: 50 }, (_, index) =>
        (round < 2 || index % 2 === 0 ? accept : decline)(id, workers[index % 3] ?? westWorker),
      );
      expect(tally(await Promise.all(asks))).toEqual({ 200: 1, 'report-in.state': 49 });
      const decided = [
        ...(await eventsOf('member.report-in-accepted', memberId)),
        ...(await eventsOf('member.report-in-declined', memberId)),
      ];
      expect(decided).toHaveLength(1);
      expect((await world.ask(me.notices, { as: mover })).value.items).toHaveLength(1);
    }
  });

  it('of one person to three places 60 times at once leaves one question', async () => {
    const mover = someone();
    const id = await world.memberId(mover);
    const places = ['west', 'quiet', 'south'];
    const replies = await Promise.all(Array.from({ length: 60 }, (_, index) => report(mover, places[index % 3] ?? 'west')));
    expect(tally(replies)).toEqual({ 200: 60 });
    const rows = await world.db.selectFrom('report_in').select('state').where('member_id', '=', id).execute();
    expect(rows.filter(({ state }) => state === 'waiting')).toHaveLength(1);
    expect(world.failures).toEqual([]);
  });
});
