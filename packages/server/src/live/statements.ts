import { sql } from 'kysely';
import type { Db } from '../ports.ts';

/** Where a reader of the event table stands. */
export interface Position {
  xid: string;
  id: string;
}

/**
 * Ids are given out before transactions commit, so a lower id can appear after a higher one was read. Readers go by
 * transaction first, and take only transactions below the oldest that is still running: nothing can come in behind.
 */
export const isAfter = (a: Position, b: Position): boolean => {
  const [ax, bx] = [BigInt(a.xid), BigInt(b.xid)];
  return ax > bx || (ax === bx && BigInt(a.id) > BigInt(b.id));
};

/** Events after a position, in order, that are safe to have passed. */
export const eventsAfter = (db: Db, after: Position, limit: number) =>
  db
    .selectFrom('event')
    .innerJoin('area', 'area.id', 'event.area_id')
    .leftJoin('wish', 'wish.id', 'event.wish_id')
    .leftJoin('action', 'action.id', 'event.action_id')
    .leftJoin('project', 'project.id', 'event.project_id')
    .leftJoin('member as actor', 'actor.id', 'event.actor_id')
    .select(['event.id', 'event.xid', 'event.type', 'event.wish_id', 'event.action_id', 'event.visibility'])
    .select([
      'event.project_id',
      'event.nomination_id',
      'event.round_id',
      'project.proposer_id',
      'project.acting_id as project_acting_id',
    ])
    // As who they are today: an event keeps the id of its time.
    .select((is) => is.fn.coalesce('actor.merged_into', 'event.actor_id').as('actor_id'))
    .select(['area.id as area_id', 'area.slug as area_slug', 'area.path as area_path', 'area.root_id'])
    .select(['wish.wisher_id', 'wish.acting_id', 'action.author_id', 'action.organisation_id as host_id'])
    .select(sql<string[]>`array(select notice.member_id::text from notice where notice.event_id = event.id)`.as('concerned'))
    .where(sql<boolean>`(event.xid, event.id) > (${after.xid}::text::xid8, ${after.id}::bigint)`)
    .where(sql<boolean>`event.xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy('event.xid')
    .orderBy('event.id')
    .limit(limit)
    .execute();

export type LiveEvent = Awaited<ReturnType<typeof eventsAfter>>[number];

/** The position from which on everything is new. */
export async function newest(db: Db): Promise<Position> {
  const { rows } = await sql<{ xid: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(db);
  return { xid: rows[0]?.xid ?? '0', id: '0' };
}

/** As many of the last events as are looked through for where a moment was. */
const lookedThrough = 500;

/** Where whatever happened since a moment begins; undefined where nothing did. */
export async function positionAt(db: Db, at: Date): Promise<Position | undefined> {
  const last = db.selectFrom('event').select(['xid', 'at']).orderBy('id', 'desc').limit(lookedThrough);
  const first = await db
    .selectFrom(last.as('last'))
    .select('xid')
    .where('at', '>=', at)
    .orderBy('xid')
    .limit(1)
    .executeTakeFirst();
  return first && { xid: first.xid, id: '0' };
}

/** Members and issuers whose tokens were revoked, and when. */
export async function revokedAmong(
  db: Db,
  members: readonly { id: string; iss: string }[],
): Promise<{ id: string | null; iss: string | null; at: Date }[]> {
  if (members.length === 0) return [];
  const ids = [...new Set(members.map((member) => member.id))];
  const people = await db
    .selectFrom('member')
    .select(['id', 'not_before'])
    .where('id', 'in', ids)
    .where('not_before', 'is not', null)
    .execute();
  const issuers = await db.selectFrom('issuer').select(['iss', 'not_before']).where('not_before', 'is not', null).execute();
  return [
    ...people.flatMap(({ id, not_before: at }) => (at ? [{ id, iss: null, at }] : [])),
    ...issuers.flatMap(({ iss, not_before: at }) => (at ? [{ id: null, iss, at }] : [])),
  ];
}
