import type { Catalogue } from '../../shared/controllers/words.ts';
import { type MoreWords, moreZhCN } from './more-zh-CN.ts';

export type { MoreWords } from './more-zh-CN.ts';

export const moreWords: Catalogue<MoreWords> = { 'zh-CN': moreZhCN, en: async () => (await import('./more-en.ts')).moreEn };
