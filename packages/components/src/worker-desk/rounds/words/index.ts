import type { Catalogue } from '../../../shared/controllers/index.ts';
import { type RoundWords, zhCN } from './zh-CN.ts';

export type { RoundWords } from './zh-CN.ts';

export const roundWords: Catalogue<RoundWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
