import { calendarPaths, exportPath, type Language, livePath, roundPaths } from '@five-micro/contract';
import { openapi } from '@five-micro/contract/openapi';
import { Hono } from 'hono';
import { actionCalendar, areaCalendar } from './actions/calendar.ts';
import { serveRecord } from './actions/record.ts';
import { recordPath } from './actions/record-links.ts';
import { actionRoutes } from './actions/routes.ts';
import { areaRoutes } from './areas/routes.ts';
import { areaBySlug } from './areas/statements.ts';
import { isDatabaseAway } from './http/away.ts';
import { type Arrival, carryOut, endpoints, type RouteTable } from './http/dispatch.ts';
import { baseHeaders, languageOf, preflight, refuseForeignOrigin } from './http/headers.ts';
import { createLimits, kindOf, type Limit } from './http/limits.ts';
import { problemOf, Refusal } from './http/problem.ts';
import { type Caller, visitor } from './identity/caller.ts';
import { resolveCaller } from './identity/resolve.ts';
import { newId } from './ids.ts';
import { createLive } from './live/stream.ts';
import { meRoutes } from './members/me.ts';
import { memberRoutes } from './members/routes.ts';
import { organisationRoutes } from './organisations/routes.ts';
import { moderationRoutes } from './moderation/routes.ts';
import { pointRoutes } from './points/routes.ts';
import type { Ports } from './ports.ts';
import { projectRoutes } from './projects/routes.ts';
import { reportInRoutes } from './report-ins/routes.ts';
import { exportArchive } from './rights/archive.ts';
import { rightsRoutes } from './rights/routes.ts';
import { roundRoutes } from './rounds/routes.ts';
import { serveExport, serveOpening, serveRecord as serveRoundRecord } from './rounds/serving.ts';
import { servePhoto, uploadRoutes } from './uploads/routes.ts';
import { starRoutes } from './stars/routes.ts';
import { wishRoutes } from './wishes/routes.ts';

/** What only the listener knows of a request. */
export interface Arrived {
  /** The caller's network address, after trusted proxies. */
  address?: string;
}

export interface App {
  fetch(request: Request, arrived?: Arrived): Promise<Response>;
  /** Ends live streams and stops polling. */
  stop(): Promise<void>;
}

const base = '/api/v1';
const routes: RouteTable = {
  ...areaRoutes,
  ...memberRoutes,
  ...reportInRoutes,
  ...organisationRoutes,
  ...meRoutes,
  ...rightsRoutes,
  ...wishRoutes,
  ...moderationRoutes,
  ...actionRoutes,
  ...pointRoutes,
  ...projectRoutes,
  ...roundRoutes,
  ...starRoutes,
  ...uploadRoutes,
};

/**
 * The API as a fetch handler: the endpoint table mounted on Hono, around it what every request goes through.
 * It holds no Node import, so that the same app answers in a browser (mock-api). `limit` is given where more than the app counts
 * by it.
 */
export function createApp(ports: Ports, limit: Limit = createLimits(ports.clock, ports.settings.rateLimits)): App {
  const live = createLive(ports);
  const hono = new Hono<{ Bindings: { arrival: Arrival; headers: Headers } }>();

  for (const { name, endpoint } of endpoints) {
    hono.on(endpoint.method, pattern(endpoint.path), async (context) => {
      const answer = await carryOut(ports, routes, name, context.env.arrival, context.req.param());
      return json(answer, endpoint.status, context.env.headers);
    });
  }
  hono.get(pattern(livePath), async ({ env, req }) => {
    const slug = req.param('area') ?? '';
    const area = await areaBySlug(ports.db, slug);
    if (!area) throw new Refusal('area.unknown', { params: { area: slug.slice(0, 63) } });
    return withHeaders(live.stream(env.arrival.request, area, env.arrival.caller, env.arrival.address), env.headers);
  });
  hono.get(`${base}/uploads/:id`, async ({ env, req }) =>
    withHeaders(await servePhoto(ports, env.arrival.request, req.param('id')), env.headers),
  );
  hono.get(pattern(calendarPaths.area), async ({ env, req }) =>
    withHeaders(await areaCalendar(ports, env.arrival, req.param('area') ?? ''), env.headers),
  );
  hono.get(pattern(calendarPaths.one), async ({ env, req }) =>
    withHeaders(await actionCalendar(ports, env.arrival, req.param('id') ?? ''), env.headers),
  );
  hono.get(pattern(recordPath), async ({ env, req }) =>
    withHeaders(await serveRecord(ports, env.arrival, req.param('member') ?? ''), env.headers),
  );
  hono.get(pattern(roundPaths.opening), async ({ env, req }) =>
    withHeaders(await serveOpening(ports, env.arrival, req.param('id') ?? ''), env.headers),
  );
  hono.get(pattern(roundPaths.record), async ({ env, req }) =>
    withHeaders(await serveRoundRecord(ports, env.arrival, req.param('id') ?? ''), env.headers),
  );
  hono.get(pattern(roundPaths.pb), async ({ env, req }) =>
    withHeaders(await serveExport(ports, env.arrival, req.param('id') ?? ''), env.headers),
  );
  hono.get(base + exportPath, async ({ env }) => {
    limit(env.arrival.caller, env.arrival.address, 'export');
    return withHeaders(await exportArchive(ports, env.arrival), env.headers);
  });
  hono.get(`${base}/openapi.json`, ({ env }) => {
    const serverUrl = ports.settings.publicUrl ?? env.arrival.url.origin + base;
    return json(openapi({ serverUrl }), 200, env.headers);
  });
  hono.notFound(({ req }) => {
    const known = endpoints.some(({ endpoint }) => pathPattern(endpoint.path).test(req.path));
    throw new Refusal(known ? 'request.method' : 'request.not-found');
  });
  hono.onError((error) => {
    throw error;
  });

  async function answer(request: Request, requestId: string, headers: Headers, address: string): Promise<Response> {
    if (request.method === 'OPTIONS') return preflight(headers);
    const caller = await identify(request, address);
    limit(caller, address, kindOf(request.method));
    const arrival: Arrival = { request, url: new URL(request.url), caller, language: languageOf(request), address };
    return hono.fetch(request, { arrival, headers, requestId });
  }

  /** Whoever brings a token that is refused is counted like a visitor: checking one costs something too. */
  async function identify(request: Request, address: string): Promise<Caller> {
    try {
      const { caller, token } = await resolveCaller(ports, request.headers.get('authorization'));
      refuseForeignOrigin(ports, request, token?.issuer);
      return caller;
    } catch (error) {
      limit(visitor, address, kindOf(request.method));
      throw error;
    }
  }

  return {
    async fetch(request, arrived = {}) {
      const requestId = newId(ports);
      const language = languageOf(request);
      const headers = baseHeaders(ports, request, requestId);
      try {
        return await answer(request, requestId, headers, arrived.address ?? 'unknown');
      } catch (error) {
        return refuse(ports, error, language, requestId, headers);
      }
    },
    stop: () => live.stop(),
  };
}

/** A path of the contract as the router writes it. */
const pattern = (path: string) => base + path.replace(/\{(\w+)\}/g, ':$1');
const pathPattern = (path: string) => new RegExp(`^${base}${path.replace(/\{\w+\}/g, '[^/]+')}$`);

function json(value: unknown, status: number, headers: Headers): Response {
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify(value), { status, headers });
}

/** What the base says stands unless the answer itself says otherwise, as a picture does about caching. */
function withHeaders(response: Response, headers: Headers): Response {
  for (const [name, value] of response.headers) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}

function refuse(ports: Ports, error: unknown, language: Language, requestId: string, headers: Headers): Response {
  const refusal = error instanceof Refusal ? error : new Refusal(isDatabaseAway(error) ? 'server.busy' : 'server.failed');
  if (refusal !== error) ports.log.error('A request failed.', { requestId, error: describe(error) });
  const problem = problemOf(refusal, language, requestId);
  if (refusal.code === 'request.rate-limited') headers.set('retry-after', refusal.params['seconds'] ?? '60');
  if (refusal.code === 'server.busy') headers.set('retry-after', '2');
  if (problem.status === 401) headers.set('www-authenticate', `Bearer error="${refusal.code}"`);
  headers.set('content-type', 'application/problem+json; charset=utf-8');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** The kind of failure and where it happened, without values: a database's message may quote a name. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 6);
  return `${error.name}${code} ${frames.map((frame) => frame.trim()).join(' < ')}`;
}
