import type { Insertable, Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Database, EventData } from '../db/schema.ts';
import type { Db } from '../ports.ts';

/** A wish with its words and its area. The words of whoever was erased are gone, the wish is not. */
export const wishRecords = (db: Db) =>
  db
    .selectFrom('wish')
    .innerJoin('area', 'area.id', 'wish.area_id')
    .innerJoin('member as wisher', 'wisher.id', 'wish.wisher_id')
    .leftJoin('wish_words', 'wish_words.wish_id', 'wish.id')
    .leftJoin('wish_contact', 'wish_contact.wish_id', 'wish.id')
    .selectAll('wish')
    .select([
      'area.slug as area_slug',
      'area.name as area_name',
      'area.name_en as area_name_en',
      'area.path as area_path',
      'wish_words.title',
      'wish_words.story',
      'wish_words.original_title',
      'wish_words.original_story',
      'wish_words.place',
      'wish_words.for_name',
      'wish_words.reason',
      'wish_words.closing_note',
      'wish_words.thanks',
      'wisher.erased_at as wisher_erased_at',
    ])
    .select((is) => is('wish_contact.wish_id', 'is not', null).$castTo<boolean>().as('has_contact'))
    .select((is) =>
      is
        .exists(
          is
            .selectFrom('upload')
            .select('upload.id')
            .where('approved_at', 'is', null)
            .where('hidden_at', 'is', null)
            .where((of) =>
              of.or([
                of('upload.wish_id', '=', of.ref('wish.id')),
                of(
                  'upload.claim_id',
                  'in',
                  of
                    .selectFrom('claim')
                    .select('claim.id')
                    .where('claim.wish_id', '=', of.ref('wish.id'))
                    .where('claim.state', 'in', ['active', 'done']),
                ),
              ]),
            ),
        )
        .$castTo<boolean>()
        .as('photos_waiting'),
    );

export type WishRecord = Awaited<ReturnType<ReturnType<typeof wishRecords>['executeTakeFirstOrThrow']>>;
export type WishRow = Selectable<Database['wish']>;

export const wishById = (db: Db, id: string) => wishRecords(db).where('wish.id', '=', id).executeTakeFirst();

/** The wish, held until the transaction ends. */
export const lockWish = async (db: Db, id: string): Promise<WishRecord | undefined> => (await lockWishes(db, [id]))[0];

/**
 * Several. Whoever changes a wish or its claims takes it first, and several in the order of their ids, so that they
 * take turns and never wait for each other crosswise. They are held first and read then: a statement that waits for a
 * row has the row anew, but what it joins as it was before, and leaves it out where the two no longer meet.
 */
export async function lockWishes(db: Db, ids: readonly string[]): Promise<WishRecord[]> {
  await db.selectFrom('wish').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
  return wishRecords(db).where('wish.id', 'in', ids).orderBy('wish.id').execute();
}

/** All claims on some wishes, also those that are over, oldest first. */
export const claimsOn = (db: Db, wishIds: readonly string[]) =>
  claimRecords(db).where('claim.wish_id', 'in', wishIds).orderBy('claim.created_at').orderBy('claim.id').execute();

const claimRecords = (db: Db) =>
  db
    .selectFrom('claim')
    .leftJoin('organisation', 'organisation.id', 'claim.organisation_id')
    .leftJoin('claim_words', 'claim_words.claim_id', 'claim.id')
    .selectAll('claim')
    .select(['organisation.slug as organisation_slug', 'organisation.name as organisation_name', 'claim_words.note']);

export type ClaimRecord = Awaited<ReturnType<typeof claimsOn>>[number];

export async function insertWish(
  db: Db,
  wish: Insertable<Database['wish']>,
  words: Omit<Insertable<Database['wish_words']>, 'wish_id'>,
): Promise<WishRow> {
  const made = await db.insertInto('wish').values(wish).returningAll().executeTakeFirstOrThrow();
  await db
    .insertInto('wish_words')
    .values({ ...words, wish_id: made.id })
    .execute();
  return made;
}

/** Changes a wish that is locked, and answers it as it is then. */
export const changeWish = (db: Db, id: string, change: Updateable<Database['wish']>): Promise<WishRow> =>
  db.updateTable('wish').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow();

export const changeWords = (db: Db, id: string, change: Updateable<Database['wish_words']>) =>
  db.updateTable('wish_words').set(change).where('wish_id', '=', id).execute();

/** A worker's word after a visit; also of a wish whose own words are gone with its wisher. */
export const closeWords = (db: Db, id: string, note: string) =>
  db
    .insertInto('wish_words')
    .values({ wish_id: id, title: '', story: '', closing_note: note, search_text: '', bigrams: [] })
    .onConflict((conflict) => conflict.column('wish_id').doUpdateSet({ closing_note: note }))
    .execute();

/** Keeps the sealed contact; `null` takes it away. */
export async function setContact(db: Db, wishId: string, sealed: Uint8Array | null): Promise<void> {
  if (sealed === null) {
    await db.deleteFrom('wish_contact').where('wish_id', '=', wishId).execute();
    return;
  }
  await db
    .insertInto('wish_contact')
    .values({ wish_id: wishId, sealed })
    .onConflict((conflict) => conflict.column('wish_id').doUpdateSet({ sealed }))
    .execute();
}

export const contactOf = (db: Db, wishId: string) =>
  db.selectFrom('wish_contact').select('sealed').where('wish_id', '=', wishId).executeTakeFirst();

/**
 * Takes one of the places that a wish has left, or none: one statement, so that of any number who ask at once no
 * more get one than there are. Undefined where it is full.
 */
export const takePlace = (db: Db, wishId: string, at: Date): Promise<WishRow | undefined> =>
  db
    .updateTable('wish')
    .set({
      held: sql`held + 1`,
      status: sql`case when held + 1 = wanted then 'claimed' else 'open' end`,
      updated_at: at,
    })
    .where('id', '=', wishId)
    .where('status', '=', 'open')
    .where('held', '<', sql.ref<number>('wanted'))
    .returningAll()
    .executeTakeFirst();

export const insertClaim = (db: Db, claim: Insertable<Database['claim']>) => db.insertInto('claim').values(claim).execute();

/** Ends active claims of a wish: one of them, those due by a moment, or all. Answers those that it ended. */
export function endClaims(
  db: Db,
  which: { wishId: string; claimId?: string; dueBy?: Date },
  to: 'done' | 'released' | 'lapsed',
  at: Date,
): Promise<{ id: string; member_id: string; organisation_id: number | null }[]> {
  let ending = db
    .updateTable('claim')
    .set({ state: to, ended_at: at })
    .where('wish_id', '=', which.wishId)
    .where('state', '=', 'active');
  if (which.claimId !== undefined) ending = ending.where('id', '=', which.claimId);
  if (which.dueBy !== undefined) ending = ending.where('due_at', '<=', which.dueBy);
  return ending.returning(['id', 'member_id', 'organisation_id']).execute();
}

/** Done in person by someone who has since been erased: there is nobody to do it over again. */
export const claimsOfErased = (db: Db, wishId: string) =>
  db
    .selectFrom('claim')
    .innerJoin('member', 'member.id', 'claim.member_id')
    .select('claim.id')
    .where('claim.wish_id', '=', wishId)
    .where('claim.state', '=', 'done')
    .where('claim.organisation_id', 'is', null)
    .where('member.erased_at', 'is not', null)
    .orderBy('claim.id')
    .execute();

/** Those who said it was done have a new lease. */
export const renewClaims = (db: Db, wishId: string, dueAt: Date) =>
  db
    .updateTable('claim')
    .set({ state: 'active', due_at: dueAt, ended_at: null })
    .where('wish_id', '=', wishId)
    .where('state', '=', 'done')
    .execute();

export const moveClaim = (db: Db, claimId: string, dueAt: Date) =>
  db.updateTable('claim').set({ due_at: dueAt }).where('id', '=', claimId).execute();

export const setNote = (db: Db, claimId: string, note: string) =>
  db
    .insertInto('claim_words')
    .values({ claim_id: claimId, note })
    .onConflict((conflict) => conflict.column('claim_id').doUpdateSet({ note }))
    .execute();

export const organisationBySlug = (db: Db, rootId: number, slug: string) =>
  db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name'])
    .where('root_id', '=', rootId)
    .where('slug', '=', slug)
    .executeTakeFirst();

/**
 * Someone who can be acted for: known by name, so not erased, and at home in an area that the worker looks after, or
 * nowhere yet. Held like the actor's own row, or what is done for them could miss a merge or an erasure.
 */
export const memberInCare = (db: Db, areaIds: readonly number[], rootId: number, memberId: string) =>
  db
    .selectFrom('member')
    .innerJoin('member_profile', 'member_profile.member_id', 'member.id')
    .select('member.id')
    .where('member.id', '=', memberId)
    .where('member.root_id', '=', rootId)
    .where('member.merged_into', 'is', null)
    .where('member.erased_at', 'is', null)
    .where((is) =>
      is.or([
        is('member.area_id', 'is', null),
        sql<boolean>`exists (select 1 from area where area.id = member.area_id and area.path && ${sql.val([...areaIds])}::integer[])`,
      ]),
    )
    .forShare('member')
    .executeTakeFirst();

/** What an event keeps of a wish, so that its state and the counts can be recomputed from events alone. */
export const factsOf = ({ status, held, done, wanted, kind, category }: WishRow): EventData => ({
  status,
  held,
  done,
  wanted,
  kind,
  category,
});

/** Wishes with a lease that has run out; those that someone holds at this moment are left for the next time. */
export const lockOverdue = (db: Db, at: Date, most: number): Promise<WishRow[]> =>
  db
    .selectFrom('wish')
    .selectAll()
    .where('id', 'in', (some) =>
      some.selectFrom('claim').select('wish_id').where('state', '=', 'active').where('due_at', '<=', at),
    )
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();

/** Open wishes whose day has passed and that nobody holds a claim on. */
export const lockExpired = (db: Db, at: Date, most: number): Promise<WishRow[]> =>
  db
    .selectFrom('wish')
    .selectAll()
    .where('status', '=', 'open')
    .where('held', '=', 0)
    .where('wanted_by', '<=', at)
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();

/** Keys of repeats that nobody will send any more. */
export async function deleteOldKeys(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('idempotency').where('created_at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
