import type { Catalogue } from '../../shared/controllers/index.ts';
import { type CardWords, zhCN } from './zh-CN.ts';

export type { CardWords } from './zh-CN.ts';

export const cardWords: Catalogue<CardWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
