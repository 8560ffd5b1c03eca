import type { ActionQuery } from '@five-micro/sdk';
import { isoDay } from '../shared/format.ts';
import { dayAfter, mondayOf } from './weeks.ts';

/** What the list is narrowed down to. */
export interface Filters {
  /** `free` places, `soon` (this week), or the caller's own (`mine`); anything else means all of them. */
  readonly show: string;
  readonly category: string;
  /** `2026-11-28` */
  readonly day: string;
}

/** As the SDK is asked, which leaves out what is empty. Of a day that is over, or nearly, all that took place is asked for. */
export function queryOf({ show, category, day }: Filters, now: number): ActionQuery {
  const today = isoDay(now);
  const soon = show === 'soon';
  return {
    category,
    status: day && day <= today ? 'open,closed,finished' : '',
    free: show === 'free' ? 'true' : undefined,
    from: day || (soon ? today : ''),
    to: day || (soon ? dayAfter(mondayOf(today), 6) : ''),
  };
}
