import { type EndpointName, type ErrorCode, publicStatus, type WishStatus, type WishVerb, wishVerbs } from '@five-micro/contract';
import type { Caller, MemberCaller, Role } from './caller.ts';

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
  | 'claimer'
  /** An organisation that they represent, or once represented, has an active or done claim. */
  | 'tied'
  /** It is about the caller. */
  | 'self'
  /** May act for the organisation. */
  | 'representative';

export interface Rule {
  allow: readonly Relation[];
  /** A relation that rules it out, with the code that says why. */
  forbid?: Partial<Record<Relation, ErrorCode>>;
  states?: readonly WishStatus[];
}

const anyone: Rule = { allow: ['visitor'] };
const signedIn: Rule = { allow: ['member'] };
const workers: Rule = { allow: ['worker'] };
/** A worker's act on a person, which nobody does to themself. */
const onSomeone: Rule = { allow: ['worker'], forbid: { self: 'member.self' } };

const memberRules = { merge: onSomeone, revoke: onSomeone } as const satisfies Record<string, Rule>;
const reportInRules = { accept: onSomeone, decline: onSomeone } as const satisfies Record<string, Rule>;
/** Representatives may read who else is one; naming them is the worker's. */
const organisationRules = { 'set-representatives': workers, representatives: { allow: ['worker', 'representative'] } } as const;

const wishRules = {
  edit: { allow: ['wisher', 'author'], states: ['submitted', 'declined'] },
  publish: { allow: ['worker'], forbid: { wisher: 'member.self' }, states: ['submitted'] },
  decline: { allow: ['worker'], forbid: { wisher: 'member.self' }, states: ['submitted'] },
  merge: { allow: ['worker'], forbid: { wisher: 'member.self' }, states: ['submitted'] },
  withdraw: { allow: ['wisher', 'author'], states: ['submitted', 'declined', 'open', 'claimed'] },
  claim: { allow: ['member'], forbid: { wisher: 'wish.own' }, states: ['open'] },
  release: { allow: ['helper'], forbid: { wisher: 'wish.own' }, states: ['open', 'claimed'] },
  extend: { allow: ['helper'], forbid: { wisher: 'wish.own' }, states: ['open', 'claimed'] },
  fulfil: { allow: ['helper'], forbid: { wisher: 'wish.own' }, states: ['open', 'claimed'] },
  confirm: {
    allow: ['wisher'],
    forbid: { claimer: 'wish.self-dealing', tied: 'wish.self-dealing' },
    states: ['fulfilled'],
  },
  reopen: { allow: ['wisher'], states: ['fulfilled'] },
  close: {
    allow: ['worker'],
    forbid: { claimer: 'wish.self-dealing', tied: 'wish.self-dealing', wisher: 'wish.self-dealing' },
    states: ['fulfilled'],
  },
  lower: {
    allow: ['worker'],
    forbid: { claimer: 'wish.self-dealing', tied: 'wish.self-dealing' },
    states: ['open', 'claimed'],
  },
  // Nobody lets their own pictures through.
  'approve-photos': {
    allow: ['worker'],
    forbid: { wisher: 'member.self', claimer: 'member.self' },
    states: ['open', 'claimed', 'fulfilled', 'confirmed', 'closed'],
  },
  contact: { allow: ['wisher', 'acting-helper', 'worker'] },
  report: { allow: ['member'], states: publicStatus },
  hide: { allow: ['worker'], states: publicStatus },
  // Nobody lets their own words through.
  show: { allow: ['worker'], forbid: { wisher: 'member.self', claimer: 'member.self' }, states: publicStatus },
} as const satisfies Record<WishVerb, Rule>;

/** Endpoints below `/areas/{area}` and `/me`, and those of one wish. */
export const permissions: Record<EndpointName | 'live.stream' | 'me.export', Rule> = {
  'areas.get': anyone,
  'areas.children': anyone,
  'areas.organisations': anyone,
  'areas.reportIn': signedIn,
  'members.list': workers,
  'members.register': workers,
  'members.get': workers,
  'members.merge': memberRules.merge,
  'members.revoke': memberRules.revoke,
  'reportIns.list': workers,
  'reportIns.accept': reportInRules.accept,
  'reportIns.decline': reportInRules.decline,
  'organisations.get': anyone,
  'organisations.wishes': anyone,
  'organisations.register': workers,
  'organisations.representatives': organisationRules.representatives,
  'organisations.setRepresentatives': organisationRules['set-representatives'],
  'moderation.list': { allow: ['worker', 'officer'] },
  'me.get': signedIn,
  'me.wishes': signedIn,
  'me.claims': signedIn,
  'me.notices': signedIn,
  'me.noticesSeen': signedIn,
  'me.consents': signedIn,
  'me.export': signedIn,
  'me.erase': signedIn,
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
  'wishes.report': wishRules.report,
  'wishes.hide': wishRules.hide,
  'wishes.show': wishRules.show,
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
  for (const [relation, code] of forbids(rule)) if (relations.has(relation)) return { forbidden: code };
  return state === undefined || !rule.states || rule.states.includes(state) ? 'allowed' : 'wrong-state';
}

/** `Object.entries` forgets that keys are relations; the table's type has them checked. */
const forbids = (rule: Rule): readonly [Relation, ErrorCode][] => Object.entries(rule.forbid ?? {}) as [Relation, ErrorCode][];

/** A visitor is shown what a signed-in resident could try; the call itself asks to sign in. */
export function asResident(relations: ReadonlySet<Relation>): ReadonlySet<Relation> {
  return relations.has('member') ? relations : new Set<Relation>([...relations, 'member', 'local']);
}

export function wishCan(relations: ReadonlySet<Relation>, state: WishStatus): WishVerb[] {
  const shown = asResident(relations);
  return wishVerbs.filter((verb) => judge(wishRules[verb], shown, state) === 'allowed');
}
export function areaCan(relations: ReadonlySet<Relation>): string[] {
  const shown = asResident(relations);
  return Object.entries(areaVerbs)
    .filter(([, rule]) => judge(rule, shown) === 'allowed')
    .map(([verb]) => verb);
}

const allowedOf = (rules: Record<string, Rule>, relations: ReadonlySet<Relation>): string[] =>
  Object.entries(rules).flatMap(([verb, rule]) => (judge(rule, relations) === 'allowed' ? [verb] : []));

/** What the caller may do with a member, a report-in or an organisation. */
export const memberCan = (relations: ReadonlySet<Relation>) => allowedOf(memberRules, relations);
export const reportInCan = (relations: ReadonlySet<Relation>) => allowedOf(reportInRules, relations);
export const organisationCan = (relations: ReadonlySet<Relation>) => allowedOf(organisationRules, relations);

/** An area as far as permissions need it. */
export interface Place {
  id: number;
  rootId: number;
  /** From the district down to itself. */
  path: readonly number[];
}

/** Has a role for a place or for something above it. */
export const hasRole = (caller: MemberCaller, role: Role, place: Place): boolean =>
  caller.roles.some((held) => held.role === role && place.path.includes(held.areaId));

export function relationsToArea(caller: Caller, place: Place): Set<Relation> {
  const relations = new Set<Relation>(['visitor']);
  if (caller.kind === 'visitor' || caller.rootId !== place.rootId) return relations;
  relations.add('member');
  if (caller.areaId === place.id) relations.add('local');
  if (hasRole(caller, 'worker', place)) relations.add('worker');
  if (hasRole(caller, 'officer', place)) relations.add('officer');
  return relations;
}

/**
 * To a member: a worker of their home looks after them; whoever has no home yet is any worker's of the district.
 */
export function relationsToMember(caller: Caller, member: { id: string; rootId: number; home: Place | null }): Set<Relation> {
  const nowhere = { id: 0, rootId: member.rootId, path: [] };
  const relations = relationsToArea(caller, member.home ?? nowhere);
  if (caller.kind === 'visitor' || !relations.has('member')) return relations;
  if (caller.id === member.id) relations.add('self');
  if (!member.home && caller.roles.some(({ role }) => role === 'worker')) relations.add('worker');
  return relations;
}

export function relationsToOrganisation(caller: Caller, organisation: { id: number; place: Place }): Set<Relation> {
  const relations = relationsToArea(caller, organisation.place);
  if (caller.kind === 'member' && caller.organisations.some(({ id }) => id === organisation.id)) relations.add('representative');
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
    if (claim.organisationId !== null && caller.tiedTo.includes(claim.organisationId)) relations.add('tied');
    if (theirs && claim.state === 'active') relations.add('helper');
    if (acting) relations.add('acting-helper');
  }
  return relations;
}
