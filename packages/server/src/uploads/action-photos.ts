import { sql } from 'kysely';
import type { Blobs, Db } from '../ports.ts';
import { cannotAttach, loose } from './statements.ts';

interface Album {
  photos: readonly string[];
  ownerId: string;
  actionId: string;
  /** Those of a weekly series share their pictures. */
  seriesId: string | null;
}

/**
 * Makes pictures part of an action. Each is attached once, by whoever stored it; those that are there already, or with
 * another action of the series, may be named again.
 * @throws {Refusal} `upload.unknown`, `upload.used`
 */
export async function attachToAction(db: Db, { photos, ownerId, actionId, seriesId }: Album): Promise<void> {
  for (const [position, id] of photos.entries()) {
    const attached = await db
      .updateTable('upload')
      .set((now) => ({ action_id: now.fn.coalesce('action_id', now.val(actionId)) }))
      .where('id', '=', id)
      .where((is) =>
        is.or([
          is.and([is('owner_id', '=', ownerId), ...loose.map((of) => is(of, 'is', null))]),
          is('action_id', '=', actionId),
          ...(seriesId === null
            ? []
            : [is('action_id', 'in', is.selectFrom('action').select('action.id').where('series_id', '=', seriesId))]),
        ]),
      )
      .returning('id')
      .executeTakeFirst();
    if (!attached) throw await cannotAttach(db, id, ownerId, position);
  }
}

/** Deletes those of some pictures that no action shows any longer. */
export async function dropUnshown(db: Db, blobs: Blobs, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = await db
    .deleteFrom('upload')
    .where('id', 'in', ids)
    .where(sql<boolean>`not exists (select 1 from action where action.photos @> array[upload.id])`)
    .returning('id')
    .execute();
  await blobs.delete(
    db,
    gone.map(({ id }) => id),
  );
}

/** A worker has looked at an action with these pictures. */
export async function approveActionPhotos(db: Db, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('upload').set({ approved_at: at }).where('id', 'in', ids).where('approved_at', 'is', null).execute();
}

export const actionPhotos = async (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('upload')
        .select(['id', 'width', 'height', 'owner_id', 'approved_at', 'hidden_at'])
        .where('id', 'in', ids)
        .execute();
export type ActionPhotoRow = Awaited<ReturnType<typeof actionPhotos>>[number];

/** A picture of an action or of its series, held until the transaction ends: whoever decides about it in another week waits. */
export const holdPhoto = (db: Db, action: { id: string; series_id: string | null }, photoId: string) =>
  db
    .selectFrom('upload')
    .select(['id', 'owner_id', 'approved_at', 'hidden_at'])
    .where('id', '=', photoId)
    .where((is) =>
      is.exists(
        is
          .selectFrom('action')
          .select('action.id')
          .where((of) =>
            of.or([
              of('action.id', '=', action.id),
              ...(action.series_id === null ? [] : [of('action.series_id', '=', action.series_id)]),
            ]),
          )
          .where(sql<boolean>`action.photos @> array[upload.id]`),
      ),
    )
    .forNoKeyUpdate()
    .executeTakeFirst();
