import type { Fact, FiveMicroCore } from '@five-micro/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type LiveFact = Fact | { type: 'resync' };

export interface LiveHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly community: { readonly client: FiveMicroCore | undefined; readonly area: string };
}

/** Clients whose stream and session follow what becomes of the page, with how many elements listen. */
const watched = new Map<FiveMicroCore, number>();

const follow = (): void => {
  for (const client of watched.keys()) {
    if (document.hidden) client.live.pause();
    else client.live.resume();
  }
};

/**
 * A page that the browser brings back as it was left: someone may have signed in or out elsewhere since. Whoever had
 * signed out here stays so.
 */
const back = ({ persisted }: PageTransitionEvent): void => {
  if (persisted)
    for (const { session } of watched.keys()) {
      if (!session.ended) session.renew().catch(() => undefined);
    }
};

/**
 * The page said that somebody has signed in. So they have for all that it shows, not only where that was asked for.
 * @param wasEnded - they had signed out there before: only then does it hold for the others that were signed out
 */
export function renewOthers(asked: FiveMicroCore | undefined, wasEnded: boolean): void {
  for (const client of watched.keys()) {
    const { session } = client;
    if (client !== asked && session.state === 'signed-out' && (wasEnded || !session.ended))
      session.renew().catch(() => undefined);
  }
}

const watch = (client: FiveMicroCore, by: 1 | -1): void => {
  const listeners = (watched.get(client) ?? 0) + by;
  if (listeners > 0) watched.set(client, listeners);
  else watched.delete(client);
  if (watched.size) {
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('pageshow', back);
  } else {
    document.removeEventListener('visibilitychange', follow);
    window.removeEventListener('pageshow', back);
  }
};

/**
 * Tells its host what happened in its area. Facts that come together are told together, once each, after a small
 * random delay: a thousand open pages must not ask in the same millisecond. `resync` says that anything may have changed.
 */
export class LiveController implements ReactiveController {
  /** Longest delay in milliseconds; with the server's 250 ms everything shows well within two seconds. */
  static longestDelay = 600;

  readonly #host: LiveHost;
  readonly #tell: (fact: LiveFact) => void;
  readonly #waiting = new Map<string, LiveFact>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #client: FiveMicroCore | undefined;
  #area = '';
  #stop: (() => void) | undefined;

  constructor(host: LiveHost, tell: (fact: LiveFact) => void) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  hostUpdated(): void {
    // What has left the page may be updated once more.
    if (!this.#host.isConnected) return;
    const { client, area } = this.#host.community;
    if (client === this.#client && area === this.#area) return;
    this.hostDisconnected();
    if (!client || !area) return;
    this.#client = client;
    this.#area = area;
    watch(client, 1);
    this.#stop = client.live.subscribe((fact) => this.#heard(fact), { area });
  }

  /** Back on the page: the next update subscribes again. */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
    this.#stop?.();
    if (this.#client) watch(this.#client, -1);
    this.#client = this.#stop = undefined;
    this.#area = '';
  }

  #heard(fact: LiveFact): void {
    this.#waiting.set(`${fact.type} ${'id' in fact ? fact.id : ''}`, fact);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const facts = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const fact of facts) this.#tell(fact);
    }, Math.random() * LiveController.longestDelay);
  }
}
