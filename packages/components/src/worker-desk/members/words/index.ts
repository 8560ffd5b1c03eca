import type { Catalogue } from '../../../shared/controllers/index.ts';
import { type MemberWords, zhCN } from './zh-CN.ts';

export type { MemberWords } from './zh-CN.ts';

export const memberWords: Catalogue<MemberWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
