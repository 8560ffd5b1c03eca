import type { Catalogue } from '../../shared/controllers/words.ts';
import { type ContestWords, contestZhCN } from './contest-zh-CN.ts';

export type { ContestWords } from './contest-zh-CN.ts';

export const contestWords: Catalogue<ContestWords> = {
  'zh-CN': contestZhCN,
  en: async () => (await import('./contest-en.ts')).contestEn,
};
