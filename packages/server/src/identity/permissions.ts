import {
  type ActionStatus,
  type ActionVerb,
  actionVerbs,
  type EndpointName,
  type ErrorCode,
  publicStatus,
  type WishStatus,
  type WishVerb,
  wishVerbs,
} from '@five-micro/contract';
import type { Relation } from './relations.ts';

export * from './relations.ts';

/**
 * Who may do what: the one table.
 *
 * A caller stands in relations to what is asked for. A rule names the relations that may, those that may not even
 * if another one would allow it, and the states in which it makes sense. Refusals and the `can` lists that answers
 * carry are both read from here, so that they cannot disagree.
 */
export interface Rule {
  allow: readonly Relation[];
  /** A relation that rules it out, with the code that says why. */
  forbid?: Partial<Record<Relation, ErrorCode>>;
  states?: readonly (WishStatus | ActionStatus)[];
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

const actionRules = {
  edit: { allow: ['organiser'], states: ['draft', 'open'] },
  // Whatever an organisation proposes, a worker has looked at.
  open: { allow: ['worker'], states: ['draft'] },
  cancel: { allow: ['organiser'], states: ['draft', 'open', 'closed'] },
  finish: { allow: ['organiser'], states: ['open', 'closed'] },
  'sign-up': { allow: ['member'], states: ['open'] },
  'sign-off': { allow: ['participant', 'worker'], states: ['open'] },
  'sign-ups': { allow: ['organiser'] },
  'check-in-code': { allow: ['organiser'], states: ['open', 'closed'] },
  // Nobody notes for themself that they came.
  'check-in': { allow: ['member'], forbid: { organiser: 'action.self-dealing' }, states: ['open', 'closed'] },
  attendance: { allow: ['organiser'], states: ['open', 'closed', 'finished'] },
} as const satisfies Record<ActionVerb, Rule>;

const pointRules = { reverse: onSomeone } as const satisfies Record<string, Rule>;

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
  'me.actions': signedIn,
  'me.hours': signedIn,
  'me.points': signedIn,
  'actions.list': anyone,
  'actions.post': { allow: ['worker', 'host'] },
  'actions.days': anyone,
  'actions.ofOrganisation': anyone,
  'actions.get': anyone,
  'actions.open': actionRules.open,
  'actions.edit': actionRules.edit,
  'actions.cancel': actionRules.cancel,
  'actions.finish': actionRules.finish,
  'actions.signUp': actionRules['sign-up'],
  'actions.signOff': actionRules['sign-off'],
  'actions.signUps': actionRules['sign-ups'],
  'actions.checkInCode': actionRules['check-in-code'],
  'actions.checkIn': actionRules['check-in'],
  'actions.attendance': actionRules.attendance,
  'points.leaderboard': anyone,
  'points.standing': signedIn,
  'points.ofMember': workers,
  'points.reverse': pointRules.reverse,
  'uploads.post': signedIn,
  'live.stream': anyone,
};

/** Lists of wishes that are not public: read by those who look after the area. */
export const unpublishedRule: Rule = { allow: ['worker', 'officer'] };

/** What an area offers its callers, by the rule of the endpoint behind it. */
const areaVerbs = {
  'post-wish': permissions['wishes.post'],
  'post-action': permissions['actions.post'],
  'report-in': permissions['areas.reportIn'],
  desk: unpublishedRule,
} as const;

export type Verdict = 'allowed' | 'sign-in' | 'wrong-state' | { forbidden: ErrorCode };

/** Reads one rule. A visitor who could do it once signed in is asked to sign in. */
export function judge(rule: Rule, relations: ReadonlySet<Relation>, state?: WishStatus | ActionStatus): Verdict {
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
/** The table's answer alone: what the clock and the list of participants add is `actions/lifecycle.ts`'s. */
export function actionCan(relations: ReadonlySet<Relation>, state: ActionStatus): ActionVerb[] {
  const shown = asResident(relations);
  return actionVerbs.filter((verb) => judge(actionRules[verb], shown, state) === 'allowed');
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
export const pointCan = (relations: ReadonlySet<Relation>) => allowedOf(pointRules, relations);
export const organisationCan = (relations: ReadonlySet<Relation>) => allowedOf(organisationRules, relations);
