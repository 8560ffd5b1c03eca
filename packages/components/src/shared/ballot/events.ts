import type { Round } from '@five-micro/sdk';

/** A ballot was taken. It says that and nothing of what was chosen: that is nobody's business, the page's neither. */
export class FmBallotCastEvent extends Event {
  constructor(
    readonly round: Round,
    readonly revision: number,
  ) {
    super('fm-ballot-cast', { bubbles: true, composed: true });
  }
}

/** A round is about to be shown in the element's place. `preventDefault()` where the page goes there itself. */
export class FmRoundOpenEvent extends Event {
  constructor(readonly round: Round) {
    super('fm-round-open', { bubbles: true, composed: true, cancelable: true });
  }
}

/** The round that was shown in the element's place has given way again. */
export class FmRoundCloseEvent extends Event {
  constructor() {
    super('fm-round-close', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-round-open': FmRoundOpenEvent;
    'fm-round-close': FmRoundCloseEvent;
    'fm-ballot-cast': FmBallotCastEvent;
  }
}
