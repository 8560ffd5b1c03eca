import type { BallotLimits } from '../ballot.ts';
import { drawn } from '../draw.ts';
import type { Election } from '../election.ts';
import { equalShares, type EqualSharesOutcome, type EqualSharesRule, type Loser } from '../equal-shares.ts';
import { type Fraction, toNumber } from '../fraction.ts';
import { mostVotes } from '../most-votes.ts';

/** By what a round is counted: a part of its opening. */
export type Terms = {
  /** A project is frozen with its title. A person has none here: their name goes with their consent, and no digest may hold it. */
  readonly options: readonly { readonly id: string; readonly cost: number | null; readonly title?: string }[];
  readonly ballot: { readonly type: 'approval' | 'budget'; readonly min?: number; readonly max?: number };
  readonly rule: 'most-votes' | 'equal-shares';
  readonly completion: 'none' | 'add1';
  readonly winners: number | null;
  /** In fen, like costs. */
  readonly budget: number | null;
  /** The seed of the draw. */
  readonly tie: string;
};

/** What a ballot has to keep to. */
export const limitsOf = ({ ballot, budget }: Pick<Terms, 'ballot' | 'budget'>): BallotLimits => ({
  ...(ballot.min !== undefined && { min: ballot.min }),
  ...(ballot.max !== undefined && { max: ballot.max }),
  ...(ballot.type === 'budget' && { maxCost: BigInt(budget ?? 0) }),
});

export type Why = 'won' | 'beyond-winners' | 'too-dear' | 'shares-spent' | 'no-votes' | 'tie';

export interface OptionResult {
  id: string;
  votes: number;
  won: boolean;
  why: Why;
  turn: number | null;
  left: number | null;
  paid?: { amount: number; voters: number }[];
}

export interface Outcome {
  rule: Terms['rule'];
  completion: Terms['completion'];
  winners: string[];
  spent: number;
  budget: number | null;
  options: OptionResult[];
}

/** What the round's rule makes of its ballots, and what the other rule would have given from the same ones. */
export interface Outcomes {
  outcome: Outcome;
  otherwise: Outcome | null;
}

export function outcomesOf(terms: Terms, ballots: readonly (readonly string[])[]): Outcomes {
  const options = terms.options.map(({ id, cost }) => ({ id, cost: BigInt(cost ?? 0) }));
  const ids = options.map(({ id }) => id);
  const election = { options, ballots, draw: drawn(ids, terms.tie) };
  const { budget, winners } = terms;
  if (terms.rule === 'equal-shares') {
    const { completion } = terms;
    return { outcome: shared(election, budget ?? 0, completion), otherwise: voted(election, { budget, winners: null }) };
  }
  // Where places are limited too, equal shares answer another question.
  const otherwise = budget === null || winners !== null ? null : shared(election, budget, 'add1');
  return { outcome: voted(election, { budget, winners }), otherwise };
}

function voted(election: Election, { budget, winners }: Pick<Terms, 'budget' | 'winners'>): Outcome {
  const counted = mostVotes(election, {
    minVotes: 1,
    ...(winners !== null && { winners }),
    ...(budget !== null && { budget: BigInt(budget) }),
  });
  const won = counted.standings.filter(({ result }) => result === 'won');
  return {
    rule: 'most-votes',
    completion: 'none',
    winners: [...counted.winners],
    spent: Number(counted.cost),
    budget,
    options: counted.standings.map(({ id, votes, cost, result, left }) => ({
      id,
      votes,
      won: result === 'won',
      why:
        result === 'won'
          ? 'won'
          : result === 'too-few-votes'
            ? 'no-votes'
            : // As many votes and as dear as one that won: the draw went against it.
              won.some((other) => other.votes === votes && other.cost === cost)
              ? 'tie'
              : result === 'no-place-left'
                ? 'beyond-winners'
                : 'too-dear',
      turn: result === 'won' ? counted.winners.indexOf(id) + 1 : null,
      left: left === null ? null : Number(left),
    })),
  };
}

function shared(election: Election, budget: number, completion: Terms['completion']): Outcome {
  const rule = { budget: BigInt(budget), completion };
  const counted = equalShares(election, rule);
  let left = BigInt(budget);
  const winners = counted.winners.map(({ id, votes, cost, payments }, at): OptionResult => {
    const before = left;
    left -= cost;
    return {
      id,
      votes,
      won: true,
      why: 'won',
      turn: at + 1,
      left: Number(before),
      paid: payments.map(({ amount, ballots }) => ({ amount: twoDecimals(toNumber(amount)), voters: ballots.length })),
    };
  });
  const losers = counted.losers.map((loser): OptionResult => {
    const why =
      loser.reason === 'too-few-votes' ? 'no-votes' : lostTheDraw(election, counted, loser, rule) ? 'tie' : 'shares-spent';
    // Its supporters' money: what nobody spends is, for the most part, others'.
    return { id: loser.id, votes: loser.votes, won: false, why, turn: null, left: belowTwoDecimals(loser.left) };
  });
  // Those with the most votes first; of as many, those that won.
  const options = [...winners, ...losers].sort((a, b) => b.votes - a.votes);
  return {
    rule: 'equal-shares',
    completion,
    winners: counted.winners.map(({ id }) => id),
    spent: Number(counted.cost),
    budget,
    options,
  };
}

/**
 * With as many votes and as dear as one that won it may have lost the draw; or its own supporters' money went elsewhere.
 * So it is tried: first in the draw it would have won.
 */
function lostTheDraw(election: Election, { winners }: EqualSharesOutcome, { id, votes, cost }: Loser, rule: EqualSharesRule) {
  if (!winners.some((other) => other.votes === votes && other.cost === cost)) return false;
  const draw = [id, ...election.draw.filter((other) => other !== id)];
  return equalShares({ ...election, draw }, rule).winners.some((winner) => winner.id === id);
}

const twoDecimals = (amount: number): number => Math.round(amount * 100) / 100;

/** Cut off, not rounded: what is less than a cost never looks as if it were enough. */
const belowTwoDecimals = ({ n, d }: Fraction): number => Number((n * 100n) / d) / 100;
