import { type Fact, fact, livePath } from '@five-micro/contract';
import { wait } from './clock.ts';
import { eventReader } from './event-stream.ts';
import { lead, type LivePorts, type LiveState, pollEvery, type Resync } from './live-ports.ts';
import { fill } from './transport.ts';

/** A stream says something at once; behind a proxy that holds answers back it never does. */
const firstWord = 6_000;
/** The server's heartbeat comes every 15 to 25 s. */
const silence = 45_000;
/** A stream that ends sooner has failed. */
const shortLife = 5_000;

export interface Channel {
  readonly state: LiveState;
  /** Nothing, where it has begun already. */
  start(): void;
  stop(): void;
}

/** One area's stream, with polling where it fails twice. Loaded when someone listens: no page waits for it to show something. */
export function createChannel(
  area: string,
  say: (news: Fact | Resync) => void,
  { transport, clock, random }: LivePorts,
): Channel {
  let life: AbortController | undefined;
  let state: LiveState = 'idle';
  let lastId = '';
  let attempts = 0;
  let stopPolling: (() => void) | undefined;

  function become(next: LiveState) {
    state = next;
    stopPolling?.();
    stopPolling = undefined;
    if (next !== 'polling') return;
    const poll = () => {
      stopPolling = clock.after(pollEvery, poll);
      say({ type: 'resync' });
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
    say(heard.success ? heard.data : { type: 'resync' });
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
    const isFirst = attempts++ === 0;
    const missed = !isFirst && lastId === '';
    const path = fill(livePath, { area }) + (isFirst ? `?ago=${lead}` : '');
    try {
      const { body } = await transport.open(path, 'text/event-stream', attempt.signal, lastId);
      const reader = body?.getReader();
      if (!reader) return 0;
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
          if (missed) say({ type: 'resync' });
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
