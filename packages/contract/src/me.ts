import * as z from 'zod/mini';
import { id, named, pageOf, type PageQuery, time } from './common.ts';
import { asking } from './endpoint.ts';
import type { ConsentChange, NoticesSeen } from './requests/members.ts';
import { reportIn } from './shown.ts';
import { actionStatus, claimState, wishStatus } from './vocabulary.ts';
import { rankingConsents, nominationStatus, projectStatus, roundsOf, roundStatus } from './vocabulary-more.ts';
import { wish } from './wishes.ts';

/** What others may see of someone, surface by surface. Everything is off until the person says otherwise. */
export const consents = z.object({
  wishAuthor: z.boolean(),
  helper: z.boolean(),
  photos: z.boolean(),
  star: z.boolean(),
  ranking: z.enum(rankingConsents),
});
export type Consents = z.infer<typeof consents>;

/** The caller, to themself. */
export const me = z.object({
  id,
  name: z.string(),
  /** The name as neighbours would see it, were it switched on. */
  maskedName: z.string(),
  area: z.nullable(named),
  reportedInAt: z.nullable(time),
  /** The party branch they reported in with; shown to nobody but them and workers. */
  branch: z.nullable(named),
  /** A report-in that a worker has yet to check. */
  waitingReportIn: z.nullable(reportIn),
  roles: z.array(z.object({ role: z.string(), area: z.string() })),
  /** Organisations the caller may act for. */
  organisations: z.array(named),
  consents,
  /** Wishes of others that the caller helped to fulfil, themself or for an organisation. */
  helped: z.number(),
  unseenNotices: z.number(),
});
export type Me = z.infer<typeof me>;

/** A claim with the wish it belongs to. */
export const myClaim = z.object({ id, state: z.enum(claimState), dueAt: time, createdAt: time, wish });
export type MyClaim = z.infer<typeof myClaim>;

/** Something that happened to a wish of the caller, to one they help with, or to themself. */
export const notice = z.object({
  id: z.string(),
  /** The event's type, as `wish.claimed` or `member.report-in-accepted`. */
  type: z.string(),
  at: time,
  seen: z.boolean(),
  /** Who did it, as the caller may see them. */
  by: z.nullable(z.string()),
  wish: z.nullable(z.object({ id, title: z.string(), status: z.enum(wishStatus) })),
  /** The action that it is about. */
  action: z.optional(z.nullable(z.object({ id, title: z.string(), startsAt: time, status: z.enum(actionStatus) }))),
  /** The round, the project or the nomination that it is about. */
  round: z.optional(z.nullable(z.object({ id, title: z.string(), of: z.enum(roundsOf), status: z.enum(roundStatus) }))),
  project: z.optional(z.nullable(z.object({ id, title: z.string(), status: z.enum(projectStatus) }))),
  /** With the star that became of it, and the contest it stands, or stood, in. */
  nomination: z.optional(
    z.nullable(
      z.object({
        id,
        title: z.string(),
        status: z.enum(nominationStatus),
        star: z.optional(z.nullable(id)),
        round: z.optional(z.nullable(id)),
      }),
    ),
  ),
  /** The area or organisation that it is about, where it is about one. */
  about: z.nullable(z.string()),
  /** What was said with it: a reason, a note, a thank-you. */
  words: z.nullable(z.string()),
});
export type Notice = z.infer<typeof notice>;

export const mine = {
  get: asking()('GET', '/me', me),
  wishes: asking<PageQuery>()('GET', '/me/wishes', pageOf(wish)),
  claims: asking<PageQuery>()('GET', '/me/claims', pageOf(myClaim)),
  notices: asking<PageQuery>()('GET', '/me/notices', pageOf(notice)),
  noticesSeen: asking<undefined, NoticesSeen>()('POST', '/me/notices/seen', z.object({ unseen: z.number() })),
  consents: asking<undefined, ConsentChange>()('PUT', '/me/consents', consents),
};
