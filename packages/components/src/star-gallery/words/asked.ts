import type { Catalogue } from '../../shared/controllers/words.ts';
import { type AskedWords, askedZhCN } from './asked-zh-CN.ts';

export type { AskedWords } from './asked-zh-CN.ts';

export const askedWords: Catalogue<AskedWords> = { 'zh-CN': askedZhCN, en: async () => (await import('./asked-en.ts')).askedEn };
