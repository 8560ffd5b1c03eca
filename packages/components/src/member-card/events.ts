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

declare global {
  interface HTMLElementEventMap {
    'fm-consents-changed': FmConsentsChangedEvent;
    'fm-reported-in': FmReportedInEvent;
  }
}
