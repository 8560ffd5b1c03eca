import type { Catalogue } from '../../shared/controllers/words.ts';
import { type StoryWords, storyZhCN } from './story-zh-CN.ts';

export type { StoryWords } from './story-zh-CN.ts';

export const storyWords: Catalogue<StoryWords> = { 'zh-CN': storyZhCN, en: async () => (await import('./story-en.ts')).storyEn };
