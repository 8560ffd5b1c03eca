import type { Action, MySignUp } from '@five-micro/sdk';

const outward = { bubbles: true, composed: true };

/** An action is about to open. `preventDefault()` keeps it closed: the portal shows it on a page of its own. */
export class FmActionOpenEvent extends Event {
  constructor(readonly action: Action) {
    super('fm-action-open', { ...outward, cancelable: true });
  }
}

/** The member signed up; `signUp` says whether there was a place, else where on the waiting list. */
export class FmActionSignedUpEvent extends Event {
  constructor(
    readonly action: Action,
    readonly signUp: MySignUp,
  ) {
    super('fm-action-signed-up', outward);
  }
}

/** The member cancelled their sign-up, or left the waiting list. */
export class FmActionSignedOffEvent extends Event {
  constructor(
    readonly action: Action,
    readonly signUp: MySignUp,
  ) {
    super('fm-action-signed-off', outward);
  }
}

/** The member checked in, or out: `signUp` has the times. */
export class FmActionCheckedInEvent extends Event {
  constructor(
    readonly action: Action,
    readonly signUp: MySignUp,
  ) {
    super('fm-action-checked-in', outward);
  }
}

/** An action is otherwise than it was shown, after an act or an edit. Stays inside the element. */
export class FmActionChangedEvent extends Event {
  constructor(readonly action: Action) {
    super('fm-action-changed', { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-action-changed': FmActionChangedEvent;
    'fm-action-open': FmActionOpenEvent;
    'fm-action-signed-up': FmActionSignedUpEvent;
    'fm-action-signed-off': FmActionSignedOffEvent;
    'fm-action-checked-in': FmActionCheckedInEvent;
  }
}
