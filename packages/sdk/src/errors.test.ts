import { afterEach, describe, expect, it, vi } from 'vitest';
import { aPage, aWish, failureOf, json, lost, refusal, setUp } from '../test/kit.ts';
import { FiveMicroError, isFiveMicroError } from './index.ts';

const id = aWish().id;

describe('a refusal', () => {
  it('carries the code, the words, the fields, what they speak of and the request id', async () => {
    const fields = [{ path: 'forWhom.relation', code: 'not-an-option', message: '请从列出的里面选。' }];
    const { client } = setUp(() =>
      refusal('request.invalid', { detail: '有几处要改一改，改好再交。', fields, params: { max: '60' }, later: 1 }),
    );
    const error = await failureOf(client.wishes.post({ title: '想要', kind: 'item' }));
    expect(error).toMatchObject({
      name: 'FiveMicroError',
      message: '有几处要改一改，改好再交。',
      code: 'request.invalid',
      status: 422,
      requestId: 'r-1',
      retryable: false,
      fields,
      params: { max: '60' },
      saved: false,
    });
  });

  it('with a code that is newer than this copy carries it as it is, and the status says what kind it is', async () => {
    const { client } = setUp(() =>
      json({ type: 'about:blank', title: '今天不行', status: 409, code: 'wish.festival', requestId: 'r-2' }, 409),
    );
    const error = await failureOf(client.wishes.claim(id));
    expect(error).toMatchObject({ code: 'wish.festival', status: 409, message: '今天不行', requestId: 'r-2', retryable: false });
  });

  it('is known as ours across copies of the module', async () => {
    const foreigner = Object.assign(new Error('x'), { [Symbol.for('five-micro.error')]: true });
    expect([foreigner, new FiveMicroError('aborted')].every(isFiveMicroError)).toBe(true);
    expect([new Error('x'), null, undefined, 'aborted'].some(isFiveMicroError)).toBe(false);
  });
});

describe('without a network', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is said at once, as there is no use in trying again', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { client, requests } = setUp(lost);
    expect(await failureOf(client.wishes.get(id))).toMatchObject({ code: 'network.offline', status: 0, retryable: true });
    expect(requests).toHaveLength(1);
  });
});

describe('what it says about having been saved', () => {
  it('is unknown after a lost answer', async () => {
    const { client, clock } = setUp(lost);
    const failed = failureOf(client.wishes.claim(id));
    await clock.advance(10_000);
    expect((await failed).saved).toBe('unknown');
  });

  it('stays unknown where the second try was turned away at the door', async () => {
    const { client, clock } = setUp((_, count) => (count === 1 ? lost() : refusal('server.busy', {}, { 'retry-after': '60' })));
    const failed = failureOf(client.wishes.claim(id));
    await clock.advance(10_000);
    expect(await failed).toMatchObject({ code: 'server.busy', saved: 'unknown' });
  });

  it('is no where the second try was looked at and refused', async () => {
    const { client, clock } = setUp((_, count) => (count === 1 ? lost() : refusal('wish.already-claimed')));
    const failed = failureOf(client.wishes.claim(id));
    await clock.advance(10_000);
    expect(await failed).toMatchObject({ code: 'wish.already-claimed', saved: false });
  });

  it('is unknown where the answer to a change cannot be read', async () => {
    const { client } = setUp(() => json({ ...aWish(), title: null }));
    expect(await failureOf(client.wishes.claim(id))).toMatchObject({ code: 'answer.invalid', saved: 'unknown' });
  });
});

describe('an answer', () => {
  it('may hold fields, verbs and events that are newer than this copy', async () => {
    const { client } = setUp(() => aPage([{ ...aWish(), can: ['claim', 'sing'], colour: 'red' }]));
    expect((await client.wishes.list()).items[0]?.can).toEqual(['claim', 'sing']);
  });

  it('that breaks the contract is an error which says where', async () => {
    const { client } = setUp(() => aPage([aWish(), { ...aWish(), title: null }]));
    const error = await failureOf(client.wishes.list());
    expect(error).toMatchObject({ code: 'answer.invalid', status: 200, retryable: false, saved: false });
    expect(error.message).toContain('items.1.title');
  });

  it.each([
    ['a page', new Response('<!doctype html><title>登录</title>', { headers: { 'content-type': 'text/html' } })],
    ['a page sent as JSON', new Response('<!doctype html>', { headers: { 'content-type': 'application/json' } })],
    ['somebody else’s JSON', json({ ok: true })],
    ['a list', json([])],
    ['null', json(null)],
    ['nothing', new Response(null, { status: 204 })],
    ['a refusal of another kind', json({ error: 'not found' }, 404)],
    ['a problem without our code', json({ type: 'about:blank', title: 'Not Found', status: 404 }, 404)],
  ])('that is %s is from no Five Micro server', async (_, response) => {
    const { client } = setUp(() => response);
    expect(await failureOf(client.wishes.get(id))).toMatchObject({
      code: 'answer.not-five-micro',
      status: response.status,
      retryable: false,
    });
  });

  it('from a proxy in between can be tried again later', async () => {
    const { client, clock } = setUp(() => new Response('<h1>502 Bad Gateway</h1>', { status: 502 }));
    const failed = failureOf(client.wishes.claim(id));
    await clock.advance(10_000);
    expect(await failed).toMatchObject({ code: 'answer.not-five-micro', status: 502, retryable: true, saved: 'unknown' });
  });
});
