import type { Catalogue } from '../../../shared/controllers/index.ts';
import { type SaidWords, zhCN } from './zh-CN.ts';

export type { SaidWords } from './zh-CN.ts';

export const saidWords: Catalogue<SaidWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
