import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import type { Language } from '../words/language.ts';
import { useLanguage } from './toolbar.ts';

/** `<In lang="zh-CN">…</In>`: what a page says in one of the two languages. */
export function In({ lang, children }: { lang: Language; children: ReactNode }): ReactElement | null {
  return useLanguage() === lang ? createElement(Fragment, null, children) : null;
}
