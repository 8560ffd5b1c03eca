import * as z from 'zod/mini';
import { id, mapOf, named, pageOf, time } from './common.ts';
import { asking } from './endpoint.ts';
import type { MemberQuery, NewMember } from './requests/members.ts';
import { levels, organisationKinds } from './vocabulary.ts';

/** A choice of an area, its name in the language asked for. */
export const category = z.object({ code: z.string(), name: z.string() });

/** An area's settings as they hold there: what it does not set itself comes from its parent. */
export const settings = z.object({
  features: z.array(z.string()),
  theme: z.string(),
  /** The portal's own pages as URL templates: `wish` may hold `{id}`. */
  links: mapOf(z.string()),
  wishCategories: z.array(category),
  actionCategories: z.array(category),
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
  area: z.string(),
});
export type Organisation = z.infer<typeof organisation>;

/** A member as a social worker sees them: the full name, the phone number masked. */
export const member = z.object({
  id,
  name: z.string(),
  phone: z.nullable(z.string()),
  area: z.nullable(named),
  /** True for someone without a phone or portal account, whom a worker registered. */
  registeredByWorker: z.boolean(),
  createdAt: time,
});
export type Member = z.infer<typeof member>;

/** A report-in (网上报到): `done` at once for one's home; `waiting` for a worker's check where it would change it. */
export const reportIn = z.object({
  area: named,
  state: z.enum(['done', 'waiting']),
  at: time,
});
export type ReportIn = z.infer<typeof reportIn>;

export const areas = {
  get: asking()('GET', '/areas/{area}', area),
  children: asking()(
    'GET',
    '/areas/{area}/children',
    pageOf(z.object({ slug: z.string(), name: z.string(), level: z.enum(levels) })),
  ),
  organisations: asking()('GET', '/areas/{area}/organisations', pageOf(organisation)),
  reportIn: asking()('POST', '/areas/{area}/report-in', reportIn),
};

/** People as workers meet them. Every look-up by name is logged. */
export const members = {
  list: asking<MemberQuery>()('GET', '/areas/{area}/members', pageOf(member)),
  register: asking<undefined, NewMember>()('POST', '/areas/{area}/members', member, 201),
};
