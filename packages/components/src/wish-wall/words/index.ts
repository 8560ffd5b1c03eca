import type { Catalogue } from '../../shared/controllers/words.ts';
import { type WallWords, zhCN } from './zh-CN.ts';

export type { WallWords } from './zh-CN.ts';

export const wallWords: Catalogue<WallWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
