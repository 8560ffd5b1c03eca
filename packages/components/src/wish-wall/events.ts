import type { Wish } from '@five-micro/sdk';

/** A wish is about to open, `claim` at the box where one offers to help. `preventDefault()` keeps it closed. */
export class FmWishOpenEvent extends Event {
  constructor(
    readonly wish: Wish,
    readonly intent: '' | 'claim',
  ) {
    super('fm-wish-open', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-wish-open': FmWishOpenEvent;
  }
}
