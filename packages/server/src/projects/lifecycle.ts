import { type EndpointName, type ProjectStatus, type ProjectVerb, publicProjectStatus } from '@five-micro/contract';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import {
  type CommentVerb,
  commentCan,
  judge,
  permissions,
  projectCan,
  type Relation,
  relationsToComment,
  relationsToProject,
  type Rule,
} from '../identity/permissions.ts';
import type { CommentRecord } from './comment-statements.ts';

/** A project as far as its way through the states is concerned. */
export interface ProjectFacts {
  status: ProjectStatus;
  root_id: number;
  area_id: number;
  area_path: number[];
  proposer_id: string;
  acting_id: string | null;
  open_corrections: number;
}

const placeOf = (project: ProjectFacts) => ({ id: project.area_id, rootId: project.root_id, path: project.area_path });

export const relationsIn = (caller: Caller, project: ProjectFacts): Set<Relation> =>
  relationsToProject(caller, { place: placeOf(project), proposerId: project.proposer_id, actingId: project.acting_id });

export const isPublic = (status: ProjectStatus): boolean => publicProjectStatus.includes(status);

const insiders: readonly Relation[] = ['proposer', 'author', 'worker', 'officer'];

/** Whose proposal it is, and who looks after the area. */
export const isInsider = (relations: ReadonlySet<Relation>): boolean => insiders.some((relation) => relations.has(relation));

export const isVisible = (project: ProjectFacts, relations: ReadonlySet<Relation>): boolean =>
  isPublic(project.status) || isInsider(relations);

export type ProjectEndpoint = Extract<EndpointName, `projects.${string}`>;

/**
 * Lets through or refuses, in this order: what may not be seen is not there, then the table, then the state.
 * `onComment` is how the caller stands to what was said, for acts on that.
 * @throws {Refusal}
 */
export function permit(
  endpoint: ProjectEndpoint,
  caller: Caller,
  project: ProjectFacts,
  onComment?: ReadonlySet<Relation>,
): ReadonlySet<Relation> {
  const own = relationsIn(caller, project);
  if (!isVisible(project, own)) throw new Refusal('project.unknown');
  const relations = new Set([...own, ...(onComment ?? [])]);
  const rule: Rule = permissions[endpoint];
  const verdict = judge(rule, relations, project.status);
  if (verdict === 'allowed') return relations;
  if (verdict === 'wrong-state') throw new Refusal('project.state');
  if (verdict === 'sign-in') throw caller.kind === 'visitor' ? new Refusal('auth.required') : forbidden(rule);
  throw verdict.forbidden === 'auth.forbidden' ? forbidden(rule) : new Refusal(verdict.forbidden);
}

/** What is done to a comment stands with the comment. */
const onComments: readonly ProjectVerb[] = ['corrections', 'answer', 'accept', 'overrule'];

/** What the caller may do now. Of another district they may do nothing, and signing in would not help. */
export function canOf(caller: Caller, project: ProjectFacts, relations: ReadonlySet<Relation>): ProjectVerb[] {
  if (caller.kind === 'member' && !relations.has('member')) return [];
  return projectCan(relations, project.status).filter(
    (verb) => !onComments.includes(verb) && (verb !== 'done' || project.open_corrections === 0),
  );
}

/** How the caller stands to what was said, and whether they said so too. */
export const relationsToSaid = (
  caller: Caller,
  project: ProjectFacts,
  comment: CommentRecord,
  supports: boolean,
): Set<Relation> =>
  relationsToComment(caller, {
    place: placeOf(project),
    writerId: comment.writer_id,
    correction: comment.correction_state && {
      raisedBy: comment.raised_by,
      answeredBy: comment.answered_by,
      orphaned: comment.orphaned,
      backed: comment.backed,
      supports,
    },
  });

/** What is held or hidden, or gone with whoever wrote it, is nothing that others act on. */
export const isInSight = (comment: CommentRecord, relations: ReadonlySet<Relation>): boolean =>
  (comment.words !== null && comment.state !== 'held' && comment.state !== 'hidden') ||
  concerned.some((relation) => relations.has(relation));
const concerned: readonly Relation[] = ['writer', 'raiser', 'successor', 'worker', 'officer'];

/** Verbs that make sense for a comment as it is now. */
const sensible: Record<CommentVerb, (comment: CommentRecord, supported: boolean, works: boolean) => boolean> = {
  // A worker may say once more who sees to it, and until when; a neighbour supports it once.
  corrections: ({ correction_state: state }, supported, works) =>
    state === null || state === 'open' || state === 'answered' ? works || !supported : false,
  answer: ({ correction_state: state }) => state === 'open',
  accept: ({ correction_state: state }) => state === 'answered',
  overrule: ({ correction_state: state }) => state === 'open' || state === 'answered',
  report: ({ state }) => state !== 'hidden',
  hide: ({ state }) => state !== 'hidden',
  show: ({ state }) => state !== null && state !== 'shown',
};

export function canOnComment(
  caller: Caller,
  project: ProjectFacts,
  comment: CommentRecord,
  by: { relations: ReadonlySet<Relation>; supported: boolean },
): CommentVerb[] {
  if ((caller.kind === 'member' && !by.relations.has('member')) || !isInSight(comment, by.relations)) return [];
  // Nothing is left to be reported, hidden or shown.
  const wordless = comment.words === null;
  return commentCan(by.relations, project.status).filter(
    (verb) =>
      sensible[verb](comment, by.supported, by.relations.has('worker')) &&
      !(wordless && (verb === 'report' || verb === 'hide' || verb === 'show')) &&
      !(verb === 'report' && by.relations.has('writer')),
  );
}
