import type { Wish } from '@five-micro/sdk';

/** What a member can do that a portal may want to know of beforehand, or that needs a sign-in. */
export type ActName =
  | 'post'
  | 'edit'
  | 'claim'
  | 'release'
  | 'extend'
  | 'fulfil'
  | 'confirm'
  | 'reopen'
  | 'withdraw'
  | 'publish'
  | 'decline'
  | 'merge'
  | 'close'
  | 'lower'
  | 'approve-photos'
  | 'contact'
  | 'report'
  | 'hide'
  | 'show'
  | 'post-action'
  | 'edit-action'
  | 'open-action'
  | 'cancel-action'
  | 'finish-action'
  | 'list-project'
  | 'start-project'
  | 'report-progress'
  | 'finish-project'
  | 'correct'
  | 'answer'
  | 'overrule'
  | 'post-round'
  | 'edit-round'
  | 'open-round'
  | 'discard-round'
  | 'close-round'
  | 'paper-ballot'
  | 'ask-nominee'
  | 'edit-nomination'
  | 'award'
  | 'sign-up'
  | 'sign-off'
  | 'check-in'
  | 'attendance'
  | 'register'
  | 'report-in'
  | 'accept'
  | 'look'
  | 'revoke'
  | 'representatives'
  | 'register-organisation'
  | 'export'
  | 'erase'
  | 'consents'
  | 'notices-seen'
  | 'open-desk'
  | 'open-card'
  | 'open-board'
  | 'reverse'
  | 'nominate'
  | 'withdraw-nomination'
  | 'consent'
  | 'decline-nomination'
  | 'edit-star'
  | 'take-down'
  | 'post-project'
  | 'comment'
  | 'ask-correction'
  | 'rate'
  | 'vote';

const outward = { bubbles: true, composed: true };

/**
 * Something begun needs a signed-in member. The portal opens its own sign-in and afterwards calls `signedIn()` on
 * `fm-community`; what was begun then goes on by itself. `preventDefault()` says: this page shows its own words about it.
 */
export class FmLoginRequiredEvent extends Event {
  constructor(
    readonly act: ActName,
    /** What it is about: the wish's id, where there is one, so that a portal that leaves the page can come back to it. */
    readonly subject?: string,
  ) {
    super('fm-login-required', { ...outward, cancelable: true });
  }
}

/**
 * Before an act is sent. `preventDefault()` stops it; `waitUntil(promise)` holds it until the promise settles, and a
 * rejected promise stops it too.
 */
export class FmBeforeActEvent extends Event {
  readonly waits: Promise<unknown>[] = [];
  constructor(
    readonly act: ActName,
    readonly subject?: string,
  ) {
    super('fm-before-act', { ...outward, cancelable: true });
  }
  waitUntil(promise: Promise<unknown>): void {
    this.waits.push(promise);
  }
}

/** A wish changed by an act of this member; `wish` is what the server answered. */
export class FmWishChangedEvent extends Event {
  constructor(
    readonly wish: Wish,
    readonly act?: ActName,
  ) {
    super('fm-wish-changed', outward);
  }
}

/** A wish was posted; it waits for a worker's look. */
export class FmWishPostedEvent extends Event {
  constructor(readonly wish: Wish) {
    super('fm-wish-posted', outward);
  }
}

/** A sheet was closed, by whatever way. */
export class FmSheetCloseEvent extends Event {
  constructor() {
    super('fm-sheet-close', outward);
  }
}

/** All that our elements fire, by name: what leaves them can be heard at the document as well. */
type FiveMicroEvents = {
  [Name in keyof HTMLElementEventMap as Name extends `fm-${string}` ? Name : never]: HTMLElementEventMap[Name];
};

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- what is merged into has to be an interface
  interface DocumentEventMap extends FiveMicroEvents {}
  interface HTMLElementEventMap {
    'fm-login-required': FmLoginRequiredEvent;
    'fm-before-act': FmBeforeActEvent;
    'fm-wish-changed': FmWishChangedEvent;
    'fm-wish-posted': FmWishPostedEvent;
    'fm-sheet-close': FmSheetCloseEvent;
  }
}
