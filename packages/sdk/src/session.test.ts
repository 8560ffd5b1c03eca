import { describe, expect, it, vi } from 'vitest';
import { aWish, failureOf, type FakeClock, fakeClock, flush, json, lost, never, refusal, setUp } from '../test/kit.ts';
import type { GetToken, SessionState, TokenReason } from './index.ts';

const id = aWish().id;
const bearer = ({ headers }: Request) => headers.get('authorization');

/** A portal that gives the next of these tokens each time it is asked; the last one for ever. */
function portal(give: (clock: FakeClock) => (string | null)[]) {
  const clock = fakeClock();
  const tokens = give(clock);
  const reasons: TokenReason[] = [];
  const getToken: GetToken = async ({ reason }) => {
    reasons.push(reason);
    return tokens[Math.min(reasons.length, tokens.length) - 1] ?? null;
  };
  return { clock, tokens, reasons, getToken };
}

/** A client with this portal, and its one clock. */
function signedIn(give: (clock: FakeClock) => (string | null)[], handler: Parameters<typeof setUp>[0] = () => json(aWish())) {
  const { clock, tokens, reasons, getToken } = portal(give);
  const { client, requests } = setUp(handler, { clock, getToken });
  return { client, clock, requests, tokens, reasons };
}

const jwtOf = (sub: string, endsIn: number, clock: FakeClock) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'ES256' })}.${part({ iss: 'portal', sub, name: '王小明', exp: clock.now() / 1000 + endsIn })}.c2ln`;
};

describe('a token', () => {
  it('is asked for once, however many requests need it', async () => {
    const { client, requests, reasons, tokens } = signedIn((clock) => [jwtOf('wang', 3600, clock)]);
    await Promise.all([client.wishes.get('a'), client.wishes.get('b'), client.wishes.claim(id)]);
    await client.wishes.get('c');
    expect(reasons).toEqual(['first']);
    expect(requests.map(bearer)).toEqual(Array(4).fill(`Bearer ${tokens[0]}`));
  });

  it('is renewed a minute before it ends', async () => {
    const { client, clock, requests, reasons, tokens } = signedIn((at) => [jwtOf('wang', 600, at), jwtOf('wang', 1200, at)]);
    await client.wishes.get(id);
    await clock.advance(539_000);
    await client.wishes.get(id);
    await clock.advance(1000);
    await client.wishes.get(id);
    expect(reasons).toEqual(['first', 'expired']);
    expect(requests.map(bearer)).toEqual([tokens[0], tokens[0], tokens[1]].map((token) => `Bearer ${token}`));
  });

  it('still serves where its early renewal fails', async () => {
    const clock = fakeClock();
    const token = jwtOf('wang', 600, clock);
    const getToken = vi.fn<GetToken>().mockResolvedValueOnce(token).mockRejectedValue(new Error('portal down'));
    const { client, requests } = setUp(() => json(aWish()), { clock, getToken });
    await client.wishes.get(id);
    await clock.advance(550_000);
    await client.wishes.get(id);
    expect(requests.map(bearer)).toEqual([`Bearer ${token}`, `Bearer ${token}`]);
    await clock.advance(50_000);
    expect((await failureOf(client.wishes.claim(id))).code).toBe('token.unavailable');
  });

  it('of a minute is renewed before it ends too, not with each request', async () => {
    const { client, clock, reasons } = signedIn((at) => [jwtOf('wang', 60, at), jwtOf('wang', 120, at)]);
    await client.wishes.get(id);
    await clock.advance(47_000);
    await client.wishes.get(id);
    expect(reasons).toEqual(['first']);
    await clock.advance(1000);
    await client.wishes.get(id);
    expect(reasons).toEqual(['first', 'expired']);
  });

  it('whose early renewal fails is not asked for with each request until it has ended', async () => {
    const clock = fakeClock();
    const getToken = vi
      .fn<GetToken>()
      .mockResolvedValueOnce(jwtOf('wang', 600, clock))
      .mockRejectedValue(new Error('portal down'));
    const { client, requests } = setUp(() => json(aWish()), { clock, getToken });
    await client.wishes.get(id);
    await clock.advance(550_000);
    for (let count = 0; count < 10; count++) await client.wishes.get(id);
    expect(getToken).toHaveBeenCalledTimes(2);
    await clock.advance(5_000);
    await client.wishes.get(id);
    expect(getToken).toHaveBeenCalledTimes(3);
    expect(requests).toHaveLength(12);
  });

  it('that seems to have ended when it comes is used all the same: the clock of this phone is wrong', async () => {
    const { client, requests, reasons } = signedIn((clock) => [jwtOf('wang', -7200, clock)]);
    await client.wishes.get(id);
    await client.wishes.get(id);
    expect(reasons).toEqual(['first']);
    expect(requests).toHaveLength(2);
  });

  it.each(['token.expired', 'token.revoked', 'token.key'] as const)(
    'refused as %s is renewed once, and the request goes on',
    async (code) => {
      const { client, requests, reasons, tokens } = signedIn(
        (clock) => [jwtOf('wang', 3600, clock), jwtOf('wang', 3601, clock)],
        (_, count) => (count === 1 ? refusal(code) : json(aWish())),
      );
      expect((await client.wishes.claim(id)).id).toBe(id);
      expect(reasons).toEqual(['first', code === 'token.expired' ? 'expired' : 'refused']);
      expect(requests.map(bearer)).toEqual(tokens.map((token) => `Bearer ${token}`));
      expect(requests[0]?.headers.get('idempotency-key')).toBe(requests[1]?.headers.get('idempotency-key'));
    },
  );

  it('refused for ten requests at once is renewed once', async () => {
    const { client, tokens, reasons } = signedIn(
      (clock) => [jwtOf('wang', 3600, clock), jwtOf('wang', 3601, clock)],
      (request) => (bearer(request) === `Bearer ${tokens[0]}` ? refusal('token.revoked') : json(aWish())),
    );
    await Promise.all(Array.from({ length: 10 }, (_, at) => client.wishes.get(`${at}`)));
    expect(reasons).toEqual(['first', 'refused']);
  });

  it('refused twice is an error, and the same one is not tried again', async () => {
    const twice = signedIn(
      (clock) => [jwtOf('a', 3600, clock), jwtOf('a', 3601, clock), jwtOf('a', 3602, clock)],
      () => refusal('token.audience'),
    );
    expect((await failureOf(twice.client.wishes.get(id))).code).toBe('token.audience');
    expect(twice.requests).toHaveLength(2);
    const same = signedIn(
      (clock) => [jwtOf('a', 3600, clock)],
      () => refusal('token.audience'),
    );
    expect((await failureOf(same.client.wishes.get(id))).code).toBe('token.audience');
    expect(same.requests).toHaveLength(1);
  });

  it('of nothing at all means signed out as well: a page’s own script has no types', async () => {
    const { client, requests } = setUp(() => json(aWish()), { getToken: async () => undefined });
    await client.wishes.get(id);
    expect(requests.map(bearer)).toEqual([null]);
    expect(client.session.state).toBe('signed-out');
  });

  it('of null means signed out: requests go without one, and nobody is asked again', async () => {
    const { client, requests, reasons } = signedIn(() => [null]);
    await client.wishes.get(id);
    await client.wishes.get(id);
    expect(reasons).toEqual(['first']);
    expect(requests.map(bearer)).toEqual([null, null]);
    expect(client.session.state).toBe('signed-out');
  });

  it.each([
    ['cannot be had', async () => Promise.reject(new Error('portal down'))],
    ['has what no header takes', async () => '王小明'],
    ['is empty', async () => ''],
  ])('that %s is an error with a name, and is asked for again next time', async (_, fails) => {
    const clock = fakeClock();
    const getToken = vi
      .fn<GetToken>()
      .mockImplementationOnce(fails)
      .mockResolvedValue(jwtOf('wang', 3600, clock));
    const { client, requests } = setUp(() => json(aWish()), { getToken, clock });
    expect(await failureOf(client.wishes.claim(id))).toMatchObject({
      code: 'token.unavailable',
      status: 0,
      retryable: true,
      saved: false,
    });
    expect(requests).toHaveLength(0);
    expect((await client.wishes.claim(id)).id).toBe(id);
  });

  it('that never comes is given up while there is time to say so', async () => {
    let given: AbortSignal | undefined;
    const { client, clock } = setUp(() => json(aWish()), {
      getToken: ({ signal }) => {
        given = signal;
        return new Promise(() => undefined);
      },
    });
    const failed = failureOf(client.wishes.claim(id));
    await clock.advance(10_000);
    expect((await failed).code).toBe('token.unavailable');
    expect(given?.aborted).toBe(true);
  });
});

describe('the session', () => {
  it('without a getToken is signed out', async () => {
    const { client } = setUp(never);
    expect(client.session.state).toBe('signed-out');
    expect(await client.session.check()).toBe(false);
  });

  it('asks the portal when it does not know', async () => {
    const { client } = signedIn((clock) => [jwtOf('wang', 3600, clock)]);
    expect(client.session.state).toBe('unknown');
    expect(await client.session.check()).toBe(true);
    expect(client.session.state).toBe('signed-in');
  });

  it('tells of the first answer, of each renew, and of another person; not of the same person’s new token', async () => {
    const { client, clock } = signedIn((at) => [
      null,
      jwtOf('wang', 600, at),
      jwtOf('wang', 1200, at),
      jwtOf('li', 1800, at),
      jwtOf('li', 3600, at),
    ]);
    const told: [SessionState, SessionState][] = [];
    const off = client.session.onChange((state, before) => told.push([state, before]));
    await client.session.check();
    expect(told.splice(0)).toEqual([['signed-out', 'unknown']]);
    await client.session.renew();
    expect(told.splice(0)).toEqual([['signed-in', 'signed-out']]);
    await clock.advance(550_000);
    await client.session.check();
    expect(told.splice(0)).toEqual([]);
    await clock.advance(600_000);
    await client.session.check();
    expect(told.splice(0)).toEqual([['signed-in', 'signed-in']]);
    await client.session.renew();
    expect(told.splice(0)).toEqual([['signed-in', 'signed-in']]);
    off();
    await client.session.renew();
    expect(told).toEqual([]);
  });

  it('gives those who wait for a token the one that renew() brings', async () => {
    const answers: ((token: string) => void)[] = [];
    const { client, requests } = setUp(() => json(aWish()), { getToken: () => new Promise((resolve) => answers.push(resolve)) });
    const got = client.wishes.get(id);
    const renewed = client.session.renew();
    answers[0]?.('old');
    answers[1]?.('new');
    await Promise.all([got, renewed]);
    expect(requests.map(bearer)).toEqual(['Bearer new']);
  });

  it('is over when it is ended: no token is used or asked for until the next renew', async () => {
    const { client, requests, reasons, tokens } = signedIn((clock) => [jwtOf('wang', 3600, clock), jwtOf('li', 3600, clock)]);
    const told: [SessionState, SessionState][] = [];
    await client.wishes.get(id);
    client.session.onChange((state, before) => told.push([state, before]));
    client.session.end();
    expect(client.session.state).toBe('signed-out');
    expect(client.session.ended).toBe(true);
    expect(told).toEqual([['signed-out', 'signed-in']]);
    await client.wishes.get(id);
    expect(await client.session.check()).toBe(false);
    expect(reasons).toHaveLength(1);
    await client.session.renew();
    expect(client.session.ended).toBe(false);
    await client.wishes.get(id);
    expect(requests.map(bearer)).toEqual([`Bearer ${tokens[0]}`, null, `Bearer ${tokens[1]}`]);
  });

  it('that is ended while the portal is asked takes nobody in by its late answer', async () => {
    let answer: (token: string) => void = () => undefined;
    let asked: AbortSignal | undefined;
    const { client, requests } = setUp(() => json(aWish()), {
      getToken: ({ signal }) => {
        asked = signal;
        return new Promise((resolve) => (answer = resolve));
      },
    });
    const got = client.wishes.get(id);
    await flush();
    client.session.end();
    expect(asked?.aborted).toBe(true);
    answer('late');
    await got;
    expect(requests.map(bearer)).toEqual([null]);
    expect(client.session.state).toBe('signed-out');
  });

  it('is unknown after a renew that failed', async () => {
    const getToken = vi.fn<GetToken>().mockResolvedValueOnce('t').mockRejectedValue(new Error('portal down'));
    const { client } = setUp(() => json(aWish()), { getToken });
    await client.session.check();
    expect((await failureOf(client.session.renew())).code).toBe('token.unavailable');
    expect(client.session.state).toBe('unknown');
  });

  it('does not do in one person’s name what another began', async () => {
    const { client, clock, requests } = signedIn((at) => [jwtOf('wang', 3600, at), jwtOf('li', 3600, at)], lost);
    const failed = failureOf(client.wishes.claim(id));
    await flush();
    await client.session.renew();
    await clock.advance(20_000);
    expect(await failed).toMatchObject({ code: 'network.unreachable', saved: 'unknown' });
    expect(requests).toHaveLength(1);
  });
});
