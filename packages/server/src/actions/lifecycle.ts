import {
  type ActionStatus,
  type ActionVerb,
  type EndpointName,
  publicActionStatus,
  type SignUpState,
} from '@five-micro/contract';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { actionCan, judge, permissions, type Relation, relationsToAction, type Rule } from '../identity/permissions.ts';
import { hasBegun, isAttendanceTime, isCheckInTime } from './times.ts';

/** An action as far as its way through the states is concerned. */
export interface ActionFacts {
  status: ActionStatus;
  root_id: number;
  area_id: number;
  area_path: number[];
  organisation_id: number | null;
  starts_at: Date;
  ends_at: Date;
  opened_at: Date | null;
}

/** One's own sign-up, as far as it decides what one may do. */
export interface Coming {
  state: SignUpState;
}

export function relationsIn(caller: Caller, action: ActionFacts, own: Coming | undefined): Set<Relation> {
  return relationsToAction(caller, {
    place: { id: action.area_id, rootId: action.root_id, path: action.area_path },
    organisationId: action.organisation_id,
    participates: own !== undefined && own.state !== 'cancelled',
  });
}

const insiders: readonly Relation[] = ['organiser', 'officer'];

/** Looks after an action. */
export const isInsider = (relations: ReadonlySet<Relation>): boolean => insiders.some((relation) => relations.has(relation));

/** A draft is there for those who look after it, also one that was cancelled. */
export const isVisible = (action: ActionFacts, relations: ReadonlySet<Relation>): boolean =>
  (action.opened_at !== null && publicActionStatus.includes(action.status)) || isInsider(relations);

export type ActionEndpoint = Extract<EndpointName, `actions.${string}`>;

/**
 * Lets through or refuses, in this order: what may not be seen is not there, then the table, then the state.
 * @throws {Refusal}
 */
export function permit(
  endpoint: ActionEndpoint,
  caller: Caller,
  action: ActionFacts,
  own: Coming | undefined,
): ReadonlySet<Relation> {
  const relations = relationsIn(caller, action, own);
  if (!isVisible(action, relations)) throw new Refusal('action.unknown');
  const rule: Rule = permissions[endpoint];
  const verdict = judge(rule, relations, action.status);
  if (verdict === 'allowed') return relations;
  if (verdict === 'wrong-state') throw new Refusal('action.state');
  if (verdict === 'sign-in') throw caller.kind === 'visitor' ? new Refusal('auth.required') : forbidden(rule);
  if (verdict.forbidden !== 'auth.forbidden') throw new Refusal(verdict.forbidden);
  // Whose sign-up is cancelled is told that, rather than that they never could.
  throw endpoint === 'actions.signOff' && own ? new Refusal('action.not-signed-up') : forbidden(rule);
}

/** What the clock, and one's own sign-up, make of the table's answer. */
const sensible: Record<ActionVerb, (action: ActionFacts, own: Coming | undefined, at: Date) => boolean> = {
  edit: (action, _own, at) => action.status === 'draft' || !hasBegun(action, at),
  open: (action, _own, at) => !hasBegun(action, at),
  cancel: () => true,
  finish: hasBegunAt,
  'sign-up': (action, own, at) => !hasBegun(action, at) && (own === undefined || own.state === 'cancelled'),
  'sign-off': (action, own, at) => !hasBegun(action, at) && (own?.state === 'signed-up' || own?.state === 'waiting'),
  'sign-ups': () => true,
  'check-in-code': (action, _own, at) => isCheckInTime(action, at),
  'check-in': (action, own, at) => isCheckInTime(action, at) && (own?.state === 'signed-up' || own?.state === 'attended'),
  attendance: (action, _own, at) => isAttendanceTime(action, at),
  report: wasUp,
  hide: wasUp,
  show: wasUp,
};

/** A draft that was called off is nobody's to report. */
function wasUp(action: ActionFacts): boolean {
  return action.opened_at !== null;
}

function hasBegunAt(action: ActionFacts, _own: Coming | undefined, at: Date): boolean {
  return hasBegun(action, at);
}

/** What the caller may do now. Of another district they may do nothing, and signing in would not help. */
export function canOf(
  caller: Caller,
  action: ActionFacts,
  { relations, own, at }: { relations: ReadonlySet<Relation>; own: Coming | undefined; at: Date },
): ActionVerb[] {
  if (caller.kind === 'member' && !relations.has('member')) return [];
  return actionCan(relations, action.status).filter((verb) => sensible[verb](action, own, at));
}
