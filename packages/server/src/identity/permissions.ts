import {
  type ActionStatus,
  type ActionVerb,
  actionVerbs,
  type EndpointName,
  type ErrorCode,
  type NominationStatus,
  type NominationVerb,
  nominationVerbs,
  type ProjectStatus,
  type ProjectVerb,
  projectVerbs,
  type RoundStatus,
  type RoundVerb,
  roundVerbs,
  type StarVerb,
  starVerbs,
  type WishStatus,
  type WishVerb,
  wishVerbs,
} from '@five-micro/contract';
import type { Relation } from './relations.ts';
import {
  actionRules,
  anyone,
  commentRules,
  type CommentVerb,
  memberRules,
  nominationRules,
  organisationRules,
  pointRules,
  projectRules,
  reportInRules,
  roundRules,
  type Rule,
  signedIn,
  starRules,
  type State,
  wishRules,
  workers,
} from './rules.ts';

export * from './relations.ts';
export type { CommentVerb, Rule } from './rules.ts';

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
  'wishes.post': { allow: ['inhabitant', 'worker'] },
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
  'actions.reportPart': actionRules.report,
  'actions.hidePart': actionRules.hide,
  'actions.showPart': actionRules.show,
  'points.leaderboard': anyone,
  'points.standing': signedIn,
  'points.ofMember': workers,
  'points.reverse': pointRules.reverse,
  'me.nominations': signedIn,
  'me.stars': signedIn,
  'rounds.list': anyone,
  'rounds.post': workers,
  'rounds.get': anyone,
  'rounds.option': anyone,
  'rounds.edit': roundRules.edit,
  'rounds.open': roundRules.open,
  'rounds.discard': roundRules.discard,
  'rounds.close': roundRules.close,
  'rounds.cast': roundRules.ballot,
  'rounds.myBallot': signedIn,
  'rounds.results': anyone,
  'rounds.ballots': anyone,
  'rounds.receipt': anyone,
  'rounds.paperBallots': workers,
  'rounds.enterPaper': roundRules['paper-ballots'],
  'rounds.confirmPaper': roundRules['paper-ballots'],
  'rounds.withdrawPaper': roundRules['paper-ballots'],
  'projects.list': anyone,
  'projects.post': { allow: ['inhabitant', 'worker'] },
  'projects.get': anyone,
  'projects.timeline': anyone,
  'projects.edit': projectRules.edit,
  'projects.withdraw': projectRules.withdraw,
  'projects.enlist': projectRules.list,
  'projects.decline': projectRules.decline,
  'projects.merge': projectRules.merge,
  'projects.start': projectRules.start,
  'projects.milestones': projectRules.milestones,
  'projects.done': projectRules.done,
  'projects.rate': projectRules.rate,
  'projects.comments': anyone,
  'projects.queue': { allow: ['worker', 'officer'] },
  'projects.comment': projectRules.comments,
  'projects.correct': commentRules.corrections,
  'projects.answer': commentRules.answer,
  'projects.accept': commentRules.accept,
  'projects.overrule': commentRules.overrule,
  'projects.report': commentRules.report,
  'projects.hide': commentRules.hide,
  'projects.show': commentRules.show,
  'projects.reportPart': projectRules['report-part'],
  'projects.hidePart': projectRules['hide-part'],
  'projects.showPart': projectRules['show-part'],
  'stars.list': anyone,
  'stars.periods': anyone,
  'stars.award': workers,
  'stars.get': anyone,
  'stars.edit': starRules.edit,
  'stars.takeDown': starRules['take-down'],
  'stars.nominations': workers,
  'stars.nominate': { allow: ['inhabitant', 'worker'] },
  'stars.nomination': { allow: ['nominator', 'nominee', 'worker'] },
  'stars.editNomination': nominationRules.edit,
  'stars.ask': nominationRules.ask,
  'stars.consent': nominationRules.consent,
  'stars.decline': nominationRules.decline,
  'stars.withdraw': nominationRules.withdraw,
  'stars.report': starRules.report,
  'stars.hide': starRules.hide,
  'stars.show': starRules.show,
  'stars.reportNomination': nominationRules.report,
  'stars.hideNomination': nominationRules.hide,
  'stars.showNomination': nominationRules.show,
  'uploads.post': signedIn,
  'live.stream': anyone,
};

/** Lists of wishes that are not public: read by those who look after the area. */
export const unpublishedRule: Rule = { allow: ['worker', 'officer'] };

/** What an area offers its callers, by the rule of the endpoint behind it. */
const areaVerbs = {
  'post-wish': permissions['wishes.post'],
  'post-action': permissions['actions.post'],
  'post-project': permissions['projects.post'],
  nominate: permissions['stars.nominate'],
  'post-round': permissions['rounds.post'],
  'report-in': permissions['areas.reportIn'],
  desk: unpublishedRule,
} as const;

export type Verdict = 'allowed' | 'sign-in' | 'wrong-state' | { forbidden: ErrorCode };

/** Reads one rule. A visitor who could do it once signed in is asked to sign in. */
export function judge(rule: Rule, relations: ReadonlySet<Relation>, state?: State): Verdict {
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
  return relations.has('member') ? relations : new Set<Relation>([...relations, 'member', 'local', 'inhabitant']);
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

const verbsAllowed = <V extends string>(
  verbs: readonly V[],
  rules: Readonly<Record<V, Rule>>,
  relations: ReadonlySet<Relation>,
  state?: State,
): V[] => {
  const shown = asResident(relations);
  return verbs.filter((verb) => judge(rules[verb], shown, state) === 'allowed');
};

/** The table's answers alone: what the clock, the electorate and the parties add is each feature's own `lifecycle.ts`. */
export const roundCan = (relations: ReadonlySet<Relation>, state: RoundStatus): RoundVerb[] =>
  verbsAllowed(roundVerbs, roundRules, relations, state);
export const projectCan = (relations: ReadonlySet<Relation>, state: ProjectStatus): ProjectVerb[] =>
  verbsAllowed(projectVerbs, projectRules, relations, state);
export const commentCan = (relations: ReadonlySet<Relation>, state: ProjectStatus): CommentVerb[] =>
  verbsAllowed(['corrections', 'answer', 'accept', 'overrule', 'report', 'hide', 'show'], commentRules, relations, state);
export const nominationCan = (relations: ReadonlySet<Relation>, state: NominationStatus): NominationVerb[] =>
  verbsAllowed(nominationVerbs, nominationRules, relations, state);
export const starCan = (relations: ReadonlySet<Relation>): StarVerb[] => verbsAllowed(starVerbs, starRules, relations);

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
