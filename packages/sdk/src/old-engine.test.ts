import { expect, it, vi } from 'vitest';
import { aWish, failureOf, flush, json, never, setUp } from '../test/kit.ts';

// Before anything is loaded: Chrome < 116 has no AbortSignal.any, < 100 no throwIfAborted, a plain-http page no randomUUID.
vi.hoisted(() => {
  Reflect.deleteProperty(AbortSignal.prototype, 'throwIfAborted');
  Reflect.deleteProperty(AbortSignal, 'any');
  Reflect.deleteProperty(AbortSignal, 'timeout');
  Object.defineProperty(crypto, 'randomUUID', { value: undefined });
});

const id = aWish().id;

it('aborts without AbortSignal.any', async () => {
  const { client, clock, requests } = setUp(never);
  const controller = new AbortController();
  const failed = failureOf(client.wishes.get(id, { signal: controller.signal }));
  const late = failureOf(client.wishes.claim(id));
  await flush();
  controller.abort();
  expect((await failed).code).toBe('aborted');
  expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  await clock.advance(20_000);
  expect((await late).code).toBe('network.timeout');
  expect(requests[1]?.signal.aborted).toBe(true);
});

it('makes keys without randomUUID', async () => {
  const { client, requests } = setUp(() => json(aWish()));
  await client.wishes.claim(id);
  expect(requests[0]?.headers.get('idempotency-key')).toHaveLength(36);
});
