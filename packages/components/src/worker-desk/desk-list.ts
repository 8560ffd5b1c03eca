import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskWords } from './words/index.ts';

/** One that waits, in three lines: what it is and since when, itself, whose it is. */
export interface Row {
  readonly id: string;
  readonly kind: unknown;
  readonly when: string;
  /** Waits for so long that it should be next. */
  readonly late?: boolean;
  readonly title: string;
  readonly facts: string;
  readonly tag?: unknown;
}

interface List {
  /** Its spoken name. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly currentId: string | undefined;
  /** How many are laid out; the rest come on asking. */
  readonly shown: number;
  /** Whether the server has more than were asked for. */
  readonly more: boolean;
  readonly words: DeskWords;
  /** `byKeyboard`: pressed with Enter, so whoever did it wants to go into the case. */
  readonly onPick: (id: string, byKeyboard: boolean) => void;
  readonly onRest: () => void;
  /** Asks for those that the server has beyond; without it they follow once these are handled. */
  readonly onMore?: (() => void) | undefined;
}

export const day24 = 86_400_000;
const hour = 3_600_000;

/** How long it has been waiting, in the largest unit that says it. */
export function waited(since: string, words: DeskWords, now: number): string {
  const ms = Math.max(0, now - Date.parse(since));
  if (ms >= day24) return words.waited(words.days(Math.floor(ms / day24)));
  if (ms >= hour) return words.waited(words.hours(Math.floor(ms / hour)));
  return ms < 60_000 ? words.justNow : words.waited(words.minutes(Math.floor(ms / 60_000)));
}

/** Those who wait, as buttons in their order. The arrow keys walk it; Enter goes into the case. */
export function renderList({ label, rows, currentId, shown, more, words, onPick, onRest, onMore }: List): TemplateResult {
  const rest = rows.length - shown;
  return html`<ol class="queue" aria-label=${label} @keydown=${walk}>
    ${repeat(
      rows.slice(0, shown),
      // A finger on its way stays with what it was meant for when others come before it.
      ({ id }) => id,
      (row) => html`<li>
        <button
          type="button"
          aria-current=${row.id === currentId ? 'true' : nothing}
          data-id=${row.id}
          @click=${(event: MouseEvent) => onPick(row.id, event.detail === 0)}
        >
          <span class="row"><span class="kind tiny">${row.kind}</span><span class=${row.late ? 'pressing' : ''}>${row.when}</span></span>
          <b>${row.title}</b>
          <span class="row"><span>${row.facts}</span>${row.tag ?? nothing}</span>
        </button>
      </li>`,
    )}
    ${rest > 0 ? html`<li class="rest"><button type="button" @click=${onRest}>${words.showRest(rest)}</button></li>` : nothing}
    ${rest <= 0 && more ? html`<li class="rest">${onMore ? html`<button type="button" @click=${onMore}>${words.showMore}</button>` : words.moreLater}</li>` : nothing}
  </ol>`;
}

/** Moves the focus along the buttons of a list. */
export function walk(event: KeyboardEvent): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement) || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const next = to === undefined ? undefined : buttons[to];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
