import type { LitElement, ReactiveController } from 'lit';
import type { WishIntent } from './events.ts';
import type { WishBox } from './wish-acts.ts';

interface LandingHost extends LitElement {
  readonly intent: WishIntent | undefined;
}

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/**
 * Puts the page and the keyboard where `intent` wants them: once, and not before everything above has its height, or
 * what comes later would push it out of sight again.
 */
export class WishLanding implements ReactiveController {
  readonly #host: LandingHost;
  readonly #isSettled: () => boolean;
  readonly #boxFor: (intent: WishIntent) => WishBox | undefined;
  #led = false;

  constructor(host: LandingHost, isSettled: () => boolean, boxFor: (intent: WishIntent) => WishBox | undefined) {
    this.#host = host;
    this.#isSettled = isSettled;
    this.#boxFor = boxFor;
    host.addController(this);
  }

  /** Another wish, or another intent. */
  again(): void {
    this.#led = false;
  }

  hostUpdated(): void {
    const { intent } = this.#host;
    if (this.#led || !intent || !this.#isSettled()) return;
    this.#led = true;
    void this.#land(intent);
  }

  async #land(intent: WishIntent): Promise<void> {
    await this.#host.updateComplete;
    const box = this.#boxFor(intent);
    // What it was opened for cannot be done any more: what can be done instead stands in the same place.
    const place = box ?? this.#host.renderRoot.querySelector<HTMLElement>('.acts');
    if (box) await box.lead(intent);
    else place?.focus({ preventScroll: true });
    await frame();
    if (!place?.isConnected) return;
    const { top, bottom } = place.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) place.scrollIntoView({ block: 'start' });
  }
}
