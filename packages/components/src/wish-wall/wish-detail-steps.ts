import type { Claim, TimelineEntry, Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { dayOfWeek, moment } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import type { DetailWords } from './detail-words/index.ts';

/** One line of 走到哪一步了. */
export interface Step {
  state: 'done' | 'now' | 'next';
  title: string;
  /** Whose claim it is, where that is the step: their name in the title may lead somewhere. */
  claim?: Claim | undefined;
  /** When it happened, RFC 3339. */
  at?: string | undefined;
  /** Small print after the time. */
  notes: string[];
  /** What was said with it. */
  words?: string | null | undefined;
}

export interface StepsOptions {
  wish: Wish;
  words: DetailWords;
  lang: Lang;
  /** Days that a promise may last here. */
  leaseDays: number;
}

/** What happened, oldest first; then what is going on and what is still to come. */
export function stepsOf(entries: readonly TimelineEntry[], options: StepsOptions): Step[] {
  const done = entries.flatMap((entry) => pastStep(entry, options) ?? []);
  return [...done, ...comingSteps(options)];
}

function pastStep(entry: TimelineEntry, { wish, words: { steps }, lang }: StepsOptions): Step | undefined {
  const by = entry.by ?? steps.someone;
  const wisher = wish.wisher.name;
  const titles: Record<string, string> = {
    'wish.submitted': steps.submitted(wisher),
    'wish.edited': steps.edited,
    'wish.published': steps.published,
    'wish.declined': steps.declined,
    'wish.merged': steps.merged,
    'wish.withdrawn': steps.withdrawn,
    'wish.claimed': steps.claimed(by),
    'wish.released': steps.released(by),
    'wish.extended': steps.extended(by),
    'wish.lapsed': steps.lapsed,
    'wish.fulfilled': steps.fulfilled(by),
    'wish.confirmed': steps.confirmed(wisher),
    'wish.reopened': steps.reopened(wisher),
    'wish.closed': steps.closed,
    'wish.expired': steps.expired,
    'wish.lowered': steps.lowered,
    'wish.photos-approved': steps.photosApproved,
    'wish.contact-viewed': steps.contactViewed(by),
    'wish.contact-expired': steps.contactExpired,
    'wish.held': steps.held,
    'wish.reported': steps.reported,
    'wish.hidden': steps.hidden,
    'wish.shown': steps.shown,
  };
  const title = titles[entry.type];
  // A newer server may tell of steps that this copy has no words for.
  if (title === undefined) return undefined;
  const notes: string[] = [];
  if (entry.onBehalf) notes.push(entry.type === 'wish.submitted' ? steps.submittedFor : steps.for);
  if (entry.dueAt) notes.push(steps.due(dayOfWeek(entry.dueAt, lang)));
  const claim = entry.type === 'wish.claimed' ? wish.claims.find(({ name }) => name === entry.by) : undefined;
  return { state: 'done', title, claim, at: entry.at, notes, words: isToldElsewhere(wish, entry.words) ? null : entry.words };
}

/** What a helper, the wisher or a worker said at the end stands under 后来 already. */
const isToldElsewhere = ({ claims, confirmation, closing, reason }: Wish, words: string | null): boolean =>
  [...claims.map(({ note }) => note), confirmation?.thanks, closing?.note, reason].includes(words ?? undefined);

/** What is going on now. */
export const nowOf = (options: StepsOptions): Step[] => comingSteps(options).filter(({ state }) => state === 'now');

function comingSteps({ wish, words: { next, steps }, lang, leaseDays }: StepsOptions): Step[] {
  const wisher = wish.wisher.name;
  const now = (title: string, ...notes: string[]): Step => ({ state: 'now', title, notes });
  const later = (title: string, ...notes: string[]): Step => ({ state: 'next', title, notes });
  const confirm = later(next.confirm(wisher));
  const help = later(next.help, next.helpHint(leaseDays));
  switch (wish.status) {
    case 'submitted':
      return [now(next.check, next.checkHint), later(next.publish), later(next.claim(wish.claimersWanted)), confirm];
    case 'declined':
      return [now(next.repair(wisher)), later(next.check), later(next.publish)];
    case 'open':
      return [
        now(
          next.claim(wish.claimersWanted - wish.claimersHeld),
          ...(wish.claimersHeld > 0 ? [next.claimHint(wish.claimersHeld)] : []),
        ),
        help,
        confirm,
      ];
    case 'claimed': {
      const active = wish.claims.filter(({ state }) => state === 'active');
      const going = active.map(({ name, dueAt }) => now(next.helping(name), steps.due(dayOfWeek(dueAt, lang))));
      return [...(going.length ? going : [now(next.help)]), confirm];
    }
    case 'fulfilled':
      return [now(next.confirming(wisher), next.confirmHint)];
    default:
      return [];
  }
}

export function renderSteps(
  all: readonly Step[],
  lang: Lang,
  said: (words: string) => string,
  helper: (claim: Claim) => unknown,
): TemplateResult {
  const named = ({ title, claim }: Step): unknown => {
    const at = claim ? title.indexOf(claim.name) : -1;
    return claim && at >= 0 ? [title.slice(0, at), helper(claim), title.slice(at + claim.name.length)] : title;
  };
  return html`<ol class="steps">
    ${all.map((step) => {
      const { state, at, notes, words } = step;
      const small = [at ? moment(at, lang) : '', ...notes].filter(Boolean).join(' · ');
      return html`<li class=${state} aria-current=${state === 'now' ? 'step' : nothing}>
        <b>${named(step)}</b>
        ${small ? html`<small class="num">${small}</small>` : nothing} ${words ? html`<p class="said">${said(words)}</p>` : nothing}
      </li>`;
    })}
  </ol>`;
}
