import { outcomesOf } from '@five-micro/tally/record';
import { describe, expect, it } from 'vitest';
import { tally } from './counting.ts';

describe('the count of a city', () => {
  it('is the same in a thread of its own, and lets others go on meanwhile', async () => {
    const ids = Array.from({ length: 100 }, (_, at) => `option-${at}`);
    const terms = {
      options: ids.map((id, at) => ({ id, cost: 1000 + 37 * at })),
      ballot: { type: 'approval', min: 0, max: 10 },
      rule: 'equal-shares',
      completion: 'none',
      winners: null,
      budget: 40_000,
      tie: 'said before',
    } as const;
    const ballots = Array.from({ length: 2000 }, (_, at) => ids.filter((_one, place) => (at * 7 + place * 13) % 17 === 0));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const outcomes = await tally(terms, ballots);
    clearInterval(timer);
    expect(outcomes).toEqual(outcomesOf(terms, ballots));
    expect(turns).toBeGreaterThan(5);
  });
});
