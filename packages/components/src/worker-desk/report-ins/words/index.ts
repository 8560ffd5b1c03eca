import type { Catalogue } from '../../../shared/controllers/index.ts';
import { type ReportInWords, zhCN } from './zh-CN.ts';

export type { ReportInWords } from './zh-CN.ts';

export const reportInWords: Catalogue<ReportInWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
