/**
 * Finds what should not hang on a wall: phone numbers, ID numbers and door numbers in what people write. A worker
 * looks at each hit; nothing is decided here.
 *
 * Every pattern is a chain of disjoint character classes with bounded repeats, so each is linear in the text.
 */

export interface Piece {
  text: string;
  /** True for a number that gives someone away. */
  private: boolean;
}

/** Seven digits and more, as people group them: 139 1234 2046, 025-8420 1111, an ID number with its final X. */
const longNumber = /[0-9０-９](?:[ \-－—]?[0-9０-９]){6,19}[Xx]?/g;
/** 12幢402, 3 号楼 2 单元 501 室, 402室. */
const door = /[0-9０-９]{1,3} ?(?:幢|栋|号楼|单元) ?(?:[0-9０-９]{1,2} ?单元 ?)?[0-9０-９]{3,4} ?室?|[0-9０-９]{3,4} ?室/g;

/** 2026-11-30 and 20261130 are days, not telephones. */
const day = /^(?:19|20)[0-9]{2}[ \-－—]?(?:0?[1-9]|1[0-2])[ \-－—]?(?:0?[1-9]|[12][0-9]|3[01])$/;

/** The text in pieces, in order, joined exactly the text again. */
export function pieces(text: string): Piece[] {
  const hits = [...text.matchAll(longNumber)]
    .filter((hit) => !day.test(hit[0]))
    .concat([...text.matchAll(door)])
    .sort((a, b) => a.index - b.index);
  const found: Piece[] = [];
  let end = 0;
  for (const hit of hits) {
    if (hit.index < end) continue;
    if (hit.index > end) found.push({ text: text.slice(end, hit.index), private: false });
    found.push({ text: hit[0], private: true });
    end = hit.index + hit[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end), private: false });
  return found;
}

export const hasPrivate = (text: string): boolean => pieces(text).some((piece) => piece.private);

/** The wording proposed for the wall: a number keeps its first three and last four figures at most, a door loses all. */
export function masked(text: string): string {
  return pieces(text)
    .map((piece) => (piece.private ? mask(piece.text) : piece.text))
    .join('');
}

function mask(number: string): string {
  const figures = number.replace(/[ \-－—]/g, '');
  if (/[^0-9０-９Xx]/.test(figures)) return '（门牌不公开）';
  // An ID number's last figures are its most telling ones.
  if (figures.length >= 15) return `${figures.slice(0, 3)}****`;
  return /^[1１]/.test(figures) && figures.length === 11 ? `${figures.slice(0, 3)}****${figures.slice(-4)}` : '****';
}
