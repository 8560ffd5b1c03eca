import type { FiveMicroCore } from '@five-micro/sdk';
import type { FmLoginRequiredEvent } from '../events.ts';

export interface AskingHost extends HTMLElement {
  readonly community: {
    readonly client: FiveMicroCore | undefined;
    readonly lang?: string;
    readonly mode?: string;
    readonly theme?: string;
    readonly loginUrl?: string;
  };
}

/** Whether the page said that it does something about it. */
export const isTaken = (event: FmLoginRequiredEvent): boolean => event.defaultPrevented || event.waits.length > 0;

export interface UntakenOptions {
  /** Whether anybody still waits for that, once the code is there. */
  waits?: () => boolean;
  /** When they close what was said. */
  giveUp?: () => void;
  /** What was written would be lost with the page: they leave it by a press of their own. */
  stays?: boolean;
}

/** Where the page did not take on that somebody has to sign in. */
export async function whereUntaken(
  host: AskingHost,
  event: FmLoginRequiredEvent,
  { waits = () => true, ...options }: UntakenOptions = {},
): Promise<(() => void) | undefined> {
  try {
    const { unanswered } = await import('./unanswered.ts');
    return waits() ? unanswered(host, event, options) : undefined;
  } catch {
    // Offline: the button that asks again is there.
    return undefined;
  }
}
