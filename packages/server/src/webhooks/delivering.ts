import type { Ports } from '../ports.ts';
import { messageFor } from './message.ts';
import { outcomes } from './outcomes.ts';
import { type Message, signed } from './signing.ts';
import {
  type Addressee,
  addressee,
  arrived,
  drop,
  failed,
  giveUp,
  type Held,
  rest,
  switchOff,
  takeDue,
  wake,
  webhooksDue,
} from './statements.ts';

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
/** Of one portal at a time. */
const together = 8;
const day = 24 * 60 * 60 * 1000;
/** Milliseconds for which `list` speaks of what was given up. */
export const mourned = 30 * day;

const seconds = [5, 30, 120, 600, 1800, 3600, 7200, 14_400];
/** A portal at which nothing arrives is tried again after ten minutes at most, with a single message. */
const longestRest = 600;

/** Half of it by chance, so that a thousand that failed together do not come together. */
const shaken = (most: number, random: Ports['random']): number => most / 2 + ((random(1)[0] ?? 0) / 256) * (most / 2);

/** Milliseconds until the next try. */
export const pauseAfter = (tries: number, random: Ports['random']): number =>
  shaken((seconds[tries - 1] ?? 6 * 3600) * 1000, random);

const restAfter = (failures: number, random: Ports['random']): number =>
  shaken(Math.min(seconds[failures - 1] ?? longestRest, longestRest) * 1000, random);

/** Our own doing, of which the portal knows nothing. */
const own = new Set<string>([outcomes.wordless, outcomes.stopped]);
/** How a portal says that it wants to be told no more (Standard Webhooks 1.0). */
const gone = 'HTTP 410';

/** Sends some of what is due, to every portal at the same time. Answers how many it took: none when nothing more is due. */
export async function deliver(ports: WebhookPorts, signal: AbortSignal): Promise<number> {
  const due = await webhooksDue(ports.db, ports.clock());
  const taken = await Promise.all(due.map((id) => deliverTo(ports, id, signal)));
  return taken.reduce((sum, count) => sum + count, 0);
}

/** Sends some of what is due to one portal. Answers how many it took: none while it is left alone. */
export async function deliverTo(ports: WebhookPorts, id: string, signal: AbortSignal): Promise<number> {
  const { db, clock, random, log } = ports;
  const held = await takeDue(db, id, clock(), lease, together);
  const ended = await Promise.all(held.map((one) => deliverOne(ports, one, signal)));
  const [failure] = ended.flatMap((outcome) => (typeof outcome === 'object' && !own.has(outcome.failed) ? [outcome.failed] : []));
  if (ended.includes('arrived')) await wake(db, id);
  else if (failure !== undefined) {
    const at = clock();
    await rest(db, id, at, (failures) => restAfter(failures, random));
    const dead = await giveUp(db, id, at, failure);
    if (dead > 0) log.error('A portal could not be told of notices.', { webhook: id, notices: dead, outcome: failure });
  }
  return held.length;
}

/** Where there was nothing to tell it was dropped. */
type Outcome = 'arrived' | 'dropped' | { failed: string };

async function deliverOne(ports: WebhookPorts, held: Held, signal: AbortSignal): Promise<Outcome> {
  const { db, clock, log } = ports;
  const to = await addressee(db, held);
  // One that fails for itself must not be tried for ever, nor keep the others waiting.
  const body =
    to &&
    (await messageFor(ports, held, to).catch((error: unknown) => {
      log.error('A notice could not be told.', { message: held.message_id, error: error instanceof Error ? error.name : '' });
      return null;
    }));
  if (to === undefined || body === undefined) {
    await drop(db, held);
    return 'dropped';
  }
  const outcome = body === null ? outcomes.wordless : await send(ports, { id: held.message_id, body }, to, signal);
  if (outcome === gone) {
    await farewell(ports, held);
    return 'dropped';
  }
  if (outcome !== undefined) {
    await putOff(ports, held, to.days, outcome);
    return { failed: outcome };
  }
  await arrived(db, held, clock());
  return 'arrived';
}

async function farewell({ db, clock, log }: Ports, { webhook_id: webhook }: Held): Promise<void> {
  if (await switchOff(db, webhook, clock()))
    log.error('A portal answered that it is told no more (410): it is switched off.', { webhook });
}

async function send(ports: WebhookPorts, message: Message, to: Addressee, signal: AbortSignal): Promise<string | undefined> {
  // It may be back in a moment: a file that is being edited is no farewell.
  if (!ports.issuers.get(to.iss)) return outcomes.unregistered;
  const headers = await headersFor(ports, message, to, ports.clock()).catch(() => undefined);
  return headers ? ports.post(to.url, headers, message.body, signal) : outcomes.sealed;
}

async function putOff({ db, clock, random, log }: Ports, held: Held, days: number, outcome: string): Promise<void> {
  const now = clock();
  const over = now.getTime() - held.created_at.getTime() >= days * day;
  const next = new Date(now.getTime() + pauseAfter(held.tries, random));
  await failed(db, held, { outcome, next, dead: over ? now : null });
  if (over) log.error('A portal could not be told of a notice.', { webhook: held.webhook_id, message: held.message_id, outcome });
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
