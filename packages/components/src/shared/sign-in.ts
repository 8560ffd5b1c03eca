import { renewOthers } from './controllers/live.ts';
import { type ActName, FmLoginRequiredEvent } from './events.ts';
import { type AskingHost, isTaken, whereUntaken } from './login/taken.ts';

/** Asks the portal to sign someone in, from an element that shows nothing without: what it shows then follows the session. */
export async function signIn(host: AskingHost, act: ActName): Promise<void> {
  const event = new FmLoginRequiredEvent(act);
  host.dispatchEvent(event);
  if (!isTaken(event)) await whereUntaken(host, event);
  if (!event.waits.length) return;
  const { client } = host.community;
  const wasEnded = client?.session.ended ?? false;
  try {
    await Promise.all(event.waits);
    await client?.session.renew();
    renewOthers(client, wasEnded);
  } catch {
    // Given up at the portal; or no token came, which whatever asks next says.
  }
}
