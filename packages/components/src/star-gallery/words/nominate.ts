import type { Catalogue } from '../../shared/controllers/words.ts';
import { type NominateWords, nominateZhCN } from './nominate-zh-CN.ts';

export type { NominateWords } from './nominate-zh-CN.ts';

export const nominateWords: Catalogue<NominateWords> = {
  'zh-CN': nominateZhCN,
  en: async () => (await import('./nominate-en.ts')).nominateEn,
};
