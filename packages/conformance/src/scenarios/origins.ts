import { contract } from '@five-micro/contract';
import { excludes, holds, includes, there } from '../finding.ts';
import type { Kit } from '../kit.ts';
import { scenarios } from '../scenario.ts';

const { me, areas } = contract;

/** What elements ask with, in pages of other origins. */
const asked = ['authorization', 'content-type', 'idempotency-key', 'last-event-id', 'accept-language'];
const methods = ['POST', 'PUT', 'DELETE'];

const listed = (headers: Headers, name: string): string[] =>
  (headers.get(name) ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim());

const originOf = (kit: Kit): string => there('an origin', kit.origin);

/** A browser gives the page what comes, by this header. */
function allows(kit: Kit, what: string, headers: Headers): void {
  const allowed = headers.get('access-control-allow-origin');
  holds(
    `${what} with access-control-allow-origin: ${originOf(kit)}`,
    allowed === kit.origin || allowed === '*',
    allowed ?? 'nothing',
  );
}

/** Whether pages of registered portals can use the API, and others not their tokens: what browsers decide by (CORS). */
export const origins = scenarios('origins', ['origin'], {
  preflight: {
    says: 'A browser that asks first is told that a registered page may send what elements send.',
    rules: ['origins'],
    async run(kit) {
      for (const method of methods) {
        const response = await kit.open(`/areas/${kit.here}/wishes`, {
          method: 'OPTIONS',
          headers: {
            origin: originOf(kit),
            'access-control-request-method': method,
            'access-control-request-headers': asked.toSorted().join(','),
          },
        });
        await response.body?.cancel();
        holds('an OPTIONS answered with 2xx', response.ok, response.status);
        allows(kit, 'an OPTIONS', response.headers);
        includes('access-control-allow-methods', listed(response.headers, 'access-control-allow-methods'), method.toLowerCase());
        // A star does not stand for Authorization (Fetch, 3.3.4).
        includes('access-control-allow-headers', listed(response.headers, 'access-control-allow-headers'), ...asked);
      }
    },
  },
  answers: {
    says: 'A registered page reads answers and refusals, and of both what it needs to go on.',
    rules: ['origins', 'areas.get', 'me.get', 'auth.required'],
    async run(kit) {
      const headers = { origin: originOf(kit) };
      const token = await kit.token(kit.person());
      const replies = [
        await kit.send('GET', areas.get.path.replace('{area}', kit.here), { headers }),
        await kit.send('GET', me.get.path, { headers, token }),
        await kit.send('GET', me.get.path, { headers }),
      ];
      replies.at(-1)?.refused('auth.required');
      for (const reply of replies) {
        allows(kit, `an answer to ${reply.asked} (${reply.status})`, reply.headers);
        includes(
          'access-control-expose-headers',
          listed(reply.headers, 'access-control-expose-headers'),
          'retry-after',
          'x-request-id',
        );
        if (reply.headers.get('access-control-allow-origin') !== '*') includes('vary', listed(reply.headers, 'vary'), 'origin');
      }
    },
  },
  foreign: {
    says: 'A token is good in the pages of its own portal alone, and no page is let in by a cookie.',
    rules: ['origins', 'me.get', 'request.origin'],
    async run(kit) {
      const foreign = `https://${kit.unique()}.example`;
      const headers = { origin: foreign };
      const reply = await kit.send('GET', me.get.path, { headers, token: await kit.token(kit.person()) });
      reply.refused('request.origin');
      const open = await kit.send('GET', areas.get.path.replace('{area}', kit.here), { headers });
      for (const one of [reply, open])
        excludes('access-control-allow-credentials', listed(one.headers, 'access-control-allow-credentials'), 'true');
    },
  },
});
