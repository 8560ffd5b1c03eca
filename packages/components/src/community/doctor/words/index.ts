import type { Catalogue } from '../../../shared/controllers/words.ts';
import { type DoctorWords, zhCN } from './zh-CN.ts';

export type { DoctorWords } from './zh-CN.ts';

export const doctorWords: Catalogue<DoctorWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
