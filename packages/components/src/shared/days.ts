import type { Lang } from './options.ts';

/** Days as a wall names them: what is needed before data shows. The rest is `format.ts`. */
export type When = string | number | Date;

/**
 * A moment whose `getUTC…` are Shanghai's, whatever the phone says. Eight hours ahead without summer time (tz database,
 * Asia/Shanghai, since 1992), so this needs no time zone data.
 */
export const shanghai = (when: When): Date => new Date(new Date(when).getTime() + 28_800_000);

/** `11月23日`, `23 Nov`; with the year where it is not this one. */
export function day(when: When, lang: Lang, now: When = Date.now()): string {
  const at = shanghai(when);
  const year = at.getUTCFullYear();
  const other = year !== shanghai(now).getUTCFullYear();
  if (lang === 'en') {
    return at.toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', ...(other && { year: 'numeric' }) });
  }
  return `${other ? `${year}年` : ''}${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
}

const dayNumber = (when: When): number => Math.floor(shanghai(when).getTime() / 86_400_000);

/** `刚刚`, `5 分钟前`, `2 小时前`, `昨天`, `3 天前`; a date from a week on, and for what lies ahead. */
export function ago(when: When, lang: Lang, now: When = Date.now()): string {
  const minutes = Math.floor((new Date(now).getTime() - new Date(when).getTime()) / 60_000);
  const days = dayNumber(now) - dayNumber(when);
  const hours = Math.floor(minutes / 60);
  const zh = lang !== 'en';
  if (minutes < -1 || days > 6) return day(when, lang, now);
  if (minutes < 1) return zh ? '刚刚' : 'just now';
  if (minutes < 60) return zh ? `${minutes} 分钟前` : `${minutes} min ago`;
  if (days < 1) return zh ? `${hours} 小时前` : `${hours} h ago`;
  if (days < 2) return zh ? '昨天' : 'yesterday';
  return zh ? `${days} 天前` : `${days} days ago`;
}

/** Fills `{name}` in a message. */
export const fill = (message: string, values: Record<string, string | number>): string =>
  message.replace(/\{(\w+)\}/g, (hole, name: string) => `${values[name] ?? hole}`);
