import type { Catalogue } from '../../shared/controllers/words.ts';
import { type PhotoWords, zhCN } from './zh-CN.ts';

export type { PhotoWords } from './zh-CN.ts';

export const photoWords: Catalogue<PhotoWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
