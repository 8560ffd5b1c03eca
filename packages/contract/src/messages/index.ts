import type { Language } from '../common.ts';
import { en } from './en.ts';
import { type Messages, zhCN } from './zh-CN.ts';

export type { Messages } from './zh-CN.ts';

/** Every code's words in every language. `{name}` in a message is filled from the problem's `params`. */
export const messages: Record<Language, Messages> = { 'zh-CN': zhCN, en };
