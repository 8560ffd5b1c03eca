import { html, type TemplateResult } from 'lit';

interface Host {
  readonly words: { readonly failed: string; readonly retry: string };
  reload(): unknown;
}

/** Where not even the words about a failure could be loaded, these have to do, and the page's own, which say whom to call. */
export const plainFailure = ({ words, reload }: Host): TemplateResult =>
  html`<p>${words.failed} <button type="button" class="btn" @click=${reload}>${words.retry}</button></p>
    <slot></slot>`;
