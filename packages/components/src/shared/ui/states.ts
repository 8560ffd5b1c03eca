import { html, nothing, type TemplateResult } from 'lit';
import { type DrawingName, drawing } from './drawing.ts';
import { heading } from './heading.ts';
import { icon } from './icon.ts';
import { phrases } from './phrases.ts';

export interface EmptyState {
  drawing: DrawingName;
  title: string;
  text?: string | undefined;
  /** Buttons: the act that ends the emptiness. */
  actions?: unknown;
  /** What else there is to say, under the acts. */
  more?: unknown;
  /** The request id of an error, in small print. */
  code?: string | null | undefined;
  /** `alert` where something went wrong just now. */
  role?: 'alert' | 'status' | undefined;
  level?: number | undefined;
}

/** A drawing, one sentence, and what can be done. Needs `stateStyles` and `buttonStyles`. */
export const emptyState = (state: EmptyState): TemplateResult => html`
  <div class="calm" part="message" role=${state.role ?? nothing}>
    ${drawing(state.drawing)} ${heading(state.level ?? 3, state.title)}
    ${state.text ? html`<p>${phrases(state.text)}</p>` : nothing}
    ${state.actions ? html`<div class="btns">${state.actions}</div>` : nothing}
    ${state.more ?? nothing}
    ${state.code ? html`<p class="code num">${state.code}</p>` : nothing}
  </div>
`;

/** The line above content that is not fresh: says from when it is, and offers to ask again. */
export const staleLine = (text: string, again: string, onAgain: () => void): TemplateResult => html`
  <div class="stale" part="stale" role="status">
    ${icon('off')}<span>${text}</span><button type="button" class="btn quiet" @click=${onAgain}>${again}</button>
  </div>
`;

/** Bars of the given widths (`30 50 75 95` percent) in the place of text. */
export const skeletonLines = (...widths: (30 | 50 | 75 | 95)[]): TemplateResult[] =>
  widths.map((width) => html`<span class="skeleton w${width}"></span>`);

export { heading };
