import type { Catalogue } from '../../../shared/controllers/index.ts';
import { type ActionWords, zhCN } from './zh-CN.ts';

export type { ActionWords } from './zh-CN.ts';

export const actionWords: Catalogue<ActionWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
