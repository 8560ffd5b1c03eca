import { expect, it, vi } from 'vitest';
import { flush, never, setUp } from '../test/kit.ts';
import type * as Places from './live-places.ts';

// As after a new release, when the old one's file is gone, or on a network that comes and goes.
const file = vi.hoisted(() => ({ missing: true }));
vi.mock('./live-places.ts', async (original) => {
  const real = await original<typeof Places>();
  return {
    get openLive() {
      if (file.missing) throw new TypeError('Failed to fetch dynamically imported module');
      return real.openLive;
    },
  };
});

it('where the streams’ own file does not come, everything is looked at every 15 seconds until it does', async () => {
  await import('./live-places.ts');
  const { client, clock, requests } = setUp(never);
  const heard: string[] = [];
  client.live.subscribe(({ type }) => heard.push(type));
  await clock.advance(15_000);
  expect(heard).toEqual(['resync']);
  await clock.advance(15_000);
  expect(heard).toEqual(['resync', 'resync']);
  client.live.pause();
  await clock.advance(60_000);
  expect(heard).toHaveLength(2);
  file.missing = false;
  client.live.resume();
  await clock.advance(15_000);
  await flush();
  expect(requests.map(({ url }) => new URL(url).pathname)).toContain('/api/v1/areas/yikang/live');
});
