import type { Consents, ReportIn } from '@five-micro/sdk';

/** This member changed what others see of them; `consents` is what the server has now. */
export class FmConsentsChangedEvent extends Event {
  constructor(readonly consents: Consents) {
    super('fm-consents-changed', { bubbles: true, composed: true });
  }
}

/** This member reported in (网上报到). */
export class FmReportedInEvent extends Event {
  constructor(readonly reportIn: ReportIn) {
    super('fm-reported-in', { bubbles: true, composed: true });
  }
}

/**
 * This member erased themself: sign them out of the portal too. Whoever signs in afterwards, with the same account or
 * another, is a new member.
 */
export class FmMemberErasedEvent extends Event {
  constructor(
    /** ISO 8601. */
    readonly erasedAt: string,
  ) {
    super('fm-member-erased', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-member-erased': FmMemberErasedEvent;
    'fm-consents-changed': FmConsentsChangedEvent;
    'fm-reported-in': FmReportedInEvent;
  }
}
