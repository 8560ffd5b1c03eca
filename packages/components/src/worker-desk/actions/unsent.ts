import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/ui/icons.ts';
import type { TickController } from './tick-controller.ts';
import type { ActionWords } from './words/index.ts';

/** What waits on this device, and what the server refused, by name. `current` is the action in sight. */
export function renderUnsent(ticks: TickController, words: ActionWords, current: string): TemplateResult | typeof nothing {
  const { book, sending } = ticks;
  if (!book) return nothing;
  const waiting = book.waiting.length;
  return html`
    ${
      waiting
        ? html`<div class="unsent" role="status">
            ${icon('off')}
            <p><b class="num">${words.notSent(waiting)}</b><span>${ticks.signedOut ? words.notSignedIn : book.kept ? words.notSentHint : words.notKept}</span></p>
            <button type="button" class="btn line" aria-disabled=${sending ? 'true' : 'false'} @click=${() => void ticks.send()}>
              ${sending ? words.sending : words.sendNow}
            </button>
          </div>`
        : nothing
    }
    ${book.all.map((tick) =>
      tick.refused === undefined
        ? nothing
        : html`<div class="refused" role="alert">
            <p>
              <b>${words.refused(tick.name)}</b>${tick.refused === 'came' ? words.cameMeanwhile : tick.refused}${tick.action === current || !tick.title ? nothing : words.elsewhere(tick.title)}
            </p>
            <button type="button" class="btn line" @click=${() => ticks.dismiss(tick)}>${words.dismiss}</button>
          </div>`,
    )}
  `;
}
