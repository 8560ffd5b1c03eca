import * as z from 'zod/mini';
import { mapOf } from './common.ts';

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
