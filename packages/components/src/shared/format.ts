import { day, shanghai, type When } from './days.ts';
import type { Lang } from './options.ts';

export { ago, day, fill, type When } from './days.ts';

/** `11月23日 周一`, `Mon 23 Nov`. */
export function dayOfWeek(when: When, lang: Lang, now?: When): string {
  const at = shanghai(when);
  return lang === 'en'
    ? `${at.toLocaleDateString('en-GB', { timeZone: 'UTC', weekday: 'short' })} ${day(when, lang, now)}`
    : `${day(when, lang, now)} 周${'日一二三四五六'.charAt(at.getUTCDay())}`;
}

/** `14:30`, `9:05`. */
export function clock(when: When): string {
  const at = shanghai(when);
  return `${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, '0')}`;
}

/** `11月23日 周一 14:30`, `Mon 23 Nov 14:30`. */
export const moment = (when: When, lang: Lang, now?: When): string => `${dayOfWeek(when, lang, now)} ${clock(when)}`;

/** `2026-11-23`, as date inputs write the day in Shanghai. */
export const isoDay = (when: When): string => shanghai(when).toISOString().slice(0, 10);

/** The end of a day in Shanghai (`2026-11-23` → `…T15:59:59.000Z`), as the wire wants it: by then means that day too. */
export const endOfDay = (date: string): string => new Date(`${date}T23:59:59+08:00`).toISOString();

/** `1,286`; from ten thousand on `1.2 万` (show `exact` beside it on hover and focus). English keeps the figures. */
export const count = (value: number, lang: Lang): string =>
  lang !== 'en' && value >= 10_000 ? `${Math.floor(value / 1000) / 10} 万` : exact(value);

export const exact = (value: number): string => value.toLocaleString('en-US');
