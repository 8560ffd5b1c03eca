import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Database, EventData } from '../db/schema.ts';
import type { Db } from '../ports.ts';

export type NominationRow = Selectable<Database['nomination']>;

/** Nominations with their words and the place where they are. */
export const nominationRecords = (db: Db) =>
  db
    .selectFrom('nomination')
    .innerJoin('area', 'area.id', 'nomination.area_id')
    .leftJoin('nomination_words', 'nomination_words.nomination_id', 'nomination.id')
    .selectAll('nomination')
    .select(['nomination_words.who', 'nomination_words.sentence', 'nomination_words.story', 'nomination_words.reason'])
    .select(['area.slug as area_slug', 'area.name as area_name', 'area.name_en as area_name_en', 'area.path as area_path']);

export type NominationRecord = Awaited<ReturnType<ReturnType<typeof nominationRecords>['executeTakeFirstOrThrow']>>;

export const nominationById = (db: Db, id: string): Promise<NominationRecord | undefined> =>
  nominationRecords(db).where('nomination.id', '=', id).executeTakeFirst();

/**
 * Nominations, held until the transaction ends, in the order of their ids: whoever changes one, or the star that
 * became of it, takes it first. Held by one statement and read by a second, as words that are joined would be those
 * from before the wait.
 */
export async function lockNominations(db: Db, ids: readonly string[]): Promise<NominationRecord[]> {
  if (ids.length === 0) return [];
  await db.selectFrom('nomination').select('id').where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute();
  return nominationRecords(db).where('nomination.id', 'in', ids).orderBy('nomination.id').execute();
}

export const lockNomination = async (db: Db, id: string): Promise<NominationRecord | undefined> =>
  (await lockNominations(db, [id]))[0];

export async function insertNomination(
  db: Db,
  nomination: Insertable<Database['nomination']>,
  words: Omit<Insertable<Database['nomination_words']>, 'nomination_id'>,
): Promise<NominationRow> {
  const made = await db.insertInto('nomination').values(nomination).returningAll().executeTakeFirstOrThrow();
  await db
    .insertInto('nomination_words')
    .values({ ...words, nomination_id: made.id })
    .execute();
  return made;
}

/** Changes a nomination that is locked, and answers it as it is then. */
export const changeNomination = (db: Db, id: string, change: Updateable<Database['nomination']>): Promise<NominationRow> =>
  db.updateTable('nomination').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow();

export async function changeNominationWords(db: Db, id: string, change: Updateable<Database['nomination_words']>): Promise<void> {
  if (Object.keys(change).length > 0)
    await db.updateTable('nomination_words').set(change).where('nomination_id', '=', id).execute();
}

/** Whether someone stands already for the same honour of the same time and place. */
export async function standsAlready(db: Db, { id, area_id, title, period }: NominationRow, memberId: string): Promise<boolean> {
  const other = await db
    .selectFrom('nomination')
    .select('id')
    .where('member_id', '=', memberId)
    .where('area_id', '=', area_id)
    .where('title', '=', title)
    .where('period', '=', period)
    .where('status', 'in', ['asked', 'consented', 'voting', 'awarded'])
    .where('id', '<>', id)
    .executeTakeFirst();
  return other !== undefined;
}

/** Which of some members let stars be seen, now: a nominee can have taken that back since they agreed. */
export async function agreeing(db: Db, memberIds: readonly (string | null)[]): Promise<Set<string>> {
  const ids = memberIds.flatMap((id) => id ?? []);
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('consent')
    .select('member_id')
    .where('member_id', 'in', ids)
    .where('star', '=', true)
    .execute();
  return new Set(rows.map((row) => row.member_id));
}

/** Which of some members sign in here: whoever does speaks for themself. */
export async function withAccounts(db: Db, memberIds: readonly (string | null)[]): Promise<Set<string>> {
  const ids = memberIds.flatMap((id) => id ?? []);
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('identity').select('member_id').distinct().where('member_id', 'in', ids).execute();
  return new Set(rows.map((row) => row.member_id));
}

export const hasAccount = async (db: Db, memberId: string): Promise<boolean> => (await withAccounts(db, [memberId])).size > 0;

/** What an event keeps of a nomination, so that its state can be recomputed from events alone. */
export const factsOf = ({ status }: Pick<NominationRow, 'status'>): EventData => ({ status });

/** Stars with their words, their place, and whether the person lets them be seen. */
export const starRecords = (db: Db) =>
  db
    .selectFrom('star')
    .innerJoin('nomination', 'nomination.id', 'star.nomination_id')
    .innerJoin('area', 'area.id', 'star.area_id')
    .leftJoin('star_words', 'star_words.star_id', 'star.id')
    .leftJoin('consent', 'consent.member_id', 'star.member_id')
    .leftJoin('member_profile', 'member_profile.member_id', 'star.member_id')
    .selectAll('star')
    .select(['star_words.sentence', 'star_words.story', 'star_words.quotes', 'star_words.waiting', 'nomination.round_id'])
    .select(['area.slug as area_slug', 'area.name as area_name', 'area.name_en as area_name_en', 'area.path as area_path'])
    .select(['consent.star as agreed', 'member_profile.name']);

export type StarRecord = Awaited<ReturnType<ReturnType<typeof starRecords>['executeTakeFirstOrThrow']>>;

export const starById = (db: Db, id: string): Promise<StarRecord | undefined> =>
  starRecords(db).where('star.id', '=', id).executeTakeFirst();

/** That became of a nomination. */
export const starOf = (db: Db, nominationId: string): Promise<StarRecord | undefined> =>
  starRecords(db).where('star.nomination_id', '=', nominationId).executeTakeFirst();

/** The ids of the stars that became of some nominations and are not taken down. */
export async function hangingOf(db: Db, nominationIds: readonly string[]): Promise<Map<string, string>> {
  if (nominationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('star')
    .select(['id', 'nomination_id'])
    .where('nomination_id', 'in', nominationIds)
    .where('taken_down_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, nomination_id: nomination }) => [nomination, id]));
}

/** A star is held by its nomination. */
export async function lockStar(db: Db, id: string): Promise<StarRecord | undefined> {
  const star = await db.selectFrom('star').select('nomination_id').where('id', '=', id).executeTakeFirst();
  if (!star) return undefined;
  await lockNomination(db, star.nomination_id);
  return starById(db, id);
}

export async function insertStar(
  db: Db,
  star: Insertable<Database['star']>,
  words: Omit<Insertable<Database['star_words']>, 'star_id'>,
): Promise<void> {
  await db.insertInto('star').values(star).execute();
  await db
    .insertInto('star_words')
    .values({ ...words, star_id: star.id })
    .execute();
}

export const changeStar = (db: Db, id: string, change: Updateable<Database['star']>) =>
  db.updateTable('star').set(change).where('id', '=', id).execute();

export async function changeStarWords(db: Db, id: string, change: Updateable<Database['star_words']>): Promise<void> {
  if (Object.keys(change).length > 0) await db.updateTable('star_words').set(change).where('star_id', '=', id).execute();
}

/** Wishes that some members helped with, and minutes of their actions, of all time: from the ledger's totals. */
export async function recordsOf(db: Db, memberIds: readonly string[]): Promise<Map<string, { wishes: number; minutes: number }>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('point_total')
    .select(['member_id', 'wishes', 'minutes'])
    .where('member_id', 'in', [...new Set(memberIds)])
    .where('period', '=', 'all')
    .execute();
  return new Map(rows.map(({ member_id: id, wishes, minutes }) => [id, { wishes, minutes }]));
}

/** What the rounds are called in which some nominees stood. */
export async function roundTitles(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids.flatMap((id) => id ?? []))];
  if (asked.length === 0) return new Map();
  const rows = await db.selectFrom('round_words').select(['round_id', 'title']).where('round_id', 'in', asked).execute();
  return new Map(rows.map(({ round_id: id, title }) => [id, title]));
}

/** The portraits of some nominations. */
export async function portraitsOf(db: Db, nominationIds: readonly string[]) {
  if (nominationIds.length === 0) return [];
  return db
    .selectFrom('upload')
    .select(['id', 'nomination_id', 'owner_id', 'width', 'height', 'approved_at', 'hidden_at'])
    .where('nomination_id', 'in', [...new Set(nominationIds)])
    .execute();
}
export type PortraitRow = Awaited<ReturnType<typeof portraitsOf>>[number];

/** True of a star that others see: it hangs, and its owner lets it be seen. */
export const isSeen = sql<boolean>`star.taken_down_at is null and coalesce(consent.star, false) and star_words.star_id is not null`;
