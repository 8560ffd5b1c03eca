import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { projectsIn } from '../testing/projects.ts';
import { cast, createWorld, days, type World } from '../testing/world.ts';
import { sweep } from '../wishes/sweeper.ts';

const { me } = contract;

describe.each(databases)('a correction whose day passes on $name', ({ open }) => {
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

  const raised = async (dueOn: string) => {
    const id = await projects.bringTo('under-way');
    const { id: comment } = await projects.say(id, people.neighbour);
    await projects.on('correct', id, colleague, { comment, dueOn });
    return { id, comment };
  };
  const toldOf = async (as: Person, id: string) =>
    (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items.filter(
      ({ type, project }) => type === 'project.correction-overdue' && project?.id === id,
    ).length;
  const everyone = async (id: string) =>
    Promise.all([people.worker, colleague, people.neighbour, people.wisher].map((person) => toldOf(person, id)));

  it('is told once to the workers who have it in hand and to whoever asked for it, and once more when its new day passes', async () => {
    const { id, comment } = await raised('2026-11-25');
    await sweep(world.ports);
    expect(await everyone(id)).toEqual([0, 0, 0, 0]);
    world.advance(days(3));
    // Several processes at once: one of them tells.
    await Promise.all([sweep(world.ports), sweep(world.ports), sweep(world.ports)]);
    await sweep(world.ports);
    expect(await everyone(id)).toEqual([1, 1, 1, 0]);
    await projects.on('correct', id, colleague, { comment, dueOn: '2026-11-27' });
    await sweep(world.ports);
    expect(await everyone(id)).toEqual([1, 1, 1, 0]);
    world.advance(days(3));
    await sweep(world.ports);
    expect(await everyone(id)).toEqual([2, 2, 2, 0]);
  });

  it('is not told where it was answered in time, and is where the answer was not enough', async () => {
    const { id, comment } = await raised('2026-12-01');
    await projects.on('answer', id, people.worker, { comment, words: '周三重新垫平' });
    world.advance(days(5));
    await sweep(world.ports);
    expect(await everyone(id)).toEqual([0, 0, 0, 0]);
    await projects.on('accept', id, people.neighbour, { comment, accepted: false });
    await sweep(world.ports);
    expect(await everyone(id)).toEqual([1, 1, 1, 0]);
  });
});
