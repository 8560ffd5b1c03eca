import { type Insertable, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../http/problem.ts';
import type { Blobs, Db } from '../ports.ts';

export const insertUpload = (db: Db, upload: Insertable<Database['upload']>) => db.insertInto('upload').values(upload).execute();

/** @throws {Refusal} `upload.unknown` where it has gone again: with its owner, or because nobody used it */
export async function uploadById(db: Db, id: string) {
  const upload = await db.selectFrom('upload').select(['id', 'width', 'height']).where('id', '=', id).executeTakeFirst();
  if (!upload) throw new Refusal('upload.unknown');
  return upload;
}

/** What a picture can be part of. */
export const loose = ['wish_id', 'claim_id', 'action_id', 'project_id', 'milestone_id', 'comment_id', 'nomination_id'] as const;

type Target = { wishId: string } | { claimId: string };

/**
 * Makes pictures part of a wish or of what a helper reports. Each is attached once, by whoever stored it; those
 * that are there already keep their place in the new order.
 * @throws {Refusal} `upload.unknown`, `upload.used`
 */
export async function attachPhotos(
  db: Db,
  { photos, ownerId, to }: { photos: readonly string[]; ownerId: string; to: Target },
): Promise<void> {
  const target = 'wishId' in to ? { wish_id: to.wishId, claim_id: null } : { wish_id: null, claim_id: to.claimId };
  const ids = [...new Set(photos.map((id) => id.toLowerCase()))];
  for (const [position, id] of ids.entries()) {
    const attached = await db
      .updateTable('upload')
      .set({ ...target, position })
      .where('id', '=', id)
      .where((is) =>
        is.or([
          is.and([is('owner_id', '=', ownerId), ...loose.map((of) => is(of, 'is', null))]),
          'wishId' in to ? is('wish_id', '=', to.wishId) : is('claim_id', '=', to.claimId),
        ]),
      )
      .returning('id')
      .executeTakeFirst();
    if (!attached) throw await cannotAttach(db, id, ownerId, position);
  }
}

/** `place` names the field: a place in the list of photos, or the field's own name. */
export async function cannotAttach(db: Db, id: string, ownerId: string, place: number | string): Promise<Refusal> {
  const own = await db.selectFrom('upload').select('id').where('id', '=', id).where('owner_id', '=', ownerId).executeTakeFirst();
  return new Refusal(own ? 'upload.used' : 'upload.unknown', {
    fields: [{ path: typeof place === 'number' ? `photos.${place}` : place, code: 'not-an-option' }],
  });
}

/** Deletes the pictures of a wish that are not among those to keep. */
export async function keepPhotos(db: Db, blobs: Blobs, wishId: string, keep: readonly string[]): Promise<void> {
  let dropping = db.deleteFrom('upload').where('wish_id', '=', wishId);
  if (keep.length > 0) dropping = dropping.where('id', 'not in', [...keep]);
  await blobs.delete(
    db,
    (await dropping.returning('id').execute()).map(({ id }) => id),
  );
}

/** A worker lets all pictures of a wish be seen. */
export const approvePhotos = (db: Db, { wishId }: { wishId: string }, at: Date) =>
  db.updateTable('upload').set({ approved_at: at }).where('wish_id', '=', wishId).where('approved_at', 'is', null).execute();

/**
 * A worker lets some pictures of a wish or of its claims be seen; those that already are stay so.
 * @throws {Refusal} `upload.unknown` where one is not part of this wish
 */
export async function approveByIds(db: Db, wishId: string, photos: readonly string[], at: Date): Promise<void> {
  const ids = [...new Set(photos.map((id) => id.toLowerCase()))];
  const approved = await db
    .updateTable('upload')
    .set((now) => ({ approved_at: now.fn.coalesce('approved_at', now.val(at)) }))
    .where('id', 'in', ids)
    .where((is) =>
      is.or([
        is('wish_id', '=', wishId),
        is('claim_id', 'in', is.selectFrom('claim').select('claim.id').where('claim.wish_id', '=', wishId)),
      ]),
    )
    .returning('id')
    .execute();
  if (approved.length < ids.length) throw new Refusal('upload.unknown');
}

/** The pictures of some wishes and of the claims on them, in order. */
export const photosOf = (db: Db, wishIds: readonly string[], claimIds: readonly string[]) =>
  db
    .selectFrom('upload')
    .select(['id', 'wish_id', 'claim_id', 'owner_id', 'width', 'height', 'approved_at', 'hidden_at'])
    .where((is) => is.or([is('wish_id', 'in', wishIds), ...(claimIds.length > 0 ? [is('claim_id', 'in', claimIds)] : [])]))
    .orderBy('position')
    .orderBy('id')
    .execute();
export type PhotoRow = Awaited<ReturnType<typeof photosOf>>[number];

/** Some pictures, each with the consent of the person shown. */
export const photosByIds = async (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('upload')
        .leftJoin('claim', 'claim.id', 'upload.claim_id')
        .leftJoin('wish', 'wish.id', 'upload.wish_id')
        .leftJoin('consent', (join) =>
          join.on((is) => is('consent.member_id', '=', is.fn.coalesce('claim.member_id', 'wish.wisher_id'))),
        )
        .select(['upload.id', 'upload.width', 'upload.height', 'upload.approved_at', 'upload.hidden_at'])
        .select('consent.photos as consented')
        .where('upload.id', 'in', ids)
        .execute();

/** What decides whether a picture is public: a worker's look, that no worker has hidden it since, the wish's state, and the consent of the person shown. */
export const shownPhoto = (db: Db, id: string) =>
  db
    .selectFrom('upload')
    .leftJoin('claim', 'claim.id', 'upload.claim_id')
    .leftJoin('wish', (join) => join.on((is) => is('wish.id', '=', is.fn.coalesce('upload.wish_id', 'claim.wish_id'))))
    .leftJoin('consent', (join) =>
      join.on((is) => is('consent.member_id', '=', is.fn.coalesce('claim.member_id', 'wish.wisher_id'))),
    )
    .leftJoin('project', 'project.id', 'upload.project_id')
    .select(['upload.mime', 'upload.approved_at', 'upload.hidden_at', 'upload.action_id'])
    .select(['upload.milestone_id', 'upload.comment_id'])
    .select(['wish.status', 'consent.photos as consented', 'project.status as project_status'])
    // A portrait: what its owner agreed to is in a contest, or hangs, and they let stars be seen.
    .select(
      sql<boolean>`exists (select 1 from nomination join consent on consent.member_id = nomination.member_id
        left join star on star.nomination_id = nomination.id
        where nomination.id = upload.nomination_id and consent.star and nomination.status in ('consented', 'voting', 'awarded', 'not-awarded')
          and star.taken_down_at is null)`.as('agreed_portrait'),
    )
    .where('upload.id', '=', id)
    // With a claim that was given back its pictures go too.
    .where((is) => is.or([is('claim.id', 'is', null), is('claim.state', 'in', ['active', 'done'])]))
    .executeTakeFirst();

/** Forgets pictures that were never made part of anything. Those being attached at this moment are kept. */
export async function deleteLoose(db: Db, blobs: Blobs, before: Date): Promise<number> {
  const gone = await db
    .deleteFrom('upload')
    .where((is) => is.and(loose.map((of) => is(of, 'is', null))))
    .where('created_at', '<', before)
    .returning('id')
    .execute();
  await blobs.delete(
    db,
    gone.map(({ id }) => id),
  );
  return gone.length;
}
