import type { Catalogue } from '../../shared/controllers/words.ts';
import { type FormWords, zhCN } from './zh-CN.ts';

export type { FormWords } from './zh-CN.ts';

export const formWords: Catalogue<FormWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
