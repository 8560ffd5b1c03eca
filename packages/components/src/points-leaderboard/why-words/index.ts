import type { Catalogue } from '../../shared/controllers/words.ts';
import { type WhyWords, zhCN } from './zh-CN.ts';

export type { WhyWords } from './zh-CN.ts';

export const whyWords: Catalogue<WhyWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
