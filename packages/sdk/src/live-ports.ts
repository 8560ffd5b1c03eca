import type { Clock } from './clock.ts';
import type { Session } from './session.ts';
import type { Transport } from './transport.ts';

/** Facts may have been missed, or there is no stream: ask again for what is on screen. */
export interface Resync {
  type: 'resync';
}
/** `idle`: nobody listens, it is paused, or a connection is being made. */
export type LiveState = 'idle' | 'stream' | 'polling';

export const pollEvery = 15_000;

export interface LivePorts {
  transport: Transport;
  clock: Clock;
  random: () => number;
  session: Session;
  area: string | undefined;
}
