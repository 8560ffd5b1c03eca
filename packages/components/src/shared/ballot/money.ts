import type { Lang } from '../options.ts';

const plain = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** Fen as `30 万元`, `9.65 万元`; where that would round, or below ten thousand, as `96,123 元`. English: `¥96,123`. */
export function money(fen: number, lang: Lang): string {
  const yuan = fen / 100;
  if (lang === 'en') return `¥${plain(yuan)}`;
  return yuan >= 10_000 && fen % 10_000 === 0 ? `${plain(yuan / 10_000)} 万元` : `${plain(yuan)} 元`;
}
