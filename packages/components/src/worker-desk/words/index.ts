import type { Catalogue } from '../../shared/controllers/index.ts';
import { type DeskWords, zhCN } from './zh-CN.ts';

export type { DeskWords } from './zh-CN.ts';

export const deskWords: Catalogue<DeskWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
