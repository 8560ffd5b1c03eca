const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Surnames of two characters (复姓) that are in use today. */
const compound = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 司空 夏侯 宇文 长孙 端木 轩辕 独孤 南宫 闻人 濮阳 淳于 单于 太史 申屠 公羊 澹台 公冶 宗政 赫连 呼延 百里 东郭 西门 左丘 梁丘 第五 拓跋 鲜于 闾丘 亓官 万俟'.split(
    ' ',
  ),
);

/**
 * A name as neighbours may see it: the surname, or what precedes the first middle dot, then `**`, whatever the
 * length of what is left out (王**, 欧阳**, 古丽**). By grapheme, so that 𠮷 stays whole.
 */
export function maskName(name: string): string {
  const trimmed = name.trim();
  const dot = trimmed.search(/[·•・‧]/u);
  if (dot > 0) return `${trimmed.slice(0, dot)}**`;
  const graphemes = Array.from(segmenter.segment(trimmed), (part) => part.segment);
  const two = graphemes.slice(0, 2).join('');
  if (graphemes.length > 2 && compound.has(two)) return `${two}**`;
  // Latin names: the first letter alone, as the rest of the word would give them away.
  return `${graphemes[0] ?? ''}**`;
}

/** `13812348000` → `138****8000`. Short numbers show their last two digits only. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '');
  return digits.length >= 9 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`;
}

/**
 * As names and texts are searched: compatibility forms folded, lower case. Capped after folding, which can lengthen;
 * by code point, or half a 𠮷 would be left.
 */
export const foldForSearch = (text: string, most = 200): string =>
  Array.from(text.normalize('NFKC').toLowerCase().trim()).slice(0, most).join('');
