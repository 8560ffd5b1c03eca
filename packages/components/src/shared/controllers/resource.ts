import { isFiveMicroError } from '@five-micro/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What an element knows of something that it asked for. `since` is when the value was last fresh. */
export type ResourceState<T> =
  | { readonly status: 'loading'; readonly value?: T }
  | { readonly status: 'ready' | 'empty'; readonly value: T }
  | { readonly status: 'stale' | 'offline'; readonly value: T; readonly since: Date; readonly error: unknown }
  | { readonly status: 'error'; readonly error: unknown };

export interface ResourceOptions<T> {
  load(signal: AbortSignal): PromiseLike<T>;
  /** What the answer depends on; another key asks anew. Null while it cannot be asked yet. */
  key: () => readonly unknown[] | null;
  isEmpty?: (value: T) => boolean;
  /** Whether the host's `data-state` tells this resource's status. One resource of an element does; default true. */
  reflect?: boolean;
}

/**
 * Asks for something and keeps what is known of it. A reload that fails keeps the last good value (`stale`, or
 * `offline` for want of a network); an answer that comes after another question, or after the element left, is dropped.
 */
export class ResourceController<T> implements ReactiveController {
  state: ResourceState<T> = { status: 'loading' };
  /** While a question is on its way, whatever is shown meanwhile; `overtaken` once its answer may be older than that. */
  busy: boolean | 'overtaken' = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ResourceOptions<T>;
  #key: readonly unknown[] | null = null;
  #fresh: Date | undefined;
  #abort: AbortController | undefined;
  #settled: Promise<void> = Promise.resolve();
  #left = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ResourceOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The last good value, also while it is stale, offline or being replaced. */
  get value(): T | undefined {
    return 'value' in this.state ? this.state.value : undefined;
  }

  /** Resolves when nothing is on its way any more, whatever the outcome. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Asks again; what is shown stays until the answer is there. */
  reload(): Promise<void> {
    if (this.#key && this.#host.isConnected) this.#ask();
    return this.#settled;
  }

  /** Puts what is known better from elsewhere (a changed item, a next page) in the place of the value. */
  replace(value: T): void {
    const { state } = this;
    const { status } = state;
    // What is on its way for another question is not there yet.
    if (this.busy && status !== 'loading') this.busy = 'overtaken';
    if (status === 'stale' || status === 'offline' || (this.busy && status === 'loading')) this.#show({ ...state, value });
    else this.#show({ status: this.#options.isEmpty?.(value) ? 'empty' : 'ready', value });
  }

  hostConnected(): void {
    window.addEventListener('online', this.#online);
    window.addEventListener('offline', this.#offline);
    if (this.#left) {
      this.#left = false;
      void this.reload();
    }
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#online);
    window.removeEventListener('offline', this.#offline);
    this.#left = true;
    this.#abort?.abort();
    this.#abort = undefined;
    this.busy = false;
  }

  hostUpdate(): void {
    const key = this.#options.key();
    const same = key && this.#key && key.length === this.#key.length && key.every((part, i) => Object.is(part, this.#key?.[i]));
    if (!same && (key || this.#key)) {
      const { value } = this;
      this.#key = key;
      this.#fresh = undefined;
      this.#abort?.abort();
      this.state = value === undefined ? { status: 'loading' } : { status: 'loading', value };
      if (key) this.#ask();
    }
    if (this.#options.reflect !== false) this.#host.dataset['state'] = this.state.status;
  }

  readonly #online = (): void => {
    if (this.state.status === 'offline' || this.state.status === 'stale' || this.state.status === 'error') void this.reload();
  };

  /** Asks once more, in vain: so that what is shown says from when it is. */
  readonly #offline = (): void => {
    if (this.#fresh) void this.reload();
  };

  #ask(): void {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.busy = true;
    this.#settled = this.#run(abort);
  }

  async #run(abort: AbortController): Promise<void> {
    try {
      const value = await this.#options.load(abort.signal);
      if (abort !== this.#abort) return;
      if (this.busy === 'overtaken') {
        this.#ask();
        await this.#settled;
        return;
      }
      this.#fresh = new Date();
      this.#show({ status: this.#options.isEmpty?.(value) ? 'empty' : 'ready', value }, true);
    } catch (error) {
      if (abort !== this.#abort) return;
      const { value } = this;
      if (this.#fresh && value !== undefined) {
        const status = isFiveMicroError(error) && error.code.startsWith('network.') ? 'offline' : 'stale';
        this.#show({ status, value, since: this.#fresh, error }, true);
      } else this.#show({ status: 'error', error }, true);
    }
  }

  #show(state: ResourceState<T>, done = false): void {
    this.state = state;
    if (done) this.busy = false;
    this.#host.requestUpdate();
  }
}
