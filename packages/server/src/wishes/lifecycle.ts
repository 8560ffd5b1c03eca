import { type EndpointName, publicStatus, type WishStatus, type WishVerb } from '@five-micro/contract';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Caller, MemberCaller } from '../identity/caller.ts';
import { judge, permissions, type Relation, relationsToWish, type Rule, wishCan } from '../identity/permissions.ts';

/** A wish as far as its way through the states is concerned. */
export interface WishFacts {
  status: WishStatus;
  root_id: number;
  area_id: number;
  area_path: number[];
  wisher_id: string;
  acting_id: string | null;
  has_contact: boolean;
  /** A picture of the wish or of a claim on it that no worker has looked at. */
  photos_waiting: boolean;
}

export interface ClaimFacts {
  member_id: string;
  organisation_id: number | null;
  state: 'active' | 'done' | 'released' | 'lapsed' | 'rejected';
}

export const isHeld = <C extends ClaimFacts>(claim: C): claim is C & { state: 'active' | 'done' } =>
  claim.state === 'active' || claim.state === 'done';

/** Made by the caller, or for an organisation that they represent. */
export const isTheirs = (caller: Caller, claim: ClaimFacts): boolean =>
  caller.kind === 'member' &&
  (claim.member_id === caller.id || caller.organisations.some((organisation) => organisation.id === claim.organisation_id));

/** A helper needs to know whom to visit until the wisher has said that it is done, and not after. */
const helping: readonly WishStatus[] = ['open', 'claimed', 'fulfilled'];

export function relationsIn(caller: Caller, wish: WishFacts, claims: readonly ClaimFacts[]): Set<Relation> {
  const relations = relationsToWish(caller, {
    place: { id: wish.area_id, rootId: wish.root_id, path: wish.area_path },
    wisherId: wish.wisher_id,
    actingId: wish.acting_id,
    claims: claims
      .filter(isHeld)
      .map((claim) => ({ memberId: claim.member_id, organisationId: claim.organisation_id, state: claim.state })),
  });
  if (!helping.includes(wish.status)) relations.delete('acting-helper');
  return relations;
}

export const isPublic = (status: WishStatus): boolean => publicStatus.includes(status);

const insiders: readonly Relation[] = ['wisher', 'worker', 'officer', 'claimer'];

/** Sees what is kept from the public: whose wish it is, who helps, and who looks after the area. */
export const isInsider = (relations: ReadonlySet<Relation>): boolean => insiders.some((relation) => relations.has(relation));

/** A wish that is not public is there for its parties alone, also for those whose claim on it is over. */
export const isVisible = (
  caller: Caller,
  wish: WishFacts,
  claims: readonly ClaimFacts[],
  relations: ReadonlySet<Relation>,
): boolean =>
  isPublic(wish.status) || isInsider(relations) || (relations.has('member') && claims.some((claim) => isTheirs(caller, claim)));

export type WishEndpoint = Extract<EndpointName, `wishes.${string}`>;

/** Acts on a claim of one's own. */
const onOwnClaim: readonly WishEndpoint[] = ['wishes.release', 'wishes.extend', 'wishes.fulfil'];

/**
 * Lets through or refuses, in this order: what may not be seen is not there, then the table, then the state.
 * `anyState` leaves the state to the act.
 * @throws {Refusal}
 */
export function permit(
  endpoint: WishEndpoint,
  caller: Caller,
  wish: WishFacts,
  claims: readonly ClaimFacts[],
  { anyState = false } = {},
): ReadonlySet<Relation> {
  const relations = relationsIn(caller, wish, claims);
  if (!isVisible(caller, wish, claims, relations)) throw new Refusal('wish.unknown');
  const rule: Rule = permissions[endpoint];
  const verdict = judge(rule, relations, anyState ? undefined : wish.status);
  if (verdict === 'allowed') return relations;
  if (verdict === 'wrong-state') throw new Refusal('wish.state');
  if (verdict === 'sign-in') throw caller.kind === 'visitor' ? new Refusal('auth.required') : forbidden(rule);
  if (verdict.forbidden !== 'auth.forbidden') throw new Refusal(verdict.forbidden);
  // Whose claim has lapsed or is done is told that, rather than that they never could.
  const wasTheirs = onOwnClaim.includes(endpoint) && claims.some((claim) => isTheirs(caller, claim));
  throw wasTheirs ? new Refusal('claim.none') : forbidden(rule);
}

/** What the caller may do now. Of another district they may do nothing, and signing in would not help. */
export function canOf(caller: Caller, wish: WishFacts, relations: ReadonlySet<Relation>): WishVerb[] {
  if (caller.kind === 'member' && !relations.has('member')) return [];
  return wishCan(relations, wish.status).filter(
    (verb) => (verb !== 'contact' || wish.has_contact) && (verb !== 'approve-photos' || wish.photos_waiting),
  );
}

/** Where a published wish stands by its claims alone. */
export function statusBy({
  wanted,
  held,
  done,
}: {
  wanted: number;
  held: number;
  done: number;
}): 'open' | 'claimed' | 'fulfilled' {
  if (done === wanted) return 'fulfilled';
  return held === wanted ? 'claimed' : 'open';
}

/** The caller's active claim that a verb without a name means: the one made in person before those of organisations. */
export function ownActive<C extends ClaimFacts>(caller: MemberCaller, claims: readonly C[]): C {
  const active = claims.filter((claim) => claim.state === 'active' && isTheirs(caller, claim));
  const own = active.find((claim) => claim.organisation_id === null) ?? active[0];
  if (!own) throw new Refusal('claim.none');
  return own;
}
