import type { Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { day } from '../../shared/format.ts';
import type { Lang } from '../../shared/options.ts';
import { icon, kindIcon } from '../../shared/ui/icons.ts';
import { emptyState } from '../../shared/ui/index.ts';
import type { Words } from '../../shared/words/index.ts';
import { nextDue, type Queue, type QueueName } from '../desk-data.ts';
import type { DeskWords } from '../words/index.ts';
import { hasPrivate } from './private-numbers.ts';

export interface QueueView {
  readonly name: QueueName;
  readonly queue: Queue;
  readonly currentId: string | undefined;
  /** How many are laid out; the rest come on asking. */
  readonly shown: number;
  readonly words: DeskWords;
  readonly common: Words;
  readonly lang: Lang;
  readonly level: number;
  readonly now: number;
  /** `byKeyboard`: pressed with Enter, so whoever did it wants to go into the case. */
  readonly onPick: (wish: Wish, byKeyboard: boolean) => void;
  readonly onRest: () => void;
}

const day24 = 86_400_000;
const hour = 3_600_000;

/** How long it has been waiting, in the largest unit that says it. */
export function waited(since: string, words: DeskWords, now: number): string {
  const ms = Math.max(0, now - Date.parse(since));
  if (ms >= day24) return words.waited(words.days(Math.floor(ms / day24)));
  if (ms >= hour) return words.waited(words.hours(Math.floor(ms / hour)));
  return ms < 60_000 ? words.justNow : words.waited(words.minutes(Math.floor(ms / 60_000)));
}

/** Those who wait, as buttons in their order. The arrow keys walk it; Enter goes into the case. */
export function renderQueue(view: QueueView): TemplateResult {
  const { name, queue, words, shown, level } = view;
  if (queue.items.length === 0) return emptyState({ drawing: 'wall', ...words.empty[name], level });
  const rest = queue.items.length - shown;
  return html`<ol class="queue" aria-label=${words.queue[name]} @keydown=${walk}>
    ${queue.items.slice(0, shown).map((wish) => renderItem(wish, view))}
    ${rest > 0 ? html`<li class="rest"><button type="button" @click=${view.onRest}>${words.showRest(rest)}</button></li>` : nothing}
    ${rest <= 0 && queue.more ? html`<li class="rest">${words.moreLater}</li>` : nothing}
  </ol>`;
}

function renderItem(wish: Wish, { name, currentId, words, common, lang, now, onPick }: QueueView): TemplateResult {
  const due = nextDue(wish);
  const when =
    name === 'due' && due
      ? Date.parse(due) < now
        ? words.overdue
        : words.dueAt(day(due, lang))
      : waited(name === 'submitted' ? wish.createdAt : wish.updatedAt, words, now);
  const late = name === 'due' ? due !== undefined && Date.parse(due) - now < day24 : now - Date.parse(wish.createdAt) >= day24;
  const wrote = name === 'submitted' && (hasPrivate(wish.title) || hasPrivate(wish.story));
  return html`<li>
    <button
      type="button"
      aria-current=${wish.id === currentId ? 'true' : nothing}
      data-id=${wish.id}
      @click=${(event: MouseEvent) => onPick(wish, event.detail === 0)}
    >
      <span class="row"><span class="kind tiny">${icon(kindIcon[wish.kind])}${common.kinds[wish.kind]}</span><span class=${late ? 'pressing' : ''}>${when}</span></span>
      <b>${wish.title}</b>
      <span class="row">
        <span>${[wish.wisher.name, wish.place ?? wish.areaName].join(' · ')}</span>
        ${wrote ? html`<span class="tag wait">${words.wrotePhone}</span>` : wish.wantedBy ? html`<span class="tag">${words.hasDay}</span>` : wish.onBehalf ? html`<span class="tag">${words.byWorker}</span>` : nothing}
      </span>
    </button>
  </li>`;
}

/** Moves the focus along the buttons of a list. */
function walk(event: KeyboardEvent): void {
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
