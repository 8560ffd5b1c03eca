import type { Lang } from './options.ts';

/** Times are Asia/Shanghai whatever the phone says. All functions take RFC 3339 strings or dates. */
export type When = string | number | Date;

const zone = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const weekdays: Record<string, string> = { Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六', Sun: '日' };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const split = (when: When) => {
  const found: Record<string, string> = {};
  for (const { type, value } of parts.formatToParts(new Date(when))) found[type] = value;
  const { year = '', month = '', day = '', weekday = '', hour = '', minute = '' } = found;
  return { year, month, day, weekday, clock: `${hour}:${minute}` };
};

/** `11月23日`, `23 Nov`; with the year where it is not this one. */
export function day(when: When, lang: Lang, now: When = Date.now()): string {
  const at = split(when);
  const year = at.year === split(now).year ? '' : at.year;
  if (lang === 'en') return `${at.day} ${months[Number(at.month) - 1]}${year && ` ${year}`}`;
  return `${year && `${year}年`}${at.month}月${at.day}日`;
}

/** `11月23日 周一`, `Mon 23 Nov`. */
export function dayOfWeek(when: When, lang: Lang, now?: When): string {
  const { weekday } = split(when);
  return lang === 'en' ? `${weekday} ${day(when, lang, now)}` : `${day(when, lang, now)} 周${weekdays[weekday]}`;
}

/** `14:30`. */
export const clock = (when: When): string => split(when).clock;

/** `11月23日 周一 14:30`, `Mon 23 Nov 14:30`. */
export const moment = (when: When, lang: Lang, now?: When): string => `${dayOfWeek(when, lang, now)} ${clock(when)}`;

/** `2026-11-23`, as date inputs write the day in Shanghai. */
export function isoDay(when: When): string {
  const { year, month, day: date } = split(when);
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** The end of a day in Shanghai (`2026-11-23` → `…T15:59:59.000Z`), as the wire wants it: by then means that day too. */
export const endOfDay = (date: string): string => new Date(`${date}T23:59:59+08:00`).toISOString();

/** `刚刚`, `5 分钟前`, `2 小时前`, `昨天`, `3 天前`; a date from a week on, and for what lies ahead. */
export function ago(when: When, lang: Lang, now: When = Date.now()): string {
  const then = new Date(when).getTime();
  const minutes = Math.floor((new Date(now).getTime() - then) / 60_000);
  const days = (Date.parse(isoDay(now)) - Date.parse(isoDay(when))) / 86_400_000;
  const zh = lang !== 'en';
  if (minutes < -1 || days >= 7) return day(when, lang, now);
  if (minutes < 1) return zh ? '刚刚' : 'just now';
  if (minutes < 60) return zh ? `${minutes} 分钟前` : `${minutes} min ago`;
  if (days < 1) return zh ? `${Math.floor(minutes / 60)} 小时前` : `${Math.floor(minutes / 60)} h ago`;
  if (days < 2) return zh ? '昨天' : 'yesterday';
  return zh ? `${days} 天前` : `${days} days ago`;
}

/** `1,286`; from ten thousand on `1.2 万` (show `exact` beside it on hover and focus). English keeps the figures. */
export const count = (value: number, lang: Lang): string =>
  lang !== 'en' && value >= 10_000 ? `${Math.floor(value / 1000) / 10} 万` : exact(value);

export const exact = (value: number): string => value.toLocaleString('en-US');

/** Fills `{name}` in a message. */
export const fill = (message: string, values: Record<string, string | number>): string =>
  message.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
