import type { ProjectEvent } from '@five-micro/contract';
import type { Transaction } from 'kysely';
import { watchWordsOf } from '../areas/settings.ts';
import { areaById } from '../areas/statements.ts';
import type { Database } from '../db/schema.ts';
import { signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import { newId } from '../ids.ts';
import { detect } from '../moderation/detect.ts';
import type { Db } from '../ports.ts';
import {
  addReport,
  changeComment,
  changeCommentWords,
  commentIn,
  type CommentRecord,
  insertComment,
  supportedBy,
} from './comment-statements.ts';
import { approach, type Deed, tell } from './deed.ts';
import { isInSight, permit, type ProjectEndpoint, relationsToSaid } from './lifecycle.ts';
import { lockProject } from './statements.ts';

type Trx = Transaction<Database>;

/** The comment is named beside its project, in one word: what a repeat answers with. */
export const subjectOf = (projectId: string, commentId: string) => `${projectId} ${commentId}`;

/**
 * Says something about a project. What a stranger should not read in it keeps it from strangers until a worker has
 * looked; a worker is told nothing that they could not see.
 */
export async function comment(call: Call<'projects.comment'>, db: Trx): Promise<string> {
  const { body, at, ports } = call;
  const deed = await approach(call, db, 'projects.comment');
  const { project, caller, relations } = deed;
  const id = newId(ports);
  const watchWords = await watchWordsOf(db, await areaById(db, project.area_id));
  const held = detect(body.words, { watchWords }).length > 0;
  await insertComment(
    db,
    {
      id,
      root_id: project.root_id,
      area_id: project.area_id,
      project_id: project.id,
      writer_id: caller.id,
      official: relations.has('worker'),
      ...(held && { state: 'held', since: at }),
      created_at: at,
    },
    body.words,
  );
  const about = { data: { comment: id } };
  await tell(deed, 'project.commented', project, {
    ...about,
    visibility: held ? 'parties' : 'public',
    // Of what nobody reads yet its proposer hears when it is shown.
    ...(!held && { notify: [project.proposer_id] }),
  });
  // Nobody's doing: the writer is told too.
  if (held)
    await tell({ ...deed, actorId: null }, 'project.comment-held', project, {
      ...about,
      visibility: 'parties',
      notify: [caller.id],
    });
  return subjectOf(project.id, id);
}

/** A step on something that was said: the project is held, and with it all that was said about it. */
export interface Said extends Deed {
  comment: CommentRecord;
}

/** @throws {Refusal} `project.no-comment` where it is not there, or not to be read by whoever names it */
export async function approachSaid(context: Context, db: Db, endpoint: ProjectEndpoint, commentId: string): Promise<Said> {
  const caller = signedIn(context);
  const project = await lockProject(db, context.params['id'] ?? '');
  if (!project) throw new Refusal('project.unknown');
  const found = await commentIn(db, project.id, commentId);
  const supports = found?.orphaned ? (await supportedBy(db, [found.id], caller.id)).has(found.id) : false;
  const relations = permit(endpoint, caller, project, found && relationsToSaid(caller, project, found, supports));
  if (!found || !isInSight(found, relations)) throw new Refusal('project.no-comment');
  return { context, db, at: context.at, caller, actorId: caller.id, project, relations, comment: found };
}

const about = ({ comment: { id } }: Said) => ({ comment: id });

/** Once by each member. What is held or hidden already stays so; what was shown waits again. */
export async function report(call: Call<'projects.report'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const said = await approachSaid(call, db, 'projects.report', body.comment);
  const { project, comment: found, caller } = said;
  const words = body.words === undefined || body.words === '' ? null : body.words;
  if (await addReport(db, found.id, { memberId: caller.id, reason: body.reason, words, at })) {
    if (found.state === null || found.state === 'shown')
      await changeComment(db, found.id, { state: 'reported', since: at, decided_by: null });
    await tell(said, 'project.comment-reported', project, { visibility: 'workers', data: about(said) });
  }
  return subjectOf(project.id, found.id);
}

/** Out of everyone's sight but the writer's, who is told why, and the workers'. */
export async function hide(call: Call<'projects.hide'>, db: Trx): Promise<string> {
  const { body } = call;
  const said = await approachSaid(call, db, 'projects.hide', body.comment);
  // Two workers who had the same thought: the writer is told once.
  if (said.comment.state !== 'hidden') await decide(said, 'hidden', { wording: null, reason: body.reason });
  return subjectOf(said.project.id, said.comment.id);
}

/** In other words where there is a wording, else as it was written. */
export async function show(call: Call<'projects.show'>, db: Trx): Promise<string> {
  const { body } = call;
  const said = await approachSaid(call, db, 'projects.show', body.comment);
  const { comment: found } = said;
  const wording = body.wording ?? null;
  const shown = found.state === null || found.state === 'shown';
  if (!shown || (found.wording ?? null) !== wording) await decide(said, 'shown', { wording, reason: body.reason ?? null });
  return subjectOf(said.project.id, found.id);
}

async function decide(said: Said, state: 'hidden' | 'shown', words: { wording: string | null; reason: string | null }) {
  const { db, at, caller, project, comment: found } = said;
  const first = found.state === 'held' && state === 'shown';
  await changeComment(db, found.id, { state, since: at, decided_by: caller.id });
  await changeCommentWords(db, found.id, words);
  const type: ProjectEvent = state === 'hidden' ? 'project.comment-hidden' : 'project.comment-shown';
  await tell(said, type, project, {
    data: about(said),
    words: words.reason,
    notify: [found.writer_id, ...(first ? [project.proposer_id] : [])],
  });
}
