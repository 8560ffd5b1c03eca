import type { Fact } from '@five-micro/contract';
import type { Clock } from './clock.ts';
import type { Session } from './session.ts';
import type { Transport } from './transport.ts';

/** Facts may have been missed, or there is no stream: ask again for what is on screen. */
export interface Resync {
  type: 'resync';
}
/** `idle`: nobody listens, it is paused, or a connection is being made. */
export type LiveState = 'idle' | 'stream' | 'polling';

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

export const pollEvery = 15_000;
/** What was asked for this long ago may have been answered before it was listened to: what happened since is told anew. */
export const lead = 15_000;

export interface LivePorts {
  transport: Transport;
  clock: Clock;
  random: () => number;
  session: Session;
  area: string | undefined;
}
