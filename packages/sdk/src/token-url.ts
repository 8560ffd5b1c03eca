import * as z from 'zod/mini';
import type { GetToken } from './session.ts';

const answer = z.object({ token: z.nullable(z.string()) });

/**
 * A `getToken` for portals that answer `{ token }` at an address of their own, and `{ token: null }` when nobody is
 * signed in. The address has to be on the page's own origin: a token is nobody else's to hand out, and it is the
 * portal's session cookie that is asked.
 * @example
 * const client = createFiveMicro({ apiUrl: '/api/v1', area: 'yikang', getToken: tokenFromUrl('/portal/token') });
 */
export const tokenFromUrl =
  (url: string, ask: typeof globalThis.fetch = (...request) => fetch(...request)): GetToken =>
  async ({ signal }) => {
    // Node has neither. A frame that is written into a page (`srcdoc`) has its origin, and no address.
    const { location, origin = location?.origin } = globalThis as { location?: Location; origin?: string };
    const address = new URL(url, location?.origin === origin ? location?.href : origin);
    if (location && address.origin !== origin) throw new TypeError(`token-url is not on this origin: ${address.origin}`);
    const response = await ask(address, {
      signal,
      cache: 'no-store',
      headers: { accept: 'application/json' },
    });
    if (!response.ok) throw new TypeError(`token-url answered ${response.status}`);
    return answer.parse(await response.json()).token;
  };
