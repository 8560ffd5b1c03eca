import type { Catalogue } from '../../shared/controllers/words.ts';
import { type VoteWords, zhCN } from './zh-CN.ts';

export type { VoteWords } from './zh-CN.ts';

export const voteWords: Catalogue<VoteWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
