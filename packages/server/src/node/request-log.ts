import { contract, type Endpoint, exportPath, livePath } from '@five-micro/contract';
import type { Log } from '../ports.ts';

const base = '/api/v1';
const pathPattern = (path: string) => new RegExp(`^${base}${path.replace(/\{\w+\}/g, '[^/]+')}$`);

const paths = Object.values(contract).flatMap((group) => Object.values<Endpoint>(group).map((endpoint) => endpoint.path));
const known = [...new Set([...paths, livePath, exportPath, '/uploads/{id}', '/openapi.json'])].map((path) => ({
  route: base + path,
  pattern: pathPattern(path),
}));

/** The shape of an address without what stands in it: ids and search words are not for the log. */
export function routeOf(pathname: string): string {
  const api = known.find(({ pattern }) => pattern.test(pathname));
  if (api) return api.route;
  if (pathname === '/healthz' || pathname === '/readyz') return pathname;
  const [first = ''] = pathname.slice(1).split('/');
  return ['api', 'embed', 'portal'].includes(first) ? `/${first}/*` : '/*';
}

/** One line for each request, when its answer begins. */
export async function logged(log: Log, request: Request, answer: () => Promise<Response>): Promise<Response> {
  const begun = performance.now();
  const response = await answer();
  const requestId = response.headers.get('x-request-id');
  log.info('request', {
    method: request.method,
    route: routeOf(new URL(request.url).pathname),
    status: response.status,
    ms: Math.round(performance.now() - begun),
    ...(requestId !== null && { requestId }),
  });
  return response;
}
