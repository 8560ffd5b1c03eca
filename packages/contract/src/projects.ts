import * as z from 'zod/mini';
import { id, named, pageOf, type PageQuery, person, time } from './common.ts';
import { asking } from './endpoint.ts';
import type * as ask from './requests/projects.ts';
import type * as said from './requests/said.ts';
import { photo, screening, withheld } from './shown.ts';
import { reasonsWhy, reportReasons, correctionState, projectStatus } from './vocabulary-more.ts';

/** A step of a project that is being built; one that is not reached yet is what is planned. */
export const milestone = z.object({
  id,
  title: z.string(),
  words: z.nullable(z.string()),
  /** The day, as `2026-11-16`, in Asia/Shanghai. */
  on: z.string(),
  /** How much of the whole is done then; null where nobody said. */
  percent: z.nullable(z.number()),
  reached: z.boolean(),
  photos: z.array(photo),
});
export type Milestone = z.infer<typeof milestone>;

/** 整改: who has to see to it, by when, and what came of it. */
export const correction = z.object({
  state: z.enum(correctionState),
  /** Who sees to it, in words: a person, a department, the builders. */
  owner: z.nullable(z.string()),
  /** By when; the end of a day in Asia/Shanghai. */
  dueAt: time,
  raisedAt: time,
  answer: z.nullable(z.object({ words: z.string(), photos: z.array(photo), at: time })),
  /** Why it was overruled. */
  reason: z.nullable(z.string()),
});
export type Correction = z.infer<typeof correction>;

/** What a neighbour says about a project. */
export const comment = z.object({
  id,
  author: person,
  /** Held or hidden words are replaced by what is said of them. */
  words: z.string(),
  at: time,
  mine: z.boolean(),
  /** How many neighbours say that this has to be put right. */
  supporters: z.number(),
  /** Whether the caller is one of them. */
  supported: z.boolean(),
  correction: z.nullable(correction),
  /** What strangers do not see now: `held`, `reported` or `hidden`; for those concerned. */
  withheld: z.optional(z.nullable(z.string())),
  /** For workers, while it is held. */
  screening: z.optional(z.nullable(screening)),
  /** `corrections`, `answer`, `accept`, `overrule`, `report`, `hide`, `show`. */
  can: z.array(z.string()),
});
export type Comment = z.infer<typeof comment>;

/** 微实事: something to be built or done in the community, chosen by its residents. */
export const project = z.object({
  id,
  /** The area's slug and name. */
  area: z.string(),
  areaName: z.string(),
  title: z.string(),
  story: z.string(),
  place: z.string(),
  /** What it is estimated to cost, in fen. */
  cost: z.number(),
  status: z.enum(projectStatus),
  proposer: person,
  /** True for whoever proposed it. */
  mine: z.boolean(),
  photos: z.array(photo),
  /** Who sees to it, in words, once it is started. */
  owner: z.nullable(z.string()),
  /** What it may cost, in fen, once it is started. */
  budget: z.nullable(z.number()),
  /** The day when it is meant to be done, as `2026-12-18`. */
  dueOn: z.nullable(z.string()),
  /** Of the last milestone that was reached. */
  percent: z.number(),
  /** Oldest first. */
  milestones: z.array(milestone),
  comments: z.number(),
  /** Corrections that still have to be answered or accepted. */
  openCorrections: z.number(),
  /** From 1 to 5 with one decimal; null while fewer than five neighbours rated it. */
  rating: z.nullable(z.number()),
  ratings: z.number(),
  /** The caller's own rating. */
  myRating: z.nullable(z.number()),
  /**
   * The round it stands, or stood, in, and the votes that it had there once it is closed; where it lost also why, and what was
   * left for it, in fen, as in the round's results.
   */
  round: z.nullable(
    z.object({
      id,
      title: z.string(),
      votes: z.nullable(z.number()),
      why: z.optional(z.enum(reasonsWhy)),
      left: z.optional(z.nullable(z.number())),
    }),
  ),
  mergedInto: z.nullable(id),
  /** Why it was not listed; for its proposer and workers. */
  reason: z.nullable(z.string()),
  /** What the proposer wrote, where a worker put it right; for its proposer and workers. */
  original: z.optional(z.nullable(z.object({ title: z.string(), story: z.string(), place: z.string() }))),
  /** What is said when it is done. */
  closing: z.nullable(z.string()),
  /** For workers, before it is listed. */
  screening: z.optional(z.array(screening)),
  /** For those concerned. Strangers read in the place of such words what is said of them. */
  withheld: z.optional(z.array(withheld)),
  can: z.array(z.string()),
  createdAt: time,
  updatedAt: time,
});
export type Project = z.infer<typeof project>;

/** What happened to a project, oldest first. */
export const projectStep = z.object({
  id: z.string(),
  type: z.string(),
  at: time,
  by: z.nullable(z.string()),
  words: z.nullable(z.string()),
  area: named,
});
export type ProjectStep = z.infer<typeof projectStep>;

/** A comment that waits for a worker, or that a worker has hidden. */
export const commentCase = z.object({
  project: z.object({ id, title: z.string(), areaName: z.string() }),
  comment,
  /** The same words with what was found in them masked; null where nothing was found. */
  proposed: z.nullable(z.string()),
  /** What neighbours said about it, oldest first. Who they are is nobody's business. */
  reports: z.array(z.object({ reason: z.enum(reportReasons), words: z.nullable(z.string()), at: time })),
  /** Since when it waits, or was decided. */
  since: time,
});
export type CommentCase = z.infer<typeof commentCase>;

const verb = <Body = Record<string, never>>(name: string) => asking<undefined, Body>()('POST', `/projects/{id}/${name}`, project);
const onComment = <Body = Record<string, never>>(name: string) =>
  asking<undefined, Body>()('POST', `/projects/{id}/${name}`, comment);

export const projects = {
  list: asking<ask.ProjectQuery & PageQuery>()('GET', '/areas/{area}/projects', pageOf(project)),
  post: asking<undefined, ask.NewProject>()('POST', '/areas/{area}/projects', project, 201),
  get: asking()('GET', '/projects/{id}', project),
  timeline: asking<PageQuery>()('GET', '/projects/{id}/timeline', pageOf(projectStep)),
  edit: verb<ask.ProjectEdit>('edit'),
  withdraw: verb('withdraw'),
  /** A worker takes it onto the list from which rounds choose. */
  enlist: verb<ask.ListProject>('list'),
  decline: verb<ask.DeclineProject>('decline'),
  merge: verb<ask.MergeProject>('merge'),
  start: verb<ask.StartProject>('start'),
  milestones: verb<ask.NewMilestone>('milestones'),
  done: verb<ask.DoneProject>('done'),
  rate: verb<ask.RateProject>('rate'),
  comments: asking<PageQuery>()('GET', '/projects/{id}/comments', pageOf(comment)),
  /** What is said about projects and waits for a worker of the subtree: oldest first. */
  queue: asking<ask.CommentQueueQuery & PageQuery>()('GET', '/areas/{area}/comments', pageOf(commentCase)),
  comment: onComment<ask.NewComment>('comments'),
  /** A worker's word makes it one; of residents it takes as many as the area's settings say. */
  correct: onComment<ask.NewCorrection>('corrections'),
  answer: onComment<ask.AnswerCorrection>('answer'),
  /** Whoever raised it says that it is put right, or not yet. */
  accept: onComment<ask.AcceptCorrection>('accept'),
  overrule: onComment<ask.OverruleCorrection>('overrule'),
  report: onComment<ask.ReportComment>('report'),
  hide: onComment<ask.HideComment>('hide'),
  show: onComment<ask.ShowComment>('show'),
  /** Tells the workers about a text or a picture of a listed project. */
  reportPart: verb<said.ReportProjectPart>('report-part'),
  /** Takes it from public view, in every list, round and record; whoever wrote it is told why. */
  hidePart: verb<said.HideProjectPart>('hide-part'),
  showPart: verb<said.ShowProjectPart>('show-part'),
};
