import { html, type TemplateResult } from 'lit';
import '../shared/ui/drawings.ts';
import { emptyState, skeletonLines } from '../shared/ui/index.ts';
import type { CardWords } from './words/index.ts';

/** The card's shape while it opens. */
export const cardSkeleton = (): TemplateResult => html`
  <div class="late" aria-hidden="true">
    <div class="me">
      <div class="me-who"><span class="avatar"></span><div class="ghost">${skeletonLines(75, 95)}</div></div>
    </div>
    <div class="cols">
      <div class="col">${[0, 1].map(() => html`<div class="card ghost">${skeletonLines(30, 95, 50, 30, 75)}</div>`)}</div>
      <div class="col"><div class="card ghost">${skeletonLines(50, 95, 95, 50, 95, 95)}</div></div>
    </div>
  </div>
`;

/** After someone erased themself: they are told once more that it is done. */
export const goneCard = (words: CardWords, level: number, when: string): TemplateResult => html`
  <div tabindex="-1" class="gone">
    ${emptyState({ drawing: 'door', title: words.gone.title, text: words.gone.text, level, code: words.gone.at(when) })}
  </div>
`;

/** What one would find here, and the way to it. */
export const signedOutCard = (words: CardWords, level: number, onSignIn: () => void): TemplateResult =>
  emptyState({
    drawing: 'door',
    title: words.signedOut.title,
    text: words.signedOut.text,
    level,
    actions: html`<button type="button" class="btn primary" @click=${onSignIn}>${words.signedOut.act}</button>`,
  });
