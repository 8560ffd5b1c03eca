/**
 * Another organisation of the tree is about to be shown. `preventDefault()` keeps the element where it is: the page goes
 * there itself.
 */
export class FmOrganisationOpenEvent extends Event {
  constructor(
    /** Its slug. */
    readonly organisation: string,
  ) {
    super('fm-organisation-open', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-organisation-open': FmOrganisationOpenEvent;
  }
}
