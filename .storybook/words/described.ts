// What the elements' docstrings say, in Chinese: they are written in English, and are published so. A dictionary by what
// is said, not by who says it: who changes a docstring is told by `words.test.ts` that its Chinese is missing.
import { events } from './zh/events.ts';
import { looks } from './zh/looks.ts';
import { members } from './zh/members.ts';
import type { Language } from './language.ts';

export const chinese: Readonly<Record<string, string>> = { ...members, ...looks, ...events };

/** As it is looked up: a docstring is broken where its line was full. */
export const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

export const described = (lang: Language, text = ''): string =>
  lang === 'en' ? oneLine(text) : (chinese[oneLine(text)] ?? oneLine(text));
