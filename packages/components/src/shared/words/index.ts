import type { Catalogue } from '../controllers/words.ts';
import { type Words, zhCN } from './zh-CN.ts';

export type { Words } from './zh-CN.ts';

/** The words that all elements share. An element's own stand beside it, so that what opens on demand brings its own. */
export const sharedWords: Catalogue<Words> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
