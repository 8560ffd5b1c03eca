import type { Blobs, Db } from '../ports.ts';
import { cannotAttach, loose } from './statements.ts';

interface Sitting {
  /** Null takes the portrait away. */
  portrait: string | null;
  ownerId: string;
  nominationId: string;
}

/**
 * Makes a picture the portrait of a nomination, in the place of the one before. It is attached once, by whoever stored
 * it, and waits for a worker's look; the one that is there already may be named again.
 * @throws {Refusal} `upload.unknown`, `upload.used`
 */
export async function setPortrait(db: Db, blobs: Blobs, { portrait, ownerId, nominationId }: Sitting): Promise<void> {
  const id = portrait?.toLowerCase() ?? null;
  let dropping = db.deleteFrom('upload').where('nomination_id', '=', nominationId);
  if (id !== null) dropping = dropping.where('id', '<>', id);
  await blobs.delete(
    db,
    (await dropping.returning('id').execute()).map((gone) => gone.id),
  );
  if (id === null) return;
  const attached = await db
    .updateTable('upload')
    .set({ nomination_id: nominationId, position: 0 })
    .where('id', '=', id)
    .where((is) =>
      is.or([
        is.and([is('owner_id', '=', ownerId), ...loose.map((of) => is(of, 'is', null))]),
        is('nomination_id', '=', nominationId),
      ]),
    )
    .returning('id')
    .executeTakeFirst();
  if (!attached) throw await cannotAttach(db, id, ownerId, 'portrait');
}

/** A worker has looked at the portraits of some nominations. */
export async function approvePortraits(db: Db, nominationIds: readonly string[], at: Date): Promise<void> {
  if (nominationIds.length === 0) return;
  await db
    .updateTable('upload')
    .set({ approved_at: at })
    .where('nomination_id', 'in', nominationIds)
    .where('approved_at', 'is', null)
    .execute();
}
