import { complete, type Area, type FiveMicroCore, type Me, type MyClaim, type Notice, type Wish } from '@five-micro/sdk';

/** What the card is for this caller. */
export type Card =
  | { readonly kind: 'signed-out' }
  /** They were here until just now, and are no member any more. */
  | { readonly kind: 'gone'; readonly erasedAt: string }
  | {
      readonly kind: 'card';
      readonly me: Me;
      readonly area: Area;
      readonly notices: readonly Notice[];
      readonly claims: readonly MyClaim[];
      readonly wishes: readonly Wish[];
      /** There are more wishes than were asked for, so their number is a least. */
      readonly moreWishes: boolean;
      readonly moreClaims: boolean;
    };
export type OpenCard = Extract<Card, { kind: 'card' }>;

const limit = 50;

/** Asks nothing that needs a token for someone who is not signed in. */
export async function loadCard(client: FiveMicroCore, area: string, signal: AbortSignal): Promise<Card> {
  if (!(await client.session.check())) return { kind: 'signed-out' };
  const { me: mine, areas } = complete(client);
  const [me, place, notices, claims, wishes] = await Promise.all([
    mine.get({ signal }),
    areas.get({ area }, { signal }),
    mine.notices({ limit }, { signal }),
    mine.claims({ limit }, { signal }),
    mine.wishes({ limit }, { signal }),
  ]);
  return {
    kind: 'card',
    me,
    area: place,
    notices: notices.items,
    claims: claims.items,
    wishes: wishes.items,
    moreWishes: wishes.nextCursor !== null,
    moreClaims: claims.nextCursor !== null,
  };
}

const settled: ReadonlySet<Wish['status']> = new Set<Wish['status']>(['confirmed', 'closed']);
const over: ReadonlySet<Wish['status']> = new Set<Wish['status']>(['confirmed', 'closed', 'withdrawn', 'expired', 'merged']);

export interface ClaimGroups {
  /** Promised and not yet done, the next due first. */
  active: MyClaim[];
  /** Reported as done; the wisher has not said so yet. */
  awaiting: MyClaim[];
  /** Came true. */
  helped: MyClaim[];
}

/** What was given back, lapsed or did not count is no longer anybody's concern, and is left out. */
export const claimGroups = (claims: readonly MyClaim[]): ClaimGroups => ({
  active: claims.filter(({ state }) => state === 'active').sort((a, b) => a.dueAt.localeCompare(b.dueAt)),
  awaiting: claims.filter(({ state, wish }) => state === 'done' && !settled.has(wish.status)),
  helped: claims.filter(({ state, wish }) => state === 'done' && settled.has(wish.status)),
});

/** Those that ask something of the wisher first; those that are over last. */
export function wishGroups(wishes: readonly Wish[]): { current: Wish[]; past: Wish[] } {
  const asks = (wish: Wish): number => (wish.status === 'fulfilled' ? 0 : wish.status === 'declined' ? 1 : 2);
  return {
    current: wishes.filter(({ status }) => !over.has(status)).sort((a, b) => asks(a) - asks(b)),
    past: wishes.filter(({ status }) => over.has(status)),
  };
}

/** What a change says of this caller's card: everything, or something on it. */
export const concerns = (card: OpenCard, fact: { type: string; id?: string | undefined }): boolean =>
  fact.type === 'resync' ||
  fact.type === 'consent.changed' ||
  // What happens to members is told to those concerned alone, and names nobody.
  fact.type.startsWith('member.') ||
  card.wishes.some(({ id }) => id === fact.id) ||
  card.claims.some(({ wish }) => wish.id === fact.id) ||
  card.notices.some(({ wish, action }) => (wish ?? action)?.id === fact.id) ||
  // Told to those concerned alone, and it names nobody.
  fact.type === 'points.reversed';
