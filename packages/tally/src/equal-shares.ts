import { count, type Counted, type Election, tieOrder } from './election.ts';
import { TallyError } from './errors.ts';
import { type Fraction, fraction } from './fraction.ts';
import { settle } from './shares/accounts.ts';
import { type Completed, type End, raise, shareAfter } from './shares/add1.ts';
import { CourseRun } from './shares/course.ts';
import { openMarket } from './shares/market.ts';

export interface EqualSharesRule {
  readonly budget: bigint;
  /** `add1`: raise everybody's share by one unit while the outcome fits the budget. */
  readonly completion: 'none' | 'add1';
  /** One unit of currency in the smallest unit of the money; 100, as there are 100 fen to the yuan. */
  readonly unit?: bigint;
  /** Who has fewer votes never wins. Nobody wins without a vote anyway. */
  readonly minVotes?: number;
}

/** Each of these ballots paid exactly `amount`; a ballot is its place in the election, from 0. */
export interface Payment {
  readonly amount: Fraction;
  readonly ballots: readonly number[];
}

export interface Winner {
  readonly id: string;
  readonly votes: number;
  readonly cost: bigint;
  /** Largest amount first; they add up to the cost. A supporter who had nothing left paid nothing and is not here. */
  readonly payments: readonly Payment[];
}

export interface Loser {
  readonly id: string;
  readonly votes: number;
  readonly cost: bigint;
  /**
   * Why it lost: `supporters-money`: its supporters' shares were spent on other things that they wanted, and `left`, what they have
   * together, is less than the cost; `too-few-votes`: none, or fewer than the rule wants.
   */
  readonly reason: 'supporters-money' | 'too-few-votes';
  readonly left: Fraction;
  /** It has more votes than one of the winners: someone will ask. */
  readonly outvoted: boolean;
}

export interface EqualSharesOutcome {
  /** In the order in which they were chosen. */
  readonly winners: readonly Winner[];
  /** Most votes first. */
  readonly losers: readonly Loser[];
  readonly cost: bigint;
  /** What every voter could spend in the end. */
  readonly share: Fraction;
  readonly raises: bigint;
  readonly end: End;
  /** How often the method was run on the way. */
  readonly runs: number;
}

/**
 * The Method of Equal Shares for approval ballots, where a project is worth its cost to whoever approves it. The outcome
 * is that of exact arithmetic. Ties: lower cost first, then more votes, then the draw.
 *
 * Peters, Pierczyński, Skowron: Proportional Participatory Budgeting with Additive Utilities (NeurIPS 2021);
 * https://equalshares.net.
 * @throws {TallyError}
 */
export function equalShares(election: Election, rule: EqualSharesRule): EqualSharesOutcome {
  const { budget, unit = 100n } = rule;
  if (budget < 0n) throw new TallyError('budget.invalid', 'The budget is negative.');
  if (unit <= 0n) throw new TallyError('rule.invalid', 'The unit must be positive.');
  const counted = count(election);
  const { options, votes, groups } = counted;
  const minVotes = Math.max(rule.minVotes ?? 0, 1);
  const free = freeWinners(counted, minVotes);
  const market = openMarket(counted, minVotes);
  const { course, raises, end, runs } = run(market, rule, unit);
  const share = counted.voters === 0 ? { n: 0n, d: 1n } : shareAfter(raises, budget, unit, counted.voters);
  const accounts = settle(market, share, course.bought);
  const describe = (place: number) => ({
    id: options[place]?.id ?? '',
    votes: votes[place] ?? 0,
    cost: options[place]?.cost ?? 0n,
  });
  const winners = [
    ...free.map((place): Winner => ({ ...describe(place), payments: [] })),
    ...course.bought.map(
      (place, stage): Winner => ({
        ...describe(place),
        payments: (accounts.payments[stage] ?? []).map(({ amount, groups: payers }) => ({
          amount,
          ballots: payers.flatMap((group) => groups[group]?.ballots ?? []).sort((a, b) => a - b),
        })),
      }),
    ),
  ];
  const won = new Set([...free, ...course.bought]);
  const fewest = Math.min(...winners.map((winner) => winner.votes));
  const losers = options
    .flatMap((_, place) => (won.has(place) ? [] : [place]))
    .sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || (counted.drawn[a] ?? 0) - (counted.drawn[b] ?? 0))
    .map((place): Loser => {
      const about = describe(place);
      const reason = about.votes < minVotes ? 'too-few-votes' : 'supporters-money';
      return { ...about, reason, left: accounts.left(place), outvoted: about.votes > fewest };
    });
  const cost = winners.reduce((sum, winner) => sum + winner.cost, 0n);
  return { winners, losers, cost, share: fraction(share.n, share.d), raises, end, runs };
}

function run(market: ReturnType<typeof openMarket>, { budget, completion }: EqualSharesRule, unit: bigint): Completed {
  const nothing = { course: { bought: [], offers: [] }, raises: 0n, runs: 0 };
  if (market.eligible.length === 0) return { ...nothing, end: 'everything-won' };
  if (completion === 'add1') return raise(market, budget, unit);
  const course = new CourseRun(market, shareAfter(0n, budget, unit, market.voters)).finish();
  return { course, raises: 0n, end: 'not-raised', runs: 1 };
}

/** What costs nothing and is wanted wins at once: it takes nobody's money. */
function freeWinners(counted: Counted, minVotes: number): number[] {
  const ranks = tieOrder(counted);
  return counted.options
    .flatMap(({ cost }, place) => (cost === 0n && (counted.votes[place] ?? 0) >= minVotes ? [place] : []))
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
}
