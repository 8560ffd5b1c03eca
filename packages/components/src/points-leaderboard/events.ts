/**
 * The board is about to show another area, above or below. `preventDefault()` keeps it where it is: the page goes there
 * itself.
 */
export class FmAreaOpenEvent extends Event {
  constructor(
    /** Its slug. */
    readonly area: string,
  ) {
    super('fm-area-open', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-area-open': FmAreaOpenEvent;
  }
}
