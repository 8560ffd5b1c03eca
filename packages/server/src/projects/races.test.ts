import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { projectsIn } from '../testing/projects.ts';
import { someoneWaits } from '../testing/waiting.ts';
import { cast, createWorld, type World } from '../testing/world.ts';
import { lockProject } from './statements.ts';

const { me, members } = contract;
vi.setConfig({ testTimeout: 120_000 });

describe.each(databases)('projects under fire on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let projects: ReturnType<typeof projectsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    projects = projectsIn(world, { proposer: people.wisher, worker: people.worker });
  }, 120_000);
  afterAll(() => world.stop());

  const crowd = (name: string, size: number): Promise<Person[]> =>
    Promise.all(
      Array.from({ length: size }, async (_, n) => {
        const person = world.person(`${name}-${n}`);
        await world.memberId(person);
        return person;
      }),
    );
  const done = (id: string) => projects.verb('done', id, people.worker, { note: '好了' });
  const clean = async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };

  it('are not done while a correction is raised: one of the two is refused, whichever comes first', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = await projects.bringTo('under-way');
      const { id: comment } = await projects.say(id, people.neighbour);
      const correct = () => projects.on('correct', id, people.worker, { comment });
      const [one, other] = round % 2 === 0 ? [done, correct] : [correct, done];
      const replies = await Promise.all([one(id), other(id)]);
      const [said, raised] = round % 2 === 0 ? replies : [replies[1], replies[0]];
      const project = await projects.get(id);
      if (said.status === 200) {
        expect(raised.code).toBe('project.state');
        expect(project).toMatchObject({ status: 'done', openCorrections: 0 });
      } else {
        expect(said.code).toBe('project.corrections-open');
        expect(raised.status).toBe(200);
        expect(project).toMatchObject({ status: 'under-way', openCorrections: 1 });
      }
    }
    await clean();
  });

  it('are not done when the correction waits behind, nor corrected when it was done before', async () => {
    const id = await projects.bringTo('under-way');
    const { id: comment } = await projects.say(id, people.neighbour);
    const asked: Promise<{ code: string | undefined }>[] = [];
    await world.db.transaction().execute(async (db) => {
      await lockProject(db, id);
      asked.push(done(id));
      await someoneWaits(db);
      asked.push(projects.on('correct', id, people.worker, { comment }));
      await someoneWaits(db);
    });
    const codes = (await Promise.all(asked)).map(({ code }) => code);
    expect([
      [undefined, 'project.state'],
      ['project.corrections-open', undefined],
    ]).toContainEqual(codes);
    await clean();
  });

  it('become a correction once, with everybody’s support counted, however many press at once', async () => {
    const id = await projects.bringTo('under-way');
    const { id: comment } = await projects.say(id, people.neighbour);
    const supporters = await crowd('supporter', 12);
    const replies = await Promise.all([...supporters, ...supporters].map((as) => projects.on('correct', id, as, { comment })));
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    expect((await projects.said(id))[0]).toMatchObject({ supporters: 12, correction: { state: 'open' } });
    expect((await projects.get(id)).openCorrections).toBe(1);
    const raised = await world.db
      .selectFrom('event')
      .select('id')
      .where('project_id', '=', id)
      .where('type', '=', 'project.correction-raised')
      .execute();
    expect(raised).toHaveLength(1);
    await clean();
  });

  it('are rated once by each, with the last word of each in the sum', async () => {
    const id = await projects.bringTo('done');
    const raters = await crowd('rater', 8);
    await Promise.all(raters.flatMap((as) => [1, 3, 5].map((rating) => projects.verb('rate', id, as, { rating }))));
    const own = await Promise.all(raters.map(async (as) => (await projects.get(id, as)).myRating ?? 0));
    const average = own.reduce((sum, rating) => sum + rating, 0) / own.length;
    expect(await projects.get(id)).toMatchObject({ ratings: 8, rating: Math.round(average * 10) / 10 });
    await clean();
  });

  it('keep their counts while identities are merged that support and rate the same', async () => {
    const id = await projects.bringTo('under-way');
    const { id: comment } = await projects.say(id, people.neighbour);
    const rated = await projects.bringTo('done');
    const [from, into] = [await crowd('from', 5), await crowd('into', 5)];
    const ids = await Promise.all([...from, ...into].map((as) => world.memberId(as)));
    const replies = await Promise.all(
      from.flatMap((going, n) => {
        const staying = into[n] ?? going;
        return [
          projects.on('correct', id, going, { comment }),
          projects.verb('rate', rated, going, { rating: 2 }),
          projects.on('correct', id, staying, { comment }),
          projects.verb('rate', rated, staying, { rating: 5 }),
          world.ask(members.merge, { as: people.worker, id: ids[n] ?? '', body: { into: ids[n + 5] } }),
          projects.verb('rate', rated, staying, { rating: 4 }),
        ];
      }),
    );
    for (const { code } of replies) expect([undefined, 'server.busy', 'token.revoked', 'auth.forbidden']).toContain(code);
    expect((await projects.said(id))[0]?.supporters).toBe(5);
    expect((await projects.get(rated)).ratings).toBe(5);
    await clean();
  });

  it('lose nobody’s count while whoever proposed, said, supported and rated is erased', async () => {
    const gone = await crowd('gone', 4);
    const id = await projects.bringTo('under-way');
    const rated = await projects.bringTo('done');
    const { id: comment } = await projects.say(id, people.neighbour);
    const replies = await Promise.all(
      gone.flatMap((as) => [
        projects.propose({}, as).catch(() => undefined),
        projects.on('correct', id, as, { comment }),
        projects.verb('rate', rated, as, { rating: 3 }),
        projects.on('comment', id, as, { words: '我也说一句' }),
        world.ask(me.erase, { as }),
        projects.on('comment', id, as, { words: '再说一句' }),
      ]),
    );
    expect(replies.length).toBe(24);
    await clean();
    const words = await world.db
      .selectFrom('project_comment_words')
      .innerJoin('project_comment', 'project_comment.id', 'comment_id')
      .innerJoin('member', 'member.id', 'writer_id')
      .select('comment_id')
      .where('member.erased_at', 'is not', null)
      .execute();
    expect(words).toEqual([]);
  });
});
