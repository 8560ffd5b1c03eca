/** Yuan as they are typed (`96,123`, `9.65`, `３０００元`) in fen; undefined where that is no amount above nothing. */
export function fenOf(text: string): number | undefined {
  const typed = text.normalize('NFKC').replace(/[\s,，元¥]/g, '');
  const [, yuan, fen = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(typed) ?? [];
  if (yuan === undefined) return undefined;
  return Number(yuan) * 100 + Number(fen.padEnd(2, '0')) || undefined;
}

/** Fen as a box begins with them. */
export const yuanOf = (fen: number): string => String(fen / 100);
