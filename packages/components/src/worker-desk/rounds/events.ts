import type { Round } from '@five-micro/sdk';

/** A round has changed by a worker's act. Stays inside the panel. */
export class DeskRoundEvent extends Event {
  constructor(
    readonly round: Round,
    /** What became of it. */
    readonly words: string,
  ) {
    super('fm-desk-round');
  }
}

/** The worker wants to change this draft. Stays inside the panel. */
export class RoundEditEvent extends Event {
  constructor(readonly round: Round) {
    super('fm-round-edit');
  }
}

/** A draft is gone. Stays inside the panel. */
export class RoundDiscardedEvent extends Event {
  constructor(
    readonly id: string,
    readonly words: string,
  ) {
    super('fm-round-discarded');
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-desk-round': DeskRoundEvent;
    'fm-round-edit': RoundEditEvent;
    'fm-round-discarded': RoundDiscardedEvent;
  }
}
