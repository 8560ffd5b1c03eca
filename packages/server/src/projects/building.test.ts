import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { projectsIn } from '../testing/projects.ts';
import { cast, createWorld, days, type World } from '../testing/world.ts';

const { me, uploads } = contract;

describe.each(oneDatabase)('a project that is built, on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let projects: ReturnType<typeof projectsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    projects = projectsIn(world, { proposer: people.wisher, worker: people.worker });
  }, 120_000);
  afterAll(() => world.stop());

  const report = (id: string, body: Record<string, unknown>, as: Person = people.worker) =>
    projects.verb('milestones', id, as, { title: '北段铺好', on: '2026-11-20', reached: true, ...body });
  const rate = (id: string, as: Person, rating: number) => projects.verb('rate', id, as, { rating });
  const told = async (as: Person, id: string) =>
    (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items.filter(({ project }) => project?.id === id);

  it('reports its steps with date, words, pictures and percent, and tells whoever it concerns', async () => {
    const id = await projects.bringTo('under-way');
    await projects.say(id, people.neighbour);
    const photo = (await world.ask(uploads.post, { as: people.worker, body: new TextEncoder().encode('P path') })).value;
    await report(id, { title: '量尺寸', on: '2026-11-12', percent: 10 });
    await projects.verb('milestones', id, people.worker, { title: '居民一起验收', on: '2026-12-18' });
    const shown = (await report(id, { words: '可以走了', percent: 60, photos: [photo.id] })).value;
    expect(shown.percent).toBe(60);
    const { milestones } = await projects.get(id);
    expect(milestones).toMatchObject([
      { title: '量尺寸', on: '2026-11-12', percent: 10, reached: true, words: null },
      {
        title: '北段铺好',
        on: '2026-11-20',
        percent: 60,
        reached: true,
        words: '可以走了',
        photos: [{ id: photo.id, public: true }],
      },
      { title: '居民一起验收', on: '2026-12-18', percent: null, reached: false },
    ]);
    expect((await world.send(milestones[1]?.photos[0]?.url ?? '', {})).status).toBe(200);
    const reports = (await told(people.neighbour, id)).filter(({ type }) => type === 'project.reported');
    expect(reports.map(({ words }) => words)).toEqual(['北段铺好', '量尺寸']);
    expect((await told(people.neighbour, id)).map(({ type }) => type)).not.toContain('project.planned');
  });

  it('reaches what was planned, and then that stands', async () => {
    const id = await projects.bringTo('under-way');
    const planned = (await projects.verb('milestones', id, people.worker, { title: '南段', on: '2026-11-25', percent: 80 }))
      .value;
    const milestone = planned.milestones[0]?.id;
    expect(planned.percent).toBe(0);
    const moved = { milestone, title: '南段开铺', on: '2026-11-26', percent: 70 };
    expect((await projects.verb('milestones', id, people.worker, moved)).value.milestones).toMatchObject([
      { id: milestone, title: '南段开铺', on: '2026-11-26', reached: false },
    ]);
    const reached = await report(id, { milestone, title: '南段铺好', on: '2026-11-23', percent: 80 });
    expect(reached.value).toMatchObject({ percent: 80, milestones: [{ id: milestone, reached: true }] });
    expect((await report(id, { milestone, percent: 90 })).code).toBe('project.state');
    const other = await projects.bringTo('under-way');
    expect((await report(other, { milestone, percent: 90 })).problem.fields).toMatchObject([
      { path: 'milestone', code: 'not-an-option' },
    ]);
  });

  it('never reports less than before, nor what has not come', async () => {
    const id = await projects.bringTo('under-way');
    await report(id, { percent: 60 });
    expect((await report(id, { percent: 59 })).problem.fields).toMatchObject([
      { path: 'percent', code: 'too-small', message: '最小是 60。' },
    ]);
    expect((await report(id, { on: '2026-11-24' })).problem.fields).toMatchObject([{ path: 'on', code: 'too-late' }]);
    // Without a number it stays where it was.
    expect((await report(id, {})).value.percent).toBe(60);
    expect((await report(id, { percent: 60 })).value.milestones).toHaveLength(3);
  });

  it('is rated once by each neighbour who lives there, who may think better of it', async () => {
    const id = await projects.bringTo('done');
    expect((await rate(id, people.helper, 5)).code).toBe('auth.forbidden');
    expect((await rate(id, people.neighbour, 2)).value).toMatchObject({ myRating: 2, ratings: 1, rating: null });
    expect((await rate(id, people.neighbour, 4)).value).toMatchObject({ myRating: 4, ratings: 1, rating: null });
    for (const [n, rating] of [5, 5, 4].entries()) await rate(id, world.person(`rater-${n}`), rating);
    expect(await projects.get(id)).toMatchObject({ ratings: 4, rating: null, myRating: null });
    // From five on an average says nothing about one of them.
    expect((await rate(id, people.wisher, 5)).value).toMatchObject({ ratings: 5, rating: 4.6, myRating: 5 });
    expect((await rate(id, people.neighbour, 1)).value).toMatchObject({ ratings: 5, rating: 4 });
    const steps = (await world.ask(contract.projects.timeline, { id, as: people.worker })).value.items;
    expect(steps.map(({ type }) => type)).not.toContain('project.rated');
    world.advance(days(1));
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  });
});
