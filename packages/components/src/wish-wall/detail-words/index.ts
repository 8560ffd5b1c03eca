import type { Catalogue } from '../../shared/controllers/words.ts';
import { type DetailWords, zhCN } from './zh-CN.ts';

export type { DetailWords } from './zh-CN.ts';

export const detailWords: Catalogue<DetailWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
