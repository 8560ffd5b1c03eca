import type { Catalogue } from '../../shared/controllers/words.ts';
import { type BoardWords, zhCN } from './zh-CN.ts';

export type { BoardWords } from './zh-CN.ts';

export const boardWords: Catalogue<BoardWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
