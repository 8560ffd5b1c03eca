import { day, shanghai, type When } from '../shared/days.ts';
import type { Lang } from '../shared/options.ts';
import type { ActionWords } from './words/zh-CN.ts';

const dayOf = (when: When): string => shanghai(when).toISOString().slice(0, 10);

const hour = (when: When): string => shanghai(when).toISOString().slice(11, 16).replace(/^0/, '');

/** `9:00–11:30`; `20:00–次日 6:00`. An action lasts a day at most. */
export const span = (from: When, to: When, { nextDay }: ActionWords): string =>
  `${hour(from)}–${dayOf(from) === dayOf(to) ? '' : nextDay}${hour(to)}`;

const english = (at: Date, options: Intl.DateTimeFormatOptions): string =>
  at.toLocaleDateString('en-GB', { timeZone: 'UTC', ...options });

/** What a calendar leaf has on it, in the reader's language. */
export function leafOf(when: When, lang: Lang, now: number) {
  const at = shanghai(when);
  const en = lang === 'en';
  return {
    month: en ? english(at, { month: 'short' }) : `${at.getUTCMonth() + 1}月`,
    date: at.getUTCDate(),
    weekday: en ? english(at, { weekday: 'short' }) : `周${'日一二三四五六'.charAt(at.getUTCDay())}`,
    isToday: dayOf(when) === dayOf(now),
    /** For the ear: the leaf itself is only seen. */
    said: day(when, lang, now),
  };
}
