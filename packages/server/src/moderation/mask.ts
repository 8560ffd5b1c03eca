import type { Hit } from '@five-micro/contract';
import { detect } from './detect.ts';
import { digitOf, digitOfLetter, fold } from './fold.ts';

/** A text with what was found in it made unreadable, and still a text: 138****8000, 12幢**室, ＊＊. */
export function mask(written: string, hits: readonly Hit[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end, kind } of hits) {
    masked += written.slice(at, start);
    const beside = isNumeric(lastOf(masked)) || isNumeric(fold(written.slice(end, end + 2)).text.at(0));
    masked += maskOf(written.slice(start, end), kind, beside);
    at = end;
  }
  return masked + written.slice(at);
}

/** The last character that is read, however many marks are drawn over it. */
function lastOf(written: string): string | undefined {
  for (let length = 8; ; length *= 4) {
    const { text } = fold(written.slice(-length));
    // The first one may be cut in two.
    if (text.length > 1 || length >= written.length) return text.at(-1);
  }
}

const isNumeric = (one = '') => /^[0-9*]$/.test(one);

/** `beside` another number nothing is kept of this one, or the two would be read as one. */
function maskOf(found: string, kind: string, beside: boolean): string {
  if (kind === 'word') return '＊＊';
  if (kind === 'address') return withoutDoor(found);
  if (beside) return '****';
  const plain = digitsOf(found);
  if (kind === 'identity' || kind === 'bank-card') return ends(plain, 4, 4);
  if (kind === 'phone') {
    const number = plain.replace(/^(?:00)?86(?=1[3-9][0-9]{9}$)/, '');
    return number.length >= 10 ? ends(number, 3, 4) : ends(number, 2, 2);
  }
  return plain.length >= 9 && !/[a-z@]/i.test(found) ? ends(plain, 2, 2) : `${Array.from(found).slice(0, 2).join('')}****`;
}

const ends = (text: string, head: number, tail: number) => `${text.slice(0, head)}****${text.slice(-tail)}`;

const digitsOf = (found: string): string =>
  Array.from(fold(found).text, (character) => digitOf(digitOfLetter(character)) ?? (character === 'x' ? 'x' : '')).join('');

/** The building may be known, what is behind its number not. */
function withoutDoor(found: string): string {
  const building = /^[^-\s]{1,6}?\s{0,2}(?:幢|栋|座|棟|号楼|號樓|#楼?|弄|号)/u.exec(found)?.[0] ?? '';
  return (
    building + found.slice(building.length).replace(/[\p{N}零○◯一壹幺弌二贰貳三叁參四肆五伍六陆陸七柒八捌九玖十百]+/gu, '**')
  );
}

/** What everyone may read of what a worker let through: an address may be meant, a number of one's own never is. */
const kept: readonly string[] = ['address', 'word'];

/**
 * The texts that were asked about last and have nothing in them. Long ones are not kept, so that what is kept is
 * bounded; nor is any with a hit: a number that someone erased or a worker hid has no business in a server's memory.
 */
export function harmlessTexts({ texts, longest }: { texts: number; longest: number }) {
  const kept = new Set<string>();
  return {
    has(text: string): boolean {
      const known = kept.delete(text);
      // The one that was asked about last stands last.
      if (known) kept.add(text);
      return known;
    },
    add(text: string): void {
      if (text.length > longest) return;
      kept.add(text);
      if (kept.size > texts) kept.delete(kept.values().next().value ?? '');
    },
  };
}

const harmless = harmlessTexts({ texts: 2_000, longest: 2_000 });

/** A text as strangers read it in any case. Asked for with every reading; what has nothing in it is looked through once. */
export function forStrangers(written: string): string {
  if (harmless.has(written)) return written;
  const hits = detect(written);
  if (hits.length === 0) harmless.add(written);
  return mask(
    written,
    hits.filter(({ kind }) => !kept.includes(kind)),
  );
}

/** The same where there may be none. */
export const strangersRead = (written: string | null): string | null => (written === null ? null : forStrangers(written));
