import type { Action } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { clock, fill, moment } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { duration, isOrganiser } from './action-side.ts';
import type { DetailWords } from './words/detail.ts';
import type { MoreWords } from './words/more.ts';

interface Step {
  readonly state: 'done' | 'now' | 'next';
  readonly title: string;
  readonly note?: string | undefined;
}

/** How far one's own part in an action is: what was, what is, what is still to come. Nothing for whoever did not sign up. */
export function stepsOf(
  action: Action,
  words: DetailWords['steps'],
  units: Pick<MoreWords, 'hours' | 'minutes'>,
  lang: Lang,
  now: number,
): Step[] {
  const { mine, status, checkInFrom, endsAt } = action;
  if (!mine || mine.state === 'cancelled') return [];
  const done = (title: string, note?: string): Step => ({ state: 'done', title, note });
  const on = (title: string, note?: string): Step => ({ state: 'now', title, note });
  const next = (title: string, note?: string): Step => ({ state: 'next', title, note });
  const signedUp = done(words.signedUp);
  if (status === 'cancelled') return [signedUp, done(words.cancelled)];
  if (mine.state === 'absent') return [signedUp, done(words.absent)];
  const self = isOrganiser(action);
  const toCome = self ? words.noted : words.checkIn;
  const from = self ? undefined : fill(words.checkInNote, { time: moment(checkInFrom, lang, now) });
  if (mine.state === 'waiting') {
    const position = fill(words.waiting, { count: mine.position ?? 1 });
    return [on(position, words.waitingNote), next(words.place), next(toCome), next(words.credit)];
  }
  const credited = mine.minutes ? done(fill(words.credited, { hours: duration(mine.minutes, units) })) : next(words.credit);
  if (!mine.checkedInAt && mine.state === 'signed-up') return [signedUp, on(toCome, from), credited];
  const came = done(words.checkedIn, mine.checkedInAt ? clock(mine.checkedInAt) : undefined);
  if (mine.checkedOutAt) return [signedUp, came, done(words.checkedOut, clock(mine.checkedOutAt)), credited];
  return status === 'finished' || self
    ? [signedUp, came, credited]
    : [signedUp, came, on(words.checkOut, fill(words.checkOutNote, { time: clock(endsAt) })), credited];
}

export const renderSteps = (steps: readonly Step[]): TemplateResult =>
  html`<ol class="steps">
    ${steps.map(
      ({ state, title, note }) =>
        html`<li class=${state} aria-current=${state === 'now' ? 'step' : nothing}><b>${title}</b>${note ? html`<small>${note}</small>` : nothing}</li>`,
    )}
  </ol>`;
