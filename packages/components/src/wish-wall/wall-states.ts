import { html, type TemplateResult } from 'lit';
import { fill } from '../shared/format.ts';
import { emptyState } from '../shared/ui/states.ts';
import type { MoreWords } from './words/more.ts';

/** The wall before its first wish. `post` is the act that ends the emptiness, for those who may. */
export const emptyWall = (words: MoreWords, level: number, post: unknown): TemplateResult =>
  emptyState({
    drawing: 'wall',
    title: words.emptyTitle,
    text: post ? words.emptyText : words.emptyTextRead,
    actions: post,
    level,
  });

/** What one searches for in vain, or a kind of which there is none. */
export const nothingTitle = (words: MoreWords, q: string): string => (q ? fill(words.nothingSearch, { q }) : words.nothingHere);

/** Nothing among what the wall was narrowed down to; `open` is how many wait altogether. */
export const nothingFound = (
  words: MoreWords,
  level: number,
  q: string,
  open: number | undefined,
  onShowAll: () => void,
): TemplateResult =>
  emptyState({
    drawing: 'search',
    title: nothingTitle(words, q),
    text: open ? fill(words.nothingText, { count: open }) : words.nothingTextPlain,
    level,
    actions: html`<button type="button" class="btn line" @click=${onShowAll}>${words.showAll}</button>`,
  });
