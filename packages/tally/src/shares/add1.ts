import type { Fraction } from '../fraction.ts';
import { type Course, CourseRun } from './course.ts';
import type { Market } from './market.ts';

/** Why the virtual budget was raised no further. */
export type End = 'not-raised' | 'everything-won' | 'next-over-budget';

export interface Completed {
  readonly course: Course;
  /** How often the share was raised by one unit. */
  readonly raises: bigint;
  readonly end: End;
  /** How many courses were run: work done, for benches and tests. */
  readonly runs: number;
}

/** What every voter can spend after so many raises. */
export const shareAfter = (raises: bigint, budget: bigint, unit: bigint, voters: number): Fraction => ({
  n: budget + raises * unit * BigInt(voters),
  d: BigInt(voters),
});

/**
 * Add1: every voter gets one unit more, again and again, while what is bought fits the real budget. The first share that
 * buys too much ends it, even if a larger one would fit again.
 *
 * Most raises change nothing. A leap passes over those of which that is sure (`CourseRun.follow`), in doubling steps;
 * where it is not sure, the next share is simply tried.
 */
export function raise(market: Market, budget: bigint, unit: bigint): Completed {
  const share = (raises: bigint) => shareAfter(raises, budget, unit, market.voters);
  const cost = ({ bought }: Course) => bought.reduce((sum, option) => sum + (market.costs[option] ?? 0n), 0n);
  let raises = 0n;
  let course = new CourseRun(market, share(0n)).finish();
  let runs = 1;
  let reach = 1n;
  let [patience, steps] = [0, 0];
  while (course.bought.length < market.eligible.length) {
    if (reach > 1n) {
      runs += 1;
      const leapt = new CourseRun(market, share(raises + reach)).follow(course);
      if (leapt) {
        raises += reach;
        course = leapt;
        reach *= 2n;
        [patience, steps] = [0, 0];
        continue;
      }
      reach /= 4n;
      if (reach > 1n) continue;
      // Leaps that are never sure would make it slower than steps alone.
      patience = Math.min(2 * patience + 1, 15);
      steps = patience;
    }
    runs += 1;
    const next = new CourseRun(market, share(raises + 1n)).finish();
    if (cost(next) > budget) return { course, raises, end: 'next-over-budget', runs };
    raises += 1n;
    steps -= 1;
    const same = next.bought.every((option, stage) => option === course.bought[stage]);
    reach = same && next.bought.length === course.bought.length && steps < 0 ? 2n : 1n;
    course = next;
  }
  return { course, raises, end: 'everything-won', runs };
}
