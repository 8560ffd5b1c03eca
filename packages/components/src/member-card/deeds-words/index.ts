import type { Catalogue } from '../../shared/controllers/words.ts';
import { type DeedsWords, zhCN } from './zh-CN.ts';

export type { DeedsWords } from './zh-CN.ts';

export const deedsWords: Catalogue<DeedsWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
