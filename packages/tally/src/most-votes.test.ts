import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Election } from './election.ts';
import { mostVotes } from './most-votes.ts';
import { smallElections } from './testing/elections.ts';
import { costOf, naiveGreedy } from './testing/naive.ts';

/** `votes` ballots for each option alone. */
const election = (...options: [id: string, votes: number, cost: number][]): Election => ({
  options: options.map(([id, , cost]) => ({ id, cost: BigInt(cost) })),
  ballots: options.flatMap(([id, votes]) => Array.from({ length: votes }, () => [id])),
  draw: options.map(([id]) => id),
});

describe('most votes', () => {
  it('lets the top K win, whatever they cost', () => {
    const { winners, cost, standings } = mostVotes(election(['a', 1, 5], ['b', 3, 900], ['c', 2, 7]), { winners: 2 });
    expect(winners).toEqual(['b', 'c']);
    expect(cost).toBe(907n);
    expect(standings.at(-1)).toEqual({ id: 'a', votes: 1, cost: 5n, result: 'no-place-left', left: null });
  });

  it('passes over what does not fit into the budget any more, and says what was left then', () => {
    const outcome = mostVotes(election(['a', 4, 60], ['b', 3, 50], ['c', 2, 40], ['d', 1, 1]), { budget: 100n });
    expect(outcome).toMatchObject({ winners: ['a', 'c'], cost: 100n });
    expect(outcome.standings.map(({ id, result, left }) => [id, result, left])).toEqual([
      ['a', 'won', 100n],
      ['b', 'over-budget', 40n],
      ['c', 'won', 40n],
      ['d', 'over-budget', 0n],
    ]);
  });

  it('keeps to the budget and to the number of winners at once', () => {
    const options = election(['a', 4, 60], ['b', 3, 50], ['c', 2, 40], ['d', 1, 1]);
    expect(mostVotes(options, { budget: 101n, winners: 2 }).winners).toEqual(['a', 'c']);
    expect(mostVotes(options, { budget: 1000n, winners: 0 }).winners).toEqual([]);
  });

  it('gives nothing to what has fewer votes than the rule wants', () => {
    const options = election(['a', 0, 1], ['b', 1, 1], ['c', 2, 1]);
    expect(mostVotes(options, { budget: 9n }).winners).toEqual(['c', 'b', 'a']);
    expect(mostVotes(options, { budget: 9n, minVotes: 1 }).winners).toEqual(['c', 'b']);
    expect(mostVotes(options, { budget: 9n, minVotes: 2 }).standings.map(({ result }) => result)).toEqual([
      'won',
      'too-few-votes',
      'too-few-votes',
    ]);
  });

  it('of as many votes prefers lower cost, then the draw', () => {
    const tied = election(['a', 2, 9], ['b', 2, 5], ['c', 2, 5]);
    expect(mostVotes({ ...tied, draw: ['a', 'c', 'b'] }, { winners: 3 }).winners).toEqual(['c', 'b', 'a']);
    expect(mostVotes({ ...tied, draw: ['b', 'a', 'c'] }, { winners: 3 }).winners).toEqual(['b', 'c', 'a']);
  });

  it('chooses within a budget as the plainest greedy count does', () => {
    fc.assert(
      fc.property(smallElections(), ({ election: one, budget }) => {
        const { winners, cost } = mostVotes(one, { budget });
        expect(winners).toEqual(naiveGreedy(one, budget));
        expect(cost).toBe(costOf(one, winners));
        expect(cost).toBeLessThanOrEqual(budget);
      }),
      { numRuns: 500 },
    );
  });

  it('does not care in what order ballots or options stand', () => {
    fc.assert(
      fc.property(smallElections(), ({ election: one, budget }) => {
        const other = { ...one, options: one.options.toReversed(), ballots: one.ballots.toReversed() };
        expect(mostVotes(other, { budget })).toEqual(mostVotes(one, { budget }));
      }),
    );
  });
});

describe('an election that breaks its own terms', () => {
  const good = election(['a', 1, 5], ['b', 1, 5]);
  const code = (one: Partial<Election>, rule = {}) => {
    try {
      mostVotes({ ...good, ...one }, rule);
    } catch (error) {
      return error;
    }
    return undefined;
  };

  it('is refused with what is wrong', () => {
    expect(code({ options: [...good.options, { id: 'a', cost: 1n }] })).toMatchObject({ code: 'option.repeated', subject: 'a' });
    expect(code({ options: [{ id: 'a', cost: -1n }] })).toMatchObject({ code: 'option.cost', subject: 'a' });
    expect(code({ ballots: [['a'], ['a', 'x']] })).toMatchObject({ code: 'ballot.unknown-option', subject: 1 });
    expect(code({ ballots: [['a', 'b', 'a']] })).toMatchObject({ code: 'ballot.repeated-option', subject: 0 });
    expect(code({ draw: ['a'] })).toMatchObject({ code: 'draw.invalid' });
    expect(code({ draw: ['a', 'a'] })).toMatchObject({ code: 'draw.invalid' });
    expect(code({ draw: ['a', 'x'] })).toMatchObject({ code: 'draw.invalid', subject: 'b' });
    expect(code({}, { budget: -1n })).toMatchObject({ code: 'budget.invalid' });
    expect(code({}, { winners: 1.5 })).toMatchObject({ code: 'rule.invalid' });
  });
});
