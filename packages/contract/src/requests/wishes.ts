import * as z from 'zod/mini';
import { relations, wishKinds, wishStatus } from '../vocabulary.ts';
import { moderationState, reportReasons, wishParts } from '../vocabulary-more.ts';
import { commaList, moment, page, phone, slug, text, uuid } from './checks.ts';

/** A wish is one breath long; the rest belongs in the story. */
export const titleLength = 60;
export const storyLength = 1000;
export const noteLength = 500;
export const mostPhotos = 4;
export const mostClaimers = 20;

const title = text(titleLength, 2);
const story = text(storyLength, 0);
const note = text(noteLength);
const category = slug;
const photos = z.array(uuid).check(z.maxLength(mostPhotos));
const contact = z.strictObject({
  name: z.optional(text(40)),
  phone: z.optional(phone),
  address: z.optional(text(120)),
});
const forWhom = z.strictObject({ relation: z.enum(relations), name: z.optional(text(40)) });
const claimersWanted = z.int().check(z.gte(1), z.lte(mostClaimers));

export const wishQuery = z.strictObject({
  ...page,
  status: z.optional(commaList(wishStatus)),
  kind: z.optional(commaList(wishKinds)),
  category: z.optional(z.string().check(z.maxLength(300))),
  q: z.optional(z.string().check(z.maxLength(200))),
  order: z.optional(z.enum(['newest', 'oldest', 'due'])),
});
/** Which wishes of a subtree: `status`, `kind` and `category` take comma lists; `order: due` is by the next lease to end. */
export interface WishQuery {
  status?: string | undefined;
  kind?: string | undefined;
  category?: string | undefined;
  q?: string | undefined;
  order?: 'newest' | 'oldest' | 'due' | undefined;
}

const details = {
  story: z.optional(story),
  category: z.optional(category),
  forWhom: z.optional(forWhom),
  place: z.optional(z.nullable(text(60))),
  contact: z.optional(z.nullable(contact)),
  photos: z.optional(photos),
  wantedBy: z.optional(z.nullable(moment)),
  claimersWanted: z.optional(claimersWanted),
};

export const newWish = z.strictObject({
  title,
  kind: z.enum(wishKinds),
  ...details,
  onBehalfOf: z.optional(z.strictObject({ memberId: uuid })),
});
export type NewWish = z.input<typeof newWish>;

/** What is not named stays as it is; `null` takes it away. */
export const wishEdit = z.strictObject({ title: z.optional(title), kind: z.optional(z.enum(wishKinds)), ...details });
export type WishEdit = z.input<typeof wishEdit>;

/** The `updatedAt` of what the worker read: refused with `wish.state` where the wisher has changed it since. */
const seen = z.optional(z.iso.datetime());

/** Words that a worker redacted; what the wisher wrote is kept for the wisher and the workers. */
export const publish = z.strictObject({
  title: z.optional(title),
  story: z.optional(story),
  place: z.optional(z.nullable(text(60))),
  category: z.optional(category),
  seen,
});
export type Publish = z.input<typeof publish>;

export const decline = z.strictObject({ reason: note, seen });
export type Decline = z.input<typeof decline>;

export const merge = z.strictObject({ into: uuid, seen });
export type Merge = z.input<typeof merge>;

/** `as` is the slug of an organisation that the caller represents; `dueAt` an earlier day than the lease allows. */
export const claimRequest = z.strictObject({ as: z.optional(slug), dueAt: z.optional(moment) });
export type ClaimRequest = z.input<typeof claimRequest>;

export const extend = z.strictObject({ dueAt: moment });
export type Extend = z.input<typeof extend>;

export const fulfil = z.strictObject({ note, photos: z.optional(photos) });
export type Fulfil = z.input<typeof fulfil>;

export const confirm = z.strictObject({ rating: z.int().check(z.gte(1), z.lte(5)), thanks: z.optional(text(noteLength, 0)) });
export type Confirm = z.input<typeof confirm>;

export const reopen = z.strictObject({ reason: note });
export type Reopen = z.input<typeof reopen>;

export const close = z.strictObject({ note });
export type Close = z.input<typeof close>;

export const lower = z.strictObject({ claimersWanted });
export type Lower = z.input<typeof lower>;

export const approvePhotos = z.strictObject({ photos: z.array(uuid).check(z.minLength(1), z.maxLength(50)) });
export type ApprovePhotos = z.input<typeof approvePhotos>;

/** Which text or picture: a note needs its `claim`, a picture its id. */
const part = {
  part: z.enum(wishParts),
  claim: z.optional(uuid),
  photo: z.optional(uuid),
};

export const report = z.strictObject({ ...part, reason: z.enum(reportReasons), words: z.optional(text(200, 0)) });
export type Report = z.input<typeof report>;

/** What the worker decides about, as they read it: refused with `wish.state` where it says something else by now, or a colleague decided. */
const read = z.optional(
  z.strictObject({
    words: z.optional(z.string().check(z.maxLength(storyLength * 16))),
    state: z.optional(z.enum(moderationState)),
  }),
);

export const hide = z.strictObject({ ...part, reason: text(200), seen: read });
export type Hide = z.input<typeof hide>;

/** `wording` takes the place of what was written, for everyone but the writer and the workers; without it the text stands as it was written. */
export const show = z.strictObject({
  ...part,
  wording: z.optional(text(storyLength)),
  reason: z.optional(text(200)),
  seen: read,
});
export type Show = z.input<typeof show>;

export const nothing = z.strictObject({});
