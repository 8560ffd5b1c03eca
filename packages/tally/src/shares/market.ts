import { type Counted, tieOrder } from '../election.ts';

/**
 * An election as the Method of Equal Shares sees it: options cost money and have supporters. Whoever costs nothing takes
 * nobody's money: it wins beforehand, if anybody wants it, and is not here.
 */
export interface Market {
  readonly voters: number;
  readonly costs: readonly bigint[];
  readonly votes: readonly number[];
  /** Where two are tied, the lower one goes first. */
  readonly ranks: readonly number[];
  /** Each option's groups of like-minded voters. */
  readonly supporters: readonly (readonly number[])[];
  /** Options with the same supporters have the same number here. */
  readonly following: readonly number[];
  readonly weights: Float64Array;
  /** Each group's options. */
  readonly approves: readonly (readonly number[])[];
  /** The options that cost something and are wanted by enough: those that can win. */
  readonly eligible: readonly number[];
}

export function openMarket(counted: Counted, minVotes: number): Market {
  const { options, groups, votes, voters } = counted;
  const supporters = options.map((): number[] => []);
  for (const [group, { approves }] of groups.entries()) for (const option of approves) supporters[option]?.push(group);
  const followings = new Map<string, number>();
  const following = supporters.map((list) => {
    const key = list.join();
    const known = followings.get(key) ?? followings.size;
    followings.set(key, known);
    return known;
  });
  return {
    voters,
    costs: options.map(({ cost }) => cost),
    votes,
    ranks: tieOrder(counted),
    supporters,
    following,
    weights: Float64Array.from(groups, ({ weight }) => weight),
    approves: groups.map(({ approves }) => approves),
    eligible: options.flatMap(({ cost }, option) => ((votes[option] ?? 0) >= minVotes && cost > 0n ? [option] : [])),
  };
}
