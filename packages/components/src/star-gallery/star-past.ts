import type { Round } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { day } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { heading } from '../shared/ui/heading.ts';
import type { MoreWords } from './words/more.ts';

interface PastView {
  readonly words: MoreWords;
  readonly lang: Lang;
  readonly now: number;
  readonly level: number;
  readonly onOpen: (round: Round) => void;
}

/** Contests that are over, each one press away. */
export function pastRounds(
  past: readonly Round[],
  { words, lang, now, level, onOpen }: PastView,
): TemplateResult | typeof nothing {
  if (!past.length) return nothing;
  return html`<section class="past">
    ${heading(level, words.past)}
    <ul>
      ${past.map(
        (one) =>
          html`<li>
            <span>${words.pastOne(one.title, day(one.closedAt ?? one.closesAt, lang, now))}</span
            ><button type="button" class="btn quiet" data-round=${one.id} @click=${() => onOpen(one)}>${words.seeResults}<span class="vh">${words.ofRound(one.title)}</span></button>
          </li>`,
      )}
    </ul>
  </section>`;
}
