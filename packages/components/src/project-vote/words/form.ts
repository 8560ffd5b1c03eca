import type { Catalogue } from '../../shared/controllers/words.ts';
import { type FormWords, formZhCN } from './form-zh-CN.ts';

export type { FormWords } from './form-zh-CN.ts';

export const formWords: Catalogue<FormWords> = { 'zh-CN': formZhCN, en: async () => (await import('./form-en.ts')).formEn };
