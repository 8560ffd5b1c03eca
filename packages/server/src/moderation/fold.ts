/**
 * A text made plain for the detector: one character for each that is read, whatever it is written with. Full-width
 * and circled digits become digits, capitals small letters, Chinese numerals characters of their own; what is not
 * seen (joiners, variation selectors) is gone.
 */
export interface Folded {
  text: string;
  /** Where each of its characters begins and ends in what was written, in UTF-16 units. */
  from: number[];
  to: number[];
}

/** Chinese numerals stand in the private use area, so that they stay apart from digits and from all other words. */
const firstNumeral = 0xe000;
const numerals = ['〇零○◯', '一壹幺弌', '二贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'];
const valueOf = new Map(numerals.flatMap((written, value) => Array.from(written, (numeral) => [numeral, value] as const)));

/** For character classes: a digit, a Chinese numeral, and either of them. */
export const digit = '0-9';
export const numeral = '\\ue000-\\ue009';

/** Stands for what no pattern may cross: parts that are already found, and letters that do not matter. */
export const gap = '\ufffc';

const unseen = /^[\p{Cf}\ufe00-\ufe0f\u20e3]$/u;

export function fold(written: string): Folded {
  const characters: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of written) {
    const end = at + character.length;
    const plain = plainOf(character);
    if (plain === '') {
      if (to.length > 0) to[to.length - 1] = end;
    } else {
      characters.push(plain);
      from.push(at);
      to.push(end);
    }
    at = end;
  }
  return { text: characters.join(''), from, to };
}

function plainOf(character: string): string {
  if (character >= ' ' && character <= '~') return character.toLowerCase();
  const value = valueOf.get(character);
  if (value !== undefined) return String.fromCharCode(firstNumeral + value);
  if (character >= '\u4e00' && character <= '\u9fff') return character;
  if (unseen.test(character)) return '';
  const composed = character.normalize('NFKC').toLowerCase();
  // ⑴ and ⒈ are their digit.
  const bare = composed.length > 1 ? composed.replace(/[().]/g, '') : composed;
  const numeralValue = valueOf.get(bare);
  if (numeralValue !== undefined) return String.fromCharCode(firstNumeral + numeralValue);
  return bare.length === 1 && !(bare >= '\ue000' && bare <= '\uf8ff') ? bare : gap;
}

export const isNumeral = (character: string): boolean => character >= '\ue000' && character <= '\ue009';

/** `0`–`9` of a digit or a Chinese numeral, else undefined. */
export function digitOf(character: string): string | undefined {
  if (character >= '0' && character <= '9') return character;
  return isNumeral(character) ? String(character.charCodeAt(0) - firstNumeral) : undefined;
}

/** A part of a folded text, `[start, end)` in its characters. */
export interface Span {
  start: number;
  end: number;
}

/** The text with some parts out of reach, of the same length. */
export function without(text: string, parts: readonly Span[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of parts) {
    kept += text.slice(at, start) + gap.repeat(end - start);
    at = end;
  }
  return kept + text.slice(at);
}
