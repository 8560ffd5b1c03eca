import { describe, expect, it } from 'vitest';
import { fakeClock, flush, lost, never, refusal } from '../test/kit.ts';
import { event, fact, resync, setUpLive } from '../test/live-kit.ts';

describe('live facts', () => {
  it('come by one stream for all who listen to an area, and one more for another area', async () => {
    const { client, subscribe, opened, streams, heard } = setUpLive();
    subscribe();
    subscribe();
    subscribe({ area: 'nanyuan' });
    await flush();
    expect(client.live.state).toBe('idle');
    expect(opened().map(({ url }) => new URL(url).pathname)).toEqual(['/api/v1/areas/yikang/live', '/api/v1/areas/nanyuan/live']);
    expect(opened()[0]?.headers.get('accept')).toBe('text/event-stream');
    await streams[0]?.say(event(fact()));
    expect(client.live.state).toBe('stream');
    expect(heard).toEqual([fact(), fact()]);
  });

  it('that cannot be read are a reason to look again', async () => {
    const { subscribe, streams, heard } = setUpLive();
    subscribe();
    await flush();
    await streams[0]?.say(`data: {"type":\n\ndata: {"kind":1}\n\n: heartbeat\n\n`);
    expect(heard).toEqual([resync, resync]);
  });

  it('let whoever asks next ask anew, rather than share what was asked before', async () => {
    const { client, streams, requests } = setUpLive();
    client.live.subscribe(() => void client.wishes.get('slow'));
    await flush();
    void client.wishes.get('slow');
    await streams[0]?.say(event(fact()));
    expect(requests.filter(({ url }) => url.endsWith('/slow'))).toHaveLength(2);
  });

  it('carry the token, and are nobody’s while signed out', async () => {
    const { subscribe, opened } = setUpLive({ getToken: async () => 'abc' });
    subscribe();
    await flush();
    expect(opened()[0]?.headers.get('authorization')).toBe('Bearer abc');
    const out = setUpLive();
    out.subscribe();
    await flush();
    expect(out.opened()[0]?.headers.has('authorization')).toBe(false);
  });

  it('need an area', async () => {
    const { subscribe, requests } = setUpLive({ area: undefined });
    subscribe()();
    await flush();
    expect(requests).toHaveLength(0);
  });
});

describe('the end of listening', () => {
  it('closes the stream with the last listener, not when an element only moves', async () => {
    const { client, subscribe, opened, streams, heard } = setUpLive();
    const controller = new AbortController();
    const off = subscribe();
    await flush();
    await streams[0]?.say(': hello\n\n');
    off();
    subscribe({ signal: controller.signal });
    await flush();
    expect(opened().map(({ signal }) => signal.aborted)).toEqual([false]);
    controller.abort();
    await flush();
    expect(opened().map(({ signal }) => signal.aborted)).toEqual([true]);
    expect(client.live.state).toBe('idle');
    expect(heard).toEqual([]);
  });

  it('forgets where the stream was: who comes later reads everything first', async () => {
    const { subscribe, opened, streams } = setUpLive();
    const off = subscribe();
    await flush();
    await streams[0]?.say(event(fact(), 41));
    off();
    await flush();
    subscribe();
    await flush();
    expect(opened().map(({ headers }) => headers.has('last-event-id'))).toEqual([false, false]);
  });

  it('leaves no timer behind', async () => {
    const { subscribe, clock, streams } = setUpLive();
    const off = subscribe();
    await flush();
    await streams[0]?.say(': hello\n\n');
    off();
    await flush();
    expect(clock.waits()).toEqual([]);
  });

  it('is a pause while nobody looks, after which it goes on where it was', async () => {
    const { client, clock, subscribe, opened, streams, heard } = setUpLive();
    subscribe();
    await flush();
    await streams[0]?.say(event(fact(), 41));
    client.live.pause();
    await flush();
    expect(client.live.state).toBe('idle');
    expect(opened()[0]?.signal.aborted).toBe(true);
    subscribe({ area: 'nanyuan' });
    await clock.advance(600_000);
    expect(opened()).toHaveLength(1);
    client.live.resume();
    await flush();
    expect(opened().map(({ headers }) => headers.get('last-event-id'))).toEqual([null, '41', null]);
    await streams[1]?.say(event(fact('wish.released'), 42));
    expect(heard).toEqual([fact(), fact('wish.released')]);
  });
});

describe('a stream that ends', () => {
  it('is resumed after its last id', async () => {
    const { clock, subscribe, opened, streams, heard } = setUpLive();
    subscribe();
    await flush();
    await streams[0]?.say('id: 40\n\n');
    await clock.advance(10_000);
    await streams[0]?.end();
    expect(clock.waits()).toEqual([1500]);
    await clock.advance(1500);
    expect(opened()[1]?.headers.get('last-event-id')).toBe('40');
    await streams[1]?.say(event(fact(), 41));
    expect(heard).toEqual([fact()]);
  });

  it('without an id is begun again, with a look at everything', async () => {
    const { clock, subscribe, streams, heard } = setUpLive();
    subscribe();
    await flush();
    await streams[0]?.say(event(fact()));
    await clock.advance(10_000);
    await streams[0]?.end();
    await clock.advance(1500);
    await streams[1]?.say(': hello\n\n');
    expect(heard).toEqual([fact(), resync]);
  });

  it('is one that has been silent for 45 seconds; a heartbeat is enough to live on', async () => {
    const { clock, subscribe, opened, streams } = setUpLive();
    subscribe();
    await flush();
    await streams[0]?.say(':\n');
    await clock.advance(44_000);
    await streams[0]?.say(':\n');
    await clock.advance(44_999);
    expect(opened().map(({ signal }) => signal.aborted)).toEqual([false]);
    await clock.advance(1);
    expect(opened().map(({ signal }) => signal.aborted)).toEqual([true]);
    await clock.advance(1500);
    expect(opened()).toHaveLength(2);
  });

  it('by a refused token is opened with another', async () => {
    const tokens = ['old', 'new'];
    const { clock, subscribe, opened } = setUpLive({ getToken: async () => tokens.shift() ?? null }, (count) =>
      count === 1 ? refusal('token.expired') : undefined,
    );
    subscribe();
    await clock.advance(1500);
    expect(opened().map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer old', 'Bearer new']);
  });

  it('with its token is opened with the next one, which is asked for before', async () => {
    const clock = fakeClock();
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const jwt = (endsIn: number) => `e30.${part({ iss: 'portal', sub: 'wang', exp: clock.now() / 1000 + endsIn })}.c2ln`;
    const tokens = [jwt(600), jwt(1200)];
    const reasons: string[] = [];
    const { subscribe, opened, streams } = setUpLive({
      clock,
      getToken: async ({ reason }) => tokens[reasons.push(reason) - 1] ?? null,
    });
    subscribe();
    await flush();
    await streams[0]?.say('id: 40\n\n');
    for (let second = 0; second < 600; second += 20) {
      await clock.advance(20_000);
      await streams[0]?.say(':\n');
    }
    await streams[0]?.end();
    await clock.advance(1500);
    expect(reasons).toEqual(['first', 'expired']);
    expect(opened().map(({ headers }) => headers.get('authorization'))).toEqual(tokens.map((token) => `Bearer ${token}`));
  });

  it('by another person signing in is opened for them at once', async () => {
    const tokens = ['old', 'new'];
    const { client, subscribe, opened, streams, heard } = setUpLive({ getToken: async () => tokens.shift() ?? null });
    subscribe();
    await flush();
    await streams[0]?.say(': hello\n\n');
    await client.session.renew();
    await flush();
    expect(opened().map(({ headers, signal }) => [headers.get('authorization'), signal.aborted])).toEqual([
      ['Bearer old', true],
      ['Bearer new', false],
    ]);
    await streams[0]?.say(event(fact()));
    await streams[1]?.say(': hello\n\n');
    expect(heard).toEqual([resync]);
  });
});

describe('where streams fail', () => {
  it.each([
    ['nothing answers', lost],
    ['a page answers', () => new Response(event(fact()), { headers: { 'content-type': 'text/html' } })],
    ['a refusal answers', () => refusal('server.busy')],
    ['the stream ends at once', () => new Response(':\n\n', { headers: { 'content-type': 'text/event-stream' } })],
  ])('twice, because %s, it is polled every 15 seconds', async (_, answer) => {
    const { client, clock, subscribe, opened, heard } = setUpLive({}, answer);
    subscribe();
    await clock.advance(1499);
    expect(client.live.state).toBe('idle');
    await clock.advance(1);
    expect(opened()).toHaveLength(2);
    expect(client.live.state).toBe('polling');
    const before = heard.length;
    await clock.advance(8_000);
    await clock.advance(60_000);
    expect(heard.length - before).toBeGreaterThanOrEqual(4);
    expect(new Set(heard.map(({ type }) => type))).toEqual(new Set(['resync']));
  });

  it('by saying nothing, as behind a proxy that holds answers back, it is polled within 15 seconds', async () => {
    const { client, clock, subscribe, heard } = setUpLive({ random: () => 1 }, never);
    subscribe();
    await clock.advance(15_000);
    expect(client.live.state).toBe('polling');
    expect(heard).toEqual([resync]);
    await clock.advance(30_000);
    expect(heard).toEqual([resync, resync, resync]);
  });

  it('it is tried again later and less and less often, and polling ends when it works', async () => {
    const { client, clock, subscribe, opened, streams, heard } = setUpLive({}, (count) => (count <= 4 ? lost() : undefined));
    subscribe();
    const at: number[] = [];
    const start = clock.now();
    for (let tried = 0; tried < 5; ) {
      await clock.advance(tried ? 750 : 0);
      if (opened().length > tried) {
        tried = opened().length;
        at.push(clock.now() - start);
      }
    }
    expect(at).toEqual([0, 1500, 12_750, 35_250, 80_250]);
    await streams[0]?.say('id: 50\n\n');
    expect(client.live.state).toBe('stream');
    const before = heard.length;
    expect(heard.at(-1)).toEqual(resync);
    await clock.advance(40_000);
    expect(heard).toHaveLength(before);
  });

  it('a pause ends the polling too', async () => {
    const { client, clock, subscribe, heard } = setUpLive({}, lost);
    subscribe();
    await clock.advance(2000);
    expect(client.live.state).toBe('polling');
    client.live.pause();
    expect(clock.waits()).toEqual([]);
    const before = heard.length;
    await clock.advance(600_000);
    expect(heard).toHaveLength(before);
    expect(client.live.state).toBe('idle');
    expect(clock.waits()).toEqual([]);
  });
});
