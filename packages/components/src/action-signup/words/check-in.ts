import type { Catalogue } from '../../shared/controllers/words.ts';
import { type CheckInWords, checkInZhCN } from './check-in-zh-CN.ts';

export const checkInWords: Catalogue<CheckInWords> = {
  'zh-CN': checkInZhCN,
  en: async () => (await import('./check-in-en.ts')).checkInEn,
};
