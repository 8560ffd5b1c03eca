import { contract, publicProjectStatus } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { projectsIn } from '../testing/projects.ts';
import { cast, createWorld, days, type World } from '../testing/world.ts';

const { areas, me, projects: table, uploads } = contract;

describe.each(oneDatabase)('a project on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let projects: ReturnType<typeof projectsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    projects = projectsIn(world, { proposer: people.wisher, worker: people.worker });
  }, 120_000);
  afterAll(() => world.stop());

  const picture = async (as: Person, words = 'one') =>
    (await world.ask(uploads.post, { as, body: new TextEncoder().encode(`P ${words}`) })).value.id;
  const statusOf = async (url: string) => (await world.send(url, {})).status;
  const noticesOf = async (as: Person, id: string) =>
    (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items.filter(({ project }) => project?.id === id);

  it('goes from a proposal to done, and says so step by step', async () => {
    const id = await projects.bringTo('done');
    const { items } = (await world.ask(table.timeline, { id })).value;
    expect(items.map(({ type }) => type)).toEqual([
      'project.proposed',
      'project.listed',
      'project.voting',
      'project.selected',
      'project.started',
      'project.done',
    ]);
    expect(items[0]).toMatchObject({ by: '一位邻居', area: { slug: 'east' } });
    expect(items.at(-1)).toMatchObject({ by: null, words: '都修好了' });
    expect(await projects.get(id)).toMatchObject({
      status: 'done',
      owner: '城管科',
      budget: 9_000_000,
      percent: 100,
      closing: '都修好了',
    });
    expect(world.failures).toEqual([]);
  });

  it('is its proposer’s and the workers’ until it is listed', async () => {
    const { id, can } = await projects.propose();
    expect(can).toEqual(['edit', 'withdraw']);
    expect((await world.ask(table.get, { id })).code).toBe('project.unknown');
    expect((await world.ask(table.get, { id, as: people.neighbour })).code).toBe('project.unknown');
    expect((await world.ask(table.timeline, { id, as: people.neighbour })).code).toBe('project.unknown');
    expect((await projects.get(id, people.worker)).can).toEqual(['edit', 'list', 'decline', 'merge']);
    await projects.verb('enlist', id, people.worker);
    expect(await projects.get(id)).toMatchObject({ status: 'listed', proposer: { name: '一位邻居' }, mine: false });
    expect((await projects.get(id, people.wisher)).proposer.name).toBe('欧阳**');
    await world.ask(me.consents, { as: people.wisher, body: { wishAuthor: true } });
    expect((await projects.get(id)).proposer.name).toBe('欧阳**');
    await world.ask(me.consents, { as: people.wisher, body: { wishAuthor: false } });
    expect((await projects.get(id)).proposer.name).toBe('一位邻居');
  });

  it('that is not public is listed for those who look after the area, and for whoever proposed it', async () => {
    const { id } = await projects.propose({ title: '活动室改成四点半课堂' });
    const query = { status: 'proposed,listed', limit: '100' };
    const idsFor = async (as: Person | undefined) =>
      (await world.ask(table.list, { as, query })).value.items.map((one) => one.id);
    expect(await idsFor(people.worker)).toContain(id);
    expect(await idsFor(people.officer)).toContain(id);
    expect(await idsFor(people.wisher)).toContain(id);
    expect(await idsFor(people.neighbour)).not.toContain(id);
    expect((await world.ask(table.list, { query })).code).toBe('auth.required');
    expect((await world.ask(table.list)).value.items.every(({ status }) => publicProjectStatus.includes(status))).toBe(true);
  });

  it('is listed page by page, of the whole subtree, in the order asked for', async () => {
    world.advance(1000);
    const first = await projects.bringTo('listed', { title: '第一件' });
    world.advance(1000);
    const second = await projects.bringTo('listed', { title: '第二件' });
    world.advance(1000);
    await projects.voted(first, 'opened');
    const pages = async (query: Record<string, string>, area = 'south') => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const asked: Record<string, string> = { ...query, limit: '2', ...(cursor !== undefined && { cursor }) };
        const { items, nextCursor } = (await world.ask(table.list, { area, query: asked })).value;
        ids.push(...items.map(({ id }) => id));
        cursor = nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(new Set(ids).size).toBe(ids.length);
      return ids;
    };
    expect((await pages({})).slice(0, 2)).toEqual([second, first]);
    expect((await pages({ order: 'updated' }))[0]).toBe(first);
    expect(await pages({ status: 'voting' })).toEqual([first]);
    expect(await pages({}, 'west')).toEqual([]);
    expect((await world.ask(table.list, { query: { cursor: 'nonsense' } })).code).toBe('request.invalid');
  });

  it('is refused where the area has projects switched off', async () => {
    const as = world.person('quiet-one', { area: 'quiet' });
    const body = { title: '修一条路', story: '很短', place: '门口', cost: 100 };
    expect((await world.ask(table.post, { as, area: 'quiet', body })).code).toBe('area.feature-off');
    expect((await world.ask(table.list, { area: 'quiet' })).code).toBe('area.feature-off');
    expect((await world.ask(areas.get, { as, area: 'quiet' })).value.can).not.toContain('post-project');
    expect((await world.ask(areas.get, { as: people.wisher })).value.can).toContain('post-project');
  });

  it('is read by a worker first, who is shown numbers in it, and may put it in other words', async () => {
    const { id } = await projects.propose({ story: '坡道找我谈，电话 13812348000' });
    const seen = await projects.get(id, people.worker);
    expect(seen.screening).toMatchObject([
      { part: 'story', proposed: '坡道找我谈，电话 138****8000', hits: [{ kind: 'phone' }] },
    ]);
    expect(await projects.get(id, people.wisher)).not.toHaveProperty('screening');
    const body = { story: '坡道要带扶手', cost: 8_000_000, seen: seen.updatedAt };
    const listed = (await projects.verb('enlist', id, people.worker, body)).value;
    expect(listed).toMatchObject({
      story: '坡道要带扶手',
      cost: 8_000_000,
      original: { story: '坡道找我谈，电话 13812348000', title: '楼门口修一条慢坡道' },
    });
    expect(await projects.get(id)).not.toHaveProperty('original');
    expect((await projects.get(id, people.wisher)).original?.story).toContain('13812348000');
  });

  it('shows strangers no number that a worker has let stand', async () => {
    const id = await projects.bringTo('listed', { story: '找我谈，电话 13812348000' });
    expect((await projects.get(id)).story).toBe('找我谈，电话 138****8000');
    expect((await projects.get(id, people.wisher)).story).toBe('找我谈，电话 13812348000');
  });

  it('that was changed since a worker read it is not listed by what they read', async () => {
    const { id, updatedAt: seen } = await projects.propose();
    world.advance(1000);
    await projects.verb('edit', id, people.wisher, { story: '换一个地方' });
    expect((await projects.verb('enlist', id, people.worker, { seen })).code).toBe('project.state');
    const again = (await projects.get(id, people.worker)).updatedAt;
    expect((await projects.verb('enlist', id, people.worker, { seen: again })).value.status).toBe('listed');
  });

  it('that was sent back is told why to its proposer alone, who may propose it anew', async () => {
    const { id } = await projects.propose();
    await projects.verb('decline', id, people.worker, { reason: '产权不在社区' });
    expect(await projects.get(id, people.wisher)).toMatchObject({ status: 'declined', reason: '产权不在社区' });
    expect(await noticesOf(people.wisher, id)).toMatchObject([{ type: 'project.declined', words: '产权不在社区' }]);
    const edited = (await projects.verb('edit', id, people.wisher, { place: '九幢门口' })).value;
    expect(edited).toMatchObject({ status: 'proposed', reason: null, place: '九幢门口' });
  });

  it('is proposed by a worker for someone who has no phone, and both are kept', async () => {
    const memberId = await world.register(people.worker, { name: '慕容奶奶' });
    const { id } = await projects.propose({ onBehalfOf: { memberId } }, people.worker);
    expect(await projects.get(id, people.worker)).toMatchObject({ proposer: { name: '慕容**' }, mine: false });
    const row = await world.db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ proposer_id: memberId, acting_id: await world.memberId(people.worker) });
    const event = await world.db
      .selectFrom('event')
      .selectAll()
      .where('project_id', '=', id)
      .where('type', '=', 'project.proposed')
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ on_behalf_of: memberId, actor_id: row.acting_id });
    const other = { onBehalfOf: { memberId: await world.memberId(people.neighbour) } };
    const body = { title: '修路', story: '修一修', place: '门口', cost: 100, ...other };
    expect((await world.ask(table.post, { as: people.wisher, body })).code).toBe('auth.forbidden');
    const west = await world.memberId(people.helper);
    const elsewhere = { as: people.worker, body: { ...body, onBehalfOf: { memberId: west } } };
    expect((await world.ask(table.post, elsewhere)).code).toBe('member.unknown');
  });

  it('of a worker’s own is listed, sent back and merged by another', async () => {
    const { id } = await projects.propose({}, people.worker);
    const other = await projects.bringTo('listed');
    expect((await projects.verb('enlist', id, people.worker)).code).toBe('member.self');
    expect((await projects.verb('decline', id, people.worker, { reason: '不' })).code).toBe('member.self');
    expect((await projects.verb('merge', id, people.worker, { into: other })).code).toBe('member.self');
  });

  it('that repeats another is merged into it, and its proposer hears what comes of that', async () => {
    const into = await projects.bringTo('listed');
    const { id } = await projects.propose({ title: '八幢修坡道' }, people.neighbour);
    const merged = (await projects.verb('merge', id, people.worker, { into })).value;
    expect(merged).toMatchObject({ status: 'merged', mergedInto: into });
    expect((await world.ask(table.get, { id })).code).toBe('project.unknown');
    expect((await projects.get(id, people.neighbour)).mergedInto).toBe(into);
    await projects.voted(into, 'opened');
    expect((await noticesOf(people.neighbour, into)).map(({ type }) => type)).toEqual(['project.voting']);

    const again = await projects.propose({}, people.neighbour);
    const proposed = await projects.propose({}, people.neighbour);
    for (const target of [again.id, proposed.id, id, '0190a1b2-0000-7000-8000-000000000001'])
      expect((await projects.verb('merge', again.id, people.worker, { into: target })).code).toBe('project.merge-target');
  });

  it('is taken back by whoever proposed it until people vote on it', async () => {
    const id = await projects.bringTo('listed');
    await projects.say(id, people.neighbour, '好主意');
    expect((await projects.verb('withdraw', id, people.neighbour)).code).toBe('auth.forbidden');
    expect((await projects.verb('withdraw', id, people.wisher)).value.status).toBe('withdrawn');
    expect((await world.ask(table.get, { id })).code).toBe('project.unknown');
    // Whoever said something about it hears what it was that is no more.
    expect(await noticesOf(people.neighbour, id)).toMatchObject([
      { type: 'project.withdrawn', project: { title: '楼门口修一条慢坡道', status: 'withdrawn' } },
    ]);
    const voting = await projects.bringTo('voting');
    expect((await projects.verb('withdraw', voting, people.wisher)).code).toBe('project.state');
  });

  it('has pictures that are attached once, by whoever stored them, and seen by everyone once it is listed', async () => {
    const [one, two] = [await picture(people.wisher), await picture(people.wisher, 'two')];
    const { id, photos } = await projects.propose({ photos: [two, one] });
    expect(photos.map((photo) => photo.id)).toEqual([two, one]);
    const plain = `http://api.test/api/v1/uploads/${one}`;
    expect([await statusOf(plain), await statusOf(photos[1]?.url ?? '')]).toEqual([404, 200]);
    const body = { title: '修路', story: '修一修', place: '门口', cost: 100, photos: [one] };
    expect((await world.ask(table.post, { as: people.wisher, body })).code).toBe('upload.used');
    expect((await world.ask(table.post, { as: people.neighbour, body })).code).toBe('upload.unknown');
    const foreign = { ...body, photos: [await picture(people.neighbour)] };
    expect((await world.ask(table.post, { as: people.wisher, body: foreign })).code).toBe('upload.unknown');
    await projects.verb('enlist', id, people.worker);
    expect((await projects.get(id)).photos).toMatchObject([
      { id: two, public: true },
      { id: one, url: plain },
    ]);
    expect(await statusOf(plain)).toBe(200);
    // What is taken back is nobody's to look at any more.
    await projects.verb('withdraw', id, people.wisher);
    expect(await statusOf(plain)).toBe(404);
    const kept = (await projects.get(id, people.wisher)).photos[1];
    expect(kept).toMatchObject({ id: one, public: false });
    expect(await statusOf(kept?.url ?? '')).toBe(200);
  });

  it('is chosen from by a round of its area while it is listed, and told how it went', async () => {
    const { projectOptions } = await import('./options.ts');
    const listed = await projects.bringTo('listed');
    const proposed = (await projects.propose()).id;
    const candidates = async (slug: string) => {
      const area = await world.db.selectFrom('area').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow();
      const found = await projectOptions.candidates(world.db, area.root_id, area, [listed, proposed]);
      return found.map(({ id, cost }) => [id, cost]);
    };
    expect(await candidates('east')).toEqual([[listed, 9_600_000]]);
    expect(await candidates('here')).toEqual([[listed, 9_600_000]]);
    expect(await candidates('west')).toEqual([]);
    await projects.voted(listed, 'opened');
    expect(await candidates('east')).toEqual([]);
    await projects.voted(listed, 'lost');
    expect(await projects.get(listed)).toMatchObject({ status: 'not-selected' });
    expect((await noticesOf(people.wisher, listed)).map(({ type }) => type)).toEqual([
      'project.not-selected',
      'project.voting',
      'project.listed',
    ]);
  });

  it('does nothing that its state does not allow', async () => {
    const listed = await projects.bringTo('listed');
    const wrong = [
      projects.verb('enlist', listed, people.worker),
      projects.verb('start', listed, people.worker, { owner: '科', budget: 1 }),
      projects.verb('milestones', listed, people.worker, { title: '量尺寸', on: '2026-11-20' }),
      projects.verb('done', listed, people.worker, { note: '好了' }),
      projects.verb('rate', listed, people.neighbour, { rating: 5 }),
      projects.verb('edit', listed, people.wisher, { title: '换一换' }),
    ];
    for (const reply of await Promise.all(wrong)) expect(reply.code).toBe('project.state');
    const selected = await projects.bringTo('selected');
    const past = { owner: '科', budget: 1, dueOn: '2026-11-22' };
    expect((await projects.verb('start', selected, people.worker, past)).problem.fields).toMatchObject([
      { path: 'dueOn', code: 'past' },
    ]);
    const started = await projects.verb('start', selected, people.worker, { owner: '科', budget: 1, dueOn: '2026-12-18' });
    expect(started.value).toMatchObject({ status: 'under-way', dueOn: '2026-12-18', budget: 1, owner: '科' });
    world.advance(days(1));
    expect(world.failures).toEqual([]);
  });

  it('is proposed once however often it is sent', async () => {
    const body = { title: '只提一次', story: '网络不好', place: '门口', cost: 100 };
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => world.ask(table.post, { as: people.wisher, body, key: 'proposed-once' })),
    );
    expect(new Set(replies.map(({ value }) => value.id)).size).toBe(1);
  });
});
