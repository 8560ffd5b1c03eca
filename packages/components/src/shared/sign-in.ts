import type { FiveMicroCore } from '@five-micro/sdk';
import { renewOthers } from './controllers/live.ts';
import { type ActName, FmLoginRequiredEvent } from './events.ts';

interface SignInHost extends HTMLElement {
  readonly community: { readonly client: FiveMicroCore | undefined };
}

/** Asks the portal to sign someone in, from an element that shows nothing without: what it shows then follows the session. */
export async function signIn(host: SignInHost, act: ActName): Promise<void> {
  const event = new FmLoginRequiredEvent(act);
  host.dispatchEvent(event);
  if (!event.waits.length) return;
  const { client } = host.community;
  try {
    await Promise.all(event.waits);
    await client?.session.renew();
    renewOthers(client);
  } catch {
    // Given up at the portal; or no token came, which whatever asks next says.
  }
}
