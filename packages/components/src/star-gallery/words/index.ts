import type { Catalogue } from '../../shared/controllers/words.ts';
import { type GalleryWords, zhCN } from './zh-CN.ts';

export type { GalleryWords } from './zh-CN.ts';

export const galleryWords: Catalogue<GalleryWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
