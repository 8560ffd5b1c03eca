import type { Catalogue } from '../../shared/controllers/index.ts';
import { type OrganisationWords, zhCN } from './zh-CN.ts';

export type { OrganisationWords } from './zh-CN.ts';

export const organisationWords: Catalogue<OrganisationWords> = { 'zh-CN': zhCN, en: async () => (await import('./en.ts')).en };
