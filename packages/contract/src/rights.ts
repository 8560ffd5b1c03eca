import * as z from 'zod/mini';
import { time } from './common.ts';
import { asking } from './endpoint.ts';

/** Everything of mine as one archive (`application/zip`: JSON, CSV, pictures); bytes, so no line of the endpoint table's shape. */
export const exportPath = '/me/export';

/** What someone may ask for about themself (PIPL articles 45 and 47). */
export const rights = {
  /**
   * Erases the caller: name, phone, words, pictures and the link to their account go; the member's id stays as a
   * pseudonym, so that every timeline and sum still holds. Open wishes are withdrawn, active claims given back.
   */
  erase: asking()('DELETE', '/me', z.object({ erasedAt: time })),
};
