import { contract, type Endpoint } from '@five-micro/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import { starsIn } from '../testing/stars.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { me, stars: table } = contract;

describe.each(oneDatabase)('whatever is asked of stars on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let ids: string[];
  let member: string;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    const stars = starsIn(world, { nominator: people.neighbour, nominee: people.wisher, worker: people.worker });
    member = await world.memberId(people.wisher);
    const statuses = ['proposed', 'asked', 'consented', 'declined', 'voting', 'not-awarded'] as const;
    ids = await Promise.all(statuses.map((status, at) => stars.bringTo(status, { period: String(2000 + at) })));
    ids.push((await stars.star({ period: '2010' })).id);
  }, 120_000);
  afterAll(() => world.stop());

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('', ' ', '\u0000', '2026', '2026-Q5', '0001', 'post', 'masked', 'full', '𠮷', '\ud800', '‮', '%', '*', "';--"),
  );
  const fields = ['who', 'member', 'title', 'period', 'sentence', 'story', 'asked', 'seen', 'name', 'portrait', 'onBehalf'];
  const more = ['reason', 'nomination', 'quotes', 'status', 'else'];
  const value = () =>
    fc.oneof(
      anyText,
      fc.constantFrom(...ids, member, member.toUpperCase(), null, true, false, 0, 1, -1, 2 ** 53, 1e300),
      fc.array(fc.record({ words: anyText, by: anyText }), { maxLength: 3 }),
    );

  it('is answered or refused in plain words, and never breaks anything', async () => {
    const lines: Endpoint[] = [...Object.values(table), me.nominations, me.stars];
    const asked = fc.record({
      line: fc.constantFrom(...lines),
      id: fc.oneof(fc.constantFrom(...ids), fc.constantFrom('nothing', member, '0190a1b2-0000-7000-8000-000000000001')),
      as: fc.constantFrom(undefined, people.wisher, people.neighbour, people.worker, people.officer, people.stranger),
      body: fc.dictionary(fc.constantFrom(...fields, ...more), value(), { maxKeys: 5 }),
      query: fc.dictionary(fc.constantFrom('status', 'order', 'title', 'period', 'q', 'cursor', 'limit'), anyText, {
        maxKeys: 3,
      }),
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
