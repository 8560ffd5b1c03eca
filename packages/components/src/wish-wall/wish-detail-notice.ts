import type { Wish, WishPart } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { ActName } from '../shared/events.ts';
import { errorState } from '../shared/ui/problem.ts';
import { emptyState } from '../shared/ui/states.ts';
import type { Place } from '../shared/setup.ts';
import type { Words } from '../shared/words/index.ts';
import type { DetailWords } from './detail-words/index.ts';
import { withheldState } from './wish-parts.ts';

/** What stands at the top of the aside after something happened. */
export type Notice =
  | { tone: 'good' | 'wait' | 'bad'; text: string }
  /** Someone else was quicker; `open` is how many others wait. */
  | { tone: 'late'; name: string; open: number | undefined };

export function renderNotice(
  notice: Notice | undefined,
  words: DetailWords,
  level: number,
  onLeave: () => void,
): TemplateResult | typeof nothing {
  if (!notice) return nothing;
  if (notice.tone !== 'late')
    return html`<p class="notice ${notice.tone}" role=${notice.tone === 'bad' ? 'alert' : 'status'}>${notice.text}</p>`;
  const { late } = words;
  return emptyState({
    drawing: 'late',
    title: late.title(notice.name),
    text: `${late.text}${notice.open === undefined ? '' : late.others(notice.open)}`,
    role: 'status',
    level,
    actions: html`<button type="button" class="btn primary" @click=${onLeave}>${late.act}</button>`,
  });
}

/** A mobile or a landline, however it is grouped; full-width digits are digits. */
const phone = /^(?:1\d{10}|0\d{9,11})$/;

const hasPhone = (text: string): boolean =>
  (text.normalize('NFKC').replace(/[\s-]/g, '').match(/\d+/g) ?? []).some((digits) => phone.test(digits));

const spoken: Partial<Record<ActName, WishPart>> = { fulfil: 'note', confirm: 'thanks', close: 'closing' };

/** What an act left behind, in words: also that a worker looks first at what was written with it. */
export function noticeOf(wish: Wish, act: ActName | undefined, words: DetailWords): Notice | undefined {
  const part = act && spoken[act];
  // Whoever helps with others has one claim of their own; it is the one that was held.
  const claim =
    part === 'note' ? wish.claims.find(({ id, mine }) => mine && withheldState(wish, 'note', id) === 'held') : undefined;
  if (part && withheldState(wish, part, claim?.id) === 'held') {
    const text = (claim ? claim.note : part === 'thanks' ? wish.confirmation?.thanks : wish.closing?.note) ?? '';
    return { tone: 'wait', text: hasPhone(text) ? words.held.phone : words.held.other };
  }
  const said = Object.entries(words.said).find(([name]) => name === act)?.[1];
  return said ? { tone: 'good', text: said } : undefined;
}

export interface NotOpened {
  error: unknown;
  words: DetailWords;
  common: Words;
  place: Place;
  level: number;
  onLeave: () => void;
  onRetry: () => void;
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** It is gone, which is nobody's mistake; or something went wrong. */
export const renderNotOpened = ({ error, words, common, place, level, onLeave, onRetry }: NotOpened): TemplateResult =>
  codeOf(error) === 'wish.unknown'
    ? emptyState({
        drawing: 'search',
        title: words.gone,
        text: words.goneText,
        level,
        actions: html`<button type="button" class="btn line" @click=${onLeave}>${words.back}</button>`,
      })
    : errorState({ error, words: common, place, title: words.failed, level, onRetry });
