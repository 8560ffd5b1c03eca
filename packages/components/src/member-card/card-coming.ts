import type { MyAction } from '@five-micro/sdk';
import { shanghai } from '../shared/days.ts';
import { clock } from '../shared/format.ts';
import type { DeedsWords } from './deeds-words/index.ts';

const day = 86_400_000;
const dayNumber = (when: string | number): number => Math.floor(shanghai(when).getTime() / day);

/** Those to come or under way, the soonest first; and those one went to, the latest first. */
export function actionGroups(items: readonly MyAction[], now: number): { coming: MyAction[]; past: MyAction[] } {
  // An action that is cancelled takes everyone's sign-up with it.
  const holds = ({ action, signUp }: MyAction) =>
    signUp.state === 'signed-up' || signUp.state === 'waiting' || action.status === 'cancelled';
  // One that ended waits for its organiser's list; one that was cancelled is told until its time is over.
  const matters = ({ action, signUp }: MyAction) =>
    action.status === 'cancelled'
      ? Date.parse(action.endsAt) > now
      : signUp.state === 'signed-up' || Date.parse(action.startsAt) > now;
  return {
    coming: items
      .filter((one) => (holds(one) || isNow(one, now)) && one.action.status !== 'finished' && matters(one))
      .sort((a, b) => a.action.startsAt.localeCompare(b.action.startsAt)),
    past: items
      .filter((one) => (one.signUp.state === 'attended' || one.signUp.state === 'absent') && !isNow(one, now))
      .sort((a, b) => b.action.startsAt.localeCompare(a.action.startsAt)),
  };
}

/** Checked in, and it goes on. */
const isNow = ({ action, signUp }: MyAction, now: number): boolean =>
  signUp.state === 'attended' && action.status !== 'finished' && action.status !== 'cancelled' && Date.parse(action.endsAt) > now;

/** The two lines of a calendar leaf: 今天 23, 周六 28, and further away 12月 5. */
export function leafOf(startsAt: string, now: number, words: DeedsWords): readonly [string, number] {
  const at = shanghai(startsAt);
  const ahead = dayNumber(startsAt) - dayNumber(now);
  const above =
    ahead === 0
      ? words.today
      : ahead === 1
        ? words.tomorrow
        : ahead > 1 && ahead < 7
          ? words.weekday(at.getUTCDay())
          : words.month(at.getUTCMonth() + 1);
  return [above, at.getUTCDate()];
}

/** 14:30–16:30 · 老年食堂 */
export const whenAndWhere = ({ action: { startsAt, endsAt, place } }: MyAction, { nextDay }: DeedsWords): string =>
  `${clock(startsAt)}–${dayNumber(startsAt) === dayNumber(endsAt) ? '' : nextDay}${clock(endsAt)} · ${place}`;

/** How one's own coming stands, in words. */
export function standOf({ action, signUp }: MyAction, now: number, words: DeedsWords): string {
  if (action.status === 'cancelled') return action.reason ? words.because(action.reason) : words.cancelled;
  if (signUp.state === 'waiting') return signUp.position ? words.position(signUp.position) : words.waiting;
  if (signUp.state === 'absent') return words.absent;
  if (signUp.checkedInAt && action.status !== 'finished') return words.checkedIn(clock(signUp.checkedInAt));
  if (signUp.state === 'attended')
    return signUp.minutes === null ? '' : words.credited(words.lasting(Math.floor(signUp.minutes / 60), signUp.minutes % 60));
  if (Date.parse(action.endsAt) <= now) return words.toBeListed;
  if (action.can.includes('check-in')) return words.checkInNow;
  return dayNumber(action.startsAt) === dayNumber(now) ? words.checkInFrom(clock(action.checkInFrom)) : '';
}
