import type { ProjectEvent } from '@five-micro/contract';
import { type Hand, recordEvent, type Told } from '../db/events.ts';
import { signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Context } from '../http/route.ts';
import type { MemberCaller } from '../identity/caller.ts';
import type { Relation } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import { permit, type ProjectEndpoint } from './lifecycle.ts';
import { factsOf, lockProject, type ProjectRecord, type ProjectRow } from './statements.ts';

/** One step of a project's way, under way: the project is locked, and the caller may take the step. */
export interface Deed extends Hand {
  context: Context;
  caller: MemberCaller;
  actorId: string;
  project: ProjectRecord;
  relations: ReadonlySet<Relation>;
}

/** Locks the project that the path names and asks the table. */
export async function approach(context: Context, db: Db, endpoint: ProjectEndpoint): Promise<Deed> {
  const caller = signedIn(context);
  const project = await lockProject(db, context.params['id'] ?? '');
  if (!project) throw new Refusal('project.unknown');
  const relations = permit(endpoint, caller, project);
  return { context, db, at: context.at, caller, actorId: caller.id, project, relations };
}

/** Writes down what was done to a project. */
export async function tell({ db, at, actorId }: Hand, type: ProjectEvent, now: ProjectRow, told: Told = {}): Promise<void> {
  await recordEvent(db, {
    type,
    area: { id: now.area_id, root_id: now.root_id },
    at,
    projectId: now.id,
    actorId,
    ...told,
    data: { ...factsOf(now), ...told.data },
  });
}
