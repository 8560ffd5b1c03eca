import { noticeSentence, pageOf, shortened, titleOf } from '@five-micro/contract/notices';
import type { Notice } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { dayOfWeek, ago } from '../shared/format.ts';
import { type IconName, icon } from '../shared/ui/icons.ts';
import type { OpenCard } from './card-data.ts';
import { type CardView, type Intent, kindly, opens, section } from './card-view.ts';
import type { CardWords } from './words/index.ts';

export interface NoticesOptions {
  readonly busy: boolean;
  /** Whether the older ones are laid out. */
  readonly all: boolean;
  readonly onSeen: () => void;
  readonly onAll: () => void;
  /** Lays open where one's points come from. */
  readonly onPoints: () => void;
}

const first = 5;

const icons: Readonly<Record<string, IconName>> = {
  'wish.claimed': 'heart',
  'wish.confirmed': 'heart',
  'wish.published': 'check',
  'wish.fulfilled': 'check',
  'wish.closed': 'check',
  'wish.photos-approved': 'eye',
  'wish.lapsed': 'clock',
  'wish.extended': 'clock',
  'wish.expired': 'clock',
  'wish.merged': 'merge',
  'wish.held': 'eye',
  'wish.hidden': 'lock',
  'wish.shown': 'eye',
  'wish.contact-expired': 'lock',
  'action.opened': 'check',
  'action.moved-up': 'check',
  'action.credited': 'receipt',
  'project.correction-overdue': 'clock',
  'project.selected': 'check',
  'project.done': 'check',
  'project.comment-held': 'eye',
  'project.comment-hidden': 'lock',
  'project.comment-shown': 'eye',
  'points.reversed': 'receipt',
  'member.report-in-accepted': 'home',
  'member.report-in-declined': 'home',
  'member.merged': 'merge',
  'member.revoked': 'lock',
  'member.representative-named': 'people',
  'member.representative-withdrawn': 'people',
};

/** Where the words with a notice are a worker's reason, and not what a neighbour said. */
const reasoned: ReadonlySet<string> = new Set([
  'wish.declined',
  'wish.hidden',
  'wish.shown',
  'member.report-in-declined',
  'project.declined',
  'project.correction-overruled',
  'project.comment-hidden',
  'project.comment-shown',
  'star.declined',
  'points.reversed',
]);

/** What to do about it now: a step that has been taken since is not offered again. */
export function nextStep({ type, wish }: Notice, words: CardWords, mine: boolean): { label: string; intent: Intent } | undefined {
  if (!wish) return undefined;
  const { noticeStep } = words;
  if (type === 'wish.fulfilled' && wish.status === 'fulfilled' && mine) return { label: noticeStep.confirm, intent: 'confirm' };
  if (type === 'wish.declined' && wish.status === 'declined' && mine) return { label: noticeStep.edit, intent: 'edit' };
  if (type === 'wish.confirmed') return { label: noticeStep.thanks, intent: '' };
  if (type === 'wish.reopened' && wish.status === 'claimed') return { label: noticeStep.again, intent: '' };
  return { label: noticeStep.look, intent: '' };
}

/** 和你有关的事, the newest first. */
export function cardNotices(
  card: OpenCard,
  view: CardView,
  { busy, all, onSeen, onAll, onPoints }: NoticesOptions,
): TemplateResult {
  const { words, level } = view;
  const { notices } = card;
  const fresh = notices.filter(({ seen }) => !seen).length;
  const mine = new Set(card.wishes.map(({ id }) => id));
  return section(
    level,
    html`${words.notices}${fresh ? html` <span class="tag own num">${words.newOnes(fresh)}</span>` : nothing}`,
    fresh ? html`<button type="button" class="btn quiet" ?disabled=${busy} @click=${onSeen}>${words.allSeen}</button>` : nothing,
    notices.length === 0
      ? kindly(words.noNotices)
      : html`<div class="card">
          <ul class="rows tell">
            ${notices.slice(0, all ? undefined : Math.max(first, fresh)).map((notice) => renderNotice(notice, view, mine, onPoints))}
          </ul>
          ${!all && notices.length > Math.max(first, fresh) ? html`<p class="more"><button type="button" class="btn quiet" @click=${onAll}>${words.moreNotices}</button></p>` : nothing}
        </div>`,
  );
}

function renderNotice(notice: Notice, view: CardView, mine: ReadonlySet<string>, onPoints: () => void): TemplateResult {
  const { words, lang, now } = view;
  const { wish, action } = notice;
  const page = pageOf(notice, view.links);
  const step = nextStep(notice, words, mine.has(wish?.id ?? ''));
  return html`<li class=${notice.seen ? '' : 'new'}>
    <span class="mark">${icon(icons[notice.type] ?? (action ? 'cal' : notice.nomination ? 'star' : 'info'))}</span>
    <div>
      <b>${notice.seen ? nothing : html`<span class="vh">${words.isNew}</span>`}${noticeSentence(notice, words)}</b>
      ${notice.words ? html`<q>${reasoned.has(notice.type) ? words.workerSays(notice.words) : notice.words}</q>` : nothing}
      <small><time datetime=${notice.at} title=${dayOfWeek(notice.at, lang, now)}>${ago(notice.at, lang, now)}</time></small>
    </div>
    ${wish && step ? html`<p class="go">${opens(view, wish, step.intent, step.label, 'line')}</p>` : nothing}
    ${page ? html`<p class="go"><a class="btn line" href=${page} aria-label="${words.noticeStep.look}：${shortened(titleOf(notice))}">${words.noticeStep.look}</a></p>` : nothing}
    ${notice.type === 'points.reversed' ? html`<p class="go"><button type="button" class="btn line" @click=${onPoints}>${words.noticeStep.points}</button></p>` : nothing}
  </li>`;
}
