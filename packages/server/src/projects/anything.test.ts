import { contract, type Endpoint } from '@five-micro/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import { projectsIn } from '../testing/projects.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { projects: table } = contract;

describe.each(oneDatabase)('whatever is asked of projects on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let ids: string[];
  let comment: string;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    const projects = projectsIn(world, { proposer: people.wisher, worker: people.worker });
    ids = await Promise.all(
      (['proposed', 'listed', 'selected', 'under-way', 'done'] as const).map((status) => projects.bringTo(status)),
    );
    comment = (await projects.say(ids[3] ?? '', people.neighbour)).id;
  }, 120_000);
  afterAll(() => world.stop());

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('', ' ', '\u0000', '2026-11-20', '9999-12-31', '0001-01-01', '2026-02-30', 'rude', '𠮷', '‮', '%', "';--"),
  );
  const fields = [
    'title',
    'story',
    'place',
    'cost',
    'photos',
    'onBehalfOf',
    'seen',
    'reason',
    'into',
    'owner',
    'budget',
    'dueOn',
  ];
  const more = ['milestone', 'words', 'on', 'percent', 'reached', 'note', 'rating', 'comment', 'accepted', 'wording', 'else'];
  const value = () =>
    fc.oneof(
      anyText,
      fc.constantFrom(...ids, comment, comment.toUpperCase(), null, true, false, 0, 1, -1, 5, 60, 1e12, 1e300, 0.5, 2 ** 53),
      fc.array(fc.oneof(anyText, fc.constantFrom(comment, 1, null)), { maxLength: 3 }),
      fc.record({ memberId: fc.oneof(anyText, fc.constantFrom(comment, ids[0] ?? '')) }),
    );

  it('is answered or refused in plain words, and never breaks anything', async () => {
    const lines: Endpoint[] = Object.values(table);
    const asked = fc.record({
      line: fc.constantFrom(...lines),
      id: fc.oneof(fc.constantFrom(...ids), fc.constantFrom('nothing', comment, '0190a1b2-0000-7000-8000-000000000001')),
      as: fc.constantFrom(undefined, people.wisher, people.neighbour, people.worker, people.officer, people.stranger),
      body: fc.dictionary(fc.constantFrom(...fields, ...more), value(), { maxKeys: 5 }),
      query: fc.dictionary(fc.constantFrom('status', 'order', 'cursor', 'limit', 'state'), anyText, { maxKeys: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ line, id, as, body, query }) => {
        const how = line.method === 'GET' ? { query } : { body };
        const { status, code } = await world.ask(line, { as, id, ...how });
        expect(status, `${line.method} ${line.path} ${code ?? ''} ${world.failures.at(-1) ?? ''}`).toBeLessThan(500);
      }),
      { numRuns: 600 },
    );
    expect(world.failures).toEqual([]);
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
  }, 120_000);
});
