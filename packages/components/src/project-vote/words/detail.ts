import type { Catalogue } from '../../shared/controllers/words.ts';
import { type DetailWords, detailZhCN } from './detail-zh-CN.ts';

export type { DetailWords } from './detail-zh-CN.ts';

export const detailWords: Catalogue<DetailWords> = {
  'zh-CN': detailZhCN,
  en: async () => (await import('./detail-en.ts')).detailEn,
};
