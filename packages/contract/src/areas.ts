import * as z from 'zod/mini';
import { mapOf, named, pageOf } from './common.ts';
import { asking } from './endpoint.ts';
import type { ReportInRequest } from './requests/members.ts';
import { category, reportIn } from './shown.ts';
import { levels, organisationKinds } from './vocabulary.ts';

/** An honour, and what it is for, in a line. */
const starTitle = z.object({ ...category.shape, note: z.optional(z.string()) });

/** An area's settings as they hold there: what it does not set itself comes from its parent. */
export const settings = z.object({
  features: z.array(z.string()),
  theme: z.string(),
  /** The portal's own pages as URL templates: `wish`, `action`, `round`, `recount`, `project`, `contest` (a round of stars), `star` and `nomination` may hold `{id}`, `checkIn` also `{code}`. */
  links: mapOf(z.string()),
  wishCategories: z.array(category),
  actionCategories: z.array(category),
  /** Points that a deed brings, by its rule; `action-hour` for each hour. */
  points: z.optional(mapOf(z.number())),
  /** The honours that can be awarded here, each with what it is for. */
  starTitles: z.optional(z.array(starTitle)),
  /** How many neighbours make a comment on a project a correction (整改). */
  correctionSupport: z.optional(z.number()),
  /** Days that a claim lasts when no earlier day is named. */
  leaseDays: z.number(),
  /** How the community can be reached, as people would say it. */
  contact: z.nullable(z.string()),
});

export const area = z.object({
  slug: z.string(),
  name: z.string(),
  level: z.enum(levels),
  /** From the district down to this area itself. */
  path: z.array(named),
  settings,
  /** What the caller may do here: `post-wish`, `report-in`, `desk`. */
  can: z.array(z.string()),
});
export type Area = z.infer<typeof area>;

export const organisation = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(organisationKinds),
  /** The slug of the area it belongs to. */
  area: z.string(),
  /** The slug of the organisation above it: branches stand under branches in a tree of their own. */
  parent: z.nullable(z.string()),
});
export type Organisation = z.infer<typeof organisation>;

export const areas = {
  get: asking()('GET', '/areas/{area}', area),
  children: asking()(
    'GET',
    '/areas/{area}/children',
    pageOf(z.object({ slug: z.string(), name: z.string(), level: z.enum(levels) })),
  ),
  organisations: asking()('GET', '/areas/{area}/organisations', pageOf(organisation)),
  reportIn: asking<undefined, ReportInRequest>()('POST', '/areas/{area}/report-in', reportIn),
};
