import { digit, numeral, type Span } from './fold.ts';

/**
 * Addresses down to a door: a building, unit or house number with a room behind it, a number right behind 住, or a room
 * alone, as the building is often the place that a wish names. A building or a street alone says no more than where the
 * wish is. All quantities are bounded, so the time is linear.
 */
const any = `[${digit}${numeral}]`;
const n = `(?:[${digit}]{1,4}[a-d]?|[${numeral}十百]{1,5})`;
const s = '[ \\-]{0,2}';
const building = `(?:${n}|(?<![a-z])[a-z])${s}(?:幢|栋|座|棟|号楼|號樓|#楼?|弄)`;
const house = `${n}${s}号`;
const unit = `(?:${n}|[甲乙丙丁])${s}单元`;
const floor = `${n}${s}[楼层]`;
/** What a number counts is no door. */
const counted = '[年月日天人户位名个元块米平度岁次步斤公里家多余台张只件万千亿分点秒%路医]';
const bare = `(?:[${digit}]{3,4}[a-d]?|[${numeral}]{3,4})(?!${any}| ?(?:${counted}|[幢栋座棟弄#]|号[楼樓]|单元))`;
const room = `(?:${n}${s}(?:室(?!${any}? ?厅)|号?房)|${bare})`;

const patterns = [
  `(?<!${any})${building}${s}(?:${house}${s})?(?:(?:${unit}|${n}${s}门)${s})?(?:${floor}${s})?(?:(?:[${digit}]{1,2}-)?${room}|${n}${s}号(?!楼))`,
  `(?<!${any})${unit}${s}(?:${floor}${s})?(?:${room}|${n}${s}户(?![人家居口])|[东西中左右南北]{1,2}[户室门手])`,
  `(?<!${any})${house}${s}(?:${unit}${s})?(?:${floor}${s})?(?:${n}${s}室(?!${any}? ?厅)|[${digit}]{3,4}${s}房)`,
  `(?<![${digit}\\-])[${digit}]{3,4}${s}室(?!${any}? ?厅)`,
  `(?<=[路街巷道里村苑园区坊庄寓] ?)${house}${s}(?:${unit}${s})?(?:${floor}${s})?${room}`,
  // Building, unit and room as 12-3-402; a day is none.
  `(?<![${digit}][\\-.]?)[${digit}]{1,3}-[${digit}]{1,2}-(?!(?:19|20)[${digit}]{2}(?![${digit}]))[${digit}]{3,4}(?![${digit}\\-]| ?${counted})`,
  `(?<=(?:住|家在|我在|家里|地址|门牌)(?:在|是|:|号| ){0,3})(?:[${digit}]{1,3}-){0,2}${room}`,
].map((pattern) => new RegExp(pattern, 'g'));

export const findAddresses = (text: string): Span[] =>
  patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );
