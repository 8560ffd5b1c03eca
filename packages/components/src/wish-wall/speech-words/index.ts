import type { Catalogue } from '../../shared/controllers/words.ts';
import { type SpeechWords, zhCN } from './zh-CN.ts';

export type { SpeechWords } from './zh-CN.ts';

export const speechWords: Catalogue<SpeechWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
