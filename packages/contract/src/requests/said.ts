import * as z from 'zod/mini';
import { actionParts, moderationState, projectParts, reportReasons, starParts } from '../vocabulary-more.ts';
import { text, uuid } from './checks.ts';
import { storyLength } from './wishes.ts';

/** Which text or picture of a project: a step and its words need their `milestone`, a picture its id. */
const ofProject = { part: z.enum(projectParts), milestone: z.optional(uuid), photo: z.optional(uuid) };
/** Of an action: a picture needs its id. */
const ofAction = { part: z.enum(actionParts), photo: z.optional(uuid) };
const ofStar = { part: z.enum(starParts) };

const told = { reason: z.enum(reportReasons), words: z.optional(text(200, 0)) };

/** What the worker decides about, as they read it: refused where it says something else by now, or a colleague decided. */
const seen = z.optional(
  z.strictObject({
    words: z.optional(z.string().check(z.maxLength(storyLength * 16))),
    state: z.optional(z.enum(moderationState)),
  }),
);
const hidden = { reason: text(200), seen };
/** `wording` takes the place of what was written, for everyone but the writer and the workers. */
const shown = { wording: z.optional(text(storyLength)), reason: z.optional(text(200)), seen };

export const reportProjectPart = z.strictObject({ ...ofProject, ...told });
export type ReportProjectPart = z.input<typeof reportProjectPart>;
export const hideProjectPart = z.strictObject({ ...ofProject, ...hidden });
export type HideProjectPart = z.input<typeof hideProjectPart>;
export const showProjectPart = z.strictObject({ ...ofProject, ...shown });
export type ShowProjectPart = z.input<typeof showProjectPart>;

export const reportStarPart = z.strictObject({ ...ofStar, ...told });
export type ReportStarPart = z.input<typeof reportStarPart>;
export const hideStarPart = z.strictObject({ ...ofStar, ...hidden });
export type HideStarPart = z.input<typeof hideStarPart>;
export const showStarPart = z.strictObject({ ...ofStar, ...shown });
export type ShowStarPart = z.input<typeof showStarPart>;

export const reportActionPart = z.strictObject({ ...ofAction, ...told });
export type ReportActionPart = z.input<typeof reportActionPart>;
export const hideActionPart = z.strictObject({ ...ofAction, ...hidden });
export type HideActionPart = z.input<typeof hideActionPart>;
export const showActionPart = z.strictObject({ ...ofAction, ...shown });
export type ShowActionPart = z.input<typeof showActionPart>;
