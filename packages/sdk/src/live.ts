import { type Fact, fact, livePath } from '@five-micro/contract';
import { type Clock, wait } from './clock.ts';
import { eventReader } from './event-stream.ts';
import type { Session } from './session.ts';
import { fill, type Transport } from './transport.ts';

/** Facts may have been missed, or there is no stream: ask again for what is on screen. */
export interface Resync {
  type: 'resync';
}
export type LiveListener = (fact: Fact | Resync) => void;

/** `idle`: nobody listens, it is paused, or the first connection is being made. */
export type LiveState = 'idle' | 'stream' | 'polling';

/** What happens in an area and below it, as small facts; what changed is asked for again by whoever shows it. */
export interface Live {
  readonly state: LiveState;
  /**
   * Listens to the client's area, or to another one; without any there is nothing to hear. All listeners of an area
   * share one stream. What it returns, or the signal, ends it.
   */
  subscribe(listener: LiveListener, options?: { area?: string | undefined; signal?: AbortSignal | undefined }): () => void;
  /** Closes the streams, for as long as nobody looks at the page. */
  pause(): void;
  /** Opens them where they were; what can not be made up for is a `resync`. */
  resume(): void;
}

/** A stream says something at once; behind a proxy that holds answers back it never does. */
const firstWord = 6_000;
/** The server's heartbeat comes every 15 to 25 s. */
const silence = 45_000;
const pollEvery = 15_000;
/** A stream that ends sooner has failed. */
const shortLife = 5_000;

interface Ports {
  transport: Transport;
  clock: Clock;
  random: () => number;
}

/** One area's stream, with polling where it fails twice. */
function createChannel(area: string, { transport, clock, random }: Ports) {
  const listeners = new Set<LiveListener>();
  let life: AbortController | undefined;
  let state: LiveState = 'idle';
  let lastId = '';
  let attempts = 0;
  let stopPolling: (() => void) | undefined;

  function tell(news: Fact | Resync) {
    transport.forget();
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

  function become(next: LiveState) {
    state = next;
    stopPolling?.();
    stopPolling = undefined;
    if (next !== 'polling') return;
    const poll = () => {
      stopPolling = clock.after(pollEvery, poll);
      tell({ type: 'resync' });
    };
    poll();
  }

  function hear(data: string) {
    let json: unknown;
    try {
      json = JSON.parse(data);
    } catch {
      // Told below.
    }
    const heard = fact.safeParse(json);
    // A fact that cannot be read was one all the same.
    tell(heard.success ? heard.data : { type: 'resync' });
  }

  /** One connection, from beginning to end. Answers how long it was heard, in milliseconds. */
  async function listen(attempt: AbortController): Promise<number> {
    const end = () => attempt.abort();
    let quiet = clock.after(firstWord, end);
    let since: number | undefined;
    const read = eventReader((event) => {
      lastId = event.id || lastId;
      if (event.data) hear(event.data);
    });
    const missed = attempts++ > 0 && lastId === '';
    try {
      const body = await transport.stream(fill(livePath, { area }), lastId, attempt.signal);
      const reader = body.getReader();
      // An injected fetch may not end its answer's body by itself.
      const cancel = () => void reader.cancel().catch(() => undefined);
      attempt.signal.addEventListener('abort', cancel);
      if (attempt.signal.aborted) cancel();
      for (let chunk = await reader.read(); !chunk.done && !attempt.signal.aborted; chunk = await reader.read()) {
        quiet();
        quiet = clock.after(silence, end);
        if (since === undefined) {
          since = clock.now();
          become('stream');
          if (missed) tell({ type: 'resync' });
        }
        read(chunk.value);
      }
    } catch {
      // However it ended, it is tried again, and polled meanwhile if need be.
    }
    quiet();
    return since === undefined ? 0 : clock.now() - since;
  }

  async function live({ signal }: AbortController) {
    const over = () => signal.aborted;
    for (let failures = 0; !over(); ) {
      const attempt = new AbortController();
      const end = () => attempt.abort();
      signal.addEventListener('abort', end);
      const heard = await listen(attempt);
      signal.removeEventListener('abort', end);
      end();
      if (over()) return;
      failures = heard >= shortLife ? 0 : failures + 1;
      if (failures < 2) state = 'idle';
      else if (state !== 'polling') become('polling');
      const pause = failures < 2 ? 3_000 * random() : Math.min(300_000, pollEvery * 2 ** (failures - 2)) * (0.5 + random() / 2);
      await wait(clock, pause, signal);
    }
  }

  return {
    listeners,
    get state() {
      return state;
    },
    start() {
      if (life) return;
      life = new AbortController();
      void live(life);
    },
    stop() {
      life?.abort();
      life = undefined;
      become('idle');
    },
  };
}

export function createLive(ports: Ports & { session: Session; area: string | undefined }): Live {
  const channels = new Map<string, ReturnType<typeof createChannel>>();
  let paused = false;

  // Who is signed in decides what they hear.
  ports.session.onChange((_, before) => {
    if (before === 'unknown') return;
    for (const channel of channels.values()) {
      channel.stop();
      if (!paused) channel.start();
    }
  });

  return {
    get state() {
      const states = [...channels.values()].map((channel) => channel.state);
      return states.find((state) => state === 'polling') ?? states.find((state) => state === 'stream') ?? 'idle';
    },
    subscribe(listener, { area = ports.area, signal } = {}) {
      if (!area || signal?.aborted) return () => undefined;
      const channel = channels.get(area) ?? createChannel(area, ports);
      channels.set(area, channel);
      // Wrapped, so that the same function may listen twice.
      const own: LiveListener = (news) => listener(news);
      channel.listeners.add(own);
      if (!paused) channel.start();
      const off = () => {
        signal?.removeEventListener('abort', off);
        channel.listeners.delete(own);
        // An element that is moved leaves and comes back at once: that should not cost a connection.
        queueMicrotask(() => {
          if (channel.listeners.size || channels.get(area) !== channel) return;
          channels.delete(area);
          channel.stop();
        });
      };
      signal?.addEventListener('abort', off);
      return off;
    },
    pause() {
      paused = true;
      for (const channel of channels.values()) channel.stop();
    },
    resume() {
      paused = false;
      for (const channel of channels.values()) channel.start();
    },
  };
}
