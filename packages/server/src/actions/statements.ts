import type { ActionPart } from '@five-micro/contract';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Database, EventData } from '../db/schema.ts';
import type { Db } from '../ports.ts';

/** An action with its words, its area and who holds it. */
export const actionRecords = (db: Db) =>
  db
    .selectFrom('action')
    .innerJoin('action_words', 'action_words.action_id', 'action.id')
    .innerJoin('area', 'area.id', 'action.area_id')
    .leftJoin('organisation', 'organisation.id', 'action.organisation_id')
    .selectAll('action')
    .select([
      'action_words.title',
      'action_words.story',
      'action_words.place',
      'action_words.bring',
      'action_words.for_whom',
      'action_words.reason',
      'area.slug as area_slug',
      'area.name as area_name',
      'area.name_en as area_name_en',
      'area.path as area_path',
      'organisation.slug as organisation_slug',
      'organisation.name as organisation_name',
    ]);

export type ActionRecord = Awaited<ReturnType<ReturnType<typeof actionRecords>['executeTakeFirstOrThrow']>>;
export type ActionRow = Selectable<Database['action']>;
export type ActionWords = Omit<Insertable<Database['action_words']>, 'action_id'>;

export const actionById = (db: Db, id: string): Promise<ActionRecord | undefined> =>
  actionRecords(db).where('action.id', '=', id).executeTakeFirst();

/**
 * Actions, held until the transaction ends, in the order of their ids. Whoever changes an action or who comes to it
 * takes it first, so that they take turns. They are held first and read then: a statement that waits for a row has the
 * row anew, but the words it joins as they were before.
 */
export async function lockActions(db: Db, ids: readonly string[]): Promise<ActionRecord[]> {
  if (ids.length === 0) return [];
  await db.selectFrom('action').select('id').where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute();
  return actionRecords(db).where('action.id', 'in', ids).orderBy('action.id').execute();
}

export const lockAction = async (db: Db, id: string): Promise<ActionRecord | undefined> => (await lockActions(db, [id]))[0];

/** An action and, where `following` is meant, all later ones of its series. */
export async function idsFrom(db: Db, id: string, following: boolean): Promise<string[]> {
  const rows = await db
    .selectFrom('action')
    .innerJoin('action as named', (join) => join.on('named.id', '=', id))
    .select('action.id')
    .where((is) =>
      is.or([
        is('action.id', '=', id),
        ...(following
          ? [
              is.and([
                is('action.series_id', '=', is.ref('named.series_id')),
                sql<boolean>`action.series_index > named.series_index`,
              ]),
            ]
          : []),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}

export async function insertAction(db: Db, action: Insertable<Database['action']>, words: ActionWords): Promise<ActionRow> {
  const made = await db.insertInto('action').values(action).returningAll().executeTakeFirstOrThrow();
  await db
    .insertInto('action_words')
    .values({ ...words, action_id: made.id })
    .execute();
  return made;
}

/** Changes an action that is locked, and answers it as it is then. */
export const changeAction = (db: Db, id: string, change: Updateable<Database['action']>): Promise<ActionRow> =>
  db.updateTable('action').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow();

export async function changeWords(db: Db, id: string, change: Updateable<Database['action_words']>): Promise<void> {
  if (Object.keys(change).length > 0) await db.updateTable('action_words').set(change).where('action_id', '=', id).execute();
}

/** What an event keeps of an action. */
export const factsOf = ({ status, places, taken, waiting, category }: ActionRow): EventData => ({
  status,
  places,
  taken,
  waiting,
  category,
});

/** As what an edit names it: its events keep the names of the fields that changed. */
const fieldOf = { title: 'title', story: 'story', place: 'place', bring: 'bring', 'for-whom': 'forWhom' } as const;

/** Who said last what stands there, as who they are today: a later edit, or why it was called off. Nobody since it was drafted otherwise. */
export async function lastToSay(db: Db, actionId: string, part: Exclude<ActionPart, 'photo'>): Promise<string | undefined> {
  let query = db
    .selectFrom('event')
    .innerJoin('member', 'member.id', 'event.actor_id')
    .select((is) => is.fn.coalesce('member.merged_into', 'member.id').as('id'))
    .where('event.action_id', '=', actionId)
    .orderBy('event.id', 'desc')
    .limit(1);
  query =
    part === 'reason'
      ? query.where('event.type', '=', 'action.cancelled')
      : query
          .where('event.type', '=', 'action.edited')
          .where(sql<boolean>`event.data -> 'fields' @> ${JSON.stringify([fieldOf[part]])}::jsonb`);
  return (await query.executeTakeFirst())?.id;
}
