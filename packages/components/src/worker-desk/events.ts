import type { Member } from '@five-micro/sdk';

/** A neighbour without a phone was registered by this worker. */
export class FmMemberRegisteredEvent extends Event {
  constructor(readonly member: Member) {
    super('fm-member-registered', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-member-registered': FmMemberRegisteredEvent;
  }
}
