import type { Nomination, Star } from '@five-micro/sdk';

const outward = { bubbles: true, composed: true };

/** A story is about to open. `preventDefault()` where the page goes there itself. */
export class FmStarOpenEvent extends Event {
  constructor(readonly star: Star) {
    super('fm-star-open', { ...outward, cancelable: true });
  }
}

/** The person themself changed how they are shown; undefined where they took it down. */
export class FmStarChangedEvent extends Event {
  constructor(
    readonly id: string,
    readonly star: Star | undefined,
  ) {
    super('fm-star-changed', outward);
  }
}

/** Someone was nominated: a worker looks at it, and asks them. */
export class FmNominatedEvent extends Event {
  constructor(readonly nomination: Nomination) {
    super('fm-nominated', outward);
  }
}

/** The nominee said yes, or rather not. */
export class FmNominationAnsweredEvent extends Event {
  constructor(readonly nomination: Nomination) {
    super('fm-nomination-answered', outward);
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-star-open': FmStarOpenEvent;
    'fm-star-changed': FmStarChangedEvent;
    'fm-nominated': FmNominatedEvent;
    'fm-nomination-answered': FmNominationAnsweredEvent;
  }
}
