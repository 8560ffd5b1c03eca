import { describe, expect, it } from 'vitest';
import { aPage, aWish, failureOf, flush, json, lost, never, refusal, setUp } from '../test/kit.ts';

const id = aWish().id;
const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe('what is sent', () => {
  it('speaks the language asked for, and says nothing of anyone while nobody is signed in', async () => {
    const { client, requests } = setUp(() => aPage(), { lang: 'en' });
    await client.wishes.list({ status: 'open', q: '收音机', category: undefined, kind: '', limit: 5 });
    expect(requests[0]?.url).toBe(
      'https://wuwei.test/api/v1/areas/yikang/wishes?limit=5&q=%E6%94%B6%E9%9F%B3%E6%9C%BA&status=open',
    );
    expect(requests[0]?.headers.get('accept-language')).toBe('en');
    expect(requests[0]?.headers.has('authorization')).toBe(false);
    expect(requests[0]?.headers.has('idempotency-key')).toBe(false);
  });

  it('encodes what stands in a path', async () => {
    const { client, requests } = setUp(() => json(aWish()));
    await client.wishes.get('a/b?c');
    expect(requests[0]?.url).toBe('https://wuwei.test/api/v1/wishes/a%2Fb%3Fc');
  });

  it('asks nothing where a path parameter is missing or would lead elsewhere', async () => {
    const { client, requests } = setUp(() => json(aWish()), { area: undefined });
    expect((await failureOf(client.wishes.claim('..'))).code).toBe('request.not-found');
    expect((await failureOf(client.wishes.list())).code).toBe('area.unknown');
    expect(requests).toHaveLength(0);
  });

  it('gives every unsafe request a key of its own, a UUID', async () => {
    const { client, requests } = setUp(() => json(aWish()));
    await client.wishes.claim(id);
    await client.wishes.claim(id);
    const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys[0]).toMatch(uuid);
    expect(keys[1]).toMatch(uuid);
    expect(keys[0]).not.toBe(keys[1]);
    expect(await requests[0]?.text()).toBe('{}');
  });

  it('sends a picture as it is, and sends it again as it is', async () => {
    const { client, clock, requests } = setUp((_, count) =>
      count === 1 ? lost() : json({ id, url: '/u', width: 1, height: 1 }, 201),
    );
    const posted = client.uploads.post(new Blob(['picture'], { type: 'image/jpeg' }));
    await clock.advance(1000);
    await posted;
    for (const request of requests) {
      expect(request.headers.get('content-type')).toBe('image/jpeg');
      expect(await request.text()).toBe('picture');
    }
    expect(requests).toHaveLength(2);
  });
});

describe('trying again', () => {
  it('repeats an unsafe request under the same key after a lost answer', async () => {
    const { client, clock, requests } = setUp((_, count) => (count < 3 ? lost() : json(aWish({ status: 'claimed' }))));
    const claimed = client.wishes.claim(id, { dueAt: '2026-11-25T00:00:00.000Z' });
    await clock.advance(5000);
    expect((await claimed).status).toBe('claimed');
    expect(new Set(requests.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(
      Array(3).fill('{"dueAt":"2026-11-25T00:00:00.000Z"}'),
    );
  });

  it.each([408, 429, 502, 503, 504])('repeats after %i', async (status) => {
    const { client, clock, requests } = setUp((_, count) => (count === 1 ? new Response('busy', { status }) : json(aWish())));
    const got = client.wishes.get(id);
    await clock.advance(1000);
    expect((await got).id).toBe(id);
    expect(requests).toHaveLength(2);
  });

  it('does not repeat what was refused', async () => {
    const { client, requests } = setUp(() => refusal('wish.already-claimed', { params: { name: '陈**' } }));
    expect((await failureOf(client.wishes.claim(id))).params).toEqual({ name: '陈**' });
    expect(requests).toHaveLength(1);
  });

  it('waits with full jitter, twice as long each time, and gives up after four tries', async () => {
    const { client, clock, requests } = setUp(lost);
    const failed = failureOf(client.wishes.get(id));
    for (const pause of [500, 1000, 2000]) {
      await flush();
      expect(clock.waits()[0]).toBe(pause);
      await clock.advance(pause);
    }
    expect(await failed).toMatchObject({ code: 'network.unreachable', status: 0, retryable: true, saved: false });
    expect(requests).toHaveLength(4);
  });

  it('waits as long as the server says', async () => {
    const { client, clock } = setUp((_, count) =>
      count === 1 ? refusal('request.rate-limited', {}, { 'retry-after': '7' }) : json(aWish()),
    );
    const got = client.wishes.get(id);
    await flush();
    expect(clock.waits()[0]).toBe(7500);
    await clock.advance(7500);
    expect((await got).id).toBe(id);
  });

  it('does not wait where there is no time left for it', async () => {
    const { client, requests } = setUp(() => refusal('server.busy', {}, { 'retry-after': '60' }));
    expect((await failureOf(client.wishes.get(id))).code).toBe('server.busy');
    expect(requests).toHaveLength(1);
  });
});

describe('the end of patience', () => {
  it('gives up when the time for everything together is over', async () => {
    const { client, clock, requests } = setUp((_, count) => (count === 1 ? lost() : never()));
    const failed = failureOf(client.wishes.claim(id));
    await clock.advance(19_999);
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([false, false]);
    await clock.advance(1);
    expect(await failed).toMatchObject({ code: 'network.timeout', retryable: true, saved: 'unknown' });
    expect(requests[1]?.signal.aborted).toBe(true);
    expect(clock.waits()).toEqual([]);
  });

  it('has three times as long for a picture, and as long as the caller says', async () => {
    const { client, clock } = setUp(never);
    let ended = '';
    void failureOf(client.uploads.post(new Blob(['p']))).then(() => (ended += 'picture'));
    void failureOf(client.wishes.get(id, { timeout: 3000 })).then(() => (ended += 'wish '));
    await clock.advance(3000);
    expect(ended).toBe('wish ');
    await clock.advance(56_999);
    expect(ended).toBe('wish ');
    await clock.advance(1);
    expect(ended).toBe('wish picture');
  });

  it('ends what is under way when it is aborted', async () => {
    const { client, clock, requests } = setUp(never);
    const controller = new AbortController();
    const failed = failureOf(client.wishes.claim(id, {}, { signal: controller.signal }));
    await flush();
    controller.abort();
    expect(await failed).toMatchObject({ code: 'aborted', retryable: false, saved: 'unknown' });
    expect(requests[0]?.signal.aborted).toBe(true);
    expect(clock.waits()).toEqual([]);
  });

  it('sends nothing when it was aborted before', async () => {
    const { client, requests } = setUp(never);
    expect(await failureOf(client.wishes.claim(id, {}, { signal: AbortSignal.abort() }))).toMatchObject({
      code: 'aborted',
      saved: false,
    });
    await flush();
    expect(requests).toHaveLength(0);
  });
});

describe('asking the same thing at once', () => {
  it('sends one request for ten who ask, and gives each an answer of their own', async () => {
    const { client, requests } = setUp(() => json(aWish()));
    const answers = await Promise.all(Array.from({ length: 10 }, () => client.wishes.get(id)));
    expect(requests).toHaveLength(1);
    expect(new Set(answers).size).toBe(10);
    await client.wishes.get(id);
    expect(requests).toHaveLength(2);
  });

  it('ends it only when everyone has gone', async () => {
    const { client, requests } = setUp(never);
    const [one, two] = [new AbortController(), new AbortController()];
    const failed = [
      failureOf(client.wishes.get(id, { signal: one.signal })),
      failureOf(client.wishes.get(id, { signal: two.signal })),
    ];
    await flush();
    one.abort();
    expect((await failed[0])?.code).toBe('aborted');
    expect(requests[0]?.signal.aborted).toBe(false);
    two.abort();
    expect((await failed[1])?.code).toBe('aborted');
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  it('does not join a request that has been given up', async () => {
    const { client, requests } = setUp((_, count) => (count === 1 ? never() : json(aWish())));
    const controller = new AbortController();
    void failureOf(client.wishes.get(id, { signal: controller.signal }));
    await flush();
    controller.abort();
    expect((await client.wishes.get(id)).id).toBe(id);
    expect(requests).toHaveLength(2);
  });

  it('asks anew after a change, rather than share what was asked before it', async () => {
    const answers: ((response: Response) => void)[] = [];
    const { client, requests } = setUp(({ method }) =>
      method === 'GET' ? new Promise((resolve) => answers.push(resolve)) : json(aWish({ status: 'claimed' })),
    );
    const before = client.wishes.get(id);
    await client.wishes.claim(id);
    const after = client.wishes.get(id);
    await flush();
    answers[0]?.(json(aWish()));
    answers[1]?.(json(aWish({ status: 'claimed' })));
    expect((await before).status).toBe('open');
    expect((await after).status).toBe('claimed');
    expect(requests).toHaveLength(3);
  });

  it('never shares an unsafe request', async () => {
    const { client, requests } = setUp(() => json(aWish()));
    const listed = client.wishes.list().toArray({ limit: 1 });
    // The same address as the list's.
    const wish = { title: '想要一台收音机', kind: 'item' } as const;
    await Promise.all([client.wishes.post(wish), client.wishes.post(wish), failureOf(listed)]);
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
  });
});
