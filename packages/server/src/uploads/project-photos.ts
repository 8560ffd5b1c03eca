import type { Blobs, Db } from '../ports.ts';
import { cannotAttach, loose } from './statements.ts';

/** What of a project a picture is part of: the proposal, a milestone, or the answer to a correction. */
export type ProjectPart = { project_id: string } | { milestone_id: string } | { comment_id: string };

interface Album {
  photos: readonly string[];
  ownerId: string;
  of: ProjectPart;
  /** A worker's own pictures are looked at; those of a proposal wait until it is listed. */
  approvedAt: Date | null;
}

const columnOf = (of: ProjectPart) =>
  'project_id' in of
    ? ({ column: 'project_id', id: of.project_id } as const)
    : 'milestone_id' in of
      ? ({ column: 'milestone_id', id: of.milestone_id } as const)
      : ({ column: 'comment_id', id: of.comment_id } as const);

/**
 * Makes pictures part of a project, in their order. Each is attached once, by whoever stored it; those that are there
 * already may be named again. Those that are not named any more are gone.
 * @throws {Refusal} `upload.unknown`, `upload.used`
 */
export async function setProjectPhotos(db: Db, blobs: Blobs, { photos, ownerId, of, approvedAt }: Album): Promise<void> {
  const ids = [...new Set(photos.map((id) => id.toLowerCase()))];
  const { column, id: target } = columnOf(of);
  let dropping = db.deleteFrom('upload').where(column, '=', target);
  if (ids.length > 0) dropping = dropping.where('id', 'not in', ids);
  await blobs.delete(
    db,
    (await dropping.returning('id').execute()).map(({ id }) => id),
  );
  for (const [position, id] of ids.entries()) {
    const attached = await db
      .updateTable('upload')
      .set((now) => ({
        ...of,
        position,
        approved_at: approvedAt === null ? now.ref('approved_at') : now.fn.coalesce('approved_at', now.val(approvedAt)),
      }))
      .where('id', '=', id)
      .where((is) =>
        is.or([is.and([is('owner_id', '=', ownerId), ...loose.map((part) => is(part, 'is', null))]), is(column, '=', target)]),
      )
      .returning('id')
      .executeTakeFirst();
    if (!attached) throw await cannotAttach(db, id, ownerId, position);
  }
}

/** A worker has looked at a proposal with these pictures. */
export const approveProjectPhotos = (db: Db, projectId: string, at: Date) =>
  db
    .updateTable('upload')
    .set({ approved_at: at })
    .where('project_id', '=', projectId)
    .where('approved_at', 'is', null)
    .execute();

interface Named {
  projects?: readonly string[];
  milestones?: readonly string[];
  comments?: readonly string[];
}

/** The pictures of some projects, milestones and answers, each in its order. */
export async function projectPhotos(db: Db, { projects = [], milestones = [], comments = [] }: Named) {
  if (projects.length + milestones.length + comments.length === 0) return [];
  return db
    .selectFrom('upload')
    .select(['id', 'project_id', 'milestone_id', 'comment_id', 'width', 'height'])
    .select(['owner_id', 'approved_at', 'hidden_at'])
    .where((is) =>
      is.or([
        ...(projects.length > 0 ? [is('project_id', 'in', projects)] : []),
        ...(milestones.length > 0 ? [is('milestone_id', 'in', milestones)] : []),
        ...(comments.length > 0 ? [is('comment_id', 'in', comments)] : []),
      ]),
    )
    .orderBy('position')
    .orderBy('id')
    .execute();
}
/** One of a project's: of the proposal, of a milestone, or of the answer to a correction. */
export const pictureIn = (db: Db, projectId: string, id: string) =>
  db
    .selectFrom('upload')
    .leftJoin('milestone', 'milestone.id', 'upload.milestone_id')
    .leftJoin('project_comment', 'project_comment.id', 'upload.comment_id')
    .select(['upload.id', 'upload.owner_id', 'upload.approved_at', 'upload.hidden_at'])
    .where('upload.id', '=', id)
    .where((is) => is(is.fn.coalesce('upload.project_id', 'milestone.project_id', 'project_comment.project_id'), '=', projectId))
    .executeTakeFirst();
export type ProjectPhotoRow = Awaited<ReturnType<typeof projectPhotos>>[number];
