import * as z from 'zod/mini';
import { organisationKinds } from '../vocabulary.ts';
import { rankingConsents } from '../vocabulary-more.ts';
import { page, phone, slug, text, uuid } from './checks.ts';

export const memberQuery = z.strictObject({ ...page, q: z.optional(z.string().check(z.maxLength(200))) });
/** `q` finds by a part of the name, by how it is read (`zeng`), or by the end of the phone number. */
export interface MemberQuery {
  q?: string | undefined;
}

export const newMember = z.strictObject({ name: text(40), phone: z.optional(phone) });
export type NewMember = z.input<typeof newMember>;

/** The member that everything follows to. */
export const memberMerge = z.strictObject({ into: uuid });
export type MemberMerge = z.input<typeof memberMerge>;

/** `organisation` is the slug of the party branch with which a party member reports in. */
export const reportInRequest = z.strictObject({ organisation: z.optional(slug) });
export type ReportInRequest = z.input<typeof reportInRequest>;

/** Words for the person who is told no. */
export const reasoned = z.strictObject({ reason: text(200) });
export type Reasoned = z.input<typeof reasoned>;

export const newOrganisation = z.strictObject({
  slug,
  name: text(60, 2),
  kind: z.enum(organisationKinds),
  /** The slug of the organisation above it. */
  parent: z.optional(slug),
});
export type NewOrganisation = z.input<typeof newOrganisation>;

/** All who may act for it, by their member ids. */
export const representatives = z.strictObject({ members: z.array(uuid).check(z.maxLength(50)) });
export type Representatives = z.input<typeof representatives>;

/** What is not named stays as it is. */
export const consentChange = z.strictObject({
  wishAuthor: z.optional(z.boolean()),
  helper: z.optional(z.boolean()),
  photos: z.optional(z.boolean()),
  star: z.optional(z.boolean()),
  ranking: z.optional(z.enum(rankingConsents)),
});
export type ConsentChange = z.input<typeof consentChange>;

/** Everything up to this notice has been seen. */
export const noticesSeen = z.strictObject({ upTo: z.string().check(z.regex(/^\d{1,18}$/)) });
export type NoticesSeen = z.input<typeof noticesSeen>;
