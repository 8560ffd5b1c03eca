import type { Round } from '@five-micro/sdk';

/** What a ballot may hold. Costs in fen. */
export interface Limits {
  readonly min: number;
  /** Infinite where the budget alone decides. */
  readonly max: number;
  readonly budget: number | null;
}

export const limitsOf = ({ ballot, budget }: Pick<Round, 'ballot' | 'budget'>): Limits =>
  ballot.type === 'budget'
    ? { min: 1, max: Number.POSITIVE_INFINITY, budget }
    : { min: Math.max(1, ballot.min ?? 1), max: ballot.max ?? Number.POSITIVE_INFINITY, budget: null };

export interface Chosen {
  readonly id: string;
  /** In fen; null for people. */
  readonly cost: number | null;
}

export const costOf = (chosen: readonly Chosen[]): number => chosen.reduce((sum, { cost }) => sum + (cost ?? 0), 0);

/** Why one more does not go on it, if so. */
export function refusal(chosen: readonly Chosen[], one: Chosen, { max, budget }: Limits): 'full' | 'too-dear' | undefined {
  if (chosen.length >= max) return 'full';
  if (budget !== null && costOf(chosen) + (one.cost ?? 0) > budget) return 'too-dear';
  return undefined;
}
