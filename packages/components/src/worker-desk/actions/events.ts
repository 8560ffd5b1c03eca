import type { Action } from '@five-micro/sdk';

/** An action was drafted or changed in its form; `action` is what the server answered. */
export class FmActionSavedEvent extends Event {
  constructor(readonly action: Action) {
    super('fm-action-saved', { bubbles: true, composed: true });
  }
}

/** An action is otherwise than before, by an act on its page. Stays inside the panel. */
export class DeskActionEvent extends Event {
  constructor(
    readonly action: Action,
    /** What is said of it. */
    readonly words: string,
    /** Others of its series may have changed with it. */
    readonly following: boolean,
  ) {
    super('fm-desk-action');
  }
}

/** The organiser wants the form with this action in it, or the check-in screen. Stays inside the panel. */
export class ActionAskEvent extends Event {
  constructor(readonly ask: 'edit' | 'check-in') {
    super('fm-action-ask');
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-action-saved': FmActionSavedEvent;
    'fm-desk-action': DeskActionEvent;
    'fm-action-ask': ActionAskEvent;
  }
}
