import type { Language, WishPart } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import { caseOf, read, type Reader } from '../moderation/reading.ts';
import type { CaseRow } from '../moderation/statements.ts';

/** Whose eyes the words of one wish are for, and what was decided about them. */
export interface Reading {
  language: Language;
  reader: Reader;
  cases: readonly CaseRow[];
}

/** A text that has to say something: where its words are withheld it says that. */
export function wordsOf({ language, reader, cases }: Reading, part: WishPart, text: string | null): string {
  const found = read(text ?? '', reader, caseOf(cases, part));
  return 'words' in found ? found.words : messages[language].words[found.withheld];
}

export function wordsOrNull(
  { reader, cases }: Reading,
  part: WishPart,
  text: string | null,
  claimId: string | null = null,
): string | null {
  if (text === null) return null;
  const found = read(text, reader, caseOf(cases, part, claimId));
  return 'words' in found ? found.words : null;
}

/** What a wish is called, also where its wisher has erased themself. */
export const titleOf = (reading: Reading, wish: { title: string | null; wisher_erased_at: Date | null }): string =>
  wish.wisher_erased_at === null ? wordsOf(reading, 'title', wish.title) : messages[reading.language].words.erased;
