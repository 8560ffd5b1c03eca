import type { Nomination, Star } from '@five-micro/sdk';

/** A nomination has changed by a worker's act. Stays inside the panel. */
export class DeskNominationEvent extends Event {
  constructor(
    readonly nomination: Nomination,
    /** What became of it. */
    readonly words: string,
  ) {
    super('fm-desk-nomination');
  }
}

/** A star was changed, or hangs no more. Stays inside the panel. */
export class DeskStarEvent extends Event {
  constructor(
    readonly id: string,
    /** Undefined where it was taken down. */
    readonly star: Star | undefined,
    readonly words: string,
  ) {
    super('fm-desk-star');
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-desk-nomination': DeskNominationEvent;
    'fm-desk-star': DeskStarEvent;
  }
}
