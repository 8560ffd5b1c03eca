import { longestHours } from '@five-micro/contract/requests';
import { type FieldFault, Refusal } from '../http/problem.ts';

const minute = 60 * 1000;
const hour = 60 * minute;
export const day = 24 * hour;
/** Asia/Shanghai, which has no summer time. */
const offset = 8 * hour;

/** From this long before the start people check in, and are ticked off. */
export const checkInEarly = 30 * minute;
/** An action that its organiser forgets ends by itself this long after its end. */
export const finishLate = 30 * minute;
/** For this long after the end the organiser may still say who came. */
export const attendanceLate = 7 * day;
/** A second scan that comes sooner is the same one. */
export const leavingAfter = 10 * minute;
/** Nobody plans farther ahead: what begins later is a slip of the pen. */
const farthest = 5 * 365 * day;

interface Span {
  starts_at: Date;
  ends_at: Date;
}

const plus = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);

export const checkInFrom = ({ starts_at }: Pick<Span, 'starts_at'>): Date => plus(starts_at, -checkInEarly);

export const hasBegun = ({ starts_at }: Pick<Span, 'starts_at'>, at: Date): boolean => starts_at <= at;

/** While codes hold. */
export const isCheckInTime = (action: Span, at: Date): boolean => checkInFrom(action) <= at && at <= action.ends_at;

/** While the organiser can say who came. */
export const isAttendanceTime = (action: Span, at: Date): boolean =>
  checkInFrom(action) <= at && at <= plus(action.ends_at, attendanceLate);

/** The first moment of a day as `2026-11-30`, in Shanghai. */
export const dayStart = (text: string): Date => new Date(`${text}T00:00:00+08:00`);
export const dayEnd = (text: string): Date => plus(dayStart(text), day);

const local = (moment: Date): string => plus(moment, offset).toISOString().slice(0, 16).replace('T', ' ');

/** The same time of the day some weeks later. */
export const weeksLater = (moment: Date, weeks: number): Date => plus(moment, weeks * 7 * day);

/**
 * @throws {Refusal} `request.invalid` where an action would not end after it begins, or last too long; `ahead` also
 * where it would begin in the past, or years from now.
 */
export function demandTimes({ starts_at, ends_at }: Span, { at, ahead }: { at: Date; ahead: boolean }): void {
  const latest = plus(starts_at, longestHours * hour);
  const fields: FieldFault[] = [];
  if (ahead && starts_at <= at) fields.push({ path: 'startsAt', code: 'past' });
  if (ahead && starts_at > plus(at, farthest))
    fields.push({ path: 'startsAt', code: 'too-late', params: { max: local(plus(at, farthest)) } });
  if (ends_at <= starts_at) fields.push({ path: 'endsAt', code: 'too-small', params: { min: local(starts_at) } });
  if (ends_at > latest) fields.push({ path: 'endsAt', code: 'too-late', params: { max: local(latest) } });
  if (fields.length > 0) throw new Refusal('request.invalid', { fields });
}
