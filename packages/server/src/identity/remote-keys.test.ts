import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { Refusal } from '../http/problem.ts';
import { createIssuers } from './issuers.ts';
import { freshFor, type KeyShelf, pauseBetween } from './remote-keys.ts';
import { verifyToken } from './tokens.ts';

const iss = 'https://portal.example';
const jwksUrl = 'https://portal.example/.well-known/jwks.json';
const audience = 'five-micro';

const makeKey = async (kid: string) => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid } };
};
const nameless = ({ kid: _, ...jwk }: JWK): JWK => jwk;
type MadeKey = Awaited<ReturnType<typeof makeKey>>;

/** What is published, how often it was asked for, and a clock that is moved by hand. */
async function portal({ shelf, patience }: { shelf?: KeyShelf; patience?: number } = {}) {
  const [one, two] = await Promise.all([makeKey('one'), makeKey('two')]);
  let now = Date.UTC(2026, 10, 30);
  let publish: () => Response | Promise<Response> = () => set(one.jwk);
  const asked: string[] = [];
  const logged: unknown[] = [];
  const open = () =>
    createIssuers([{ iss, area: 'jianye', jwksUrl, origins: [] }], {
      clock: () => new Date(now),
      fetch: async (input, init) => {
        asked.push(input instanceof Request ? input.url : input.toString());
        const { signal } = init ?? {};
        const away = new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(new Error('timeout'))));
        return Promise.race([publish(), away]);
      },
      log: { info: () => undefined, error: (message, facts) => logged.push([message, facts]) },
      ...(shelf && { shelf }),
      ...(patience !== undefined && { patience }),
    });
  const issuers = await open();
  const codeOf = async ({ privateKey, kid }: MadeKey, named = true, believed = issuers) => {
    const seconds = now / 1000;
    const token = await new SignJWT({ iss, sub: 'wang', aud: audience, iat: seconds, exp: seconds + 600 })
      .setProtectedHeader({ alg: 'ES256', ...(named && { kid }) })
      .sign(privateKey);
    return verifyToken(token, believed, audience, new Date(now)).then(
      () => 'accepted',
      (error: unknown) => (error instanceof Refusal ? error.code : error),
    );
  };
  return {
    one,
    two,
    asked,
    logged,
    open,
    codeOf,
    publish: (...keys: JWK[]) => (publish = () => set(...keys)),
    answer: (next: typeof publish) => (publish = next),
    pass: (ms: number) => (now += ms),
  };
}

const set = (...keys: JWK[]) => Response.json({ keys });

describe('keys that a portal publishes', () => {
  it('are asked for once, when the first token comes, however many come together', async () => {
    const { codeOf, one, asked, answer } = await portal();
    expect(asked).toEqual([]);
    let release: (response: Response) => void = () => undefined;
    answer(() => new Promise((resolve) => (release = resolve)));
    const answers = Promise.all([codeOf(one), codeOf(one), codeOf(one)]);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    // All three have come to the same door by now.
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    release(set(one.jwk));
    expect(await answers).toEqual(['accepted', 'accepted', 'accepted']);
    expect(asked).toEqual([jwksUrl]);
  });

  it('are found at once when they are new: a kid that nobody knows is one question', async () => {
    const { codeOf, one, two, publish, pass, asked } = await portal();
    await codeOf(one);
    publish(one.jwk, two.jwk);
    pass(pauseBetween);
    expect(await Promise.all([codeOf(two), codeOf(two)])).toEqual(['accepted', 'accepted']);
    expect(asked).toHaveLength(2);
  });

  it('are found at once when they have no names: a signature that none of them made is one question', async () => {
    const { codeOf, one, two, publish, pass, asked } = await portal();
    publish(nameless(one.jwk));
    await codeOf(one, false);
    publish(nameless(two.jwk));
    pass(pauseBetween);
    expect(await codeOf(two, false)).toBe('accepted');
    expect(asked).toHaveLength(2);
  });

  it('are not asked for by a flood of unknown kids more than twice a minute', async () => {
    const { codeOf, one, pass, asked } = await portal();
    await codeOf(one);
    const { privateKey } = one;
    for (let count = 0; count < 20; count++) {
      expect(await codeOf({ ...one, privateKey, kid: `made-up-${count}` })).toBe('token.key');
      pass(3_000);
    }
    expect(asked).toHaveLength(2);
  });

  it('hold no longer than ten minutes after they were taken out', async () => {
    const { codeOf, one, two, publish, pass } = await portal();
    publish(one.jwk, two.jwk);
    await codeOf(one);
    publish(two.jwk);
    pass(freshFor - 1);
    expect(await codeOf(one)).toBe('accepted');
    pass(1);
    expect(await codeOf(one)).toBe('token.key');
    expect(await codeOf(two)).toBe('accepted');
  });

  it.each([
    ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
    ['answers an error', () => new Response('no', { status: 503 })],
    ['answers a page', () => new Response('<h1>Portal</h1>', { headers: { 'content-type': 'text/html' } })],
    ['answers an empty set', () => set()],
    ['answers a set of keys that we cannot use', () => set({ kty: 'RSA', n: 'AQAB', e: 'AQAB' })],
  ])('are the last good ones while the address %s', async (_, answer) => {
    const { codeOf, one, answer: become, pass, asked, logged } = await portal();
    await codeOf(one);
    become(answer);
    for (let hours = 0; hours < 48; hours++) {
      pass(3_600_000);
      expect(await codeOf(one)).toBe('accepted');
    }
    expect(asked.length).toBeGreaterThan(40);
    expect(logged.at(-1)).toMatchObject(['The keys of a portal could not be read.', { issuer: iss, lastGood: true }]);
  });

  it('that nobody has seen yet are missing while the address is away, and there when it is back', async () => {
    const { codeOf, one, answer, publish, pass, asked } = await portal();
    answer(() => Promise.reject(new TypeError('fetch failed')));
    expect(await codeOf(one)).toBe('token.key');
    expect(await codeOf(one)).toBe('token.key');
    expect(asked).toHaveLength(1);
    publish(one.jwk);
    pass(pauseBetween);
    expect(await codeOf(one)).toBe('accepted');
  });

  it('are not waited for longer than the patience of a request', async () => {
    const { codeOf, one, answer, pass } = await portal({ patience: 20 });
    await codeOf(one);
    answer(() => new Promise(() => undefined));
    pass(freshFor);
    expect(await codeOf(one)).toBe('accepted');
  });

  it('are not waited for at all while the address hangs, once somebody has waited in vain', async () => {
    const { codeOf, one, two, asked, answer, publish, pass } = await portal({ patience: 20 });
    await codeOf(one);
    answer(() => new Promise(() => undefined));
    pass(freshFor);
    await codeOf(one);
    pass(pauseBetween);
    // This one is never answered, and no patience ends it.
    let release: (response: Response) => void = () => undefined;
    answer(() => new Promise((resolve) => (release = resolve)));
    expect(await codeOf(one)).toBe('accepted');
    expect(asked).toHaveLength(3);
    publish(two.jwk);
    release(set(two.jwk));
    await vi.waitFor(async () => expect(await codeOf(two)).toBe('accepted'));
    expect(await codeOf(one)).toBe('token.key');
  });

  it('are not read to the end where the set has none', async () => {
    const { codeOf, one, answer, pass, logged } = await portal({ patience: 60_000 });
    await codeOf(one);
    let sent = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(new Uint8Array(64 * 1024).fill(32));
          // So that the test ends where nobody stops it.
          if ((sent += 1) > 1000) controller.close();
        },
      });
    answer(() => new Response(endless()));
    pass(freshFor);
    expect(await codeOf(one)).toBe('accepted');
    expect(logged.at(-1)).toMatchObject([expect.anything(), { error: 'too long' }]);
    expect(sent).toBeLessThan(10);
  });

  it('outlive a restart, in which the address is away', async () => {
    const kept = new Map<string, string>();
    const shelf: KeyShelf = {
      read: async (name) => kept.get(name),
      write: async (name, text) => void kept.set(name, text),
    };
    const { codeOf, one, two, answer, open, publish, pass } = await portal({ shelf });
    await codeOf(one);
    answer(() => Promise.reject(new TypeError('fetch failed')));
    const restarted = await open();
    expect(await codeOf(one, true, restarted)).toBe('accepted');
    publish(two.jwk);
    pass(pauseBetween);
    expect(await codeOf(two, true, restarted)).toBe('accepted');
    expect(await codeOf(one, true, restarted)).toBe('token.key');
  });

  it('are not so many that one token without a kid would be tried with thousands', async () => {
    const { codeOf, one, two, publish } = await portal();
    publish(...Array.from({ length: 50 }, () => one.jwk), two.jwk);
    expect(await codeOf(one, false)).toBe('accepted');
    expect(await codeOf(two)).toBe('accepted');
    expect(await codeOf(two, false)).toBe('token.signature');
  });

  it('are public keys for signing alone: no secret and no key for encryption is believed', async () => {
    const { codeOf, one, two, publish } = await portal();
    publish({ kty: 'oct', k: 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA', kid: 'one' }, { ...one.jwk, use: 'enc' }, two.jwk);
    expect(await codeOf(one)).toBe('token.key');
    expect(await codeOf(two)).toBe('accepted');
  });
});
