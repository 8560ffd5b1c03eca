/** Finds wishes that may be the same matter, by what their titles share. A worker decides; this only proposes. */

/** Words that almost every wish has: they say nothing of what it is about. */
const common = new Set(
  '想要 希望 有人 想有 有没有 谁能 能不能 可以 帮忙 帮我 我想 一个 一台 一根 一床 一位 一下 一点 请人 想请 邻居 家里 我家 老人 最近 现在 晚上 每天 每周 需要 找人 想找'.split(
    ' ',
  ),
);

const runs = /[\p{L}\p{N}]+/gu;
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Up to `most` words of two characters and more to search by, as they stand in the title. */
export function keywords(title: string, most = 2): string[] {
  const words = segmenter
    ? [...segmenter.segment(title)].map(({ segment }) => segment)
    : (title.match(runs) ?? []).flatMap((run) => [...bigrams(run)]);
  const telling = words.filter((word) => [...word].length >= 2 && !common.has(word) && /^[\p{L}\p{N}]+$/u.test(word));
  return [...new Set(telling)].slice(0, most);
}

function bigrams(text: string): Set<string> {
  const found = new Set<string>();
  for (const run of text.normalize('NFKC').toLowerCase().match(runs) ?? []) {
    const characters = [...run];
    for (let at = 0; at + 1 < characters.length; at++) {
      const pair = `${characters[at]}${characters[at + 1]}`;
      if (!common.has(pair)) found.add(pair);
    }
  }
  return found;
}

/** 0–1: twice the pairs of neighbouring characters that both have, over all (Dice, 1945; on bigrams as usual for Chinese). */
export function likeness(one: string, other: string): number {
  const a = bigrams(one);
  const b = bigrams(other);
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}
