import type { Catalogue } from '../../controllers/words.ts';
import { type BallotWords, zhCN } from './zh-CN.ts';

export type { BallotWords } from './zh-CN.ts';

export const ballotWords: Catalogue<BallotWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
