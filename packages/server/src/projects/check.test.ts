import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import { projectsIn } from '../testing/projects.ts';
import { cast, createWorld, type World } from '../testing/world.ts';
import { checkProjects } from './check.ts';

describe.each(oneDatabase)('the check of projects on $name', ({ open }) => {
  let world: World;
  let under: string;
  let done: string;
  beforeAll(async () => {
    world = await createWorld(open);
    const people = cast(world);
    const projects = projectsIn(world, { proposer: people.wisher, worker: people.worker });
    under = await projects.bringTo('under-way');
    const { id: comment } = await projects.say(under, people.neighbour);
    for (const as of [people.neighbour, people.wisher]) await projects.on('correct', under, as, { comment });
    await projects.on('correct', under, people.worker, { comment });
    done = await projects.bringTo('done');
    for (const [as, rating] of [
      [people.neighbour, 4],
      [people.neighbour, 3],
      [people.wisher, 5],
    ] as const)
      await projects.verb('rate', done, as, { rating });
  }, 120_000);
  afterAll(() => world.stop());

  it('agrees with what people did', async () => {
    expect(await checkDatabase(world.db, world.now())).toMatchObject({ projects: 2, differences: [] });
  });

  it.each([
    [
      'a state that nobody brought about',
      'project status',
      () => sql`update project set status = 'listed' where id = ${done}::uuid`,
    ],
    ['progress that nobody reported', 'project percent', () => sql`update project set percent = 40 where id = ${under}::uuid`],
    [
      'a correction that does not count',
      'project open corrections',
      () => sql`update project set open_corrections = 0 where id = ${under}::uuid`,
    ],
    [
      'a correction that is over by itself',
      'project waiting corrections',
      () => sql`update correction set state = 'accepted', decided_at = now(), answered_at = now(), answered_by = raised_by`,
    ],
    [
      'a correction that says it was answered',
      'correction state',
      () => sql`update correction set state = 'answered', answered_at = now(), answered_by = raised_by`,
    ],
    ['support that nobody gave', 'comment supporters', () => sql`update project_comment set supporters = 7`],
    ['support that is gone', 'comment support', () => sql`delete from comment_support`],
    [
      'ratings that nobody gave',
      'project ratings',
      () => sql`update project set ratings = 1, rating_sum = 5 where id = ${done}::uuid`,
    ],
    ['a better rating', 'project rating sum', () => sql`update project set rating_sum = 9 where id = ${done}::uuid`],
    ['a rating that was written over', 'project rows’ sum', () => sql`update project_rating set rating = 1`],
    [
      'words of someone who was erased',
      'comment words',
      () => sql`update member set erased_at = now() where id in (select writer_id from project_comment)`,
    ],
  ])('finds %s', async (_what, found, breaking) => {
    await expect(
      world.db.transaction().execute(async (trx) => {
        await breaking().execute(trx);
        const { differences: broken } = await checkProjects(trx);
        // Nothing of it is kept.
        throw new Error(broken.map(({ subject, what }) => `${subject.split(' ')[0]} ${what}`).join(', '));
      }),
    ).rejects.toThrow(found);
  });
});
