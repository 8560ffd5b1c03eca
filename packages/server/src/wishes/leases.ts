import { Refusal } from '../http/problem.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** Asia/Shanghai, which has no summer time. */
const offset = 8 * hour;

/** A helper may ask for this many days more, counted from now. */
const mostDaysMore = 14;

/** A day is what people agree on, so a limit of days holds to the end of its last one. */
function endOfDay(at: Date, days: number): Date {
  const midnight = Math.floor((at.getTime() + offset) / day) * day - offset;
  return new Date(midnight + (days + 1) * day - 1000);
}

/** As `2026-11-30`, the day in Shanghai. */
const dayOf = (moment: Date): string => new Date(moment.getTime() + offset).toISOString().slice(0, 10);

function within(at: Date, days: number, asked: string): Date {
  const dueAt = new Date(asked);
  const last = endOfDay(at, days);
  if (dueAt <= at) throw new Refusal('request.invalid', { fields: [{ path: 'dueAt', code: 'past' }] });
  if (dueAt > last)
    throw new Refusal('request.invalid', { fields: [{ path: 'dueAt', code: 'too-late', params: { max: dayOf(last) } }] });
  return dueAt;
}

/** The end of a new lease: the day that was asked for, else the area's number of days, or earlier where the wish wants it earlier. */
export function leaseEnd(
  at: Date,
  leaseDays: number,
  { wantedBy, asked }: { wantedBy?: Date | null; asked?: string | undefined },
): Date {
  if (asked !== undefined) return within(at, leaseDays, asked);
  const usual = new Date(at.getTime() + leaseDays * day);
  return wantedBy && wantedBy > at && wantedBy < usual ? wantedBy : usual;
}

export const extendedLeaseEnd = (at: Date, asked: string): Date => within(at, mostDaysMore, asked);

/** A moment that must lie ahead. */
export function future(path: string, at: Date, asked: string | null | undefined): Date | null {
  if (asked === null || asked === undefined) return null;
  const moment = new Date(asked);
  if (moment <= at) throw new Refusal('request.invalid', { fields: [{ path, code: 'past' }] });
  return moment;
}
