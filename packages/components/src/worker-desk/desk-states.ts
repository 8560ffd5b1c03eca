import { html, nothing, type TemplateResult } from 'lit';
import '../shared/ui/drawings.ts';
import type { ResourceState } from '../shared/controllers/resource.ts';
import { clock, fill } from '../shared/format.ts';
import { emptyState, skeletonLines, staleLine } from '../shared/ui/index.ts';
import type { Words } from '../shared/words/index.ts';
import type { DeskWords } from './words/index.ts';

/** A list's shape while it is asked for. */
export const panelSkeleton = (): TemplateResult => html`<div class="ghost-case late" aria-hidden="true">
  ${skeletonLines(30, 95, 50, 30, 75, 50, 30, 95, 50)}
</div>`;

/** The desk's shape while it opens. */
export const deskSkeleton = (wide: boolean): TemplateResult => html`
  <div class="late" aria-hidden="true">
    <div class="head"><span class="skeleton tall w30"></span></div>
    <div class="tabs"><span class="skeleton tall w50"></span></div>
    <div class="desk ${wide ? 'two' : ''}">
      ${panelSkeleton()} ${wide ? html`<div class="ghost-case">${skeletonLines(30, 95, 50, 95, 95, 75)}</div>` : ''}
    </div>
  </div>
`;

export const signedOutPanel = (words: DeskWords, level: number, onSignIn: () => void): TemplateResult =>
  emptyState({
    drawing: 'door',
    title: words.signedOut.title,
    text: words.signedOut.text,
    level,
    actions: html`<button type="button" class="btn primary" @click=${onSignIn}>${words.signedOut.act}</button>`,
  });

/** Says who can, and whom to ask. */
export const notAllowedPanel = (words: DeskWords, level: number, area: string, contact: string | null): TemplateResult =>
  emptyState({
    drawing: 'door',
    title: words.notAllowed.title,
    text: words.notAllowed.text(area),
    level,
    actions: contact ? html`<p>${contact}</p>` : undefined,
  });

/** The line above what is not fresh, where it is not. */
export const staleOf = (state: ResourceState<unknown>, common: Words, onAgain: () => void): TemplateResult | typeof nothing =>
  state.status === 'stale' || state.status === 'offline'
    ? staleLine(fill(common.stale, { time: clock(state.since) }), common.refresh, onAgain)
    : nothing;
