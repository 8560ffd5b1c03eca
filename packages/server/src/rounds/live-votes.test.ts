import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import { roundsIn } from '../testing/rounds.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

describe.each(oneDatabase)('a round that is counted while it is open on $name', ({ open }) => {
  let world: World;
  let rounds: ReturnType<typeof roundsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    rounds = roundsIn(world, cast(world).worker);
  }, 120_000);
  afterAll(() => world.stop());

  it('moves by five ballots, and is five behind: nobody’s own can be read from two answers, nor from the last and the outcome', async () => {
    const options = await rounds.projects([100, 200]);
    const [one = '', other = ''] = options;
    const { id } = await rounds.open(options, { live: true });
    const shown: (number | null)[] = [];
    for (let n = 1; n <= 12; n += 1) {
      await rounds.cast(id, { as: world.person(`live-${n}`) }, [n % 3 === 0 ? other : one], 1);
      const { votes, turnout } = await rounds.results(id);
      expect(turnout.ballots).toBe(n);
      const told = votes && votes.reduce((sum, { votes: some }) => sum + some, 0);
      // It may close at any moment, and then all of them are told.
      expect(n - (told ?? 0)).toBeGreaterThanOrEqual(told === null ? 1 : 5);
      shown.push(told);
      if (n === 10)
        expect(votes).toEqual([
          { id: one, votes: 4 },
          { id: other, votes: 1 },
        ]);
    }
    expect(shown).toEqual([...Array<null>(9).fill(null), 5, 5, 5]);
    // A changed ballot alone moves nothing.
    await rounds.cast(id, { as: world.person('live-3') }, [one], 2);
    expect((await rounds.results(id)).votes).toEqual([
      { id: one, votes: 4 },
      { id: other, votes: 1 },
    ]);
    await rounds.close(id);
    expect(await rounds.results(id)).toMatchObject({ votes: null, outcome: { options: [{ votes: 9 }, { votes: 3 }] } });
  });

  it('shows the same to all who ask at once', async () => {
    const options = await rounds.projects([100, 200]);
    const { id } = await rounds.open(options, { live: true });
    for (let n = 1; n <= 10; n += 1) {
      await rounds.cast(id, { as: world.person(`live-${n}`) }, [options[0] ?? ''], 1);
      if (n === 5) await rounds.results(id);
    }
    const answers = await Promise.all(Array.from({ length: 8 }, () => rounds.results(id)));
    expect(new Set(answers.map(({ votes }) => JSON.stringify(votes))).size).toBe(1);
    expect(answers[0]?.votes?.[0]?.votes).toBe(5);
  });

  it('says no more than the turnout where it is not live', async () => {
    const options = await rounds.projects([100, 200]);
    const { id } = await rounds.open(options);
    for (let n = 1; n <= 6; n += 1) await rounds.cast(id, { as: world.person(`live-${n}`) }, [options[0] ?? ''], 1);
    expect(await rounds.results(id)).toMatchObject({ votes: null, outcome: null, otherwise: null, turnout: { ballots: 6 } });
  });
});
