import type { Catalogue } from '../../controllers/words.ts';
import { type AdapterWords, zhCN } from './zh-CN.ts';

export type { AdapterWords } from './zh-CN.ts';

export const adapterWords: Catalogue<AdapterWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
