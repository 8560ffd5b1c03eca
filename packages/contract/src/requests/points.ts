import * as z from 'zod/mini';
import { boardsOf, periods } from '../vocabulary.ts';
import { page, text } from './checks.ts';

const period = z.optional(z.enum(periods));

export const boardQuery = z.strictObject({ ...page, period, of: z.optional(z.enum(boardsOf)) });
/** By default this month's board of members. */
export interface BoardQuery {
  period?: (typeof periods)[number] | undefined;
  of?: (typeof boardsOf)[number] | undefined;
}

export const standingQuery = z.strictObject({ period });
export const accountQuery = z.strictObject({ ...page, period });
/** The period in which now is; by default the month for a standing, all time for an account. */
export interface PeriodQuery {
  period?: (typeof periods)[number] | undefined;
}

export const reversal = z.strictObject({ reason: text(200) });
export type Reversal = z.input<typeof reversal>;
