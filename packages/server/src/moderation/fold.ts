/**
 * A text made plain for the detector: one character for each that is read, whatever it is written with. Digits of all
 * scripts and circled ones become digits, capitals small letters, Chinese numerals characters of their own, emoji one
 * sign; what is not seen (joiners, variation selectors) or only drawn over the rest (combining marks) is gone.
 */
export interface Folded {
  text: string;
  /** Where each of its characters begins and ends in what was written, in UTF-16 units. */
  from: number[];
  to: number[];
}

/** Chinese numerals stand in the private use area, so that they stay apart from digits and from all other words. */
const firstNumeral = 0xe000;
const numerals = ['〇零○◯', '一壹幺弌〡', '二贰貳〢', '三叁參〣', '四肆〤', '五伍〥', '六陆陸〦', '七柒〧', '八捌〨', '九玖〩'];
const valueOf = new Map(numerals.flatMap((written, value) => Array.from(written, (numeral) => [numeral, value] as const)));

/** For character classes: a digit, a Chinese numeral, and either of them. */
export const digit = '0-9';
export const numeral = '\\ue000-\\ue009';

/** Stands for what no pattern may cross: parts that are already found, and letters that do not matter. */
export const gap = '\ufffc';

/** Stands for emoji and other signs beyond the basic plane. */
export const sign = '\ufffd';

/** Hangul's fillers are letters that are drawn as nothing. */
const unseen = /^[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]$/u;
const decimal = /^\p{Nd}$/u;
const symbol = /^\p{S}$/u;

/** The ones of the rows of circled digits that have no plain form in Unicode: ⓵ ❶ ➀ ➊. */
const circledOnes = [0x24f5, 0x2776, 0x2780, 0x278a];
const circledZeros = ['⓿', '🄋', '🄌'];

function circledDigit(character: string): string | undefined {
  if (circledZeros.includes(character)) return '0';
  const code = character.codePointAt(0) ?? 0;
  const one = circledOnes.find((first) => code >= first && code < first + 9);
  return one === undefined ? undefined : String(code - one + 1);
}

/** Every script's digits stand in rows of ten, from zero. */
function decimalDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let before = 0;
  while (decimal.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

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
  const inCircle = circledDigit(character);
  if (inCircle !== undefined) return inCircle;
  const composed = character.normalize('NFKC').toLowerCase();
  // An ellipsis is a dot, and ⑴ and ⒈ are their digit.
  if (/^\.{2,3}$/.test(composed)) return '.';
  const bare = composed.length > 1 ? composed.replace(/[().]/g, '') : composed;
  const numeralValue = valueOf.get(bare);
  if (numeralValue !== undefined) return String.fromCharCode(firstNumeral + numeralValue);
  if (decimal.test(bare)) return decimalDigit(bare);
  if (bare.length === 1 && !(bare >= '\ue000' && bare <= '\uf8ff')) return bare;
  return symbol.test(character) ? sign : gap;
}

export const isNumeral = (character: string): boolean => character >= '\ue000' && character <= '\ue009';

/** `0`–`9` of a digit or a Chinese numeral, else undefined. */
export function digitOf(character: string): string | undefined {
  if (character >= '0' && character <= '9') return character;
  return isNumeral(character) ? String(character.charCodeAt(0) - firstNumeral) : undefined;
}

const withLetters = /(?<![a-z])[0-9il](?:[ .-]?[0-9oil])*(?![a-z])/g;
export const digitOfLetter = (letter: string): string => (letter === 'o' ? '0' : letter === 'l' || letter === 'i' ? '1' : letter);

/** The text with the o, i and l in its long numbers read as 0 and 1: 138O0138OOO, 139I2345678. */
export const withoutLetters = (text: string): string =>
  text.replace(withLetters, (run) => {
    const length = run.replace(/[ .-]/g, '').length;
    const enough = length >= 11 && run.replace(/[^0-9]/g, '').length >= 6;
    return enough ? run.replace(/[oil]/g, digitOfLetter) : run;
  });

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
