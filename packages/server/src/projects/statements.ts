import type { Project } from '@five-micro/contract';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Database, EventData } from '../db/schema.ts';
import type { Db } from '../ports.ts';

/** A project with its words and its area. Words of a proposal that was never listed go with whoever proposed it. */
export const projectRecords = (db: Db) =>
  db
    .selectFrom('project')
    .leftJoin('project_words', 'project_words.project_id', 'project.id')
    .innerJoin('area', 'area.id', 'project.area_id')
    .selectAll('project')
    .select([
      'project_words.title',
      'project_words.story',
      'project_words.place',
      'project_words.original_title',
      'project_words.original_story',
      'project_words.original_place',
      'project_words.reason',
      'project_words.owner',
      'project_words.closing',
      'area.slug as area_slug',
      'area.name as area_name',
      'area.name_en as area_name_en',
      'area.path as area_path',
    ])
    .select(
      sql<number>`(select count(*)::integer from project_comment where project_comment.project_id = project.id)`.as('comments'),
    );

export type ProjectRecord = Awaited<ReturnType<ReturnType<typeof projectRecords>['executeTakeFirstOrThrow']>>;
export type ProjectRow = Selectable<Database['project']>;

export const projectById = (db: Db, id: string): Promise<ProjectRecord | undefined> =>
  projectRecords(db).where('project.id', '=', id).executeTakeFirst();

/**
 * Projects, held until the transaction ends, in the order of their ids. Whoever changes a project, or something of it,
 * takes it first, so that they take turns. They are held first and read then: a statement that waits for a row has the
 * row anew, but the words it joins as they were before.
 */
export async function lockProjects(db: Db, ids: readonly string[]): Promise<ProjectRecord[]> {
  if (ids.length === 0) return [];
  await db.selectFrom('project').select('id').where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute();
  return projectRecords(db).where('project.id', 'in', ids).orderBy('project.id').execute();
}

export const lockProject = async (db: Db, id: string): Promise<ProjectRecord | undefined> => (await lockProjects(db, [id]))[0];

/** One that nobody else holds at this moment. */
export const lockFreeProject = (db: Db, id: string): Promise<ProjectRow | undefined> =>
  db.selectFrom('project').selectAll().where('id', '=', id).forNoKeyUpdate().skipLocked().executeTakeFirst();

export async function insertProject(
  db: Db,
  project: Insertable<Database['project']>,
  words: Omit<Insertable<Database['project_words']>, 'project_id'>,
): Promise<ProjectRow> {
  const made = await db.insertInto('project').values(project).returningAll().executeTakeFirstOrThrow();
  await db
    .insertInto('project_words')
    .values({ ...words, project_id: made.id })
    .execute();
  return made;
}

/** Changes a project that is locked, and answers it as it is then. */
export const changeProject = (db: Db, id: string, change: Updateable<Database['project']>): Promise<ProjectRow> =>
  db.updateTable('project').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow();

export async function changeWords(db: Db, id: string, change: Updateable<Database['project_words']>): Promise<void> {
  if (Object.keys(change).length > 0) await db.updateTable('project_words').set(change).where('project_id', '=', id).execute();
}

/** What an event keeps of a project, so that it can be recomputed from events alone. */
export const factsOf = ({ status, percent, open_corrections, ratings }: ProjectRow): EventData => ({
  status,
  percent,
  openCorrections: open_corrections,
  ratings,
});

/** Whoever proposed a project or one that was merged into it, wrote it down, said something about it or supported what was said. */
export async function concernedBy(db: Db, projectId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select proposer_id as id from project where id = ${projectId}::uuid or merged_into = ${projectId}::uuid
    union select acting_id from project where id = ${projectId}::uuid and acting_id is not null
    union select writer_id from project_comment where project_id = ${projectId}::uuid
    union select comment_support.member_id from comment_support
      join project_comment on project_comment.id = comment_support.comment_id
      where project_comment.project_id = ${projectId}::uuid`.execute(db);
  return rows.map(({ id }) => id);
}

/** The worker who said that it is done, as who they are today. */
export const lastToFinish = async (db: Db, projectId: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('event')
      .innerJoin('member', 'member.id', 'event.actor_id')
      .select((is) => is.fn.coalesce('member.merged_into', 'member.id').as('id'))
      .where('event.project_id', '=', projectId)
      .where('event.type', '=', 'project.done')
      .orderBy('event.id', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.id;

/** Whatever was merged into a project that is merged itself now leads to where that leads. */
export const leadOn = (db: Db, merged: string, into: string) =>
  db.updateTable('project').set({ merged_into: into }).where('merged_into', '=', merged).execute();

/** Why some projects were not selected, as their rounds have published it. */
export async function lostIn(
  db: Db,
  projects: readonly Pick<ProjectRow, 'id' | 'status' | 'round_id'>[],
): Promise<Map<string, { why: ReasonWhy; left: number | null }>> {
  const ids = projects.flatMap(({ id, status, round_id: round }) => (status === 'not-selected' && round !== null ? [id] : []));
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; why: ReasonWhy; left: number | null }>`
    select project.id, fared ->> 'why' as why, (fared ->> 'left')::double precision as left
    from project join round on round.id = project.round_id
    cross join lateral jsonb_array_elements(round.outcome -> 'outcome' -> 'options') fared
    where project.id = any(${sql.val(ids)}::uuid[]) and fared ->> 'id' = project.id::text`.execute(db);
  return new Map(rows.map(({ id, ...lost }) => [id, lost]));
}
type ReasonWhy = NonNullable<NonNullable<Project['round']>['why']>;

/** What the rounds are called in which some projects stand or stood. */
export async function roundsOf(db: Db, projects: readonly Pick<ProjectRow, 'round_id'>[]) {
  const ids = [...new Set(projects.flatMap(({ round_id: id }) => id ?? []))];
  if (ids.length === 0) return new Map<string, { title: string }>();
  const rows = await db.selectFrom('round_words').select(['round_id', 'title']).where('round_id', 'in', ids).execute();
  return new Map(rows.map(({ round_id: id, title }) => [id, { title }]));
}
