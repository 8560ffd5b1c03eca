import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import { roundsIn } from '../testing/rounds.ts';
import { starsIn } from '../testing/stars.ts';
import { cast, createWorld, hours, type World } from '../testing/world.ts';
import { currentOf } from './lifecycle.ts';

const { rounds: table, stars } = contract;

describe('the round that a page shows first', () => {
  const now = new Date('2026-11-30T00:00:00Z');
  const round = (id: string, status: 'draft' | 'open' | 'closed', from: number, to: number) => ({
    id,
    status,
    opens_at: new Date(now.getTime() + hours(from)),
    closes_at: new Date(now.getTime() + hours(to)),
    now,
  });

  it.each([
    ['takes ballots, and ends first', 'b', [round('a', 'open', -1, 9), round('b', 'open', -1, 2), round('c', 'closed', -9, -1)]],
    ['will take them next', 'b', [round('a', 'open', 5, 9), round('b', 'open', 2, 9), round('c', 'closed', -9, -1)]],
    ['was the last to end', 'b', [round('a', 'closed', -9, -5), round('b', 'closed', -9, -1), round('c', 'draft', 1, 2)]],
    ['is none where there are only drafts', undefined, [round('c', 'draft', 1, 2)]],
  ] as const)('%s', (_what, id, rounds) => {
    expect(currentOf(rounds)?.id).toBe(id);
  });
});

describe.each(oneDatabase)('what an element asks for at once on $name', ({ open }) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(open);
  }, 120_000);
  afterAll(() => world.stop());

  it('is a list in which one round comes with its options, as it comes alone', async () => {
    const rounds = roundsIn(world, cast(world).worker);
    const options = await rounds.projects([100, 200, 300, 400, 500]);
    const past = await rounds.open(options.slice(3));
    await rounds.close(past.id);
    const { id } = await rounds.open(options.slice(0, 3));
    const list = async (query: Record<string, string>) => (await world.ask(table.list, { area: 'east', query })).value.items;
    const whole = await list({ of: 'projects', whole: 'current' });
    expect(whole.map((round) => [round.id, round.options.length])).toEqual([
      [id, 3],
      [past.id, 0],
    ]);
    expect(whole[0]?.options).toEqual((await rounds.get(id)).options);
    expect((await list({ of: 'projects' })).flatMap((round) => round.options)).toEqual([]);
    expect((await world.ask(table.list, { area: 'east', query: { whole: 'all' } })).code).toBe('request.invalid');
  });

  it('is a page of stars with the contests that are under way, where it asks for them', async () => {
    const people = cast(world);
    const rounds = roundsIn(world, people.worker);
    const candidates: string[] = [];
    for (const nominee of [people.wisher, people.branch]) {
      const nominating = starsIn(world, { nominator: people.neighbour, nominee, worker: people.worker });
      candidates.push(await nominating.bringTo('consented'));
    }
    const terms = { of: 'stars', title: '今年的岗位之星', winners: 1, ballot: { type: 'approval', min: 1, max: 1 } };
    const { id } = await rounds.open(candidates, terms);
    const list = async (query: Record<string, string>) => (await world.ask(stars.list, { area: 'east', query })).value;
    expect((await list({ contests: 'true' })).contests).toMatchObject([{ id, options: [], of: 'stars' }]);
    expect(await list({})).not.toHaveProperty('contests');
    await rounds.close(id);
    expect((await list({ contests: 'true' })).contests).toEqual([]);
  });
});
