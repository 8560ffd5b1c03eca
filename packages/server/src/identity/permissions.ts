import type { EndpointName, ErrorCode, WishStatus, WishVerb } from '@five-micro/contract';
import type { Caller, Role } from './caller.ts';

/**
 * Who may do what: the one table.
 *
 * A caller stands in relations to what is asked for. A rule names the relations that may, those that may not even
 * if another one would allow it, and the states in which it makes sense. Refusals and the `can` lists that answers
 * carry are both read from here, so that they cannot disagree.
 */
export type Relation =
  /** Anyone at all, signed in or not. */
  | 'visitor'
  /** Signed in, of the same district. */
  | 'member'
  /** Home lies in this area. */
  | 'local'
  /** Has the role for this area or one above it. */
  | 'worker'
  | 'officer'
  /** Whose wish it is. */
  | 'wisher'
  /** The worker who wrote it down for someone. */
  | 'author'
  /** Has an active claim, themself or through an organisation they represent. */
  | 'helper'
  /** Made the active or done claim in person: contact details are theirs to see. */
  | 'acting-helper'
  /** Has an active or done claim, themself or through an organisation they represent. */
  | 'claimer';

export interface Rule {
  allow: readonly Relation[];
  /** A relation that rules it out, with the code that says why. */
  forbid?: Partial<Record<Relation, ErrorCode>>;
  states?: readonly WishStatus[];
}

const anyone: Rule = { allow: ['visitor'] };
const signedIn: Rule = { allow: ['member'] };

const wishRules = {
  edit: { allow: ['wisher', 'author'], states: ['submitted', 'declined'] },
  publish: { allow: ['worker'], states: ['submitted'] },
  decline: { allow: ['worker'], states: ['submitted'] },
  merge: { allow: ['worker'], states: ['submitted'] },
  withdraw: { allow: ['wisher', 'author'], states: ['submitted', 'declined', 'open', 'claimed'] },
  claim: { allow: ['member'], forbid: { wisher: 'wish.own' }, states: ['open'] },
  release: { allow: ['helper'], forbid: { wisher: 'wish.own' }, states: ['open', 'claimed'] },
  extend: { allow: ['helper'], forbid: { wisher: 'wish.own' }, states: ['open', 'claimed'] },
  fulfil: { allow: ['helper'], forbid: { wisher: 'wish.own' }, states: ['open', 'claimed'] },
  confirm: { allow: ['wisher'], forbid: { claimer: 'wish.self-dealing' }, states: ['fulfilled'] },
  reopen: { allow: ['wisher'], states: ['fulfilled'] },
  close: { allow: ['worker'], forbid: { claimer: 'wish.self-dealing', wisher: 'wish.self-dealing' }, states: ['fulfilled'] },
  lower: { allow: ['worker'], forbid: { claimer: 'wish.self-dealing' }, states: ['open', 'claimed'] },
  'approve-photos': { allow: ['worker'], states: ['open', 'claimed', 'fulfilled', 'confirmed', 'closed'] },
  contact: { allow: ['wisher', 'acting-helper', 'worker'] },
} as const satisfies Record<WishVerb, Rule>;

/** Endpoints below `/areas/{area}` and `/me`, and those of one wish. */
export const permissions: Record<EndpointName | 'live.stream', Rule> = {
  'areas.get': anyone,
  'areas.children': anyone,
  'areas.organisations': anyone,
  'areas.reportIn': signedIn,
  'members.list': { allow: ['worker'] },
  'members.register': { allow: ['worker'] },
  'me.get': signedIn,
  'me.wishes': signedIn,
  'me.claims': signedIn,
  'me.notices': signedIn,
  'me.noticesSeen': signedIn,
  'me.consents': signedIn,
  'wishes.list': anyone,
  'wishes.summary': anyone,
  'wishes.post': { allow: ['local', 'worker'] },
  'wishes.get': anyone,
  'wishes.timeline': anyone,
  'wishes.contact': wishRules.contact,
  'wishes.edit': wishRules.edit,
  'wishes.publish': wishRules.publish,
  'wishes.decline': wishRules.decline,
  'wishes.merge': wishRules.merge,
  'wishes.withdraw': wishRules.withdraw,
  'wishes.claim': wishRules.claim,
  'wishes.release': wishRules.release,
  'wishes.extend': wishRules.extend,
  'wishes.fulfil': wishRules.fulfil,
  'wishes.confirm': wishRules.confirm,
  'wishes.reopen': wishRules.reopen,
  'wishes.close': wishRules.close,
  'wishes.lower': wishRules.lower,
  'wishes.approvePhotos': wishRules['approve-photos'],
  'uploads.post': signedIn,
  'live.stream': anyone,
};

/** Lists of wishes that are not public: read by those who look after the area. */
export const unpublishedRule: Rule = { allow: ['worker', 'officer'] };

/** What an area offers its callers, by the rule of the endpoint behind it. */
const areaVerbs = {
  'post-wish': permissions['wishes.post'],
  'report-in': permissions['areas.reportIn'],
  desk: unpublishedRule,
} as const;

export type Verdict = 'allowed' | 'sign-in' | 'wrong-state' | { forbidden: ErrorCode };

/** Reads one rule. A visitor who could do it once signed in is asked to sign in. */
export function judge(rule: Rule, relations: ReadonlySet<Relation>, state?: WishStatus): Verdict {
  if (!rule.allow.some((relation) => relations.has(relation))) {
    return relations.has('member') ? { forbidden: 'auth.forbidden' } : 'sign-in';
  }
  for (const [relation, code] of Object.entries(rule.forbid ?? {})) {
    if (isRelation(relation) && relations.has(relation)) return { forbidden: code };
  }
  return state === undefined || !rule.states || rule.states.includes(state) ? 'allowed' : 'wrong-state';
}

const relationNames: readonly string[] = [
  'visitor',
  'member',
  'local',
  'worker',
  'officer',
  'wisher',
  'author',
  'helper',
  'acting-helper',
  'claimer',
] satisfies Relation[];
const isRelation = (name: string): name is Relation => relationNames.includes(name);

/** A visitor is shown what a signed-in resident could try; the call itself asks to sign in. */
export function asResident(relations: ReadonlySet<Relation>): ReadonlySet<Relation> {
  return relations.has('member') ? relations : new Set<Relation>([...relations, 'member', 'local']);
}

export function wishCan(relations: ReadonlySet<Relation>, state: WishStatus): WishVerb[] {
  const shown = asResident(relations);
  return verbs.filter((verb) => judge(wishRules[verb], shown, state) === 'allowed');
}
const verbs: WishVerb[] = [
  'edit',
  'publish',
  'decline',
  'merge',
  'withdraw',
  'claim',
  'release',
  'extend',
  'fulfil',
  'confirm',
  'reopen',
  'close',
  'lower',
  'approve-photos',
  'contact',
];

export function areaCan(relations: ReadonlySet<Relation>): string[] {
  const shown = asResident(relations);
  return Object.entries(areaVerbs)
    .filter(([, rule]) => judge(rule, shown) === 'allowed')
    .map(([verb]) => verb);
}

/** An area as far as permissions need it. */
export interface Place {
  id: number;
  rootId: number;
  /** From the district down to itself. */
  path: readonly number[];
}

export function relationsToArea(caller: Caller, place: Place): Set<Relation> {
  const relations = new Set<Relation>(['visitor']);
  if (caller.kind === 'visitor' || caller.rootId !== place.rootId) return relations;
  relations.add('member');
  if (caller.areaId === place.id) relations.add('local');
  const covers = (role: Role) => caller.roles.some((held) => held.role === role && place.path.includes(held.areaId));
  if (covers('worker')) relations.add('worker');
  if (covers('officer')) relations.add('officer');
  return relations;
}

export interface WishParties {
  place: Place;
  wisherId: string;
  actingId: string | null;
  claims: readonly { memberId: string; organisationId: number | null; state: 'active' | 'done' }[];
}

export function relationsToWish(caller: Caller, wish: WishParties): Set<Relation> {
  const relations = relationsToArea(caller, wish.place);
  if (caller.kind === 'visitor' || !relations.has('member')) return relations;
  if (wish.wisherId === caller.id) relations.add('wisher');
  if (wish.actingId === caller.id) relations.add('author');
  for (const claim of wish.claims) {
    const acting = claim.memberId === caller.id;
    const theirs = acting || caller.organisations.some((organisation) => organisation.id === claim.organisationId);
    if (theirs) relations.add('claimer');
    if (theirs && claim.state === 'active') relations.add('helper');
    if (acting) relations.add('acting-helper');
  }
  return relations;
}
