import type { FiveMicroCore, FiveMicroError } from '@five-micro/sdk';
import { isFiveMicroError } from '@five-micro/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ActName, FmBeforeActEvent, FmLoginRequiredEvent } from '../events.ts';
import { whenGone } from '../gone.ts';
import { type AskingHost, isTaken, whereUntaken } from '../login/taken.ts';
import { renewOthers } from './live.ts';

/** Where an act is. While `sign-in`, the portal has been asked; the act goes on by itself once someone is signed in. */
export type ActState =
  | { readonly status: 'idle' }
  | { readonly status: 'busy'; readonly act: ActName; readonly subject: string | undefined }
  | {
      readonly status: 'sign-in';
      readonly act: ActName;
      readonly subject: string | undefined;
      /** True where the page answered the event with `preventDefault()`, or nobody did: other words are shown then. */
      readonly shownByPage: boolean;
      /** True where nobody answered, and the page has no way to a sign-in. */
      readonly nowhere?: boolean;
    }
  | { readonly status: 'failed'; readonly act: ActName; readonly subject: string | undefined; readonly error: unknown };

export type Outcome<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly why: 'cancelled' | 'failed'; readonly error?: FiveMicroError };

export interface ActOptions {
  /** The wish's id, or what else it is about. */
  subject?: string;
  /** What is sent. The same content after a failure goes under the same idempotency key, so it is never done twice. */
  body?: unknown;
}

export interface WorkOptions {
  signal: AbortSignal;
  idempotencyKey: string;
}

interface ActHost extends ReactiveControllerHost, AskingHost {}

const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Does what a member asked for: announced beforehand, only once at a time, after signing in, and honest about failing. */
export class ActController implements ReactiveController {
  state: ActState = { status: 'idle' };
  readonly #host: ActHost;
  #abort: AbortController | undefined;
  /** Asks the portal to sign in, while that is waited for. */
  #ask: (() => Promise<void>) | undefined;
  #lastContent = '';
  #lastKey = '';

  constructor(host: ActHost) {
    this.#host = host;
    host.addController(this);
  }

  /** True while something is being sent or waits for a sign-in. */
  get busy(): boolean {
    return this.state.status === 'busy' || this.state.status === 'sign-in';
  }

  /** True for the button that was pressed. */
  isBusy(act: ActName, subject?: string): boolean {
    return this.busy && 'act' in this.state && this.state.act === act && this.state.subject === subject;
  }

  /** Whether a button that asks to sign in leads anywhere. */
  get canAsk(): boolean {
    return this.state.status === 'sign-in' && !this.state.nowhere;
  }

  get error(): FiveMicroError | undefined {
    return this.state.status === 'failed' && isFiveMicroError(this.state.error) ? this.state.error : undefined;
  }

  /** Asks the portal once more to sign in, from a button that says so. */
  askAgain(): void {
    void this.#ask?.();
  }

  /** Lets go of what was begun, also of waiting for a sign-in, and of an error that has been read. */
  cancel(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#show({ status: 'idle' });
  }

  hostDisconnected(): void {
    whenGone(this.#host, () => this.cancel());
  }

  /**
   * Resolves when signed in; false where it was given up. For acts that only open something (a form), so that nothing
   * is written in vain.
   */
  async signedIn(act: ActName, subject?: string): Promise<boolean> {
    return (await this.run(act, async () => true, subject === undefined ? {} : { subject })).done;
  }

  async run<T>(act: ActName, work: (options: WorkOptions) => PromiseLike<T>, options: ActOptions = {}): Promise<Outcome<T>> {
    const client = this.#host.community.client;
    if (this.state.status === 'busy' || !client) return { done: false, why: 'cancelled' };
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const { subject } = options;
    const gone = (): boolean => abort.signal.aborted;
    this.#show({ status: 'busy', act, subject });
    try {
      if (!(await this.#mayBegin(act, subject)) || gone()) return this.#stopped(abort);
      if (client.session.state !== 'signed-in' && !(await client.session.check())) {
        if (gone() || !(await this.#waitForSignIn(client, abort.signal, act, subject))) return this.#stopped(abort);
      }
      const idempotencyKey = this.#keyFor(act, options);
      const attempt = (): PromiseLike<T> => work({ signal: abort.signal, idempotencyKey });
      let value: T;
      try {
        value = await attempt();
      } catch (error) {
        if (gone() || !isFiveMicroError(error) || error.code !== 'auth.required') throw error;
        const stays = options.body !== undefined;
        if (!(await this.#waitForSignIn(client, abort.signal, act, subject, stays))) return this.#stopped(abort);
        value = await attempt();
      }
      this.#lastContent = '';
      if (!gone()) this.#show({ status: 'idle' });
      return { done: true, value };
    } catch (error) {
      if (gone()) return { done: false, why: 'cancelled' };
      this.#show({ status: 'failed', act, subject, error });
      return isFiveMicroError(error) ? { done: false, why: 'failed', error } : { done: false, why: 'failed' };
    }
  }

  async #mayBegin(act: ActName, subject: string | undefined): Promise<boolean> {
    const event = new FmBeforeActEvent(act, subject);
    if (!this.#host.dispatchEvent(event)) return false;
    const answers = await Promise.allSettled(event.waits);
    return answers.every((answer) => answer.status === 'fulfilled') && !event.defaultPrevented;
  }

  /** Listens before it asks: a portal may sign someone in at once, inside the event. */
  #waitForSignIn(
    client: FiveMicroCore,
    signal: AbortSignal,
    act: ActName,
    subject: string | undefined,
    /** Their sign-in ended while they wrote: the page is not left before they press for it. */
    stays = false,
  ): Promise<boolean> {
    return new Promise((resolve) => {
      const { session } = client;
      let hush: (() => void) | undefined;
      const leave = (): void => {
        off();
        hush?.();
        signal.removeEventListener('abort', givenUp);
        this.#ask = undefined;
      };
      const finish = (answer: boolean): void => {
        leave();
        if (answer) this.#show({ status: 'busy', act, subject });
        resolve(answer);
      };
      const givenUp = (): void => finish(false);
      const off = session.onChange(() => {
        if (session.state === 'signed-in') finish(true);
      });
      signal.addEventListener('abort', givenUp);
      let asked: FmLoginRequiredEvent | undefined;
      const ask = async (): Promise<void> => {
        const event = new FmLoginRequiredEvent(act, subject);
        asked = event;
        /** Nobody signed in meanwhile, gave up or asked again. */
        const waits = (): boolean => this.#ask === ask && asked === event;
        const isPrevented = !this.#host.dispatchEvent(event);
        hush?.();
        hush = isTaken(event) ? undefined : await whereUntaken(this.#host, event, { waits, giveUp: () => this.cancel(), stays });
        stays = false;
        const nowhere = hush !== undefined;
        if (waits()) this.#show({ status: 'sign-in', act, subject, shownByPage: isPrevented || nowhere, nowhere });
        if (!event.waits.length) return;
        const kept = await Promise.all(event.waits).then(
          () => true,
          () => false,
        );
        if (!waits()) {
          if (kept) renewOthers(undefined, session.ended);
          return;
        }
        if (!kept) {
          givenUp();
          return;
        }
        const wasEnded = session.ended;
        const renewed = session.renew();
        try {
          await renewed;
          renewOthers(client, wasEnded);
          // The page says that it is done, and nobody is signed in: then the element says so.
          if (waits()) this.#show({ status: 'sign-in', act, subject, shownByPage: false });
        } catch {
          leave();
          // No token came: the act has failed with that.
          resolve(renewed.then(() => false));
        }
      };
      this.#ask = ask;
      this.#show({ status: 'sign-in', act, subject, shownByPage: true });
      void ask();
    });
  }

  #keyFor(act: ActName, options: ActOptions): string {
    const content = JSON.stringify([act, options.subject, options.body]);
    if (content !== this.#lastContent || options.body === undefined) this.#lastKey = newKey();
    this.#lastContent = content;
    return this.#lastKey;
  }

  #stopped(abort: AbortController): { done: false; why: 'cancelled' } {
    if (this.#abort === abort && !abort.signal.aborted) this.#show({ status: 'idle' });
    return { done: false, why: 'cancelled' };
  }

  #show(state: ActState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
