import type { Wish } from '@five-micro/sdk';

/** What a wish is opened for: the keyboard lands where that is done. Empty: to be read. */
export type WishIntent =
  | ''
  | 'claim'
  | 'contact'
  | 'fulfil'
  | 'extend'
  | 'release'
  | 'confirm'
  | 'reopen'
  | 'edit'
  | 'withdraw'
  | 'close';

/** A wish is about to open, `claim` at the box where one offers to help. `preventDefault()` keeps it closed. */
export class FmWishOpenEvent extends Event {
  constructor(
    readonly wish: Wish,
    readonly intent: WishIntent,
  ) {
    super('fm-wish-open', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-wish-open': FmWishOpenEvent;
  }
}
