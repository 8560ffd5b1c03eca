import { customPinyin, pinyin } from 'pinyin-pro';
import { foldForSearch } from './names.ts';

// What the library's surnames leave out.
customPinyin({ 单于: 'chán yú', 𠮷: 'jí' });

/**
 * The key by which a name is sorted: each character's reading with its tone as a digit, the surname read as a surname
 * (曾 Zēng, 仇 Qiú, 单 Shàn, 解 Xiè, 尉迟 Yùchí, 万俟 Mòqí), then the name itself, so that two who are read alike keep
 * an order. Meant to be compared byte by byte (`collate "C"`); what has no reading stands as it is written.
 */
export function sortKey(name: string): string {
  const folded = name.normalize('NFKC').trim();
  const syllables = pinyin(folded, { mode: 'surname', toneType: 'num', type: 'array', nonZh: 'consecutive', v: true });
  return `${syllables.join(' ').toLowerCase()}|${folded}`.slice(0, 400);
}

/** A name as a profile keeps it: as it is written, as it is searched and as it is sorted. */
export const namesOf = (name: string) => ({ name, search_name: foldForSearch(name), sort_key: sortKey(name) });
