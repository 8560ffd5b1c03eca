import { isFiveMicroError } from '@five-micro/sdk';
import { actErrorText } from '../diagnose.ts';
import type { Lang } from '../options.ts';
import type { Words } from '../words/index.ts';
import { type Chosen, costOf, type Limits } from './limits.ts';
import { money } from './money.ts';
import type { BallotWords } from './words/index.ts';

/** What is said beside a ballot, in whatever language it is read. */
export type BallotNote = (words: BallotWords, common: Words, lang: Lang) => string;

/** Why a ballot was not taken. */
export function noteOfError(error: unknown): BallotNote {
  switch (isFiveMicroError(error) ? error.code : '') {
    case 'ballot.superseded':
      return (words) => words.superseded;
    case 'round.closed':
      return (words) => words.late;
    case 'round.not-yet':
      return (words) => words.notYet;
    default:
      return (_words, common) => actErrorText(error, common);
  }
}

/** Why one more does not go on it. */
export function noteOfRefusal(
  why: 'full' | 'too-dear',
  { max, budget }: Limits,
  chosen: readonly Chosen[],
  of: 'projects' | 'stars',
): BallotNote {
  if (why === 'full') return (words) => words.full[of](max);
  const left = (budget ?? 0) - costOf(chosen);
  return (words, _common, lang) => words.tooDear(money(left, lang));
}
