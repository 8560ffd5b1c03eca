import type { ModerationState, ProjectEvent } from '@five-micro/contract';
import { type Insertable, sql, type Updateable } from 'kysely';
import { subtree } from '../areas/statements.ts';
import type { Database } from '../db/schema.ts';
import type { Db } from '../ports.ts';

/** What was said about a project, with the correction it has become. */
const comments = (db: Db) =>
  db
    .selectFrom('project_comment')
    .leftJoin('project_comment_words as said', 'said.comment_id', 'project_comment.id')
    .leftJoin('correction', 'correction.comment_id', 'project_comment.id')
    .leftJoin('correction_words', 'correction_words.comment_id', 'project_comment.id')
    .selectAll('project_comment')
    .select(['said.words', 'said.wording', 'said.reason as decided_reason'])
    .select(['correction.state as correction_state', 'correction.raised_by', 'correction.due_at', 'correction.raised_at'])
    .select(['correction.answered_by', 'correction.answered_at'])
    .select(['correction_words.owner', 'correction_words.answer', 'correction_words.reason'])
    // Nobody is left who asked for it.
    .select(
      sql<boolean>`exists (select 1 from member where member.id = project_comment.writer_id and member.erased_at is not null)
        and not exists (select 1 from member where member.id = correction.raised_by and member.erased_at is null)`.as('orphaned'),
    )
    // Somebody is who said so too.
    .select(
      sql<boolean>`exists (select 1 from comment_support join member on member.id = comment_support.member_id
        where comment_support.comment_id = project_comment.id and member.erased_at is null)`.as('backed'),
    );
export type CommentRecord = Awaited<ReturnType<ReturnType<typeof comments>['executeTakeFirstOrThrow']>>;

/** Of one project: whoever asks holds that, where they mean to change it. */
export const commentIn = (db: Db, projectId: string, id: string): Promise<CommentRecord | undefined> =>
  comments(db).where('project_comment.id', '=', id).where('project_comment.project_id', '=', projectId).executeTakeFirst();

export const commentsOf = (
  db: Db,
  projectId: string,
  { after, limit }: { after: { at: Date; id: string } | undefined; limit: number },
): Promise<CommentRecord[]> => {
  let query = comments(db)
    .where('project_comment.project_id', '=', projectId)
    .orderBy('project_comment.created_at')
    .orderBy('project_comment.id')
    .limit(limit);
  if (after)
    query = query.where(
      sql<boolean>`(project_comment.created_at, project_comment.id) > (${after.at}::timestamptz, ${after.id}::uuid)`,
    );
  return query.execute();
};

/** What waits in a subtree or is hidden, oldest first. Whose words are gone waits for nothing. */
export function commentQueue(
  db: Db,
  areaId: number,
  by: { states: readonly ModerationState[]; after: { at: Date; id: string } | undefined; limit: number },
): Promise<CommentRecord[]> {
  let query = comments(db)
    .where('project_comment.area_id', 'in', subtree(db, areaId))
    .where('project_comment.state', 'in', by.states)
    .where('said.words', 'is not', null)
    .orderBy('project_comment.since')
    .orderBy('project_comment.id')
    .limit(by.limit);
  if (by.after)
    query = query.where(
      sql<boolean>`(project_comment.since, project_comment.id) > (${by.after.at}::timestamptz, ${by.after.id}::uuid)`,
    );
  return query.execute();
}

export async function insertComment(db: Db, comment: Insertable<Database['project_comment']>, words: string): Promise<void> {
  await db.insertInto('project_comment').values(comment).execute();
  await db.insertInto('project_comment_words').values({ comment_id: comment.id, words }).execute();
}

export const changeComment = (db: Db, id: string, change: Updateable<Database['project_comment']>) =>
  db.updateTable('project_comment').set(change).where('id', '=', id).execute();

/** The wording that stands for what was said, and why it was hidden or shown. */
export const changeCommentWords = (db: Db, id: string, change: { wording: string | null; reason: string | null }) =>
  db.updateTable('project_comment_words').set(change).where('comment_id', '=', id).execute();

/** True where this member had not supported it yet. The project is held by the caller, so the count is exact. */
export async function addSupport(db: Db, commentId: string, memberId: string, at: Date): Promise<boolean> {
  const added = await db
    .insertInto('comment_support')
    .values({ comment_id: commentId, member_id: memberId, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('comment_id')
    .executeTakeFirst();
  if (!added) return false;
  await db
    .updateTable('project_comment')
    .set((now) => ({ supporters: now('supporters', '+', 1) }))
    .where('id', '=', commentId)
    .execute();
  return true;
}

/** Which of some comments someone supports. */
export async function supportedBy(db: Db, commentIds: readonly string[], memberId: string): Promise<Set<string>> {
  if (commentIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('comment_support')
    .select('comment_id')
    .where('comment_id', 'in', commentIds)
    .where('member_id', '=', memberId)
    .execute();
  return new Set(rows.map((row) => row.comment_id));
}

export async function supportersOf(db: Db, commentId: string): Promise<string[]> {
  const rows = await db.selectFrom('comment_support').select('member_id').where('comment_id', '=', commentId).execute();
  return rows.map((row) => row.member_id);
}

export async function insertCorrection(db: Db, correction: Insertable<Database['correction']>, owner: string | null) {
  await db.insertInto('correction').values(correction).execute();
  await db.insertInto('correction_words').values({ comment_id: correction.comment_id, owner }).execute();
}

export const changeCorrection = (db: Db, commentId: string, change: Updateable<Database['correction']>) =>
  db.updateTable('correction').set(change).where('comment_id', '=', commentId).execute();

export const changeCorrectionWords = (db: Db, commentId: string, change: Updateable<Database['correction_words']>) =>
  db.updateTable('correction_words').set(change).where('comment_id', '=', commentId).execute();

/** True where this member had not reported it yet. */
export async function addReport(
  db: Db,
  commentId: string,
  report: { memberId: string; reason: Database['comment_report']['reason']; words: string | null; at: Date },
): Promise<boolean> {
  const of = { comment_id: commentId, member_id: report.memberId };
  const added = await db
    .insertInto('comment_report')
    .values({ ...of, reason: report.reason, created_at: report.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('comment_id')
    .executeTakeFirst();
  if (added && report.words !== null)
    await db
      .insertInto('comment_report_words')
      .values({ ...of, words: report.words })
      .execute();
  return added !== undefined;
}

/** What neighbours said about some comments, oldest first, without who they are. */
export const reportsOn = async (db: Db, commentIds: readonly string[]) =>
  commentIds.length === 0
    ? []
    : db
        .selectFrom('comment_report as report')
        .leftJoin('comment_report_words as said', (join) =>
          join.onRef('said.comment_id', '=', 'report.comment_id').onRef('said.member_id', '=', 'report.member_id'),
        )
        .select(['report.comment_id', 'report.reason', 'report.created_at', 'said.words'])
        .where('report.comment_id', 'in', commentIds)
        .orderBy('report.created_at')
        .orderBy('report.member_id')
        .execute();

/** Projects where something has to be put right whose day has passed, and nobody was told. */
export async function projectsOverdue(db: Db, at: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('correction')
    .select('project_id')
    .distinct()
    .where('state', '=', 'open')
    .where('overdue_at', 'is', null)
    .where('due_at', '<', at)
    .execute();
  return rows.map((row) => row.project_id);
}

/** Those of one project, which is held. */
export const overdueIn = (db: Db, projectId: string, at: Date) =>
  db
    .selectFrom('correction')
    .innerJoin('project_comment', 'project_comment.id', 'correction.comment_id')
    .select(['correction.comment_id', 'correction.due_at', 'correction.raised_by', 'project_comment.writer_id'])
    .where('correction.project_id', '=', projectId)
    .where('correction.state', '=', 'open')
    .where('correction.overdue_at', 'is', null)
    .where('correction.due_at', '<', at)
    .orderBy('correction.due_at')
    .orderBy('correction.comment_id')
    .execute();

/** The workers who have had this project in hand: started it, reported on it, or said who sees to a correction or what was done. */
export async function caretakersOf(db: Db, projectId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('event')
    .select('actor_id')
    .distinct()
    .where('project_id', '=', projectId)
    .where('type', 'in', caretaking)
    .execute();
  return rows.flatMap((row) => row.actor_id ?? []);
}
const caretaking: readonly ProjectEvent[] = [
  'project.started',
  'project.planned',
  'project.reported',
  'project.correction-assigned',
  'project.correction-answered',
];
