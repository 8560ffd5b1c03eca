import type { Fact } from '@five-micro/contract';
import type { Channel, createChannel } from './channel.ts';
import { type Connection, transportKey } from './connection.ts';
import { type LivePorts, type LiveState, pollEvery, type Resync } from './live-ports.ts';

export type { LiveState, Resync } from './live-ports.ts';

export type LiveListener = (fact: Fact | Resync) => void;

/** What happens in an area and below it, as small facts; what changed is asked for again by whoever shows it. */
export interface Live {
  readonly state: LiveState;
  /**
   * Listens to the client's area, or to another one; without any there is nothing to hear. All listeners of an area
   * share one stream. What it returns, or the signal, ends it.
   * @example
   * const off = client.live.subscribe(({ type }) => console.log(type)); // wish.claimed, …
   * off();
   */
  subscribe(listener: LiveListener, options?: { area?: string | undefined; signal?: AbortSignal | undefined }): () => void;
  /**
   * Closes the streams, for as long as nobody looks at the page.
   * @example
   * client.live.pause();
   */
  pause(): void;
  /**
   * Opens them where they were; what can not be made up for is a `resync`.
   * @example
   * client.live.resume();
   */
  resume(): void;
}

/** An area that is listened to. */
interface Place {
  listeners: Set<LiveListener>;
  channel?: Channel;
}

/** @internal Who listens to what; the streams themselves are in `channel.ts`. */
export function createLive(ports: LivePorts): Live {
  const places = new Map<string, Place>();
  let paused = false;
  let create: typeof createChannel | undefined;
  let loading = false;

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

  async function load() {
    if (loading) return;
    loading = true;
    try {
      ({ createChannel: create } = await import('./channel.ts'));
    } catch {
      // Not even that comes through: look at everything, and try again.
      ports.clock.after(pollEvery, () => {
        loading = false;
        if (!paused) for (const place of places.values()) say(place, { type: 'resync' });
        settle();
      });
    }
    settle();
  }

  /** Starts and stops what has to be. */
  function settle() {
    for (const [area, place] of places) {
      if (!place.listeners.size) places.delete(area);
      if (!place.listeners.size || paused) place.channel?.stop();
      else if (create) (place.channel ??= create(area, (news) => say(place, news), ports)).start();
      else void load();
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

/** @internal */
export const liveOf = ({ area, session, [transportKey]: transport }: Connection): Live =>
  createLive({ transport, clock: transport.clock, random: transport.random, session, area });

const hasLive = (client: object): client is { live: Live } => 'live' in client;

/** Live facts over a connection's session, for whoever does not want to carry the whole client. */
export const liveIn = (client: Connection): Live => (hasLive(client) ? client.live : liveOf(client));
