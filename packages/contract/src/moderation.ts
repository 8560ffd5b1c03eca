import * as z from 'zod/mini';
import { id, pageOf, type PageQuery, person, time } from './common.ts';
import { asking } from './endpoint.ts';
import type { ModerationQuery } from './requests/moderation.ts';
import { hit, photo } from './shown.ts';
import { actionStatus, wishStatus } from './vocabulary.ts';
import { moderationState, nominationStatus, projectStatus, reportReasons, saidParts } from './vocabulary-more.ts';

/** One text or picture that waits for a worker, or that a worker has hidden. */
export const moderationCase = z.object({
  id,
  /** What it is part of: one of the four. */
  wish: z.nullable(z.object({ id, title: z.string(), status: z.enum(wishStatus), areaName: z.string() })),
  project: z.optional(z.nullable(z.object({ id, title: z.string(), status: z.enum(projectStatus), areaName: z.string() }))),
  /** Somebody who is voted on, or has a star since; `title` is the honour, `name` as they agreed to be shown. */
  nomination: z.optional(
    z.nullable(z.object({ id, title: z.string(), name: z.string(), status: z.enum(nominationStatus), areaName: z.string() })),
  ),
  action: z.optional(z.nullable(z.object({ id, title: z.string(), status: z.enum(actionStatus), areaName: z.string() }))),
  /** The claim whose note or picture it is. */
  claim: z.nullable(id),
  /** The milestone whose words they are. */
  milestone: z.optional(z.nullable(id)),
  part: z.enum(saidParts),
  /** `held` and `reported` wait for a worker; a held or hidden one is not public. */
  state: z.enum(moderationState),
  /** What was written; null for a picture. */
  words: z.nullable(z.string()),
  photo: z.nullable(photo),
  hits: z.array(hit),
  /** The same words with the hits masked; null where nothing was found. */
  proposed: z.nullable(z.string()),
  /** What neighbours said about it, oldest first. Who they are is nobody's business. */
  reports: z.array(z.object({ reason: z.enum(reportReasons), words: z.nullable(z.string()), at: time })),
  /** Who wrote it, masked. */
  writer: person,
  /** Since when it waits, or was decided. */
  since: time,
  /** `show`, `hide`. */
  can: z.array(z.string()),
});
export type ModerationCase = z.infer<typeof moderationCase>;

export const moderation = {
  /** What is said in public and waits for a worker of the subtree: oldest first. */
  list: asking<ModerationQuery & PageQuery>()('GET', '/areas/{area}/moderation', pageOf(moderationCase)),
};
