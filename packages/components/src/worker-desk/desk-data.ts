import { complete, type Area, type FiveMicroCore, type Wish } from '@five-micro/sdk';
import { countAll } from './desk-counts.ts';
import type { Counts, QueueName } from './desk-names.ts';

export interface Queue {
  items: readonly Wish[];
  /** There are more than were asked for; they follow once these are handled. */
  more: boolean;
}
export type Queues = Readonly<Record<QueueName, Queue>>;

/** What the desk is for this caller. */
export type Desk =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'not-allowed'; readonly area: Area }
  | { readonly kind: 'desk'; readonly area: Area; readonly name: string; readonly queues: Queues; readonly counts: Counts };

export type OpenDesk = Extract<Desk, { kind: 'desk' }>;

/** A claim is due soon within so many milliseconds. */
export const soon = 3 * 86_400_000;

/** The end of the next lease that someone still holds. */
export const nextDue = (wish: Wish): string | undefined =>
  wish.claims
    .filter((claim) => claim.state === 'active')
    .map((claim) => claim.dueAt)
    .sort()[0];

/** Every picture of a wish: the wisher's, then the helpers'. */
export const photosOf = (wish: Wish): Wish['photos'] => [...wish.photos, ...wish.claims.flatMap((claim) => claim.photos)];

const belongs: Readonly<Record<QueueName, (wish: Wish, now: number) => boolean>> = {
  submitted: (wish) => wish.status === 'submitted',
  due: (wish, now) => {
    const due = nextDue(wish);
    return (wish.status === 'open' || wish.status === 'claimed') && due !== undefined && Date.parse(due) - now < soon;
  },
  visit: (wish) => wish.status === 'fulfilled',
};

const questions = {
  submitted: { status: 'submitted', order: 'oldest' },
  due: { status: 'open,claimed', order: 'due' },
  visit: { status: 'fulfilled', order: 'oldest' },
} as const satisfies Record<QueueName, object>;

const limit = 50;

/** Asks nothing that needs a token for someone who is not signed in, and no queues for someone who may not see them. */
export async function loadDesk(client: FiveMicroCore, area: string, signal: AbortSignal, now: number): Promise<Desk> {
  if (!(await client.session.check())) return { kind: 'signed-out' };
  const [place, me] = await Promise.all([client.areas.get({ area }, { signal }), complete(client).me.get({ signal })]);
  if (!place.can.includes('desk')) return { kind: 'not-allowed', area: place };
  const ask = async (name: QueueName): Promise<Queue> => {
    const page = await client.wishes.list({ area, limit, ...questions[name] }, { signal });
    const items = page.items.filter((wish) => belongs[name](wish, now));
    // By `due` the rest of the list is later still; elsewhere every further page may hold more.
    return { items, more: page.nextCursor !== null && (name !== 'due' || items.length === page.items.length) };
  };
  const [submitted, due, visit, counts] = await Promise.all([
    ask('submitted'),
    ask('due'),
    ask('visit'),
    countAll(client, place, signal),
  ]);
  return { kind: 'desk', area: place, name: me.name, queues: { submitted, due, visit }, counts };
}

/** The queues with this wish as it is now: it stays where it still belongs, and leaves the others. */
export function withChanged(queues: Queues, changed: Wish, now: number): Queues {
  const each = (name: QueueName): Queue => ({
    ...queues[name],
    items: queues[name].items
      .map((wish) => (wish.id === changed.id ? changed : wish))
      .filter((wish) => wish.id !== changed.id || belongs[name](wish, now)),
  });
  return { submitted: each('submitted'), due: each('due'), visit: each('visit') };
}

/** The one to look at after `id`: the next in the queue as it was, or the last before it. */
export function following<T extends { id: string }>(before: readonly T[], after: readonly T[], id: string): T | undefined {
  const at = before.findIndex((one) => one.id === id);
  const left = new Set(after.map((one) => one.id));
  return before.slice(at + 1).find((one) => left.has(one.id)) ?? after[0];
}
