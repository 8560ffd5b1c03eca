import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotFault } from './ballot.ts';

const options = [
  { id: 'a', cost: 30n },
  { id: 'b', cost: 50n },
  { id: 'c', cost: 70n },
];

describe('a ballot', () => {
  it('counts if it names options once, within its limits', () => {
    expect(ballotFault(['a', 'b'], options, { min: 1, max: 2 })).toBeNull();
    expect(ballotFault([], options, {})).toBeNull();
    expect(ballotFault(['a', 'b'], options, { minCost: 80n, maxCost: 80n })).toBeNull();
  });

  it('has the fault that comes first', () => {
    expect(ballotFault(['a', 'x'], options, { max: 1 })).toEqual({ code: 'ballot.unknown-option', id: 'x' });
    expect(ballotFault(['a', 'a'], options, { max: 1 })).toEqual({ code: 'ballot.repeated-option', id: 'a' });
    expect(ballotFault(['a'], options, { min: 2 })).toEqual({ code: 'ballot.too-few', approved: 1, limit: 2 });
    expect(ballotFault(['a', 'b'], options, { max: 1 })).toEqual({ code: 'ballot.too-many', approved: 2, limit: 1 });
    expect(ballotFault(['a'], options, { minCost: 31n })).toEqual({ code: 'ballot.too-cheap', cost: 30n, limit: 31n });
    expect(ballotFault(['a', 'b'], options, { maxCost: 79n })).toEqual({ code: 'ballot.over-budget', cost: 80n, limit: 79n });
  });

  it('of the knapsack kind is never over the budget', () => {
    fc.assert(
      fc.property(fc.subarray(options), fc.bigInt(0n, 160n), (chosen, budget) => {
        const cost = chosen.reduce((sum, option) => sum + option.cost, 0n);
        const fault = ballotFault(
          chosen.map(({ id }) => id),
          options,
          { maxCost: budget },
        );
        expect(fault === null).toBe(cost <= budget);
      }),
    );
  });
});
