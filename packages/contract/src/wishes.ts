import * as z from 'zod/mini';
import { id, mapOf, pageOf, person, type PageQuery, time } from './common.ts';
import { asking } from './endpoint.ts';
import type * as ask from './requests/wishes.ts';
import { photo, screening } from './shown.ts';
import { claimState, relations, wishKinds, wishStatus } from './vocabulary.ts';

/** One helper's promise: a lease that ends at `dueAt` unless it is fulfilled, moved or given back. */
export const claim = z.object({
  id,
  /** The organisation's name, or the helper's as the caller may see it. */
  name: z.string(),
  /** The organisation's slug, where the claim was made in its name. */
  organisation: z.optional(z.string()),
  state: z.enum(claimState),
  dueAt: time,
  /** True where the caller, or an organisation they represent, made it. */
  mine: z.boolean(),
  /** The helper's words when they reported it done. */
  note: z.optional(z.string()),
  photos: z.array(photo),
});
export type Claim = z.infer<typeof claim>;

export const wish = z.object({
  id,
  /** The area's slug and name. */
  area: z.string(),
  areaName: z.string(),
  title: z.string(),
  story: z.string(),
  kind: z.enum(wishKinds),
  category: z.string(),
  status: z.enum(wishStatus),
  wisher: person,
  /** Who it is for; `name` follows the wisher's consent like the wisher's own. */
  forWhom: z.object({ relation: z.enum(relations), name: z.string() }),
  place: z.nullable(z.string()),
  wantedBy: z.nullable(time),
  claimersWanted: z.number(),
  /** Claims held and done; the wish is open to others while this is below `claimersWanted`. */
  claimersHeld: z.number(),
  /** Active and done claims, oldest first. */
  claims: z.array(claim),
  photos: z.array(photo),
  /** The wisher's own word. Absent where a worker closed it after a visit. */
  confirmation: z.nullable(z.object({ rating: z.number(), thanks: z.nullable(z.string()), at: time })),
  /** A worker's note after a visit. */
  closing: z.nullable(z.object({ note: z.string(), at: time })),
  /** True where a worker wrote it down for someone. */
  onBehalf: z.boolean(),
  /** True for the wisher. */
  mine: z.boolean(),
  /** What the caller may do now. A visitor sees what a signed-in resident could try. */
  can: z.array(z.string()),
  createdAt: time,
  publishedAt: z.nullable(time),
  updatedAt: time,
  /** For the wisher and workers: why it was sent back. */
  reason: z.optional(z.nullable(z.string())),
  /** For the wisher and workers, where what is shown was redacted: what was written. */
  original: z.optional(z.nullable(z.object({ title: z.string(), story: z.string() }))),
  mergedInto: z.optional(z.nullable(id)),
  /** For those concerned: what strangers do not see now. Whoever wrote it is told why in a notice. */
  withheld: z.optional(z.array(z.object({ part: z.string(), claim: z.nullable(id), state: z.string() }))),
  /** For workers, before it is published: what was found in it, and the same words with that masked. */
  screening: z.optional(z.array(screening)),
  /** True where the wisher has erased themself: the wish is counted, its words are gone. */
  erased: z.optional(z.boolean()),
});
export type Wish = z.infer<typeof wish>;

/** Whom to call and where to go. Shown to the acting helper and to workers; each look is logged. */
export const contact = z.object({
  name: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  address: z.nullable(z.string()),
});
export type Contact = z.infer<typeof contact>;

/** 民意大数据 in short. `inProgress` is claimed and fulfilled, `helped` is confirmed and closed. */
export const summary = z.object({
  open: z.number(),
  inProgress: z.number(),
  helped: z.number(),
  byKind: mapOf(z.number()),
  byCategory: mapOf(z.number()),
});
export type WishSummary = z.infer<typeof summary>;

/** A step of a wish's way, oldest first. */
export const timelineEntry = z.object({
  id: z.string(),
  type: z.string(),
  at: time,
  /** Who took the step, as the caller may see them. Null for the community itself and for the clock. */
  by: z.nullable(z.string()),
  /** True where a worker took it for someone. */
  onBehalf: z.boolean(),
  words: z.nullable(z.string()),
  dueAt: z.nullable(time),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

const verb = <Body = Record<string, never>>(name: string) => asking<undefined, Body>()('POST', `/wishes/{id}/${name}`, wish);

export const wishes = {
  list: asking<ask.WishQuery & PageQuery>()('GET', '/areas/{area}/wishes', pageOf(wish)),
  post: asking<undefined, ask.NewWish>()('POST', '/areas/{area}/wishes', wish, 201),
  summary: asking()('GET', '/areas/{area}/wishes/summary', summary),
  get: asking()('GET', '/wishes/{id}', wish),
  timeline: asking<PageQuery>()('GET', '/wishes/{id}/timeline', pageOf(timelineEntry)),
  contact: asking()('GET', '/wishes/{id}/contact', contact),
  edit: verb<ask.WishEdit>('edit'),
  publish: verb<ask.Publish>('publish'),
  decline: verb<ask.Decline>('decline'),
  merge: verb<ask.Merge>('merge'),
  withdraw: verb('withdraw'),
  claim: verb<ask.ClaimRequest>('claim'),
  release: verb('release'),
  extend: verb<ask.Extend>('extend'),
  fulfil: verb<ask.Fulfil>('fulfil'),
  confirm: verb<ask.Confirm>('confirm'),
  reopen: verb<ask.Reopen>('reopen'),
  close: verb<ask.Close>('close'),
  lower: verb<ask.Lower>('lower'),
  approvePhotos: verb<ask.ApprovePhotos>('approve-photos'),
  /** Tells the workers about a text or picture that should not stand there. */
  report: verb<ask.Report>('report'),
  /** Takes a text or picture from public view; the writer is told why. */
  hide: verb<ask.Hide>('hide'),
  /** Lets a held, reported or hidden one be seen, in other words where `wording` has them. */
  show: verb<ask.Show>('show'),
};
