import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import type { Handler } from '../../../server/src/node/listen.ts';

/** A fault of the kind that a backend of one's own has: what is wrong, and how the kit says so. */
export interface Breakage {
  fault: string;
  /** The scenario that is meant for it. */
  caughtBy: string;
  says: RegExp;
  /** Puts the fault between the kit and a server that is right. */
  breaks: (server: Handler, portal: { sign(claims: JWTPayload): Promise<string> }) => Handler;
}

type Json = Record<string, unknown>;

const pathOf = (request: Request): string => new URL(request.url).pathname.replace('/api/v1', '');

/** The same request with other headers, another address or another body. */
async function changed(
  request: Request,
  change: { url?: string; headers?: (headers: Headers) => void; body?: string },
): Promise<Request> {
  const headers = new Headers(request.headers);
  change.headers?.(headers);
  if (change.body !== undefined) headers.delete('content-length');
  const body = request.method === 'GET' ? undefined : (change.body ?? (await request.arrayBuffer()));
  return new Request(change.url ?? request.url, { method: request.method, headers, ...(body !== undefined && { body }) });
}

/** Answers in JSON with something else in them. */
async function retold(response: Response, tell: (text: string) => string): Promise<Response> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(tell(await response.text()), { status: response.status, headers });
}

const tokenOf = (request: Request): string | undefined => request.headers.get('authorization')?.replace('Bearer ', '');

const plainSignUp = { state: 'signed-up', checkedInAt: null, checkedOutAt: null, minutes: null };

const answer = (value: Json, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

export const breakages: Breakage[] = [
  {
    fault: 'two people are told that a wish is theirs',
    caughtBy: 'wishes/claim-race',
    says: /expected how many were told that the wish is theirs: 1; came 2;/,
    breaks: (server) => {
      let lucky = true;
      return async (request, address) => {
        const claiming = /^\/wishes\/[^/]+\/claim$/.test(pathOf(request));
        const response = await server(request.clone(), address);
        if (!claiming || response.status !== 409 || !lucky) return response;
        lucky = false;
        const wish = new Request(request.url.replace('/claim', ''), {
          headers: { authorization: request.headers.get('authorization') ?? '' },
        });
        return server(wish, address);
      };
    },
  },
  {
    fault: 'a repeat under the same key does it again',
    caughtBy: 'idempotency/repeat',
    says: /expected the id that the repeat answers: "[\w-]+"; came "[\w-]+";/,
    breaks: (server) => async (request, address) =>
      server(await changed(request, { headers: (headers) => headers.delete('idempotency-key') }), address),
  },
  {
    fault: 'a field that is required is missing',
    caughtBy: 'answers/whole',
    says: /expected an answer to GET \/areas\/east\/wishes with the field items\.0\.claimersHeld \(number\); came it is missing;/,
    breaks: (server) => async (request, address) => {
      const response = await server(request, address);
      return request.method === 'GET' ? retold(response, (text) => text.replace(/"claimersHeld":\d+,/g, '')) : response;
    },
  },
  {
    fault: 'a refusal carries another code',
    caughtBy: 'wishes/wrong-state',
    says: /refused with 409 wish\.state; came 409 wish\.already-claimed;/,
    breaks: (server) => async (request, address) =>
      retold(await server(request, address), (text) => text.replaceAll('wish.state', 'wish.already-claimed')),
  },
  {
    fault: 'a list shows names as they are',
    caughtBy: 'sight/unnamed',
    says: /expected an answer to GET \/areas\/east\/wishes\S* without the name 令狐冲冲; came it stands in the answer;/,
    breaks: (server) => {
      const names = new Map<unknown, unknown>();
      return async (request, address) => {
        const token = tokenOf(request);
        const response = await server(request.clone(), address);
        const isList = /^\/areas\/[^/]+\/wishes$/.test(pathOf(request));
        if (!isList) return response;
        return retold(response, (text) => {
          const said: Json = JSON.parse(text);
          if (request.method === 'POST' && token !== undefined) names.set(said['id'], decodeJwt(token)['name']);
          const items = Array.isArray(said['items']) ? (said['items'] as Json[]) : [];
          for (const wish of items) if (names.has(wish['id'])) wish['wisher'] = { name: names.get(wish['id']) };
          return JSON.stringify(said);
        });
      };
    },
  },
  {
    fault: 'the second page is the first one again',
    caughtBy: 'lists/pages',
    says: /expected items on each page: \[2,2,1\]; came \[2,2,2,2/,
    breaks: (server) => async (request, address) => {
      const url = new URL(request.url);
      url.searchParams.delete('cursor');
      return server(await changed(request, { url: url.href }), address);
    },
  },
  {
    fault: 'whoever knows the id reads what waits in another community',
    caughtBy: 'areas/foreign-worker',
    says: /expected GET \/wishes\/\S+ refused with 404 wish\.unknown; came 200/,
    breaks: (server) => {
      let owner = '';
      return async (request, address) => {
        if (/\/wishes$/.test(pathOf(request)) && request.method === 'POST') owner = request.headers.get('authorization') ?? '';
        const response = await server(request.clone(), address);
        if (response.status !== 404 || request.method !== 'GET') return response;
        return server(await changed(request, { headers: (headers) => headers.set('authorization', owner) }), address);
      };
    },
  },
  {
    fault: 'an area that does not exist is another one',
    caughtBy: 'areas/unknown',
    says: /expected GET \/areas\/nowhere-\S+ refused with 404 area\.unknown; came 200/,
    breaks: (server) => async (request, address) =>
      server(await changed(request, { url: request.url.replace(/nowhere-\w+/, 'east') }), address),
  },
  {
    fault: 'a token that nobody signed is believed',
    caughtBy: 'tokens/alg-none',
    says: /expected GET \/me refused with 401 token\.algorithm; came 200/,
    breaks: (server, portal) => async (request, address) => {
      const token = tokenOf(request);
      if (token === undefined || decodeProtectedHeader(token).alg !== 'none') return server(request, address);
      const signed = await portal.sign(decodeJwt(token));
      return server(await changed(request, { headers: (headers) => headers.set('authorization', `Bearer ${signed}`) }), address);
    },
  },
  {
    fault: 'a late repeat of an older ballot takes the place of a newer one',
    caughtBy: 'rounds/superseded',
    says: /expected PUT \/rounds\/\S+\/ballot refused with 409 ballot\.superseded; came 200/,
    breaks: (server) => async (request, address) => {
      if (request.method !== 'PUT') return server(request, address);
      const { revision: _lost, ...ballot }: Json = JSON.parse(await request.clone().text());
      return server(await changed(request, { body: JSON.stringify(ballot) }), address);
    },
  },
  {
    fault: 'a sign-up is acknowledged and lost',
    caughtBy: 'actions/acknowledged',
    says: /expected acknowledged sign-ups that the organiser’s list has lost: 0; came 1;/,
    breaks: (server) => {
      let count = 0;
      return async (request, address) => {
        if (!pathOf(request).endsWith('/sign-up')) return server(request, address);
        count += 1;
        return count === 3 ? answer(plainSignUp) : server(request, address);
      };
    },
  },
  {
    fault: 'more people are promised a place than there are places',
    caughtBy: 'actions/places-race',
    says: /expected how many were told that they have a place: 6; came 15;/,
    breaks: (server) => async (request, address) => {
      const response = await server(request, address);
      return pathOf(request).endsWith('/sign-up') ? retold(response, () => JSON.stringify(plainSignUp)) : response;
    },
  },
  {
    fault: 'what the caller may do is the same for everyone',
    caughtBy: 'wishes/can',
    says: /expected can while submitted without "publish"; came \["edit","publish"/,
    breaks: (server) => async (request, address) =>
      retold(await server(request, address), (text) =>
        text.replace(/"can":\[[^\]]*\]/g, '"can":["edit","publish","withdraw","claim"]'),
      ),
  },
  {
    fault: 'listeners hear nothing',
    caughtBy: 'live/facts',
    says: /expected wish\.claimed of \S+ on the stream within 5 s; came \[\];/,
    breaks: (server) => async (request, address) => {
      if (!pathOf(request).endsWith('/live')) return server(request, address);
      const silent = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(':\n\n')) });
      return new Response(silent, { headers: { 'content-type': 'text/event-stream' } });
    },
  },
  {
    fault: 'votes are told while people still vote',
    caughtBy: 'rounds/secret',
    says: /expected turnout, votes and outcome while it is open: \[1,null,null\]; came \[1,\[\],null\];/,
    breaks: (server) => async (request, address) =>
      retold(await server(request, address), (text) => text.replace('"votes":null', '"votes":[]')),
  },
  {
    fault: 'a status is none of the contract’s',
    caughtBy: 'wishes/whole-way',
    says: /with the field status \(one of submitted, declined, .+\); came "shiny";/,
    breaks: (server) => async (request, address) =>
      retold(await server(request, address), (text) => text.replace('"status":"submitted"', '"status":"shiny"')),
  },
  {
    fault: 'a refusal is plain JSON',
    caughtBy: 'tokens/none',
    says: /expected GET \/me refused as application\/problem\+json; came 401 application\/json;/,
    breaks: (server) => async (request, address) => {
      const response = await server(request, address);
      if (response.status !== 401) return response;
      return new Response(response.body, { status: 401, headers: { 'content-type': 'application/json' } });
    },
  },
  {
    fault: 'browsers are told nothing with a refusal',
    caughtBy: 'origins/answers',
    says: /expected an answer to GET \/me \(401\) with access-control-allow-origin: https:\/\/pages\.here\.example; came "nothing";/,
    breaks: (server) => async (request, address) => {
      const response = await server(request, address);
      if (!response.ok) response.headers.delete('access-control-allow-origin');
      return response;
    },
  },
  {
    fault: 'a token is good in everybody’s pages',
    caughtBy: 'origins/foreign',
    says: /expected GET \/me refused with 403 request\.origin; came 200/,
    breaks: (server) => async (request, address) =>
      server(await changed(request, { headers: (headers) => headers.delete('origin') }), address),
  },
  {
    fault: 'what is off has an empty list',
    caughtBy: 'areas/feature-off',
    says: /expected GET \/areas\/\w+\/wishes refused with 403 area\.feature-off; came 200/,
    breaks: (server) => async (request, address) => {
      const response = await server(request, address);
      const text = response.status === 403 ? await response.clone().text() : '';
      return text.includes('area.feature-off') ? answer({ items: [], nextCursor: null }) : response;
    },
  },
  {
    fault: 'an export is somebody else’s',
    caughtBy: 'exports/own',
    says: /expected an archive with 想要一盏灯\w+; came "it is missing";/,
    breaks: (server) => {
      let other = '';
      return async (request, address) => {
        const own = request.headers.get('authorization');
        if (pathOf(request).endsWith('/publish')) other = own ?? '';
        const swap = pathOf(request) === '/me/export' && own !== null;
        return server(
          swap ? await changed(request, { headers: (headers) => headers.set('authorization', other) }) : request,
          address,
        );
      };
    },
  },
];
