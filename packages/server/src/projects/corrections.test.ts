import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSettings } from '../areas/own-settings.ts';
import { areaBySlug } from '../areas/statements.ts';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { projectsIn } from '../testing/projects.ts';
import { cast, createWorld, days, type World } from '../testing/world.ts';

const { areas, me, uploads } = contract;

describe.each(oneDatabase)('a correction on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let colleague: Person;
  let projects: ReturnType<typeof projectsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    colleague = world.person('worker-2', { name: '吴社工', roles: ['resident', 'worker'] });
    projects = projectsIn(world, { proposer: people.wisher, worker: people.worker });
  }, 120_000);
  afterAll(() => world.stop());

  const correct = (id: string, comment: string, as: Person, more = {}) => projects.on('correct', id, as, { comment, ...more });
  const answer = (id: string, comment: string, as = people.worker, more = {}) =>
    projects.on('answer', id, as, { comment, words: '看到了，周三重新垫平', ...more });
  const accept = (id: string, comment: string, as: Person, accepted = true) =>
    projects.on('accept', id, as, { comment, accepted });
  const overrule = (id: string, comment: string, as: Person) =>
    projects.on('overrule', id, as, { comment, reason: '井盖属于电力公司，已经转过去了' });
  const done = (id: string) => projects.verb('done', id, people.worker, { note: '都好了' });
  const raised = async () => {
    const id = await projects.bringTo('under-way');
    const { id: comment } = await projects.say(id, people.neighbour);
    expect((await correct(id, comment, people.worker)).status).toBe(200);
    return { id, comment };
  };
  const noticesOf = async (as: Person, id: string) =>
    (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items.flatMap(({ type, project }) =>
      project?.id === id ? [type] : [],
    );

  it('is one at once by a worker’s word, with who sees to it and until when, and blocks done', async () => {
    const id = await projects.bringTo('under-way');
    const said = await projects.say(id, people.neighbour);
    expect(said).toMatchObject({ correction: null, supporters: 0, can: ['corrections'] });
    expect((await projects.said(id))[0]?.can).toEqual(['corrections', 'report']);
    const made = (await correct(id, said.id, people.worker, { owner: '施工队', dueOn: '2026-11-27' })).value;
    expect(made.correction).toMatchObject({
      state: 'open',
      owner: '施工队',
      dueAt: '2026-11-27T15:59:59.000Z',
      answer: null,
      reason: null,
    });
    expect(await projects.get(id, people.worker)).toMatchObject({ openCorrections: 1 });
    expect((await projects.get(id, people.worker)).can).not.toContain('done');
    expect((await done(id)).code).toBe('project.corrections-open');
    const moved = (await correct(id, said.id, people.worker, { owner: '电力公司', dueOn: '2026-12-01' })).value;
    expect(moved.correction).toMatchObject({ owner: '电力公司', dueAt: '2026-12-01T15:59:59.000Z' });
    expect(await projects.get(id)).toMatchObject({ openCorrections: 1 });
    expect((await correct(id, said.id, people.worker, { dueOn: '2026-11-22' })).problem.fields).toMatchObject([
      { path: 'dueOn', code: 'past' },
    ]);
  });

  it('is one by as many neighbours as the area says, each of whom counts once', async () => {
    const id = await projects.bringTo('under-way');
    const { id: comment } = await projects.say(id, people.neighbour);
    const [one, two, three] = ['one', 'two', 'three'].map((name) => world.person(`supporter-${name}`));
    if (!one || !two || !three) throw new Error('Nobody.');
    expect((await correct(id, comment, one)).value).toMatchObject({ supporters: 1, supported: true, correction: null });
    expect((await correct(id, comment, one)).value.supporters).toBe(1);
    expect((await correct(id, comment, one)).value.can).not.toContain('corrections');
    // They live elsewhere.
    expect((await correct(id, comment, people.helper)).code).toBe('auth.forbidden');
    // Who sees to it is not theirs to say.
    expect((await correct(id, comment, two, { owner: '施工队' })).code).toBe('auth.forbidden');
    expect((await correct(id, comment, two)).value).toMatchObject({ supporters: 2, correction: null });
    expect((await projects.get(id)).openCorrections).toBe(0);
    const third = (await correct(id, comment, three)).value;
    // Seven days, to the end of the day.
    expect(third).toMatchObject({ supporters: 3, correction: { state: 'open', owner: null, dueAt: '2026-11-30T15:59:59.000Z' } });
    expect((await projects.get(id)).openCorrections).toBe(1);
    expect(await noticesOf(people.neighbour, id)).toContain('project.correction-raised');
    expect(await noticesOf(one, id)).toContain('project.correction-raised');
    // Nor does whoever has it in hand come upon it by chance.
    expect(await noticesOf(people.worker, id)).toEqual(['project.correction-raised']);
    // Whoever comes later stands behind it too; it is one all the same.
    expect((await correct(id, comment, people.wisher)).value.supporters).toBe(4);
    expect((await projects.get(id)).openCorrections).toBe(1);
  });

  it('takes as many as the nearest area above says', async () => {
    const [south, east] = [await areaBySlug(world.db, 'south'), await areaBySlug(world.db, 'east')];
    if (!south || !east) throw new Error('No areas.');
    await changeSettings(world.db, south, { correctionSupport: 1 });
    expect((await world.ask(areas.get)).value.settings.correctionSupport).toBe(1);
    const id = await projects.bringTo('under-way');
    const first = await projects.say(id, people.neighbour);
    expect((await correct(id, first.id, people.neighbour)).value.correction?.state).toBe('open');
    await changeSettings(world.db, east, { correctionSupport: 2 });
    const second = await projects.say(id, people.neighbour, '灯不亮');
    expect((await correct(id, second.id, people.neighbour)).value.correction).toBe(null);
    await changeSettings(world.db, east, { correctionSupport: null });
    await changeSettings(world.db, south, { correctionSupport: null });
    expect((await world.ask(areas.get)).value.settings.correctionSupport).toBe(3);
  });

  it('is answered, said to be not yet put right, answered again and accepted; then it is done', async () => {
    const { id, comment } = await raised();
    expect((await answer(id, comment, people.neighbour)).code).toBe('auth.forbidden');
    expect((await accept(id, comment, people.neighbour)).code).toBe('project.state');
    const photo = (await world.ask(uploads.post, { as: people.worker, body: new TextEncoder().encode('P done') })).value.id;
    const answered = (await answer(id, comment, people.worker, { photos: [photo] })).value;
    expect(answered.correction).toMatchObject({
      state: 'answered',
      answer: { words: '看到了，周三重新垫平', photos: [{ id: photo, public: true }] },
    });
    expect((await answer(id, comment)).code).toBe('project.state');
    expect((await done(id)).code).toBe('project.corrections-open');
    expect((await accept(id, comment, people.wisher)).code).toBe('auth.forbidden');
    const again = (await accept(id, comment, people.neighbour, false)).value;
    expect(again.correction).toMatchObject({ state: 'open', answer: { words: '看到了，周三重新垫平' } });
    expect((await projects.get(id)).openCorrections).toBe(1);
    expect((await answer(id, comment, people.worker, { words: '这回垫平了' })).value.correction?.answer).toMatchObject({
      words: '这回垫平了',
      photos: [],
    });
    expect((await accept(id, comment, people.neighbour)).value.correction?.state).toBe('accepted');
    expect(await noticesOf(people.neighbour, id)).toContain('project.correction-answered');
    expect(await noticesOf(people.worker, id)).toEqual(['project.correction-accepted', 'project.correction-reopened']);
    expect((await correct(id, comment, people.worker)).code).toBe('project.state');
    expect((await overrule(id, comment, colleague)).code).toBe('project.state');
    expect((await done(id)).value.status).toBe('done');
    const steps = (await world.ask(contract.projects.timeline, { id })).value.items.map(({ type }) => type);
    expect(steps.slice(-6)).toEqual([
      'project.correction-raised',
      'project.correction-answered',
      'project.correction-reopened',
      'project.correction-answered',
      'project.correction-accepted',
      'project.done',
    ]);
  });

  it('is overruled for a reason that everyone reads, by somebody who neither asked nor answered', async () => {
    const { id, comment } = await raised();
    expect((await overrule(id, comment, people.neighbour)).code).toBe('auth.forbidden');
    // It is one by their own word.
    expect((await overrule(id, comment, people.worker)).code).toBe('project.self-dealing');
    await answer(id, comment, colleague);
    expect((await overrule(id, comment, colleague)).code).toBe('project.self-dealing');
    const said = (await projects.said(id, colleague)).find((one) => one.id === comment);
    expect(said?.can).not.toContain('overrule');
    expect((await overrule(id, comment, people.officer)).value.correction).toMatchObject({ state: 'overruled' });
    const [public_] = await projects.said(id);
    expect(public_?.correction).toMatchObject({ state: 'overruled', reason: '井盖属于电力公司，已经转过去了' });
    expect((await projects.get(id)).openCorrections).toBe(0);
    expect((await done(id)).value.status).toBe('done');
  });

  it('is accepted by whoever asked for it, but never by whoever answered it', async () => {
    const { id, comment } = await raised();
    await answer(id, comment, people.worker);
    expect((await accept(id, comment, people.worker)).code).toBe('project.self-dealing');
    const mine = (await projects.said(id, people.worker)).find((one) => one.id === comment);
    expect(mine?.can).not.toContain('accept');
    await accept(id, comment, people.neighbour, false);
    await answer(id, comment, colleague);
    expect((await accept(id, comment, people.worker)).value.correction?.state).toBe('accepted');
  });

  it('is asked for while it is being built, and of what was said there', async () => {
    const listed = await projects.bringTo('listed');
    const early = await projects.say(listed, people.neighbour);
    expect(early.can).not.toContain('corrections');
    expect((await correct(listed, early.id, people.worker)).code).toBe('project.state');
    const { id } = await raised();
    expect((await correct(id, early.id, people.worker)).code).toBe('project.no-comment');
    expect((await answer(id, '0190a1b2-0000-7000-8000-000000000001')).code).toBe('project.no-comment');
    world.advance(days(1));
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  });
});
