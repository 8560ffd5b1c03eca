import type { Catalogue } from '../../../shared/controllers/index.ts';
import { type ProjectWords, zhCN } from './zh-CN.ts';

export type { ProjectWords } from './zh-CN.ts';

export const projectWords: Catalogue<ProjectWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
