import type { Catalogue } from '../../shared/controllers/words.ts';
import { type ActWords, actsZhCN } from './acts-zh-CN.ts';

export type { ActWords } from './acts-zh-CN.ts';

export const actWords: Catalogue<ActWords> = { 'zh-CN': actsZhCN, en: async () => (await import('./acts-en.ts')).actsEn };
