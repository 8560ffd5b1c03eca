import { complete, type FiveMicroCore, type SignUp } from '@five-micro/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActController } from '../../shared/controllers/act.ts';
import { cameMeanwhile } from './people-data.ts';
import { type Tick, TickBook } from './ticks.ts';

interface TickHost extends ReactiveControllerHost, HTMLElement {
  readonly community: { readonly client: FiveMicroCore | undefined; readonly epoch: number };
}

/** All that are on the page: what one sends, the others hear of, and no two send at once. */
const together = new Set<TickController>();
/** Whose ticks are being sent, and until when. */
const sendings = new Map<string, Promise<void>>();

/** Tries again after so many milliseconds where a network came back without saying so. */
const pause = 20_000;

/**
 * Sends what the organiser noted: at once, when the network is back, when asked to, and what was left from before a
 * reload. One after the other, each under the key that it was noted with. What the server refuses stays to be read; what
 * it could not be asked for waits, also for the organiser to be signed in again: nobody else sends it in their own name.
 */
export class TickController implements ReactiveController {
  /** True where it waits for the organiser to sign in. */
  signedOut = false;
  readonly #host: TickHost;
  readonly #act: ActController;
  readonly #onSent: (tick: Tick, items: readonly SignUp[]) => void;
  #owner = '';
  #book: TickBook | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #outSince = -1;
  /** For which sign-in the server said that whoever is signed in is the owner. */
  #sure = -1;
  /** Those that were noted just now and did not have to wait. */
  readonly #prompt = new Set<string>();

  constructor(host: TickHost, act: ActController, onSent: (tick: Tick, items: readonly SignUp[]) => void) {
    this.#host = host;
    this.#act = act;
    this.#onSent = onSent;
    host.addController(this);
  }

  /** Undefined until it is known whose they are. */
  get book(): TickBook | undefined {
    return this.#book;
  }

  /** True while they are being sent. */
  get sending(): boolean {
    return sendings.has(this.#owner);
  }

  /** Whose they are: on a shared computer the next one must not send them in their own name. */
  use(owner: string): void {
    if (!owner || owner === this.#owner) return;
    this.#owner = owner;
    this.#book = new TickBook(owner);
    this.signedOut = false;
    if (this.#book.waiting.length) this.#soon();
  }

  hostConnected(): void {
    together.add(this);
    window.addEventListener('online', this.#soon);
    window.addEventListener('storage', this.#changed);
    if (this.#book?.waiting.length) this.#soon();
  }

  hostUpdate(): void {
    // Whoever ticks a list goes on ticking: it waits like all that cannot be sent now, and says so.
    const { client, epoch } = this.#host.community;
    if (this.#act.state.status === 'sign-in') {
      this.signedOut = true;
      this.#outSince = epoch;
      this.#act.cancel();
    } else if (this.signedOut && this.#outSince !== epoch && client?.session.state === 'signed-in') {
      this.signedOut = false;
      this.#soon();
    }
  }

  hostDisconnected(): void {
    together.delete(this);
    window.removeEventListener('online', this.#soon);
    window.removeEventListener('storage', this.#changed);
    clearTimeout(this.#timer);
    this.#later();
  }

  note(tick: Omit<Tick, 'key' | 'refused'>): void {
    const key = this.#book?.put(tick);
    if (key && navigator.onLine) this.#prompt.add(key);
    this.#tell();
    this.#soon();
  }

  dismiss(tick: Tick): void {
    this.#book?.drop(tick.key);
    this.#tell();
  }

  /** Sends all that wait, each once; resolves when they are sent, or when the rest has to wait. */
  send(): Promise<void> {
    const owner = this.#owner;
    const book = this.#book;
    if (!book) return Promise.resolve();
    const sending =
      sendings.get(owner) ??
      this.#send(book).finally(() => {
        sendings.delete(owner);
        this.#tell();
        this.#later();
      });
    if (!sendings.has(owner)) {
      sendings.set(owner, sending);
      this.#tell();
    }
    return sending;
  }

  async #send(book: TickBook): Promise<void> {
    clearTimeout(this.#timer);
    for (let next = book.waiting[0]; next; next = book.waiting[0]) if (!(await this.#deliver(book, next))) break;
  }

  /** Tries again in a while, by whoever of its owner is on the page then. */
  #later(): void {
    const next = this.#host.isConnected ? this : [...together].find((other) => other.#owner === this.#owner);
    if (!next || next.signedOut || !next.book?.waiting.length) return;
    clearTimeout(next.#timer);
    next.#timer = setTimeout(next.#soon, pause);
  }

  /** False where it has to wait, and with it all others. */
  async #deliver(book: TickBook, tick: Tick): Promise<boolean> {
    const { client } = this.#host.community;
    if (!client) return false;
    const { action, member, state, minutes, key } = tick;
    // What waited may be older than a check-in by code, which it would undo.
    const mayUndo = state !== 'attended' && !this.#prompt.delete(key);
    const owner = this.#owner;
    const body = { items: [{ member, state, ...(minutes !== undefined && { minutes }) }] };
    const outcome = await this.#act.run(
      'attendance',
      async ({ signal }) => {
        const { me, actions } = complete(client);
        const { epoch } = this.#host.community;
        if (this.#sure !== epoch) {
          const { id } = await me.get({ signal });
          // Whoever signed in during the question is somebody else until they are asked for.
          if (id !== owner || epoch !== this.#host.community.epoch) return undefined;
          this.#sure = epoch;
        }
        if (mayUndo && (await cameMeanwhile(client, tick, signal))) return 'came';
        return actions.attendance(action, body, { signal, idempotencyKey: key });
      },
      { subject: action },
    );
    if (outcome.done) {
      if (!outcome.value) return false;
      if (outcome.value === 'came') {
        book.refuse(key, 'came');
        return true;
      }
      book.drop(key);
      this.#tell(tick, outcome.value.items);
      return true;
    }
    const { error } = outcome;
    if (!error) return false;
    // A bare refusal is no failure of the sending: it is said beside the name.
    this.#act.cancel();
    const passing = !error.status || error.retryable || error.status >= 500 || error.status === 401;
    if (passing) return false;
    book.refuse(key, error.message);
    return true;
  }

  #tell(sent?: Tick, items: readonly SignUp[] = []): void {
    for (const other of together) {
      if (other.#owner !== this.#owner) continue;
      if (sent) other.#onSent(sent, items);
      other.#host.requestUpdate();
    }
  }

  readonly #soon = (): void => {
    if (navigator.onLine) void this.send();
  };

  readonly #changed = (): void => this.#host.requestUpdate();
}
