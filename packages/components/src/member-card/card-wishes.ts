import type { Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { ago, dayOfWeek } from '../shared/format.ts';
import { icon } from '../shared/ui/icons.ts';
import { heading, phrases } from '../shared/ui/index.ts';
import { type Toggle, toggle } from './card-claims.ts';
import { wishGroups } from './card-data.ts';
import { type CardView, kindly, opens, section } from './card-view.ts';

export interface WishesOptions extends Toggle {
  readonly mayPost: boolean;
  readonly onPost: () => void;
}

const tones: Partial<Record<Wish['status'], string>> = {
  fulfilled: 'wait',
  declined: 'wait',
  claimed: 'own',
  confirmed: 'ok',
  closed: 'ok',
};

/** 我许的: how far each wish is, and what it needs from me. */
export function cardWishes(wishes: readonly Wish[], view: CardView, options: WishesOptions): TemplateResult {
  const { words, level } = view;
  const { current, past } = wishGroups(wishes);
  const shown = options.open ? [...current, ...past] : current;
  return section(
    level,
    words.wishes,
    html`<span class="sides">
      ${toggle(options, past.length, words.pastToggle(past.length), words.hidePast)}
      ${options.mayPost ? html`<button type="button" class="btn quiet" @click=${options.onPost}>${icon('pen')}${words.makeWish}</button>` : nothing}
    </span>`,
    shown.length
      ? html`<ul class="rows deed card">${shown.map((wish) => renderWish(wish, view))}</ul>`
      : kindly(past.length ? words.noCurrent : words.noWishes),
  );
}

function renderWish(wish: Wish, view: CardView): TemplateResult {
  const { words, level } = view;
  const can = (verb: string) => wish.can.includes(verb);
  const acts = [
    can('confirm') ? opens(view, wish, 'confirm', words.thank, 'tonal') : undefined,
    can('reopen') ? opens(view, wish, 'reopen', words.notYet, 'quiet') : undefined,
    wish.status === 'declined' && can('edit') ? opens(view, wish, 'edit', words.edit, 'tonal') : undefined,
  ].filter((act) => act !== undefined);
  const said = nextUp(wish, view);
  return html`<li>
    <div>
      <p class="st"><span class="tag ${tones[wish.status] ?? ''}">${words.status[wish.status]}</span><span class="muted small">${beside(wish, view)}</span></p>
      ${heading(level + 1, phrases(wish.title), 'want')} ${said ? html`<p class="nextup">${said}</p>` : nothing}
    </div>
    <p class="go">${acts.length ? acts : opens(view, wish, '', words.look, 'quiet')}</p>
  </li>`;
}

/** Who has to do with it, or since when it waits. */
function beside(wish: Wish, { words, lang, now }: CardView): string {
  const names = wish.claims.map(({ name }) => name).join('、');
  if (!names) return words.handedIn(ago(wish.createdAt, lang, now));
  return wish.status === 'open' || wish.status === 'claimed' ? words.helpedBy(names) : words.wasHelpedBy(names);
}

/** What happens next, or what the wisher may do. */
function nextUp(wish: Wish, { words, lang, now }: CardView): string {
  const { next } = words;
  switch (wish.status) {
    case 'submitted':
      return next.submitted;
    case 'declined':
      return wish.reason ? words.workerSays(wish.reason) : next.declined;
    case 'open':
      return next.open;
    case 'claimed': {
      const due = wish.claims.find(({ state }) => state === 'active')?.dueAt;
      return due ? next.claimed(dayOfWeek(due, lang, now)) : '';
    }
    case 'fulfilled':
      return wish.claims.find(({ note }) => note)?.note ?? next.fulfilled;
    case 'closed':
      return wish.closing?.note ?? '';
    case 'merged':
      return next.merged;
    case 'expired':
      return next.expired;
    default:
      return '';
  }
}
