import { type ErrorCode, errorStatus } from '@five-micro/contract';
import { expect } from 'vitest';
import { type Clock, createFiveMicro, type FiveMicroError, type FiveMicroSettings, isFiveMicroError } from '../src/index.ts';
import { aWish } from './wish.ts';

export const apiUrl = 'https://wuwei.test/api/v1';

/** Lets everything that needs no clock happen. */
export async function flush(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
}

export interface FakeClock extends Clock {
  /** Moves on, timer by timer. */
  advance(ms: number): Promise<void>;
  /** What is waited for now, in milliseconds from now. */
  waits(): number[];
}

export function fakeClock(start = Date.UTC(2026, 10, 23, 2, 32)): FakeClock {
  let now = start;
  const timers = new Set<{ at: number; run: () => void }>();
  const next = () => [...timers].sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      await flush();
      const end = now + ms;
      for (let timer = next(); timer && timer.at <= end; timer = next()) {
        timers.delete(timer);
        now = timer.at;
        timer.run();
        await flush();
      }
      now = end;
    },
    waits: () => [...timers].map(({ at }) => at - now).sort((a, b) => a - b),
  };
}

type Handler = (request: Request, count: number) => Response | Promise<Response>;

/** A server in one function; it remembers what it was asked. `count` starts at 1. */
export function imitate(handler: Handler): { fetch: typeof fetch; requests: Request[] } {
  const requests: Request[] = [];
  const followed: unknown[] = [];
  return {
    requests,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      // A copy's signal falls silent when Node collects the request whose signal it follows.
      followed.push(input);
      requests.push(request);
      const { signal } = request;
      return Promise.race([
        handler(request, requests.length),
        new Promise<never>((_, reject) =>
          signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
        ),
      ]);
    },
  };
}

/** A client on an imitated server, with a clock that stands still and jitter that is always half. */
export function setUp(handler: Handler, settings: Partial<FiveMicroSettings> = {}) {
  const clock = fakeClock();
  const server = imitate(handler);
  const client = createFiveMicro({ apiUrl, area: 'yikang', random: () => 0.5, clock, fetch: server.fetch, ...settings });
  return { client, clock, requests: server.requests };
}

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', ...headers } });

export const refusal = (code: ErrorCode, more: object = {}, headers: Record<string, string> = {}) =>
  json(
    { type: `https://five-micro.test/errors/${code}`, title: code, status: errorStatus[code], code, requestId: 'r-1', ...more },
    errorStatus[code],
    { 'content-type': 'application/problem+json', ...headers },
  );

export const lost = (): never => {
  throw new TypeError('fetch failed');
};

export const never = () => new Promise<Response>(() => undefined);

export { aWish };

export const aPage = (items: unknown[] = [aWish()], nextCursor: string | null = null) => json({ items, nextCursor });

export async function failureOf(promise: PromiseLike<unknown>): Promise<FiveMicroError> {
  const error = await promise.then(
    () => 'no error',
    (thrown: unknown) => thrown,
  );
  if (isFiveMicroError(error)) return error;
  return expect.fail(`expected a FiveMicroError, got ${String(error)}`);
}
