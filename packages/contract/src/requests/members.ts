import * as z from 'zod/mini';
import { rankingConsents } from '../vocabulary.ts';
import { page, text } from './checks.ts';

export const memberQuery = z.strictObject({ ...page, q: z.optional(z.string().check(z.maxLength(200))) });
/** `q` finds by a part of the name, or by the end of the phone number. */
export interface MemberQuery {
  q?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

export const newMember = z.strictObject({
  name: text(40),
  phone: z.optional(z.string().check(z.regex(/^[+\d][\d -]{4,19}$/))),
});
export type NewMember = z.input<typeof newMember>;

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
