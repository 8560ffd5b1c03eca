import type { LitElement, ReactiveController } from 'lit';
import type { WishIntent } from './events.ts';
import type { WishBox } from './wish-acts.ts';

interface LandingHost extends LitElement {
  readonly intent: WishIntent | undefined;
}

interface LandingOptions {
  /** Everything above is there. */
  isSettled: () => boolean;
  boxFor: (intent: WishIntent) => WishBox | undefined;
  reveal: (element: HTMLElement) => void;
}

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/**
 * Puts the page and the keyboard where `intent` wants them: once, and not before everything above has its height, or
 * what comes later would push it out of sight again.
 */
export class WishLanding implements ReactiveController {
  readonly #host: LandingHost;
  readonly #options: LandingOptions;
  #led = false;

  constructor(host: LandingHost, options: LandingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Another wish, or another intent. */
  again(): void {
    this.#led = false;
  }

  hostUpdated(): void {
    const { intent } = this.#host;
    if (this.#led || !intent || !this.#options.isSettled()) return;
    this.#led = true;
    void this.#land(intent);
  }

  async #land(intent: WishIntent): Promise<void> {
    await this.#host.updateComplete;
    const box = this.#options.boxFor(intent);
    // Whoever was quicker is in it already: what they write, or send, is not begun anew.
    if (box?.matches(':focus-within')) return;
    // What it was opened for cannot be done any more: what can be done instead stands in the same place.
    const place = box ?? this.#host.renderRoot.querySelector<HTMLElement>('.acts');
    if (box) await box.lead(intent);
    else place?.focus({ preventScroll: true });
    await frame();
    if (place?.isConnected) this.#options.reveal(place);
  }
}
