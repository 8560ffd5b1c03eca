import type { Language } from '@five-micro/contract';
import type { Issuer } from '../identity/issuers.ts';
import { originMatches } from '../identity/issuers.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from './problem.ts';

/** The first language that we speak; Chinese where nothing fits. */
export function languageOf(request: Request): Language {
  const wanted = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const quality = Number(
        parameters
          .find((parameter) => parameter.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { tag: tag.toLowerCase(), quality: Number.isFinite(quality) ? quality : 0 };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
}

/** Whether a page of this origin may read answers: a preflight cannot know the area, so all registered ones may. */
export function originAllowed(ports: Ports, request: Request, origin: string): boolean {
  return (
    sameOrigin(request, origin) ||
    [...ports.settings.allowedOrigins, ...ports.issuers.origins()].some((known) => originMatches(known, origin))
  );
}

const sameOrigin = (request: Request, origin: string) => {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return origin === `http://${host}` || origin === `https://${host}`;
};

/**
 * A token is used by its issuer's own pages, or by programs, which send no Origin.
 * @throws {Refusal} `request.origin`
 */
export function refuseForeignOrigin(ports: Ports, request: Request, issuer: Issuer | undefined): void {
  const origin = request.headers.get('origin');
  if (origin === null || !issuer || sameOrigin(request, origin)) return;
  const known = [...issuer.origins, ...ports.settings.allowedOrigins].some((pattern) => originMatches(pattern, origin));
  if (!known) throw new Refusal('request.origin');
}

/** Headers of every API answer, set in one place: Hono's stock middleware costs a multiple. */
export function baseHeaders(ports: Ports, request: Request, requestId: string): Headers {
  const headers = new Headers({
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    vary: 'Origin, Accept-Language, Authorization',
  });
  const origin = request.headers.get('origin');
  if (origin !== null && originAllowed(ports, request, origin)) {
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-expose-headers', 'x-request-id, retry-after');
  }
  return headers;
}

export function preflight(headers: Headers): Response {
  headers.set('access-control-allow-methods', 'GET, POST, PUT, DELETE');
  headers.set('access-control-allow-headers', 'authorization, content-type, idempotency-key, last-event-id, accept-language');
  headers.set('access-control-max-age', '7200');
  return new Response(null, { status: 204, headers });
}
