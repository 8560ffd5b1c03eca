import * as z from 'zod/mini';

import { reportReasons, projectStatus } from '../vocabulary-more.ts';
import { commaList, day, page, text, uuid } from './checks.ts';
import { placeLength } from './actions.ts';
import { mostMoney } from './rounds.ts';
import { mostPhotos, noteLength, storyLength, titleLength } from './wishes.ts';

const title = text(titleLength, 2);
const story = text(storyLength, 2);
const place = text(placeLength, 2);
const note = text(noteLength);
const photos = z.array(uuid).check(z.maxLength(mostPhotos));
/** In fen, above nothing: equal shares know no project for free. */
const money = z.int().check(z.gte(1), z.lte(mostMoney));

export const projectQuery = z.strictObject({
  ...page,
  status: z.optional(commaList(projectStatus)),
  order: z.optional(z.enum(['newest', 'oldest', 'updated'])),
});
/** Which projects of a subtree; by default all that are public, the newest first. */
export interface ProjectQuery {
  status?: string | undefined;
  order?: 'newest' | 'oldest' | 'updated' | undefined;
}

/** `onBehalfOf` is a worker's, for whoever has no phone. */
export const newProject = z.strictObject({
  title,
  story,
  place,
  cost: money,
  photos: z.optional(photos),
  onBehalfOf: z.optional(z.strictObject({ memberId: uuid })),
});
export type NewProject = z.input<typeof newProject>;

/** What is not named stays as it is. */
export const projectEdit = z.strictObject({
  title: z.optional(title),
  story: z.optional(story),
  place: z.optional(place),
  cost: z.optional(money),
  photos: z.optional(photos),
});
export type ProjectEdit = z.input<typeof projectEdit>;

/** A worker may put words and cost right when they list it; the `updatedAt` of what they read guards against a change meanwhile. */
export const listProject = z.strictObject({
  title: z.optional(title),
  story: z.optional(story),
  place: z.optional(place),
  cost: z.optional(money),
  seen: z.optional(z.iso.datetime()),
});
export type ListProject = z.input<typeof listProject>;

export const declineProject = z.strictObject({ reason: note });
export type DeclineProject = z.input<typeof declineProject>;

export const mergeProject = z.strictObject({ into: uuid });
export type MergeProject = z.input<typeof mergeProject>;

export const startProject = z.strictObject({ owner: text(60), budget: money, dueOn: z.optional(z.nullable(day)) });
export type StartProject = z.input<typeof startProject>;

/** With `milestone` a planned one is changed or reached. A reached one is reported: it cannot be changed any more. */
export const newMilestone = z.strictObject({
  milestone: z.optional(uuid),
  title,
  words: z.optional(z.nullable(note)),
  on: day,
  percent: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(100)))),
  reached: z.optional(z.boolean()),
  photos: z.optional(photos),
});
export type NewMilestone = z.input<typeof newMilestone>;

export const doneProject = z.strictObject({ note });
export type DoneProject = z.input<typeof doneProject>;

export const rateProject = z.strictObject({ rating: z.int().check(z.gte(1), z.lte(5)) });
export type RateProject = z.input<typeof rateProject>;

export const newComment = z.strictObject({ words: note });
export type NewComment = z.input<typeof newComment>;

/** `owner` and `dueOn` are a worker's to say; a resident's call counts as one neighbour's support. */
export const newCorrection = z.strictObject({
  comment: uuid,
  owner: z.optional(text(60)),
  dueOn: z.optional(day),
});
export type NewCorrection = z.input<typeof newCorrection>;

export const answerCorrection = z.strictObject({ comment: uuid, words: note, photos: z.optional(photos) });
export type AnswerCorrection = z.input<typeof answerCorrection>;

/** `accepted: false` says “not yet”: it has to be answered anew. */
export const acceptCorrection = z.strictObject({ comment: uuid, accepted: z.boolean() });
export type AcceptCorrection = z.input<typeof acceptCorrection>;

export const overruleCorrection = z.strictObject({ comment: uuid, reason: note });
export type OverruleCorrection = z.input<typeof overruleCorrection>;

export const reportComment = z.strictObject({ comment: uuid, reason: z.enum(reportReasons), words: z.optional(text(200, 0)) });
export type ReportComment = z.input<typeof reportComment>;

export const hideComment = z.strictObject({ comment: uuid, reason: text(200) });
export type HideComment = z.input<typeof hideComment>;

/** Which of them: what waits for a worker (default), or what workers have hidden. */
export const commentQueueQuery = z.strictObject({ ...page, state: z.optional(z.enum(['waiting', 'hidden'])) });
export interface CommentQueueQuery {
  state?: 'waiting' | 'hidden' | undefined;
}

export const showComment = z.strictObject({
  comment: uuid,
  wording: z.optional(note),
  reason: z.optional(text(200)),
});
export type ShowComment = z.input<typeof showComment>;
