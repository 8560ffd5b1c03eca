import * as z from 'zod/mini';
import { mapOf } from './common.ts';

/**
 * Every code that a refusal can carry, with its HTTP status. The list is closed: a code is added here and then,
 * because the catalogues are typed by it, in every language.
 */
export const errorStatus = {
  'request.unreadable': 400,
  'request.invalid': 422,
  'request.too-large': 413,
  'request.unsupported-media': 415,
  'request.not-found': 404,
  'request.method': 405,
  'request.origin': 403,
  'request.rate-limited': 429,
  'auth.required': 401,
  'auth.forbidden': 403,
  'token.malformed': 401,
  'token.algorithm': 401,
  'token.issuer': 401,
  'token.key': 401,
  'token.signature': 401,
  'token.audience': 401,
  'token.expired': 401,
  'token.not-yet': 401,
  'token.too-long': 401,
  'token.subject': 401,
  'token.area': 401,
  'token.revoked': 401,
  'idempotency.mismatch': 409,
  'area.unknown': 404,
  'area.feature-off': 403,
  'organisation.unknown': 422,
  'organisation.not-representative': 403,
  'member.unknown': 404,
  'wish.unknown': 404,
  'wish.state': 409,
  'wish.already-claimed': 409,
  'wish.own': 403,
  'wish.self-dealing': 403,
  'wish.no-contact': 404,
  'wish.merge-target': 409,
  'claim.none': 409,
  'upload.unknown': 422,
  'upload.used': 409,
  'upload.not-a-picture': 415,
  'upload.too-many-pixels': 413,
  'server.failed': 500,
  'server.busy': 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

export const errorCodes = Object.keys(errorStatus) as ErrorCode[];

/** What can be wrong with one field; like `ErrorCode` a closed list with a message in every language. */
export const fieldCodes = [
  'required',
  'type',
  'too-short',
  'too-long',
  'too-small',
  'too-big',
  'not-an-option',
  'format',
  'past',
  'too-late',
  'unknown-field',
  'too-many',
] as const;
export type FieldCode = (typeof fieldCodes)[number];

/** RFC 9457 `application/problem+json`, with a code that programs can rely on and words that people can read. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  code: z.string(),
  /** Where the request is wrong; `path` is dotted: `forWhom.relation`. */
  fields: z.optional(z.array(z.object({ path: z.string(), code: z.string(), message: z.string() }))),
  /** What the words speak of, as `{ name: '陈**' }` for who was first. */
  params: z.optional(mapOf(z.string())),
  requestId: z.string(),
});
export type Problem = z.infer<typeof problem>;
