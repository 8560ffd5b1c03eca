import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSettings } from '../areas/own-settings.ts';
import { areaBySlug } from '../areas/statements.ts';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { projectsIn } from '../testing/projects.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

describe.each(oneDatabase)('a correction whose asker has left, on $name', ({ open }) => {
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
  afterAll(async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
    await world.stop();
  });

  const on = (name: 'correct' | 'answer' | 'accept', id: string, as: Person, comment: string, more = {}) =>
    projects.on(name, id, as, { comment, ...more });
  const leave = (as: Person) => world.ask(contract.me.erase, { as });
  const canOf = async (id: string, as: Person) => (await projects.said(id, as))[0]?.can ?? [];
  const answer = (id: string, comment: string, as = people.worker) => on('answer', id, as, comment, { words: '垫平了' });
  const accept = (id: string, comment: string, as: Person, accepted = true) => on('accept', id, as, comment, { accepted });
  let made = 0;
  const newcomer = (name: string) => {
    made += 1;
    return world.person(`newcomer-${made}`, { name });
  };

  it('is accepted, or not yet, by a neighbour who said so too', async () => {
    const [writer, supporter, leaving] = [newcomer('先走的'), newcomer('也说的'), newcomer('也走的')];
    const id = await projects.bringTo('under-way');
    const { id: comment } = await projects.say(id, writer);
    for (const as of [supporter, leaving, people.wisher]) await on('correct', id, as, comment);
    await answer(id, comment);
    // As long as the writer is there it is theirs to say.
    expect((await accept(id, comment, supporter)).code).toBe('auth.forbidden');
    await leave(writer);
    await leave(leaving);
    expect(await canOf(id, supporter)).toContain('accept');
    expect(await canOf(id, people.neighbour)).not.toContain('accept');
    expect((await accept(id, comment, people.neighbour)).code).toBe('auth.forbidden');
    expect((await accept(id, comment, colleague)).code).toBe('auth.forbidden');
    expect((await accept(id, comment, supporter, false)).value.correction?.state).toBe('open');
    await answer(id, comment);
    expect((await accept(id, comment, supporter)).value.correction?.state).toBe('accepted');
    expect((await projects.get(id)).openCorrections).toBe(0);
  });

  it('is a worker’s to accept where nobody else is left, but not whoever’s who answered it', async () => {
    const writer = newcomer('独自的');
    const east = await areaBySlug(world.db, 'east');
    if (!east) throw new Error('No area.');
    await changeSettings(world.db, east, { correctionSupport: 1 });
    const id = await projects.bringTo('under-way');
    const { id: comment } = await projects.say(id, writer);
    await on('correct', id, writer, comment);
    await changeSettings(world.db, east, { correctionSupport: null });
    await answer(id, comment);
    expect((await accept(id, comment, colleague)).code).toBe('auth.forbidden');
    await leave(writer);
    expect((await accept(id, comment, people.worker)).code).toBe('project.self-dealing');
    expect(await canOf(id, people.worker)).not.toContain('accept');
    expect(await canOf(id, colleague)).toEqual(expect.arrayContaining(['accept', 'overrule']));
    expect((await accept(id, comment, colleague)).value.correction?.state).toBe('accepted');
  });

  it('stays with the worker by whose word it is one', async () => {
    const writer = newcomer('说了就走的');
    const id = await projects.bringTo('under-way');
    const { id: comment } = await projects.say(id, writer);
    await on('correct', id, colleague, comment);
    await leave(writer);
    await answer(id, comment);
    const other = world.person('worker-3', { name: '郑社工', roles: ['resident', 'worker'] });
    expect((await accept(id, comment, other)).code).toBe('auth.forbidden');
    expect((await accept(id, comment, colleague)).value.correction?.state).toBe('accepted');
  });
});
