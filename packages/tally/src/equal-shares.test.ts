import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Election } from './election.ts';
import { equalShares, type EqualSharesOutcome } from './equal-shares.ts';
import { compare, type Fraction, fraction } from './fraction.ts';
import { cityElection, smallElections } from './testing/elections.ts';
import { costOf, naiveAdd1, naiveShares } from './testing/naive.ts';

const sum = (amounts: readonly Fraction[]): Fraction =>
  amounts.reduce((a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d), { n: 0n, d: 1n });
const ids = ({ winners }: Pick<EqualSharesOutcome, 'winners'>) => winners.map(({ id }) => id);
const spentBy = ({ winners }: EqualSharesOutcome, ballot: number) =>
  sum(winners.flatMap(({ payments }) => payments.flatMap(({ amount, ballots }) => (ballots.includes(ballot) ? [amount] : []))));

/** Rows of a table with one mark for each voter, as equalshares.net prints its examples. */
function table(rows: Record<string, [cost: number, marks: string]>): Election {
  const options = Object.entries(rows).map(([id, [cost]]) => ({ id, cost: BigInt(cost) }));
  const voters = Math.max(...Object.values(rows).map(([, marks]) => marks.length));
  const ballots = Array.from({ length: voters }, (_, voter) =>
    Object.entries(rows).flatMap(([id, [, marks]]) => (marks[voter] === 'x' ? [id] : [])),
  );
  return { options, ballots, draw: options.map(({ id }) => id) };
}

describe('the Method of Equal Shares', () => {
  const kids = {
    park: [250, '.x.xx.x..x.'],
    playground: [200, '......xxxx.'],
    library: [100, '......x.xx.'],
  } satisfies Record<string, [number, string]>;

  it('chooses as in the first example of equalshares.net', () => {
    const election = table({ path: [700, 'xxxxxx....x'], gym: [400, 'xxxxxx.....'], ...kids });
    const outcome = equalShares(election, { budget: 1100n, completion: 'none' });
    expect(ids(outcome)).toEqual(['path', 'playground', 'library']);
    expect(outcome).toMatchObject({ cost: 1000n, share: { n: 100n, d: 1n }, raises: 0n, end: 'not-raised' });
    expect(outcome.winners[2]?.payments).toEqual([{ amount: { n: 100n, d: 3n }, ballots: [6, 8, 9] }]);
    expect(outcome.losers).toMatchObject([
      { id: 'gym', votes: 6, reason: 'supporters-money', left: { n: 0n, d: 1n }, outvoted: true },
      { id: 'park', votes: 5, left: { n: 100n, d: 3n }, outvoted: true },
    ]);
  });

  it('chooses as in the second example, where some supporters have too little left to pay an equal part', () => {
    const election = table({ path: [700, 'xxxxxx.....'], gym: [400, 'xxxxxx....x'], ...kids });
    const outcome = equalShares(election, { budget: 1100n, completion: 'none' });
    expect(ids(outcome)).toEqual(['gym', 'park', 'playground']);
    // Three give what they have, 100 − 400/7; two share the rest of 250.
    expect(outcome.winners[1]?.payments).toEqual([
      { amount: { n: 425n, d: 7n }, ballots: [6, 9] },
      { amount: { n: 300n, d: 7n }, ballots: [1, 3, 4] },
    ]);
    expect(outcome.losers.map(({ id, left }) => [id, left])).toEqual([
      ['path', { n: 900n, d: 7n }],
      ['library', { n: 275n, d: 7n }],
    ]);
  });

  it('gives half the money to half the voters, where most votes would give one side all', () => {
    const side = (name: string) => Array.from({ length: 10 }, (_, at) => ({ id: `${name}${at}`, cost: 10n }));
    const [red, blue] = [side('red'), side('blue')];
    const options = [...red, ...blue];
    const ballots = Array.from({ length: 100 }, (_, at) => (at < 51 ? red : blue).map(({ id }) => id));
    const election = { options, ballots, draw: options.map(({ id }) => id) };
    const outcome = equalShares(election, { budget: 100n, completion: 'none' });
    expect(ids(outcome).filter((id) => id.startsWith('red'))).toHaveLength(5);
    expect(ids(outcome).filter((id) => id.startsWith('blue'))).toHaveLength(4);
    expect(ids(equalShares(election, { budget: 100n, completion: 'add1', unit: 1n }))).toHaveLength(9);
  });

  it('breaks ties by lower cost, then by more votes, then by the draw', () => {
    // Effective votes are 2 for all: each costs its supporters half of it.
    const tied = table({ dear: [20, 'xx....'], cheap: [18, '..xx..'], late: [18, '....xx'] });
    const order = (draw: string[]) => ids(equalShares({ ...tied, draw }, { budget: 120n, completion: 'none' }));
    expect(order(['dear', 'cheap', 'late'])).toEqual(['cheap', 'late', 'dear']);
    expect(order(['dear', 'late', 'cheap'])).toEqual(['late', 'cheap', 'dear']);
    // The fourth voter is broke by then, so that "wide" has two effective votes of three, as "narrow" has of two.
    const limited = table({ first: [40, 'xxxx....'], narrow: [12, '....xx..'], wide: [12, '...x..xx'] });
    expect(ids(equalShares({ ...limited, draw: ['narrow', 'wide', 'first'] }, { budget: 80n, completion: 'none' }))).toEqual([
      'first',
      'wide',
      'narrow',
    ]);
  });

  it('lets win what costs nothing and is wanted, and nothing that nobody wants', () => {
    const election = table({ free: [0, 'x..'], unwanted: [0, '...'], lamp: [5, '.x.'], bench: [1, '...'] });
    const outcome = equalShares(election, { budget: 30n, completion: 'add1' });
    expect(ids(outcome)).toEqual(['free', 'lamp']);
    expect(outcome.end).toBe('everything-won');
    expect(outcome.losers.map(({ id, reason }) => [id, reason])).toEqual([
      ['unwanted', 'too-few-votes'],
      ['bench', 'too-few-votes'],
    ]);
  });

  it('leaves out what has fewer votes than the rule wants', () => {
    const election = table({ lamp: [5, 'x..'], bench: [5, '.xx'] });
    const outcome = equalShares(election, { budget: 30n, completion: 'none', minVotes: 2 });
    expect(ids(outcome)).toEqual(['bench']);
    expect(outcome.losers).toMatchObject([{ id: 'lamp', reason: 'too-few-votes', outvoted: false }]);
    // As many votes as a winner are not more.
    const even = equalShares(table({ lamp: [9, 'x.'], bench: [5, '.x'] }), { budget: 10n, completion: 'none' });
    expect(even.losers).toMatchObject([{ id: 'lamp', reason: 'supporters-money', outvoted: false }]);
  });

  it('refuses a budget below nothing and a unit that raises nothing', () => {
    const election = table({ lamp: [5, 'x'] });
    expect(() => equalShares(election, { budget: -1n, completion: 'none' })).toThrow('The budget is negative.');
    expect(() => equalShares(election, { budget: 1n, completion: 'add1', unit: 0n })).toThrow('The unit must be positive.');
  });

  it('has no winners where nobody voted', () => {
    const outcome = equalShares({ ...table({ lamp: [5, ''] }), ballots: [] }, { budget: 30n, completion: 'add1' });
    expect(outcome).toMatchObject({ winners: [], cost: 0n, losers: [{ id: 'lamp' }] });
  });
});

describe('the completion add1', () => {
  it('raises every share by one unit until the next raise would buy too much', () => {
    // With 10 each, nothing can be paid; with 12, A; with 15, both, for more than the budget.
    const election = table({ a: [24, 'xx..'], b: [30, '..xx'] });
    const outcome = equalShares(election, { budget: 40n, completion: 'add1', unit: 1n });
    expect(ids(outcome)).toEqual(['a']);
    expect(outcome).toMatchObject({ raises: 4n, share: { n: 14n, d: 1n }, end: 'next-over-budget' });
    expect(equalShares(election, { budget: 40n, completion: 'none' }).winners).toEqual([]);
  });

  it('raises by the unit it is given, and by 100 fen where it is given none', () => {
    const election = table({ a: [240, 'xx..'], b: [300, '..xx'] });
    const share = (unit?: bigint) => equalShares(election, { budget: 400n, completion: 'add1', ...(unit && { unit }) }).share;
    expect(share(1n)).toEqual({ n: 149n, d: 1n });
    expect(share(20n)).toEqual({ n: 140n, d: 1n });
    expect(share()).toEqual({ n: 100n, d: 1n });
  });

  it('ends at once where the raises that change nothing are counted in thousands of millions', () => {
    const election = table({ lamp: [2, 'xx.'], tower: [9_000_000_000, '..x'] });
    const outcome = equalShares(election, { budget: 1_000_000_000n, completion: 'add1', unit: 1n });
    expect(outcome).toMatchObject({ cost: 2n, end: 'next-over-budget', raises: 8_666_666_666n });
    expect(outcome.runs).toBeLessThan(100);
  });

  it("counts a city's election of 10,000 ballots and 100 projects with fewer runs than raises", () => {
    const { election, budget } = cityElection(10_000, 100);
    const dear = { ...election, options: election.options.map(({ id, cost }) => ({ id, cost: cost * 30n })) };
    const outcome = equalShares(dear, { budget: budget * 30n, completion: 'add1', unit: 1n });
    expect(outcome.raises).toBeGreaterThan(750n);
    expect(outcome.runs).toBeLessThan(700);
    expect(outcome.cost).toBeLessThanOrEqual(budget * 30n);
  });
});

describe('on small random elections', () => {
  const check = (property: (one: { election: Election; budget: bigint; unit: bigint }) => void, numRuns = 400) =>
    fc.assert(fc.property(smallElections(), property), { numRuns });

  it('a slow count in fractions, voter by voter, has the same winners in the same order', () => {
    check(({ election, budget }) => {
      const voters = BigInt(election.ballots.length);
      fc.pre(voters > 0n);
      const outcome = equalShares(election, { budget, completion: 'none' });
      const naive = naiveShares(election, fraction(budget, voters));
      expect(ids(outcome)).toEqual(naive.winners);
      expect(election.ballots.map((_, ballot) => spentBy(outcome, ballot))).toEqual(naive.spent);
    }, 3000);
  });

  it('a slow add1 that takes every single step ends with the same winners at the same share', () => {
    check(({ election, budget, unit }) => {
      const { share, raises, ...outcome } = equalShares(election, { budget, completion: 'add1', unit });
      expect({ winners: ids(outcome), share, raises }).toEqual(naiveAdd1(election, budget, unit));
    }, 1000);
  });

  it('the winners never cost more than the budget', () => {
    check(({ election, budget, unit }) => {
      for (const completion of ['none', 'add1'] as const) {
        const outcome = equalShares(election, { budget, completion, unit });
        expect(outcome.cost).toBe(costOf(election, ids(outcome)));
        expect(outcome.cost).toBeLessThanOrEqual(budget);
      }
    });
  });

  it('supporters pay the whole cost, nobody else pays, and nobody more than their share', () => {
    check(({ election, budget, unit }) => {
      const outcome = equalShares(election, { budget, completion: 'add1', unit });
      for (const { id, cost, payments } of outcome.winners) {
        expect(sum(payments.map(({ amount, ballots }) => fraction(amount.n * BigInt(ballots.length), amount.d)))).toEqual({
          n: cost,
          d: 1n,
        });
        for (const { ballots } of payments) for (const ballot of ballots) expect(election.ballots[ballot]).toContain(id);
      }
      for (const ballot of election.ballots.keys())
        expect(compare(spentBy(outcome, ballot), outcome.share)).toBeLessThanOrEqual(0);
    });
  });

  it('what lost could not be paid by its supporters, with what they have left', () => {
    check(({ election, budget, unit }) => {
      const { losers } = equalShares(election, { budget, completion: 'add1', unit });
      for (const { cost, left, reason } of losers)
        if (reason === 'supporters-money') expect(compare(left, { n: cost, d: 1n })).toBe(-1);
    });
  });

  it('it does not matter in what order ballots, their choices or the options stand', () => {
    fc.assert(
      fc.property(smallElections(), fc.infiniteStream(fc.nat()), ({ election, budget, unit }, keys) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const other = {
          options: shuffled(election.options),
          ballots: shuffled(election.ballots).map(shuffled),
          draw: election.draw,
        };
        const outcomes = [election, other].map((one) => equalShares(one, { budget, completion: 'add1', unit }));
        const plain = outcomes.map(({ winners, losers, share, end }) => ({
          winners: winners.map(({ id, payments }) => [id, payments.map(({ amount, ballots }) => [amount, ballots.length])]),
          losers,
          share,
          end,
        }));
        expect(plain[1]).toEqual(plain[0]);
      }),
      { numRuns: 300 },
    );
  });
});
