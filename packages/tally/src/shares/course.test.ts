import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, type Election } from '../election.ts';
import { type Fraction, fraction, toNumber } from '../fraction.ts';
import { cityElection, smallElections } from '../testing/elections.ts';
import { naiveShares } from '../testing/naive.ts';
import { CourseRun } from './course.ts';
import { ExactBooks } from './exact.ts';
import { openMarket } from './market.ts';

const wanted = (election: Election): Election => ({
  ...election,
  options: election.options.map(({ id, cost }) => ({ id, cost: cost || 1n })),
});

describe('the exact books of a course', () => {
  const agree = (election: Election, share: Fraction) => {
    const counted = count(election);
    const market = openMarket(counted, 1);
    const run = new CourseRun(market, share);
    run.finish();
    const books = new ExactBooks(market, run);
    const { spent, winners } = naiveShares(election, share);
    expect(run.bought.map((option) => election.options[option]?.id)).toEqual(winners);
    for (const [group, { ballots }] of counted.groups.entries()) {
      const paid = spent[ballots[0] ?? 0] ?? share;
      const left = fraction(share.n * paid.d - paid.n * share.d, share.d * paid.d);
      const more = { n: left.n * 10n ** 40n + 1n, d: left.d * 10n ** 40n };
      expect(Math.sign(books.compareMoney(group, left, toNumber(left)))).toBe(0);
      expect(Math.sign(books.compareMoney(group, more, toNumber(more)))).toBe(-1);
    }
    return run;
  };

  it('know what everybody has left, to the last fraction, where doubles do not', () => {
    fc.assert(
      fc.property(smallElections(), ({ election, budget }) => {
        fc.pre(election.ballots.length > 0);
        agree(wanted(election), fraction(budget, BigInt(election.ballots.length)));
      }),
      { numRuns: 400 },
    );
  });

  it('know it in small cities too, where many who are broke support what is still bought', () => {
    let late = 0;
    for (let seed = 1; seed <= 80; seed += 1) {
      const { election, budget } = cityElection(40, 12, seed);
      const run = agree(election, { n: 2n * budget, d: 40n });
      const supported = (option: number) => election.ballots.filter((ballot) => ballot.includes(`p${option}`)).length;
      late += run.offers.filter(({ alike }, stage) => alike !== supported(run.bought[stage] ?? 0)).length;
    }
    expect(late).toBeGreaterThan(20);
  });
});

describe('a course that follows one with a smaller share', () => {
  it('is sure only where every share in between buys the same in the same order', () => {
    let [sure, all] = [0, 0];
    fc.assert(
      fc.property(smallElections(), fc.bigInt(1n, 40n), fc.bigInt(1n, 12n), ({ election: one, budget, unit }, steps, parts) => {
        const election = wanted(one);
        fc.pre(election.ballots.length > 0 && budget > 0n);
        const market = openMarket(count(election), 1);
        const share = (step: bigint): Fraction =>
          fraction(budget * parts + step * unit * BigInt(market.voters), parts * BigInt(market.voters));
        const lower = new CourseRun(market, share(0n)).finish();
        const followed = new CourseRun(market, share(steps)).follow(lower);
        all += 1;
        if (!followed) return;
        sure += 1;
        expect(followed.bought).toEqual(lower.bought);
        const ids = lower.bought.map((option) => election.options[option]?.id);
        for (let step = 0n; step <= steps; step += 1n) expect(naiveShares(election, share(step)).winners).toEqual(ids);
      }),
      { numRuns: 600 },
    );
    // One that is never sure would be right as well, and useless.
    expect(sure / all).toBeGreaterThan(0.25);
  });

  it('is not sure where a tie that the smaller share does not have goes to another', () => {
    // With 10 for each, `wide` has less than two whole votes, as its third voter has spent all but one; with 12 just two.
    const options = [
      { id: 'first', cost: 36n },
      { id: 'narrow', cost: 6n },
      { id: 'wide', cost: 5n },
    ];
    const ballots = [['first'], ['first'], ['first'], ['first', 'wide'], ['narrow'], ['narrow'], ['wide']];
    const market = openMarket(count({ options, ballots, draw: ['first', 'narrow', 'wide'] }), 1);
    const lower = new CourseRun(market, { n: 10n, d: 1n }).finish();
    const higher = new CourseRun(market, { n: 12n, d: 1n });
    expect([lower.bought, higher.follow(lower)]).toEqual([[0, 1, 2], undefined]);
    expect(new CourseRun(market, { n: 12n, d: 1n }).finish().bought).toEqual([0, 2, 1]);
  });
});
