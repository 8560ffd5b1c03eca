import * as z from 'zod/mini';
import { page } from './checks.ts';

/** Which of them: what waits for a worker (default), or what workers have hidden. */
export const moderationQuery = z.strictObject({ ...page, state: z.optional(z.enum(['waiting', 'hidden'])) });
export interface ModerationQuery {
  state?: 'waiting' | 'hidden' | undefined;
}
