import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Lang } from '../options.ts';
import { icon } from '../ui/icon.ts';
import type { Words } from '../words/index.ts';
import type { BallotController } from './ballot.ts';
import { costOf } from './limits.ts';
import { money } from './money.ts';
import type { BallotWords } from './words/index.ts';

export interface TrayView {
  readonly words: BallotWords;
  readonly common: Words;
  readonly lang: Lang;
  /** Instead of casting it at once. */
  readonly onCast?: () => void;
}

/** As many as have a place of their own, so that it can be seen how many are still free. */
const mostSlots = 3;

/**
 * What is chosen collects here, at the lower edge: how many, each with a way to take it off, and the one button that
 * casts it. Needs `trayStyles` and `buttonStyles`.
 */
export function ballotTray(ballot: BallotController, { words, common, lang, onCast }: TrayView): TemplateResult | typeof nothing {
  const { round, phase, limits, chosen } = ballot;
  if (!round || !ballot.isMade) return nothing;
  const { of } = round;
  const { max, budget } = limits;
  const few = max <= mostSlots;
  const note = ballot.note?.(words, common, lang);
  return html`<div part="tray" class="tray ${few ? 'few' : ''} ${chosen.length ? '' : 'blank'}" role="region" aria-label=${words.tray} tabindex="-1">
    <div class="count" role="status">
      <b>${Number.isFinite(max) ? words.of(chosen.length, max) : words.count[of](chosen.length)}</b>
      <span>${left(ballot, words, lang)}</span>
    </div>
    ${budget === null ? nothing : budgetBar(costOf(chosen), budget, words, lang)}
    ${
      few || !chosen.length
        ? nothing
        : html`<button
            type="button"
            class="btn quiet fold"
            aria-expanded=${ballot.open ? 'true' : 'false'}
            @click=${() => ballot.fold(!ballot.open)}
          >
            ${ballot.open ? words.fold : words.look}
          </button>`
    }
    ${few || (ballot.open && chosen.length) ? slots(ballot, words, few ? max : 0) : nothing}
    <div class="go">
      <button type="button" part="primary" class="btn primary" ?disabled=${!ballot.complete} aria-disabled=${ballot.busy ? 'true' : nothing} @click=${onCast ?? (() => void ballot.cast())}>
        ${ballot.busy ? words.casting : phase === 'changing' ? words.castChange : words.cast}
      </button>
      ${phase === 'changing' ? html`<button type="button" class="btn quiet" @click=${() => void ballot.keep()}>${words.keep}</button>` : nothing}
    </div>
    <p class="note-line" role="alert">${note ?? nothing}</p>
  </div>`;
}

/** What is to be said where there is neither a tray nor a slip any more. */
export function ballotNote({ note }: BallotController, { words, common, lang }: TrayView): TemplateResult | typeof nothing {
  return note ? html`<p class="ballot-note" role="alert">${note(words, common, lang)}</p>` : nothing;
}

/** 还能再选 1 位 */
function left({ round, limits, chosen }: BallotController, words: BallotWords, lang: Lang): string {
  const of = round?.of ?? 'projects';
  const { min, max, budget } = limits;
  if (chosen.length < min && min > 1) return words.missing[of](min - chosen.length);
  if (budget !== null) return words.rest(money(budget - costOf(chosen), lang));
  if (!Number.isFinite(max)) return '';
  return chosen.length < max ? words.left[of](max - chosen.length) : words.enough;
}

const budgetBar = (spent: number, budget: number, words: BallotWords, lang: Lang): TemplateResult =>
  html`<progress max=${budget} .value=${spent} aria-label=${words.spent(money(spent, lang), money(budget, lang))}></progress>`;

function slots(ballot: BallotController, words: BallotWords, places: number): TemplateResult {
  const of = ballot.round?.of ?? 'projects';
  const { chosen } = ballot;
  const free = [...Array(Math.max(0, places - chosen.length)).keys()];
  return html`<ul class="slots">
    ${repeat(
      chosen,
      ({ id }) => id,
      ({ id, title }) => html`<li>
        <span>${title}</span>
        <button type="button" aria-label=${words.remove(title)} ?disabled=${ballot.busy} @click=${(event: Event) => takeOff(event, ballot, id)}>
          ${icon('x')}
        </button>
      </li>`,
    )}
    ${free.map(() => html`<li class="empty" aria-hidden="true">${words.slot[of]}</li>`)}
  </ul>`;
}

/** The keyboard goes on at the neighbour of what was taken off, or at the tray. */
function takeOff({ currentTarget }: Event, ballot: BallotController, id: string): void {
  if (currentTarget instanceof HTMLElement) {
    const item = currentTarget.closest('li');
    const near = [item?.nextElementSibling, item?.previousElementSibling].map((one) => one?.querySelector('button'));
    const next = near.find((one) => one instanceof HTMLElement) ?? currentTarget.closest('.tray');
    if (next instanceof HTMLElement) next.focus();
  }
  ballot.remove(id);
}
