import * as z from 'zod/mini';
import { id } from './common.ts';

/**
 * One small fact of `GET /areas/{area}/live` (text/event-stream): something changed, ask again if it is on screen.
 * The stream's event ids resume it through `Last-Event-ID`.
 */
export const fact = z.object({
  /** As `wish.claimed`. */
  type: z.string(),
  /** The thing that changed. */
  id: z.optional(id),
  /** The slug of the area it belongs to. */
  area: z.string(),
});
export type Fact = z.infer<typeof fact>;

/**
 * Below `/api/v1`; a stream, so no line of the endpoint table's shape. `?ago=` begins with the facts of that many
 * milliseconds, at most `longestAgo`: what happened between a list's answer and its stream is told as well.
 */
export const livePath = '/areas/{area}/live';
export const longestAgo = 60_000;
