import * as z from 'zod/mini';
import { actionStatus, signUpState } from '../vocabulary.ts';
import { commaList, day, instant, page, slug, text, uuid } from './checks.ts';
import { mostPhotos, storyLength, titleLength } from './wishes.ts';

export const placeLength = 60;
/** What to bring, and who it is for. */
export const extraLength = 100;
/** Why it is called off. */
export const reasonLength = 200;
/** Places of one action: a hall at most. */
export const mostPlaces = 10_000;
/** Weeks that a series runs: half a year. */
export const mostWeeks = 26;
/** Hours that one action lasts at most. */
export const longestHours = 24;

const fields = {
  title: text(titleLength, 2),
  story: text(storyLength, 0),
  category: slug,
  startsAt: instant,
  endsAt: instant,
  place: text(placeLength, 2),
  places: z.int().check(z.gte(1), z.lte(mostPlaces)),
};
const extras = {
  minimumAge: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(99)))),
  bring: z.optional(z.nullable(text(extraLength))),
  forWhom: z.optional(z.nullable(text(extraLength))),
  photos: z.optional(z.array(uuid).check(z.maxLength(mostPhotos))),
};

export const actionQuery = z.strictObject({
  ...page,
  status: z.optional(commaList(actionStatus)),
  category: z.optional(z.string().check(z.maxLength(300))),
  from: z.optional(day),
  to: z.optional(day),
  free: z.optional(z.enum(['true', 'false'])),
  order: z.optional(z.enum(['soonest', 'newest'])),
});
/**
 * Which actions of a subtree. Without `status`: those that are open or under way and not over, the soonest first.
 * `from` and `to` are days in Asia/Shanghai, both included; `free` leaves out those without a free place.
 */
export interface ActionQuery {
  status?: string | undefined;
  category?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  free?: 'true' | 'false' | undefined;
  order?: 'soonest' | 'newest' | undefined;
}

export const daysQuery = z.strictObject({ from: day, to: day });
/** Days in Asia/Shanghai, both included; at most 62. */
export interface DaysQuery {
  from: string;
  to: string;
}

export const newAction = z.strictObject({
  ...fields,
  ...extras,
  /** The slug of the organisation that holds it; without it the community does. */
  host: z.optional(slug),
  /** The same again in each of the following weeks, this one included; they are drafts of their own. */
  repeat: z.optional(z.strictObject({ every: z.literal('week'), times: z.int().check(z.gte(2), z.lte(mostWeeks)) })),
});
export type NewAction = z.input<typeof newAction>;

/** True where all later ones of the series are meant as well. */
const following = z.optional(z.boolean());

/**
 * `seen` is the `updatedAt` of what the worker read: refused with `action.state` where it has changed since. With
 * `following` the later drafts open as well; of an organisation's those that say the same.
 */
export const openAction = z.strictObject({ following, seen: z.optional(z.iso.datetime()) });
export type OpenAction = z.input<typeof openAction>;

/** What is not named stays as it is; `null` takes it away. With `following` a new time moves the later ones by as much. */
export const actionEdit = z.strictObject({
  title: z.optional(fields.title),
  story: z.optional(fields.story),
  category: z.optional(fields.category),
  startsAt: z.optional(fields.startsAt),
  endsAt: z.optional(fields.endsAt),
  place: z.optional(fields.place),
  places: z.optional(fields.places),
  ...extras,
  following,
});
export type ActionEdit = z.input<typeof actionEdit>;

export const cancelAction = z.strictObject({ reason: text(reasonLength), following });
export type CancelAction = z.input<typeof cancelAction>;

/**
 * `as` is the slug of an organisation that the caller represents; `onBehalfOf` is for workers; with `wait: false` a full
 * action refuses instead of putting the caller on the waiting list.
 */
export const signUpRequest = z.strictObject({
  as: z.optional(slug),
  onBehalfOf: z.optional(z.strictObject({ memberId: uuid })),
  wait: z.optional(z.boolean()),
});
export type SignUpRequest = z.input<typeof signUpRequest>;

export const signOffRequest = z.strictObject({ onBehalfOf: z.optional(z.strictObject({ memberId: uuid })) });
export type SignOffRequest = z.input<typeof signOffRequest>;

export const checkIn = z.strictObject({
  code: z.pipe(
    z.pipe(
      z.string().check(z.maxLength(20)),
      z.transform((raw: string) => raw.normalize('NFKC').replace(/[\s-]/g, '')),
    ),
    z.string().check(z.regex(/^\d{6}$/)),
  ),
});
export type CheckIn = z.input<typeof checkIn>;

/** `minutes` in an attendance are the organiser's word; without them it is check-in to check-out, or the whole action. */
export const attendance = z.strictObject({
  items: z
    .array(
      z.strictObject({
        member: uuid,
        state: z.enum(['attended', 'absent', 'signed-up']),
        minutes: z.optional(z.int().check(z.gte(1), z.lte(longestHours * 60))),
      }),
    )
    .check(z.minLength(1), z.maxLength(200)),
});
export type Attendance = z.input<typeof attendance>;

export const myActionsQuery = z.strictObject({ ...page, state: z.optional(commaList(signUpState)) });
/** By default all of them, the latest to begin first. */
export interface MyActionsQuery {
  state?: string | undefined;
}
