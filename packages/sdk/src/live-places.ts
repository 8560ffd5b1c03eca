import type { Fact } from '@five-micro/contract';
import { type Channel, createChannel } from './channel.ts';
import { lead, type Live, type LiveListener, type LivePorts, type Resync } from './live-ports.ts';

/** An area that is listened to. */
interface Place {
  listeners: Set<LiveListener>;
  /** What was heard of late, and when: whoever begins to listen may have asked before it happened. */
  heard: { news: Fact | Resync; at: number }[];
  channel?: Channel;
}

/** Of what was heard of late at most so much is kept. */
const most = 100;

/** One listener's mistake is reported, and is not the others' silence. */
function tell(listener: LiveListener, news: Fact | Resync) {
  try {
    listener(news);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** @internal Who listens to what; the streams themselves are in `channel.ts`. */
export function openLive(ports: LivePorts): Live {
  const places = new Map<string, Place>();
  let paused = false;

  const { clock, transport } = ports;

  const ofLate = ({ heard }: Place) => heard.filter(({ at }) => clock.now() - at < lead);

  function say(place: Place, news: Fact | Resync) {
    transport.forget();
    if (news.type !== 'resync') place.heard = [...ofLate(place), { news, at: clock.now() }].slice(-most);
    for (const listener of [...place.listeners]) tell(listener, news);
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
    for (const place of places.values()) {
      place.heard = [];
      place.channel?.stop();
    }
    settle();
  });

  return {
    get state() {
      const states = [...places.values()].map(({ channel }) => channel?.state);
      return states.find((state) => state === 'polling') ?? states.find((state) => state === 'stream') ?? 'idle';
    },
    subscribe(listener, { area = ports.area, signal } = {}) {
      if (!area || signal?.aborted) return () => undefined;
      const place = places.get(area) ?? { listeners: new Set(), heard: [] };
      places.set(area, place);
      // Wrapped, so that the same function may listen twice.
      const own: LiveListener = (news) => listener(news);
      place.listeners.add(own);
      for (const { news } of ofLate(place)) queueMicrotask(() => place.listeners.has(own) && tell(own, news));
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
