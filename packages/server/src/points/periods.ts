import type { Period } from '@five-micro/contract';

/** Asia/Shanghai, which has no daylight saving time. */
const ahead = 8 * 60 * 60 * 1000;
const dayLength = 24 * 60 * 60 * 1000;

/** A period of the calendar in Asia/Shanghai. */
export interface Span {
  period: Period;
  /** Its first day, as `point_total.starts` has it. */
  starts: string;
  /** From this moment up to, not including, `to`; both null for all time. */
  from: Date | null;
  to: Date | null;
}

const forAllTime: Span = { period: 'all', starts: '1970-01-01', from: null, to: null };

/** The period in which a moment is. `point_periods()` says the same. */
export function spanAt(period: Period, at: Date): Span {
  if (period === 'all') return forAllTime;
  const there = new Date(at.getTime() + ahead);
  const [year, month] = [there.getUTCFullYear(), there.getUTCMonth()];
  if (period === 'week') {
    const midnight = Date.UTC(year, month, there.getUTCDate());
    const monday = midnight - ((there.getUTCDay() + 6) % 7) * dayLength;
    return spanOf(period, monday, monday + 7 * dayLength);
  }
  if (period === 'month') return spanOf(period, Date.UTC(year, month), Date.UTC(year, month + 1));
  if (period === 'year') return spanOf(period, Date.UTC(year, 0), Date.UTC(year + 1, 0));
  const first = month - (month % 3);
  return spanOf(period, Date.UTC(year, first), Date.UTC(year, first + 3));
}

/** The one before; none for all time. */
export const spanBefore = (span: Span): Span | undefined =>
  span.from === null ? undefined : spanAt(span.period, new Date(span.from.getTime() - 1));

const spanOf = (period: Period, first: number, next: number): Span => ({
  period,
  starts: new Date(first).toISOString().slice(0, 10),
  from: new Date(first - ahead),
  to: new Date(next - ahead),
});

export const spanShown = ({ from, to }: Span) => ({ from: from?.toISOString() ?? null, to: to?.toISOString() ?? null });
