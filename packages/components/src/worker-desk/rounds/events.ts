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

declare global {
  interface HTMLElementEventMap {
    'fm-desk-round': DeskRoundEvent;
    'fm-round-edit': RoundEditEvent;
  }
}
