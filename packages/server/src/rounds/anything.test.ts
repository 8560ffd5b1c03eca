import { contract, type Endpoint } from '@five-micro/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import { roundsIn } from '../testing/rounds.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { rounds: table } = contract;

describe.each(oneDatabase)('whatever is asked of rounds on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let ids: string[];
  let options: string[];
  let paper: string;
  let code: string;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    const rounds = roundsIn(world, people.worker);
    options = await rounds.projects([100, 200, 300, 100, 200, 300, 400, 500]);
    const [draft, running, over] = [
      await rounds.draft(options.slice(6)),
      await rounds.open(options.slice(0, 3), { live: true }),
      await rounds.open(options.slice(3, 6)),
    ];
    ids = [draft.id, running.id, over.id];
    code = (await rounds.cast(running.id, { as: people.wisher }, options.slice(0, 1))).value.receipt;
    await rounds.cast(over.id, { as: people.wisher }, options.slice(3, 4));
    await rounds.close(over.id);
    const member = await world.register(people.worker, { name: '纸上的' });
    const body = { member, choices: options.slice(0, 1) };
    paper = (await world.ask(table.enterPaper, { as: people.worker, id: running.id, body })).value.id;
  }, 120_000);
  afterAll(() => world.stop());

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('', ' ', '\u0000', '2026-11-20T00:00:00Z', '9999-12-31T00:00:00Z', '0001-01-01T00:00:00Z', '𠮷', '%', "';--"),
  );
  const fields = ['title', 'of', 'options', 'opensAt', 'closesAt', 'ballot', 'rule', 'completion', 'winners', 'budget', 'live'];
  const more = ['tie', 'cutOff', 'electorate', 'reason', 'choices', 'revision', 'member', 'else'];
  const value = () =>
    fc.oneof(
      anyText,
      fc.constantFrom(...ids, ...options, paper, null, true, false, 0, 1, -1, 5, 1e12, 1e300, 0.5, 2 ** 31 - 1, 2 ** 31, 2 ** 53),
      fc.constantFrom('projects', 'stars', 'most-votes', 'equal-shares', 'add1', 'none'),
      fc.subarray([...options, options[0]?.toUpperCase() ?? '', paper]),
      fc.array(fc.oneof(anyText, fc.constantFrom(paper, 1, null)), { maxLength: 3 }),
      fc.record({ type: fc.constantFrom('approval', 'budget', 'else'), min: fc.integer(), max: fc.integer() }),
    );
  /** A round that goes together but for what is put in its place. */
  const whole = {
    title: '今年修什么',
    of: 'projects',
    opensAt: '2026-01-01T00:00:00Z',
    closesAt: '2099-01-01T00:00:00Z',
    ballot: { type: 'approval', min: 0, max: 1 },
    rule: 'most-votes',
    winners: 1,
  };

  it('is answered or refused in plain words, and never breaks anything', async () => {
    const lines: Endpoint[] = Object.values(table);
    const asked = fc.record({
      line: fc.constantFrom(...lines),
      id: fc.oneof(fc.constantFrom(...ids), fc.constantFrom('nothing', paper, '0190a1b2-0000-7000-8000-000000000001')),
      code: fc.oneof(fc.constantFrom(code, paper), anyText.map(encodeURIComponent)),
      ballot: fc.oneof(fc.constantFrom(paper, code), anyText.map(encodeURIComponent)),
      as: fc.constantFrom(undefined, people.wisher, people.neighbour, people.worker, people.officer, people.stranger),
      likely: fc.boolean(),
      body: fc.dictionary(fc.constantFrom(...fields, ...more), value(), { maxKeys: 4 }),
      query: fc.dictionary(fc.constantFrom('status', 'of', 'cursor', 'limit'), anyText, { maxKeys: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ line, id, code: of, ballot, as, likely, body, query }) => {
        const full = likely && line === table.post ? { ...whole, options: options.slice(6), ...body } : body;
        const how = line.method === 'GET' ? { query } : { body: full };
        const { status, code: refused } = await world.ask(line, { as, id, code: of, ballot, ...how });
        expect(status, `${line.method} ${line.path} ${refused ?? ''} ${world.failures.at(-1) ?? ''}`).toBeLessThan(500);
      }),
      { numRuns: 600 },
    );
    expect(world.failures).toEqual([]);
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
  }, 120_000);
});
