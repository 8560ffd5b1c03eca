import type { Action } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { clock, dayOfWeek, fill, isoDay } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { glyph } from '../shared/ui/glyph.ts';
import { capacity, signUpText } from './action-card.ts';
import type { ActionWords } from './words/zh-CN.ts';
import type { MoreWords } from './words/more.ts';

export interface SideOptions {
  readonly words: MoreWords;
  /** The card's own. */
  readonly first: ActionWords;
  readonly lang: Lang;
  readonly now: number;
  /** Nothing to press, on a screen that nobody touches. */
  readonly still: boolean;
  /** Nothing can be begun while the page is not connected. */
  readonly offline: boolean;
  /** The action that something is being done to. */
  readonly busy: string | undefined;
  /** One filled button in a view: on a card it is quieter than in an opened action. */
  readonly look: 'tonal' | 'primary';
  readonly onSignUp: (action: Action) => void;
  readonly onCheckIn: (action: Action) => void;
  readonly onSignOff: (action: Action) => void;
}

/** `2 小时 6 分钟` */
export function duration(minutes: number, words: Pick<MoreWords, 'hours' | 'minutes'>): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return [h && fill(words.hours, { h }), (m || !h) && fill(words.minutes, { m })].filter(Boolean).join(' ');
}

/** How it stands, where that is more than that it is open: one's own part in it comes first. */
export function tagOf(
  { status, mine }: Action,
  { tag }: MoreWords,
): { text: string; tone: 'good' | 'wait' | 'plain' } | undefined {
  if (status === 'cancelled') return { text: tag.cancelled, tone: 'plain' };
  if (mine && mine.state !== 'cancelled')
    return { text: tag[mine.state], tone: mine.state === 'absent' ? 'plain' : mine.state === 'waiting' ? 'wait' : 'good' };
  return status === 'closed' || status === 'finished' ? { text: tag[status], tone: 'plain' } : undefined;
}

/** One's own action: nobody notes for themself that they came, so that there is never a check-in. */
export const isOrganiser = ({ can }: Action): boolean => can.includes('sign-ups');

/** The line above the buttons: what comes next for whoever signed up, else how it went. */
function lineOf(action: Action, options: SideOptions): string {
  const { status, mine, can, startsAt, checkInFrom, reason } = action;
  const { words, lang, now } = options;
  if (status === 'cancelled') return reason ? fill(words.reason, { reason }) : words.tag.cancelled;
  if (mine?.minutes) return fill(words.credited, { hours: duration(mine.minutes, words) });
  if (mine?.checkedOutAt) return fill(words.left, { time: clock(mine.checkedOutAt) });
  if (mine?.state === 'attended' && status !== 'finished' && isOrganiser(action)) return words.notedCame;
  if (mine?.checkedInAt) return fill(words.arrived, { time: clock(mine.checkedInAt) });
  if (mine?.state === 'attended' && status !== 'finished') return words.listed;
  if (mine?.state === 'absent') return words.absent;
  if (mine?.state === 'waiting') return fill(words.position, { count: mine.position ?? 1 });
  if (mine?.state === 'signed-up') {
    if (can.includes('check-in')) return words.checkInNow;
    if (isOrganiser(action)) return words.noted;
    const today = isoDay(startsAt) === isoDay(now);
    return today
      ? fill(words.checkInFrom, { time: clock(checkInFrom) })
      : fill(words.checkInOn, { day: dayOfWeek(startsAt, lang, now) });
  }
  return status === 'finished' ? words.over : words.running;
}

function openSide(action: Action, { words, first, still, offline, busy, look, onSignUp }: SideOptions): TemplateResult {
  const places = capacity(action, first);
  if (still || !action.can.includes('sign-up')) return places;
  const { text, free } = signUpText(action, first);
  const isBusy = busy === action.id;
  // One after the other: a press on another card meanwhile would be lost.
  const waits = busy !== undefined;
  return html`${places}
    <button
      type="button"
      part="act"
      class="btn wide ${free || look === 'primary' ? look : 'line'}"
      ?disabled=${offline}
      aria-busy=${isBusy}
      aria-disabled=${waits || nothing}
      aria-label=${offline || look === 'primary' ? nothing : fill(words.signUpWhat, { act: isBusy ? words.signingUp : text, title: action.title })}
      @click=${() => {
        if (!waits) onSignUp(action);
      }}
    >
      ${offline ? words.offline : isBusy ? words.signingUp : text}
    </button>`;
}

/** From when one can check in, in milliseconds, where `can` does not say so yet; no live fact tells it. */
export const checkInDue = (action: Action, now: number): number | undefined => {
  const { can, mine, checkInFrom, endsAt } = action;
  const mayCome = mine?.state === 'signed-up' && !can.includes('check-in') && !isOrganiser(action);
  return mayCome && Date.parse(endsAt) > now ? Date.parse(checkInFrom) : undefined;
};

/** Open to whoever did not sign up; a sign-up that was cancelled is none. */
export const isOpen = ({ status, mine }: Action): boolean => status === 'open' && (!mine || mine.state === 'cancelled');

/** Places and the button; for whoever signed up, and where nobody can any more, what comes next or how it went. */
export function sideOf(action: Action, options: SideOptions): TemplateResult {
  if (isOpen(action)) return openSide(action, options);
  const { words, still, offline, busy, onCheckIn, onSignOff } = options;
  const { can, mine, calendarUrl, status } = action;
  const line = lineOf(action, options);
  const isHere = mine?.state === 'attended' || Boolean(mine?.checkedInAt);
  const checkIn = can.includes('check-in')
    ? html`<button type="button" class="btn ${isHere ? 'line' : 'primary'}" ?disabled=${offline} @click=${() => onCheckIn(action)}>
        ${glyph('qr')}${isHere ? words.checkOut : words.checkIn}
      </button>`
    : mine?.state === 'signed-up' && status === 'open'
      ? html`<a class="btn tonal" href=${calendarUrl}>${glyph('cal')}${words.calendar}</a>`
      : nothing;
  const signOff = can.includes('sign-off')
    ? html`<button
        type="button"
        class="btn line"
        ?disabled=${offline}
        aria-disabled=${busy === undefined ? nothing : 'true'}
        @click=${() => {
          if (busy === undefined) onSignOff(action);
        }}
      >
        ${mine?.state === 'waiting' ? words.leave : words.signOff}
      </button>`
    : nothing;
  const none = still || (checkIn === nothing && signOff === nothing);
  return html`${line ? html`<p class="small muted">${line}</p>` : nothing}${none ? nothing : html`<p class="go">${checkIn}${signOff}</p>`}`;
}
