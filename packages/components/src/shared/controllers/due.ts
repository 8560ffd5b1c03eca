import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where the answer does not agree with the clock yet, it is asked again after so long. */
const pause = 15_000;
/** The longest a browser's timer can wait is 24 days. */
const longest = 24 * 3_600_000;

interface DueHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
}

interface DueOptions {
  /** When something changes that no live fact tells, in milliseconds; undefined where nothing is waited for. */
  at: () => number | undefined;
  /** The present, in milliseconds. */
  now: () => number;
  ask: () => void;
}

/**
 * Asks again once a moment has come by which something can be done that could not before, and goes on asking until the
 * answer agrees: this device's clock may be ahead of the server's, and the network away.
 */
export class DueController implements ReactiveController {
  readonly #host: DueHost;
  readonly #options: DueOptions;
  #askedAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: DueHost, options: DueOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    // What has left the page may be updated once more.
    if (this.#host.isConnected) this.#wait();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const { at, now } = this.#options;
    const due = at();
    if (due === undefined) return;
    const present = now();
    const left = Math.max(due, this.#askedAt + pause) - present;
    this.#timer = setTimeout(this.#come, Math.min(Math.max(left, 0), longest));
  }

  readonly #come = (): void => {
    const { at, now, ask } = this.#options;
    const due = at();
    if (due !== undefined && due <= now()) {
      this.#askedAt = now();
      // Where nobody looks, it is looked again after the same pause.
      if (!document.hidden) ask();
    }
    this.#wait();
  };
}
