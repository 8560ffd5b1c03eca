import type { Hit, HitKind } from '@five-micro/contract';
import { findAccounts } from './accounts.ts';
import { findAddresses } from './addresses.ts';
import { type Folded, fold, type Span, without } from './fold.ts';
import { findNumbers, withoutMasked } from './numbers.ts';
import { findWatchWords, type WatchWord } from './watch-words.ts';

/**
 * What strangers should not read in a text: numbers of phones, identity cards and bank cards, other long numbers and
 * messengers' names, addresses down to the door, and words of the deployer's list. In order, none over another, in
 * UTF-16 units of the text as it was written. Takes time in proportion to the text, whatever is in it.
 */
export function detect(written: string, { watchWords = [] }: { watchWords?: readonly WatchWord[] } = {}): Hit[] {
  const words = apart(findWatchWords(written, watchWords)).map(({ start, end, reason }) => hit(start, end, 'word', reason));
  const folded = fold(written);
  const hits: Hit[] = [...words];
  // What one search has found is out of reach for the next.
  let text = withoutMasked(
    without(
      folded.text,
      words.map((word) => inFolded(folded, word)),
    ),
  );
  const take = (spans: readonly (Span & { kind: HitKind })[]) => {
    const found = apart(spans);
    for (const { start, end, kind } of found) hits.push(hit(folded.from[start] ?? 0, folded.to[end - 1] ?? 0, kind));
    text = without(text, found);
  };
  take(findNumbers(text));
  take(findAccounts(text).map((span) => ({ ...span, kind: 'account' })));
  take(findAddresses(text).map((span) => ({ ...span, kind: 'address' })));
  return hits.sort((a, b) => a.start - b.start);
}

const hit = (start: number, end: number, kind: HitKind, reason: string | null = null): Hit => ({ start, end, kind, reason });

/** The first of those that overlap, and of those that begin together the longest. */
function apart<S extends Span>(spans: readonly S[]): S[] {
  const kept: S[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

/** From units of what was written to characters of the folded text. */
function inFolded({ from, to }: Folded, { start, end }: Span): Span {
  return { start: firstAtLeast(to, start + 1), end: firstAtLeast(from, end) };
}

/** The index of the first number that is at least so large, of numbers in order. */
function firstAtLeast(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
