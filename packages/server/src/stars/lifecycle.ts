import type { EndpointName, NominationStatus, NominationVerb } from '@five-micro/contract';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import {
  judge,
  nominationCan,
  permissions,
  type Relation,
  relationsToNomination,
  relationsToStar,
  type Rule,
} from '../identity/permissions.ts';
import type { NominationRecord, StarRecord } from './statements.ts';

/** Statuses in which the nominee knows of it. */
const known: readonly NominationStatus[] = ['asked', 'consented', 'voting', 'awarded', 'not-awarded'];
/** Statuses in which the nominee has agreed to be shown. */
export const agreed: readonly NominationStatus[] = ['consented', 'voting', 'awarded', 'not-awarded'];

type NominationFacts = Pick<
  NominationRecord,
  'area_id' | 'root_id' | 'area_path' | 'nominator_id' | 'member_id' | 'status' | 'heard_by'
>;

const placeOf = ({ area_id, root_id, area_path }: Pick<NominationFacts, 'area_id' | 'root_id' | 'area_path'>) => ({
  id: area_id,
  rootId: root_id,
  path: area_path,
});

/**
 * Whoever was nominated is no party to it before they are asked: they may never be. Once it is over, those alone are
 * named in it who were.
 */
export const relationsIn = (caller: Caller, nomination: NominationFacts): Set<Relation> =>
  relationsToNomination(caller, {
    place: placeOf(nomination),
    nominatorId: nomination.nominator_id,
    nomineeId: nomination.member_id,
    asked: known.includes(nomination.status) || nomination.status === 'declined' || nomination.status === 'withdrawn',
  });

export const isVisible = (relations: ReadonlySet<Relation>): boolean =>
  ['nominator', 'nominee', 'worker'].some((relation) => relations.has(relation as Relation));

/** What is taken out of a nomination that ends before its nominee was asked: they are not to hear of it afterwards either. */
export const unknown = ({ status }: Pick<NominationFacts, 'status'>): { member_id?: null } =>
  status === 'proposed' ? { member_id: null } : {};

export type NominationEndpoint = Extract<EndpointName, `stars.${string}`>;

/**
 * Lets through or refuses: what may not be seen is not there, then the table, then the state.
 * @throws {Refusal}
 */
export function permit(endpoint: NominationEndpoint, caller: Caller, nomination: NominationFacts): ReadonlySet<Relation> {
  const relations = relationsIn(caller, nomination);
  if (!isVisible(relations)) throw new Refusal('nomination.unknown');
  judged(endpoint, caller, relations, nomination.status);
  return relations;
}

/**
 * The same of somebody who is voted on: everybody sees that they are, and may say something about it.
 * @throws {Refusal}
 */
export function permitToAll(
  endpoint: NominationEndpoint,
  caller: Caller,
  nomination: NominationFacts,
  onBallot: boolean,
): ReadonlySet<Relation> {
  const relations = relationsIn(caller, nomination);
  if (!onBallot && !isVisible(relations)) throw new Refusal('nomination.unknown');
  judged(endpoint, caller, relations, nomination.status);
  return relations;
}

function judged(endpoint: NominationEndpoint, caller: Caller, relations: ReadonlySet<Relation>, status?: NominationStatus): void {
  const rule: Rule = permissions[endpoint];
  const verdict = judge(rule, relations, status);
  if (verdict === 'allowed') return;
  if (verdict === 'wrong-state') throw new Refusal('nomination.state');
  // Of another district: signing in would not help.
  if (verdict === 'sign-in') throw caller.kind === 'visitor' ? new Refusal('auth.required') : forbidden(rule);
  throw verdict.forbidden === 'auth.forbidden' ? forbidden(rule) : new Refusal(verdict.forbidden);
}

/** What the caller may do now: the nominee speaks for themself, and whoever nominated leaves it to them then. */
export function canOf(relations: ReadonlySet<Relation>, nomination: NominationFacts, speaks: boolean): NominationVerb[] {
  const nominee = relations.has('nominee');
  return nominationCan(relations, nomination.status).filter((verb) => {
    if (verb === 'consent') return nominee || (!speaks && nomination.status === 'asked');
    if (verb === 'withdraw') return mayWithdraw(relations, nomination.status);
    return true;
  });
}

/** The nominator until it was agreed to, the nominee from then on. */
export const mayWithdraw = (relations: ReadonlySet<Relation>, status: NominationStatus): boolean =>
  agreed.includes(status) ? relations.has('nominee') : relations.has('nominator');

export const relationsToOne = (caller: Caller, star: StarRecord): Set<Relation> =>
  relationsToStar(caller, { place: placeOf(star), memberId: star.member_id });

/** One that was taken down is gone for everybody; one whose owner does not let it be seen is there for them and for workers. */
export function isStarVisible(star: StarRecord, relations: ReadonlySet<Relation>): boolean {
  if (star.taken_down_at !== null || star.sentence === null) return false;
  return star.agreed === true || relations.has('honoured') || relations.has('worker');
}

export function permitOnStar(
  endpoint: 'stars.edit' | 'stars.takeDown' | 'stars.report' | 'stars.hide' | 'stars.show',
  caller: Caller,
  star: StarRecord,
): ReadonlySet<Relation> {
  const relations = relationsToOne(caller, star);
  if (star.taken_down_at !== null && (relations.has('honoured') || relations.has('worker'))) throw new Refusal('star.state');
  if (!isStarVisible(star, relations)) throw new Refusal('star.unknown');
  judged(endpoint, caller, relations);
  return relations;
}
