import type { FiveMicroCore } from '@five-micro/sdk';
import { type ActName, FmLoginRequiredEvent } from './events.ts';

interface SignInHost extends HTMLElement {
  readonly community: { readonly client: FiveMicroCore | undefined };
}

/** Asks the portal to sign someone in, from an element that shows nothing without: what it shows then follows the session. */
export async function signIn(host: SignInHost, act: ActName): Promise<void> {
  const event = new FmLoginRequiredEvent(act);
  host.dispatchEvent(event);
  if (!event.waits.length) return;
  try {
    await Promise.all(event.waits);
    await host.community.client?.session.renew();
  } catch {
    // Given up at the portal; or no token came, which whatever asks next says.
  }
}
