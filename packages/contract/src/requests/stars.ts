import * as z from 'zod/mini';
import { nominationStatus, starNames } from '../vocabulary-more.ts';
import { commaList, page, slug, text, uuid } from './checks.ts';
import { noteLength, storyLength } from './wishes.ts';

export const sentenceLength = 60;
export const nameLength = 40;
export const mostQuotes = 6;

/** A year, a quarter or a month. */
const period = z.string().check(z.regex(/^[1-9]\d{3}(?:-Q[1-4]|-(?:0[1-9]|1[0-2]))?$/));
const sentence = text(sentenceLength, 2);
const story = text(storyLength, 0);

export const starQuery = z.strictObject({
  ...page,
  title: z.optional(slug),
  period: z.optional(period),
  q: z.optional(z.string().check(z.maxLength(200))),
  contests: z.optional(z.enum(['true', 'false'])),
});
/** Which stars of a subtree: the newest first. With `contests` also those that are under way. */
export interface StarQuery {
  title?: string | undefined;
  period?: string | undefined;
  q?: string | undefined;
  contests?: 'true' | 'false' | undefined;
}

export const nominationQuery = z.strictObject({
  ...page,
  title: z.optional(slug),
  period: z.optional(period),
  status: z.optional(commaList(nominationStatus)),
  order: z.optional(z.enum(['newest', 'oldest'])),
});
/** Which nominations of a subtree; for workers. By default those on which something is to be done, the newest first. */
export interface NominationQuery {
  title?: string | undefined;
  period?: string | undefined;
  status?: string | undefined;
  order?: 'newest' | 'oldest' | undefined;
}

/** `who` is how neighbours call them; a worker finds out who that is. A worker may name the `member` at once. */
export const newNomination = z.strictObject({
  who: text(nameLength),
  member: z.optional(uuid),
  title: slug,
  period: z.optional(period),
  sentence,
  story: z.optional(story),
  asked: z.optional(z.boolean()),
});
export type NewNomination = z.input<typeof newNomination>;

export const nominationEdit = z.strictObject({
  who: z.optional(text(nameLength)),
  title: z.optional(slug),
  period: z.optional(period),
  sentence: z.optional(sentence),
  story: z.optional(story),
});
export type NominationEdit = z.input<typeof nominationEdit>;

/** `onBehalf`: for people without a phone the worker has asked them in person; the record says so. */
export const askNominee = z.strictObject({
  member: uuid,
  seen: z.optional(z.iso.datetime()),
});
export type AskNominee = z.input<typeof askNominee>;

/** `portrait` is an upload of the one who agrees; without it their initial is drawn. `onBehalf` is a worker's: the nominee said so in person. */
export const nomineeConsent = z.strictObject({
  name: z.enum(starNames),
  portrait: z.optional(z.nullable(uuid)),
  onBehalf: z.optional(z.boolean()),
});
export type NomineeConsent = z.input<typeof nomineeConsent>;

/** A worker gives a reason, the nominee need not. */
export const declineNomination = z.strictObject({
  reason: z.optional(text(noteLength)),
  onBehalf: z.optional(z.boolean()),
});
export type DeclineNomination = z.input<typeof declineNomination>;

const quotes = z.array(z.strictObject({ words: text(200), by: text(nameLength) })).check(z.maxLength(mostQuotes));

export const award = z.strictObject({
  nomination: uuid,
  story: z.optional(story),
  quotes: z.optional(quotes),
});
export type Award = z.input<typeof award>;

/**
 * What is not named stays as it is. The person themself chooses how their name is written, and which portrait is shown or
 * none; a worker lets it be seen by naming it, and brings another one for whoever has no account alone. `nod` is the
 * person's word on what a worker wrote and waits for it: the `key` says which words they have read.
 */
export const starEdit = z.strictObject({
  sentence: z.optional(sentence),
  story: z.optional(story),
  quotes: z.optional(quotes),
  name: z.optional(z.enum(starNames)),
  portrait: z.optional(z.nullable(uuid)),
  nod: z.optional(z.strictObject({ key: uuid, show: z.boolean() })),
});
export type StarEdit = z.input<typeof starEdit>;

/** A worker says why; the person need not. */
export const takeDown = z.strictObject({ reason: z.optional(text(noteLength)) });
export type TakeDown = z.input<typeof takeDown>;
