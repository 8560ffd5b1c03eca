import { complete, type FiveMicroCore, type MyClaim, type Wish } from '@five-micro/sdk';
import { claimGroups, type OpenCard } from './card-data.ts';

/** What is still under way for someone, in numbers. */
export interface Unfinished {
  /** Their wishes that nobody has fulfilled yet. */
  readonly waiting: number;
  /** Those of them that somebody has promised to come for. */
  readonly promisedToThem: number;
  /** Their wishes that are said to be done and wait for their word. */
  readonly toConfirm: number;
  /** What they promised in their own name. */
  readonly promised: number;
  /** What they promised in an organisation's name, which stays with it. */
  readonly forOrganisations: number;
  /** What they reported as done and nobody has confirmed. */
  readonly awaiting: number;
}

/** More than anybody has; a number beyond it would be a least. */
const most = 1000;

const isWaiting = ({ status }: Wish): boolean =>
  status === 'submitted' || status === 'declined' || status === 'open' || status === 'claimed';

const isForOrganisation = ({ id, wish }: MyClaim): boolean =>
  wish.claims.some((claim) => claim.id === id && claim.organisation !== undefined);

export function unfinishedAmong(wishes: readonly Wish[], claims: readonly MyClaim[]): Unfinished {
  const { active, awaiting } = claimGroups(claims);
  const waiting = wishes.filter(isWaiting);
  const forOrganisations = active.filter(isForOrganisation).length;
  return {
    waiting: waiting.length,
    promisedToThem: waiting.filter((wish) => wish.claims.some(({ state }) => state === 'active')).length,
    toConfirm: wishes.filter(({ status }) => status === 'fulfilled').length,
    promised: active.length - forOrganisations,
    forOrganisations,
    awaiting: awaiting.length,
  };
}

/** Exact also for someone who has more than the card shows. */
export async function loadUnfinished(client: FiveMicroCore, card: OpenCard, signal: AbortSignal): Promise<Unfinished> {
  const { me } = complete(client);
  const [wishes, claims] = await Promise.all([
    card.moreWishes ? me.wishes({ limit: 100 }, { signal }).toArray({ limit: most }) : card.wishes,
    card.moreClaims ? me.claims({ limit: 100 }, { signal }).toArray({ limit: most }) : card.claims,
  ]);
  return unfinishedAmong(wishes, claims);
}
