import type { Ports } from '../ports.ts';
import { messageFor } from './message.ts';
import { type Message, signed } from './signing.ts';
import { type Addressee, addressee, arrived, buryDead, drop, failed, type Held, takeDue } from './statements.ts';

/** Sends one message and answers why it did not arrive, in a few words without anything personal; undefined where it did. */
export type Post = (
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
) => Promise<string | undefined>;

export interface WebhookPorts extends Ports {
  post: Post;
}

/** Milliseconds for which a message is held while it is sent: well above what a try may take. */
const lease = 60_000;
const together = 8;
const day = 24 * 60 * 60 * 1000;
/** Days for which `list` speaks of what was given up. */
const mourned = 30;

const seconds = [5, 30, 120, 600, 1800, 3600, 7200, 14_400];

/** Milliseconds until the next try, half of it by chance, so that a thousand that failed together do not come together. */
export function pauseAfter(tries: number, random: Ports['random']): number {
  const most = (seconds[tries - 1] ?? 6 * 3600) * 1000;
  return most / 2 + ((random(1)[0] ?? 0) / 256) * (most / 2);
}

/** Sends some of what is due. Answers how many it took: none when nothing more is due. */
export async function deliver(ports: WebhookPorts, signal: AbortSignal): Promise<number> {
  const held = await takeDue(ports.db, ports.clock(), lease, together);
  await Promise.all(held.map((one) => deliverOne(ports, one, signal)));
  return held.length;
}

async function deliverOne(ports: WebhookPorts, held: Held, signal: AbortSignal): Promise<void> {
  const { db, clock } = ports;
  const to = await addressee(db, held);
  const body = to && (await messageFor(ports, held, to));
  if (to === undefined || body === undefined) {
    await drop(db, held);
    return;
  }
  const outcome = await send(ports, { id: held.message_id, body }, to, signal);
  if (outcome === undefined) await arrived(db, held, clock());
  else await putOff(ports, held, to.days, outcome);
}

async function send(ports: WebhookPorts, message: Message, to: Addressee, signal: AbortSignal): Promise<string | undefined> {
  // It may be back in a moment: a file that is being edited is no farewell.
  if (!ports.issuers.get(to.iss)) return 'the portal is registered no more';
  const headers = await headersFor(ports, message, to, ports.clock()).catch(() => undefined);
  return headers ? ports.post(to.url, headers, message.body, signal) : 'the secret does not open';
}

async function putOff({ db, clock, random, log }: Ports, held: Held, days: number, outcome: string): Promise<void> {
  const now = clock();
  const over = now.getTime() - held.created_at.getTime() >= days * day;
  const next = new Date(now.getTime() + pauseAfter(held.tries, random));
  await failed(db, held, { outcome, next, dead: over ? now : null });
  if (!over) return;
  log.error('A portal could not be told of a notice.', { webhook: held.webhook_id, message: held.message_id, outcome });
  await buryDead(db, new Date(now.getTime() - mourned * day));
}

export interface Sealed {
  secret: Uint8Array;
  former: Uint8Array | null;
  former_until: Date | null;
}

/** Signed with the secret, and with the one before for as long as that is valid. */
export async function headersFor({ secrets }: Pick<Ports, 'secrets'>, message: Message, of: Sealed, at: Date) {
  const former = of.former !== null && of.former_until !== null && of.former_until > at ? [of.former] : [];
  return signed(message, await Promise.all([of.secret, ...former].map((sealed) => secrets.open(sealed))), at);
}
