/** What the sections that are loaded by themselves know in a number; to the card's head, does not bubble. */
export class FmCardSumEvent extends Event {
  constructor(readonly sum: { readonly minutes: number } | { readonly points: number; readonly rank: number }) {
    super('fm-card-sum');
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-card-sum': FmCardSumEvent;
  }
}
