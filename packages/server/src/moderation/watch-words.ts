import type { Span } from './fold.ts';

export interface WatchWord {
  word: string;
  /** Why it is on the list: said to workers, never to anyone else. */
  reason: string;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const ignored = /[\s\p{Cf}]/gu;

/** As words are compared: compatibility forms folded, small letters, nothing between them. */
const compared = (text: string) => text.normalize('NFKC').toLowerCase().replace(ignored, '');

/** Where words of the deployer's list stand, in UTF-16 units of what was written: the first and then the longest wins. */
export function findWatchWords(written: string, list: readonly WatchWord[]): (Span & { reason: string })[] {
  const words = list
    .map(({ word, reason }) => ({ word: compared(word), reason }))
    // Nothing but signs would be found in its own mask.
    .filter(({ word }) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return [];

  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  // By grapheme, as a letter and its accent fold into one.
  for (const { segment, index } of graphemes.segment(written)) {
    const plain = compared(segment);
    text += plain;
    for (let unit = 0; unit < plain.length; unit++) {
      from.push(index);
      to.push(index + segment.length);
    }
  }

  return words.flatMap(({ word, reason }) => {
    const places: { start: number; end: number; reason: string }[] = [];
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      places.push({ start: from[at] ?? 0, end: to[at + word.length - 1] ?? written.length, reason });
    }
    return places;
  });
}
