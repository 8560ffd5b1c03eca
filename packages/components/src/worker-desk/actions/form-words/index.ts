import type { Catalogue } from '../../../shared/controllers/index.ts';
import { type ActionFormWords, zhCN } from './zh-CN.ts';

export type { ActionFormWords } from './zh-CN.ts';

export const actionFormWords: Catalogue<ActionFormWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
