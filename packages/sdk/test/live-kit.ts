import { aWish, flush, never, setUp } from './kit.ts';
// Loaded before it is asked for, so that no test waits for a file.
import '../src/live-places.ts';
import type { FiveMicroSettings, LiveListener } from '../src/index.ts';

const isLive = (url: string) => new URL(url).pathname.endsWith('/live');

export type News = Parameters<LiveListener>[0];
export const resync = { type: 'resync' };
export const fact = (type = 'wish.claimed') => ({ type, id: aWish().id, area: 'yikang' });

/** An imitated server with streams whose words the test speaks. */
export function setUpLive(
  settings: Partial<FiveMicroSettings> = {},
  answer?: (count: number) => Response | Promise<Response> | undefined,
) {
  const streams: { say(text: string): Promise<void>; end(): Promise<void> }[] = [];
  let count = 0;
  const parts = setUp(({ url }) => {
    if (!isLive(url)) return never();
    const other = answer?.(++count);
    if (other) return other;
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    streams.push({
      say: async (text) => {
        void writer.write(new TextEncoder().encode(text)).catch(() => undefined);
        await flush();
      },
      end: async () => {
        void writer.close().catch(() => undefined);
        await flush();
      },
    });
    return new Response(readable, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
  }, settings);
  const heard: News[] = [];
  const subscribe = (options = {}) => parts.client.live.subscribe((news) => heard.push(news), options);
  const opened = () => parts.requests.filter(({ url }) => isLive(url));
  return { ...parts, streams, heard, subscribe, opened };
}

export const event = (value: object, id?: number) => `${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(value)}\n\n`;
