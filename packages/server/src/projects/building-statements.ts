import type { Insertable, Updateable } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Db } from '../ports.ts';

type Words = Omit<Insertable<Database['milestone_words']>, 'milestone_id'>;

export async function insertMilestone(db: Db, milestone: Insertable<Database['milestone']>, words: Words): Promise<void> {
  await db.insertInto('milestone').values(milestone).execute();
  await db
    .insertInto('milestone_words')
    .values({ ...words, milestone_id: milestone.id })
    .execute();
}

export async function changeMilestone(
  db: Db,
  id: string,
  change: Updateable<Database['milestone']>,
  words: Words,
): Promise<void> {
  await db.updateTable('milestone').set(change).where('id', '=', id).execute();
  await db.updateTable('milestone_words').set(words).where('milestone_id', '=', id).execute();
}

/** One of a project's that the caller holds. */
export const lockedMilestone = (db: Db, projectId: string, id: string) =>
  db.selectFrom('milestone').selectAll().where('id', '=', id).where('project_id', '=', projectId).executeTakeFirst();

/** One with its words. */
export const milestoneIn = (db: Db, projectId: string, id: string) =>
  db
    .selectFrom('milestone')
    .innerJoin('milestone_words', 'milestone_words.milestone_id', 'milestone.id')
    .select(['milestone.id', 'milestone.author_id', 'milestone_words.title', 'milestone_words.words'])
    .where('milestone.id', '=', id)
    .where('milestone.project_id', '=', projectId)
    .executeTakeFirst();

/** The steps of some projects in the order of their days. */
export const milestonesOf = async (db: Db, projectIds: readonly string[]) =>
  projectIds.length === 0
    ? []
    : db
        .selectFrom('milestone')
        .innerJoin('milestone_words', 'milestone_words.milestone_id', 'milestone.id')
        .selectAll('milestone')
        .select(['milestone_words.title', 'milestone_words.words'])
        .where('milestone.project_id', 'in', projectIds)
        .orderBy('milestone.on_day')
        .orderBy('milestone.id')
        .execute();
export type MilestoneRow = Awaited<ReturnType<typeof milestonesOf>>[number];

/** Answers what they had said before. The project is held by the caller, so sums are exact. */
export async function putRating(
  db: Db,
  { projectId, memberId, rating, at }: { projectId: string; memberId: string; rating: number; at: Date },
): Promise<number | undefined> {
  const of = { project_id: projectId, member_id: memberId };
  const before = await db
    .selectFrom('project_rating')
    .select('rating')
    .where((is) => is.and(of))
    .executeTakeFirst();
  await db
    .insertInto('project_rating')
    .values({ ...of, rating, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.columns(['project_id', 'member_id']).doUpdateSet({ rating, updated_at: at }))
    .execute();
  return before?.rating;
}

export const ratingsBy = async (db: Db, projectIds: readonly string[], memberId: string) =>
  projectIds.length === 0
    ? []
    : db
        .selectFrom('project_rating')
        .select(['project_id', 'rating'])
        .where('project_id', 'in', projectIds)
        .where('member_id', '=', memberId)
        .execute();
