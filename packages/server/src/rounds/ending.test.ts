import { contract } from '@five-micro/contract';
import { outcomesOf } from '@five-micro/tally/record';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import type { Tally } from '../ports.ts';
import { databases } from '../testing/databases.ts';
import { roundsIn } from '../testing/rounds.ts';
import { cast, createWorld, type World } from '../testing/world.ts';
import { currentRound, leaveToSweeper, sweepRounds } from './ending.ts';

vi.setConfig({ testTimeout: 60_000 });
const { projects } = contract;

describe.each(databases)('a round whose time is over on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let rounds: ReturnType<typeof roundsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    rounds = roundsIn(world, people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  const clean = async () => {
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };
  /** With two ballots, and over. */
  const over = async () => {
    const options = await rounds.projects([100, 200]);
    const { id } = await rounds.open(options);
    for (const as of [people.wisher, people.neighbour]) await rounds.cast(id, { as }, options.slice(0, 1), 1);
    await rounds.runOut(id);
    return { id, options };
  };
  it('is closed once, over one connection, however many look at it at that moment', async () => {
    const { id } = await over();
    const begun = vi.spyOn(world.db, 'transaction');
    const seen = await Promise.all(Array.from({ length: 30 }, () => currentRound({ ports: world.ports }, id)));
    expect(new Set(seen.map((round) => round?.status))).toEqual(new Set(['closed']));
    expect(begun).toHaveBeenCalledTimes(1);
    begun.mockRestore();
    await clean();
  });

  it('is counted by whatever the platform counts with', async () => {
    const { id } = await over();
    let ballots = 0;
    const tally: Tally = (terms, all) => {
      ballots += all.length;
      return Promise.resolve(outcomesOf(terms, all));
    };
    expect((await currentRound({ ports: { ...world.ports, tally } }, id))?.status).toBe('closed');
    expect(ballots).toBe(2);
    await clean();
  });

  it('leaves no ballot and no key in the files of the tables', async () => {
    const bytes = async () => {
      const { rows } = await sql<{ n: number }>`
        select (pg_relation_size('ballot') + pg_relation_size('round_key'))::integer as n`.execute(world.db);
      return rows[0]?.n;
    };
    const { id } = await over();
    expect((await rounds.get(id)).status).toBe('closed');
    const options = await rounds.projects([100, 200]);
    const early = await rounds.open(options);
    await rounds.cast(early.id, { as: people.wisher }, options.slice(0, 1), 1);
    expect((await rounds.close(early.id)).status).toBe(200);
    // Deleted is not gone.
    expect(await bytes()).toBeGreaterThan(0);
    const swept = async () => {
      await sweepRounds(world.ports);
      // Whoever has begun something in the same database before may still have to see it.
      leaveToSweeper(world.ports);
      return bytes();
    };
    await expect.poll(swept, { timeout: 30_000 }).toBe(0);
    await clean();
  });

  it('gives back what lost, to stand in another round', async () => {
    const { id, options } = await over();
    expect((await rounds.get(id)).status).toBe('closed');
    const [won = '', lost = ''] = options;
    const asked = async (one: string) => (await world.ask(projects.enlist, { as: people.worker, id: one })).code;
    expect(await asked(won)).toBe('project.state');
    expect((await world.ask(projects.get, { id: lost, as: people.worker })).value).toMatchObject({
      status: 'not-selected',
      can: expect.arrayContaining(['list']),
    });
    expect(await asked(lost)).toBeUndefined();
    expect((await world.ask(projects.get, { id: lost })).value).toMatchObject({ status: 'listed', round: null });
    const again = await rounds.open([lost, ...(await rounds.projects([100]))]);
    expect(again.status).toBe('open');
    // The first one says what it got there.
    expect((await rounds.results(id)).outcome?.options.map((option) => [option.id, option.votes])).toEqual([
      [won, 2],
      [lost, 0],
    ]);
    await clean();
  });
});
