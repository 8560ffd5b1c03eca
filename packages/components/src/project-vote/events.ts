import type { Project } from '@five-micro/sdk';

/** A project is about to open in the element's own sheet. `preventDefault()` keeps it closed: the page goes there itself. */
export class FmProjectOpenEvent extends Event {
  constructor(
    /** Its id. */
    readonly project: string,
  ) {
    super('fm-project-open', { bubbles: true, composed: true, cancelable: true });
  }
}

/** A project was proposed; it waits for a worker's look. */
export class FmProjectPostedEvent extends Event {
  constructor(readonly project: Project) {
    super('fm-project-posted', { bubbles: true, composed: true });
  }
}

/** A project changed by an act of this member. Stays inside the element around it. */
export class FmProjectChangedEvent extends Event {
  constructor(readonly project: Project) {
    super('fm-project-changed', { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-project-open': FmProjectOpenEvent;
    'fm-project-posted': FmProjectPostedEvent;
    'fm-project-changed': FmProjectChangedEvent;
  }
}
