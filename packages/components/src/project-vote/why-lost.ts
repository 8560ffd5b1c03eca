import type { Project } from '@five-micro/sdk';
import { money } from '../shared/ballot/money.ts';
import type { Lang } from '../shared/options.ts';
import type { MoreWords } from './words/more.ts';

type Lost = Pick<NonNullable<Project['round']>, 'why' | 'left'>;

/** Why a round did not choose it; nothing where it did, or does not say. */
export function whyLost({ why, left }: Lost, words: MoreWords['why'], lang: Lang): string {
  if (why === undefined || why === 'won') return '';
  return why === 'too-dear' || why === 'shares-spent' ? words[why](money(left ?? 0, lang)) : words[why];
}
