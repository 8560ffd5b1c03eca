import type { HitKind } from '@five-micro/contract';
import { digitOf, gap, isNumeral, type Span, sign, withoutLetters } from './fold.ts';
import { bankCard, datedIdentity, identity, landlineArea, mobile, moment, oldIdentity } from './number-kinds.ts';

export interface FoundNumber extends Span {
  kind: HitKind;
}

/** Digits that stand together. A Chinese numeral is one by itself: 一 is a number as often as a word. */
interface Group extends Span {
  digits: string;
  numeral: boolean;
  /**
   * What parts it from the group before: a new run, nothing, what people put into one number, other signs, or what
   * only stands in a number that is to be read by people and by nobody else.
   */
  before: 'run' | 'none' | 'narrow' | 'wide' | 'loose';
}

/** Longer than any number that is looked for in pieces. */
const most = 19;
const mostBetween = 3;
const loose = /^(?:[转轉]|[^\p{L}\p{M}\p{N}*\ufffc]){1,6}$/u;
const mostLoose = 6;
const narrow = /^[ \t.\-‐–—−·・•_()]+$/;
const letter = /[\p{L}\p{M}\p{N}\ufffc]/u;
/** What a telephone is spoken of with, right before its number. */
const telephone = /(?:电话|座机|热线|号码|致电|拨打|拨|打|呼|联系|tel|phone|call)[^\p{L}\p{N}*\ufffc]{0,4}$/u;
const amount = /^ ?(?:[,.][0-9]+ ?)?[元块圆円¥角万亿人个件次步份斤米平公里字户位名%]/;
/** What the long number right behind it is no one's. */
const serial = /(?:单号|订单编号|isbn(?:-1[03])?)[是为]?[^\p{L}\p{N}*\ufffc]{0,3}$/u;
const money = /[¥$€£] ?$/;

/**
 * Phone numbers, identity numbers, bank cards and other long numbers, from left to right. A number is looked for
 * where a group of digits begins and has to end where one ends, so that 2026-11-23 holds none.
 */
export function findNumbers(plain: string): FoundNumber[] {
  const text = withoutLetters(plain);
  const groups = groupsOf(text);
  const found: FoundNumber[] = [];
  for (let index = 0; index < groups.length; ) {
    const number = numberAt(text, groups, index);
    if (number) found.push({ ...widened(text, number), kind: number.kind });
    index = number?.next ?? index + 1;
  }
  return found;
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < text.length; ) {
    const numeral = isNumeral(text.charAt(at));
    let digits = '';
    let end = at;
    for (let next = digitOf(text.charAt(end)); next !== undefined; next = digitOf(text.charAt(end))) {
      if (isNumeral(text.charAt(end)) !== numeral) break;
      digits += next;
      end += 1;
      if (numeral) break;
    }
    if (digits !== '') groups.push({ digits, start: at, end, numeral, before: parting(text, groups.at(-1)?.end, at) });
    at = Math.max(end, at + 1);
  }
  return groups;
}

function parting(text: string, from: number | undefined, to: number): Group['before'] {
  if (from === undefined || to - from > mostLoose) return 'run';
  const between = text.slice(from, to);
  if (between === '') return 'none';
  if (to - from <= mostBetween) {
    if (narrow.test(between)) return 'narrow';
    if (!letter.test(between) && !between.includes(sign)) return 'wide';
  }
  return loose.test(between) ? 'loose' : 'run';
}

/** What begins at a group: its digits as far as one number can reach, and how many groups make how many digits. */
interface Reach {
  digits: string;
  groups: Group[];
  /** Digits → groups. */
  ends: Map<number, number>;
}

function reachOf(groups: readonly Group[], from: number): Reach {
  const taken: Group[] = [];
  const ends = new Map<number, number>();
  let digits = '';
  for (let index = from; index < groups.length; index++) {
    const group = groups[index];
    if (!group || (index > from && group.before === 'run') || digits.length + group.digits.length > most) break;
    taken.push(group);
    digits += group.digits;
    ends.set(digits.length, taken.length);
  }
  return { digits, groups: taken, ends };
}

interface At extends FoundNumber {
  /** The first group after it. */
  next: number;
}

function numberAt(text: string, groups: readonly Group[], from: number): At | undefined {
  const first = groups[from];
  if (!first) return undefined;
  const reach = reachOf(groups, from);
  const { digits, ends } = reach;
  const before = text.slice(Math.max(0, first.start - 12), first.start);

  const spanning = (length: number, kind: HitKind, more = 0): At | undefined => {
    const count = ends.get(length);
    const end = count === undefined ? undefined : reach.groups[count - 1]?.end;
    if (count === undefined || end === undefined) return undefined;
    const taken = reach.groups.slice(0, count);
    if (!holdsTogether(text, taken) && !(mobile(digits.slice(0, length)) && isSpread(text, taken))) return undefined;
    return { start: first.start, end: end + more, kind, next: from + count };
  };
  const first18 = digits.slice(0, 18);
  if (first.digits.length >= 7 && serial.test(before)) {
    if (datedIdentity(first.digits)) return spanning(18, 'identity');
    return mobile(first.digits) ? spanning(first.digits.length, 'phone') : undefined;
  }
  const withX = ends.has(17) ? letterX(text, reach.groups[(ends.get(17) ?? 1) - 1]?.end ?? 0) : 0;
  const x18 = `${digits.slice(0, 17)}x`;

  return (
    (datedIdentity(first18) ? spanning(18, 'identity') : undefined) ??
    (withX > 0 && identity(x18) ? spanning(17, 'identity', withX) : undefined) ??
    firstOf([15, 13, 11], (length) => (mobile(digits.slice(0, length)) ? spanning(length, 'phone') : undefined)) ??
    firstOf([19, 18, 17, 16], (length) => (bankCard(digits.slice(0, length)) ? spanning(length, 'bank-card') : undefined)) ??
    (identity(first18) ? spanning(18, 'identity') : undefined) ??
    (oldIdentity(digits.slice(0, 15)) && isSpelled(reach, 15, [6, 6, 3]) ? spanning(15, 'identity') : undefined) ??
    firstOf([14, 13, 12, 11, 10], (length) => (isLandline(reach, length, before) ? spanning(length, 'phone') : undefined)) ??
    weakNumber(text, first, reach, from, before)
  );
}

function firstOf<T>(lengths: readonly number[], look: (length: number) => T | undefined): T | undefined {
  for (const length of lengths) {
    const found = look(length);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The last place of an identity number may be an X: how far it is from the seventeenth digit, 0 where there is none. */
function letterX(text: string, from: number): number {
  const [found] = /^[ \-–—.]?x(?![a-z])/.exec(text.slice(from, from + 3)) ?? [];
  return found?.length ?? 0;
}

/** Commas and the like stand between the pieces of one number only where these are long; a price after them says it is a list. */
function holdsTogether(text: string, groups: readonly Group[]): boolean {
  if (groups.slice(1).some((group) => group.before === 'loose')) return false;
  if (!groups.slice(1).some((group) => group.before === 'wide')) return true;
  return blocksOf(groups).every((length) => length >= 3) && !amount.test(after(text, groups.at(-1)?.end ?? 0));
}

/** A mobile number digit by digit or in its usual pieces, with whatever between: 1、3、8、…, 138转0013转8000. */
function isSpread(text: string, groups: readonly Group[]): boolean {
  const blocks = blocksOf(groups);
  const spread = blocks.every((block) => block === 1) || same(blocks, [3, 4, 4]) || same(blocks, [2, 3, 4, 4]);
  return spread && !amount.test(after(text, groups.at(-1)?.end ?? 0));
}

const after = (text: string, end: number) => text.slice(end, end + 8);

/** Lengths of what stands without anything between. */
function blocksOf(groups: readonly Group[]): number[] {
  const blocks: number[] = [];
  for (const [index, group] of groups.entries()) {
    if (index === 0 || group.before !== 'none') blocks.push(0);
    blocks[blocks.length - 1] = (blocks.at(-1) ?? 0) + group.digits.length;
  }
  return blocks;
}

const same = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((n, index) => n === b[index]);

/** In one piece, digit by digit, or in the given pieces. */
function isSpelled({ groups, ends }: Reach, length: number, pieces: readonly number[]): boolean {
  const blocks = blocksOf(groups.slice(0, ends.get(length) ?? 0));
  return blocks.length === 1 || blocks.every((block) => block === 1) || same(blocks, pieces);
}

/** With its area code, which stands in one piece or digit by digit; times as 08.30-10.30 do not. */
function isLandline({ digits, groups, ends }: Reach, length: number, before: string): boolean {
  if (!ends.has(length)) return false;
  const number = digits.slice(0, length);
  const abroad = /[+＋] ?\(?$/.test(before) ? 2 : 0;
  const area = landlineArea(abroad > 0 && number.startsWith('86') ? `0${number.slice(2)}` : number);
  if (area === undefined) return false;
  const blocks = blocksOf(groups.slice(0, ends.get(length)));
  if (blocks.length === 1 || blocks.every((block) => block === 1)) return true;
  const [head = 0, ...rest] = abroad > 0 && blocks[0] === 2 ? [(blocks[1] ?? 0) + 1, ...blocks.slice(2)] : blocks;
  return head === area && rest.length <= 3 && rest.every((block) => block >= 3);
}

/** Numbers that are told by their length alone. Chinese numerals, a group each, are too common in words for that. */
function weakNumber(text: string, only: Group, { groups, digits, ends }: Reach, from: number, before: string): At | undefined {
  const as = (kind: HitKind, count = 1): At => ({
    start: only.start,
    end: groups[count - 1]?.end ?? only.end,
    kind,
    next: from + count,
  });
  const { length } = only.digits;
  if (amount.test(after(text, only.end)) || money.test(before)) return undefined;
  if (length >= 9) return moment(only.digits) ? undefined : as('account');
  if ((length === 7 || length === 8) && /^[2-9]/.test(only.digits) && !moment(only.digits)) return as('phone');
  const plain = (count: number) =>
    groups
      .slice(0, count)
      .every(({ numeral, before }, index) => !numeral && before !== 'wide' && (index === 0 || before !== 'loose'));
  const cardLike = firstOf([19, 18, 17, 16], (size) => {
    const count = ends.get(size);
    const blocks = blocksOf(groups.slice(0, count ?? 0));
    return count !== undefined && plain(count) && blocks.slice(0, -1).every((block) => block === 4) ? count : undefined;
  });
  if (cardLike !== undefined) return as('account', cardLike);
  const pair = blocksOf(groups.slice(0, 2));
  const local = (same(pair, [4, 4]) || same(pair, [3, 4])) && /^[2-9]/.test(digits);
  return local && plain(2) && telephone.test(before) ? as('phone', 2) : undefined;
}

/** With the plus sign before it, and the bracket that was opened for it. */
function widened(text: string, { start, end }: Span): Span {
  let from = start;
  if (text.charAt(from - 1) === '+') from -= 1;
  const inside = text.slice(from, end);
  if (text.charAt(from - 1) === '(' && inside.split(')').length > inside.split('(').length) from -= 1;
  return { start: from, end };
}

/** `138****8000`: what was masked before is no number any more. */
const masked = /(?<![0-9])[0-9]{2,4}\*{4}[0-9x]{2,4}(?![0-9])/g;
export const withoutMasked = (text: string): string => text.replace(masked, (found) => gap.repeat(found.length));
