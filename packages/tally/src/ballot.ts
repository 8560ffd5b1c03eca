import type { Ballot, Option } from './election.ts';

/** What a ballot must keep to; what is not named is free. A knapsack ballot is one with `maxCost`: the budget. */
export interface BallotLimits {
  readonly min?: number;
  readonly max?: number;
  readonly minCost?: bigint;
  readonly maxCost?: bigint;
}

export type BallotFault =
  | { readonly code: 'ballot.unknown-option' | 'ballot.repeated-option'; readonly id: string }
  | { readonly code: 'ballot.too-few' | 'ballot.too-many'; readonly approved: number; readonly limit: number }
  | { readonly code: 'ballot.too-cheap' | 'ballot.over-budget'; readonly cost: bigint; readonly limit: bigint };

/** The first thing that is wrong with a ballot; null: it counts. */
export function ballotFault(ballot: Ballot, options: readonly Option[], limits: BallotLimits): BallotFault | null {
  const costs = new Map(options.map(({ id, cost }) => [id, cost]));
  return faultAmong(costs, ballot, limits);
}

/** As `ballotFault`, for many ballots of one election. */
export function faultAmong(costs: ReadonlyMap<string, bigint>, ballot: Ballot, limits: BallotLimits): BallotFault | null {
  const { min = 0, max = Infinity, minCost = 0n, maxCost } = limits;
  const seen = new Set<string>();
  let cost = 0n;
  for (const id of ballot) {
    const one = costs.get(id);
    if (one === undefined) return { code: 'ballot.unknown-option', id };
    if (seen.has(id)) return { code: 'ballot.repeated-option', id };
    seen.add(id);
    cost += one;
  }
  const approved = ballot.length;
  if (approved < min) return { code: 'ballot.too-few', approved, limit: min };
  if (approved > max) return { code: 'ballot.too-many', approved, limit: max };
  if (cost < minCost) return { code: 'ballot.too-cheap', cost, limit: minCost };
  if (maxCost !== undefined && cost > maxCost) return { code: 'ballot.over-budget', cost, limit: maxCost };
  return null;
}
