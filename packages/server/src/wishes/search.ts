import { foldForSearch } from '../identity/names.ts';
import { forStrangers } from '../moderation/mask.ts';

/** Folding can lengthen a text (㍿ becomes four characters), so what is kept of it is capped. */
const mostKept = 4000;
const mostAsked = 100;
/** More than anyone types, and a bound on what one request can cost. */
const mostTerms = 6;

/** What a wish is found by: its words as strangers are shown them, or they could feel their way to a number; folded, with one space for whatever stands between them. */
export function searchWords(shown: { title: string; story: string; place: string | null }): {
  search_text: string;
  bigrams: string[];
} {
  const runs = runsOf([shown.title, shown.story, shown.place ?? ''].map(forStrangers).join('\n'), mostKept);
  return { search_text: runs.join(' '), bigrams: [...new Set(runs.flatMap(bigramsOf))] };
}

export interface Term {
  text: string;
  /** Neighbouring pairs, to ask the index with; none for a single character, which it does not know. */
  bigrams: string[];
}

/** What was asked for, taken apart: a wish is found when it has every term. Empty where nothing was asked. */
export function searchTerms(asked: string): Term[] {
  return [...new Set(runsOf(asked, mostAsked))].slice(0, mostTerms).map((text) => ({ text, bigrams: bigramsOf(text) }));
}

/** Letters and digits of any script that stand together. */
const runsOf = (text: string, most: number): string[] => foldForSearch(text, most).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** By code point: 𠮷 is one character, not two halves. */
function bigramsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
}
