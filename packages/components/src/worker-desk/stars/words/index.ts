import type { Catalogue } from '../../../shared/controllers/index.ts';
import { type StarDeskWords, zhCN } from './zh-CN.ts';

export type { StarDeskWords } from './zh-CN.ts';

export const starDeskWords: Catalogue<StarDeskWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
