import * as z from 'zod/mini';
import { completions, roundRules, roundsOf, roundStatus } from '../vocabulary-more.ts';
import { commaList, instant, page, text, uuid } from './checks.ts';
import { titleLength } from './wishes.ts';

/** Options of one round: a district's contest has 210 candidates. */
export const mostOptions = 500;
/** In fen: ten thousand million yuan. Sums of 500 of them stay exact numbers. */
export const mostMoney = 1_000_000_000_000;
export const mostRevisions = 2_147_483_647;

const title = text(titleLength, 2);
const options = z.array(uuid).check(z.minLength(2), z.maxLength(mostOptions));
const count = z.int().check(z.gte(1), z.lte(mostOptions));
const ballot = z.union([
  z.strictObject({ type: z.literal('approval'), min: z.int().check(z.gte(0), z.lte(mostOptions)), max: count }),
  z.strictObject({ type: z.literal('budget') }),
]);

/** What may be left out takes the usual: no completion, no limit of winners, not live, a draw made when it opens. */
const details = {
  completion: z.optional(z.enum(completions)),
  winners: z.optional(z.nullable(count)),
  budget: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(mostMoney)))),
  live: z.optional(z.boolean()),
  tie: z.optional(z.nullable(text(100))),
  cutOff: z.optional(z.nullable(instant)),
  electorate: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(100_000_000)))),
};

export const roundQuery = z.strictObject({
  ...page,
  of: z.optional(z.enum(roundsOf)),
  status: z.optional(commaList(roundStatus)),
  whole: z.optional(z.enum(['current'])),
});
/**
 * Which rounds of a subtree and of the areas above it; by default all that are public. What is open comes first. With
 * `whole: 'current'` the one of the page that takes ballots, or will next, or was the last, comes with its options.
 */
export interface RoundQuery {
  of?: (typeof roundsOf)[number] | undefined;
  status?: string | undefined;
  whole?: 'current' | undefined;
}

/** `options` are the ids of listed projects, or of nominations whose nominees agreed. A past `opensAt` means at once. */
export const newRound = z.strictObject({
  title,
  of: z.enum(roundsOf),
  options,
  opensAt: instant,
  closesAt: instant,
  ballot,
  rule: z.enum(roundRules),
  ...details,
});
export type NewRound = z.input<typeof newRound>;

/** What is not named stays as it is; `null` takes it away. */
export const roundEdit = z.strictObject({
  title: z.optional(title),
  options: z.optional(options),
  opensAt: z.optional(instant),
  closesAt: z.optional(instant),
  ballot: z.optional(ballot),
  rule: z.optional(z.enum(roundRules)),
  ...details,
});
export type RoundEdit = z.input<typeof roundEdit>;

/** Before its time only with a reason, which is published. */
export const closeRound = z.strictObject({ reason: z.optional(text(200)) });
export type CloseRound = z.input<typeof closeRound>;

const choices = z.array(uuid).check(z.maxLength(mostOptions));

/**
 * A lower `revision` than the one that stands is refused, so that a late repeat never overwrites, and one that is more
 * than a thousand above it; without one it is the next.
 */
export const castBallot = z.strictObject({
  choices,
  revision: z.optional(z.int().check(z.gte(1), z.lte(mostRevisions))),
});
export type Ballot = z.input<typeof castBallot>;

export const newPaperBallot = z.strictObject({ member: uuid, choices });
export type NewPaperBallot = z.input<typeof newPaperBallot>;
