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

/** What a page can hold until a promise of its own settles. */
abstract class FmHeldEvent extends Event {
  readonly waits: Promise<unknown>[] = [];
  constructor(
    type: string,
    readonly act: ActName,
    /** What it is about: the wish's id, where there is one, so that a portal that leaves the page can come back to it. */
    readonly subject?: string,
  ) {
    super(type, { ...outward, cancelable: true });
  }
  waitUntil(promise: Promise<unknown>): void {
    if (!this.eventPhase) console.warn(`[five-micro] waitUntil() of ${this.type} was called too late: call it before any await.`);
    this.waits.push(promise);
  }
}

/**
 * Something begun needs a signed-in member. The portal opens its own sign-in, and what was begun goes on by itself once
 * `waitUntil(promise)` is kept, or `signedIn()` is called on `fm-community`; a rejected promise lets it go.
 * `preventDefault()` says: this page takes it on, and shows its own words about it. Where neither is called, `fm-community`
 * leads to its `login-url`; without one the element says that there is no way from here.
 */
export class FmLoginRequiredEvent extends FmHeldEvent {
  constructor(act: ActName, subject?: string) {
    super('fm-login-required', act, subject);
  }
}

/**
 * Before an act is sent. `preventDefault()` stops it; `waitUntil(promise)` holds it until the promise settles, and a
 * rejected promise stops it too.
 */
export class FmBeforeActEvent extends FmHeldEvent {
  constructor(act: ActName, subject?: string) {
    super('fm-before-act', act, subject);
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

/** All that our elements fire, by name: what leaves them can be heard at the document and the window as well. */
type FiveMicroEvents = {
  [Name in keyof HTMLElementEventMap as Name extends `fm-${string}` ? Name : never]: HTMLElementEventMap[Name];
};

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- what is merged into has to be an interface
  interface DocumentEventMap extends FiveMicroEvents {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- as above
  interface WindowEventMap extends FiveMicroEvents {}
  interface HTMLElementEventMap {
    'fm-login-required': FmLoginRequiredEvent;
    'fm-before-act': FmBeforeActEvent;
    'fm-wish-changed': FmWishChangedEvent;
    'fm-wish-posted': FmWishPostedEvent;
    'fm-sheet-close': FmSheetCloseEvent;
  }
}
