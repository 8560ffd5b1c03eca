import type { Round } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { BallotWords } from './words/index.ts';

/** For those who check a round: what was published of it, and what its receipts do not protect against. Folded away. */
export function forCheckers({ openingDigest, closingDigest, tie }: Round, words: BallotWords): TemplateResult {
  const digest = (name: string, value: string | null) =>
    value ? html`<p><b>${name}</b><br /><code>${value}</code></p>` : nothing;
  return html`<details class="checkers">
    <summary>${words.checkers}</summary>
    ${digest(words.opening, openingDigest)} ${digest(words.closing, closingDigest)}
    ${openingDigest ? html`<p class="muted">${words.digestHint}</p>` : nothing}
    ${tie ? html`<p>${words.seed(tie)}</p>` : nothing}
    <p>${words.honest}</p>
  </details>`;
}
