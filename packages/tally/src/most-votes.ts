import { count, type Counted, type Election, tieOrder } from './election.ts';
import { TallyError } from './errors.ts';

export interface MostVotesRule {
  /** At most so many win. */
  readonly winners?: number;
  /** What the winners may cost together: whoever does not fit in any more is passed over, and the next one is tried. */
  readonly budget?: bigint;
  /** Who has fewer votes never wins; without it, nobody's choice can win what nobody else wants. */
  readonly minVotes?: number;
}

/** How an option came out; `left` is what the budget still had when its turn came, null without a budget. */
export interface Standing {
  readonly id: string;
  readonly votes: number;
  readonly cost: bigint;
  readonly result: 'won' | 'too-few-votes' | 'no-place-left' | 'over-budget';
  readonly left: bigint | null;
}

export interface MostVotesOutcome {
  /** Ids, most votes first. */
  readonly winners: readonly string[];
  readonly cost: bigint;
  /** Every option in the order in which they were tried. */
  readonly standings: readonly Standing[];
}

/**
 * The top K, or greedily within a budget, or both: options are tried by their votes; of those with as many, lower cost
 * first, then the draw.
 * @throws {TallyError}
 */
export function mostVotes(election: Election, { winners: most, budget, minVotes = 0 }: MostVotesRule): MostVotesOutcome {
  if (budget !== undefined && budget < 0n) throw new TallyError('budget.invalid', 'The budget is negative.');
  if (most !== undefined && !(Number.isInteger(most) && most >= 0))
    throw new TallyError('rule.invalid', 'The number of winners must be a whole number.');
  const winners: string[] = [];
  let cost = 0n;
  const standings = byVotes(count(election)).map(({ option, votes }): Standing => {
    const left = budget === undefined ? null : budget - cost;
    const result = ((): Standing['result'] => {
      if (votes < minVotes) return 'too-few-votes';
      if (most !== undefined && winners.length >= most) return 'no-place-left';
      return left !== null && option.cost > left ? 'over-budget' : 'won';
    })();
    if (result === 'won') {
      winners.push(option.id);
      cost += option.cost;
    }
    return { id: option.id, votes, cost: option.cost, result, left };
  });
  return { winners, cost, standings };
}

function byVotes(counted: Counted) {
  const ranks = tieOrder(counted);
  return counted.options
    .map((option, place) => ({ option, votes: counted.votes[place] ?? 0, rank: ranks[place] ?? 0 }))
    .sort((a, b) => b.votes - a.votes || a.rank - b.rank);
}
