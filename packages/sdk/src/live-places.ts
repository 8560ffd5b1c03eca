import type { Fact } from '@five-micro/contract';
import { type Channel, createChannel } from './channel.ts';
import type { Live, LiveListener, LivePorts, Resync } from './live-ports.ts';

/** An area that is listened to. */
interface Place {
  listeners: Set<LiveListener>;
  channel?: Channel;
}

/** @internal Who listens to what; the streams themselves are in `channel.ts`. */
export function openLive(ports: LivePorts): Live {
  const places = new Map<string, Place>();
  let paused = false;

  function say({ listeners }: Place, news: Fact | Resync) {
    ports.transport.forget();
    for (const listener of [...listeners]) {
      try {
        listener(news);
      } catch (error) {
        // One listener's mistake is reported, and is not the others' silence.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  /** Starts and stops what has to be. */
  function settle() {
    for (const [area, place] of places) {
      if (!place.listeners.size) places.delete(area);
      if (!place.listeners.size || paused) place.channel?.stop();
      else (place.channel ??= createChannel(area, (news) => say(place, news), ports)).start();
    }
  }

  // Who is signed in decides what they hear.
  ports.session.onChange((_, before) => {
    if (before === 'unknown') return;
    for (const { channel } of places.values()) channel?.stop();
    settle();
  });

  return {
    get state() {
      const states = [...places.values()].map(({ channel }) => channel?.state);
      return states.find((state) => state === 'polling') ?? states.find((state) => state === 'stream') ?? 'idle';
    },
    subscribe(listener, { area = ports.area, signal } = {}) {
      if (!area || signal?.aborted) return () => undefined;
      const place = places.get(area) ?? { listeners: new Set() };
      places.set(area, place);
      // Wrapped, so that the same function may listen twice.
      const own: LiveListener = (news) => listener(news);
      place.listeners.add(own);
      settle();
      const off = () => {
        signal?.removeEventListener('abort', off);
        place.listeners.delete(own);
        // An element that is moved leaves and comes back at once: that should not cost a connection.
        queueMicrotask(settle);
      };
      signal?.addEventListener('abort', off);
      return off;
    },
    pause() {
      paused = true;
      settle();
    },
    resume() {
      paused = false;
      settle();
    },
  };
}
