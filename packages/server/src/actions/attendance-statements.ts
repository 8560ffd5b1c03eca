import { sql } from 'kysely';
import type { Db } from '../ports.ts';
import { isFree, type SignUpRow, spanOf } from './sign-up-statements.ts';
import type { ActionRow } from './statements.ts';

/**
 * Of some people those who are there and can be noted: known by name, of that district. Held like the actor's own row,
 * or what is noted of them could miss a merge or an erasure.
 */
export async function holdStanding(db: Db, rootId: number, memberIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('member_profile', 'member_profile.member_id', 'member.id')
    .select('member.id')
    .where('member.id', 'in', memberIds)
    .where('member.root_id', '=', rootId)
    .where('member.merged_into', 'is', null)
    .where('member.erased_at', 'is', null)
    .orderBy('member.id')
    .forShare('member')
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** The sign-ups of some people to an action that is locked. */
export async function rowsOf(db: Db, actionId: string, memberIds: readonly string[]): Promise<Map<string, SignUpRow>> {
  const rows = await db
    .selectFrom('sign_up')
    .selectAll()
    .where('action_id', '=', actionId)
    .where('member_id', 'in', memberIds)
    .execute();
  return new Map(rows.map((row) => [row.member_id, row]));
}

/** Everyone who came to an action. */
export const whoCame = (db: Db, actionId: string): Promise<SignUpRow[]> =>
  db
    .selectFrom('sign_up')
    .selectAll()
    .where('action_id', '=', actionId)
    .where('state', '=', 'attended')
    .orderBy('member_id')
    .execute();

/** Gives those who have come back onto the list, or anew, the time of the action where they are free then: theirs is held. */
export async function takeSpans(db: Db, action: ActionRow, memberIds: readonly string[]): Promise<void> {
  await db
    .updateTable('sign_up')
    .set({ span: spanOf(action) })
    .where('action_id', '=', action.id)
    .where('member_id', 'in', memberIds)
    .where('state', 'in', ['signed-up', 'attended'])
    .where('span', 'is', null)
    .where(isFree(action))
    .execute();
}

/** Actions that begin, or are long enough over, and that nobody has closed or finished: the earliest first. */
export async function dueToClose(db: Db, at: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('action')
    .select('id')
    .where('status', '=', 'open')
    .where('starts_at', '<=', at)
    .orderBy('starts_at')
    .execute();
  return rows.map((row) => row.id);
}

export async function dueToFinish(db: Db, endedBy: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('action')
    .select('id')
    .where('status', 'in', ['open', 'closed'])
    .where('ends_at', '<=', endedBy)
    .orderBy('ends_at')
    .execute();
  return rows.map((row) => row.id);
}

/** Open actions where some wait though there is room. */
export async function withRoom(db: Db, at: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('action')
    .select('id')
    .where('status', '=', 'open')
    .where('starts_at', '>', at)
    .where('waiting', '>', 0)
    .where('taken', '<', sql.ref<number>('places'))
    .orderBy('starts_at')
    .execute();
  return rows.map((row) => row.id);
}

/** One action, held, or nothing where somebody else has it at this moment: it is met again the next time. */
export const lockFree = (db: Db, id: string): Promise<ActionRow | undefined> =>
  db.selectFrom('action').selectAll().where('id', '=', id).forNoKeyUpdate().skipLocked().executeTakeFirst();

export interface Stay {
  memberId: string;
  organisationId: number | null;
  /** The id of the row that keeps it. */
  id: string;
  from: Date;
  to: Date;
}

/**
 * Keeps the hours of some people, whose time is held, without what was credited to them for something else at the same
 * time. Answers the minutes that are left, and which row of that member and action it is.
 */
export async function keepStays(
  db: Db,
  action: Pick<ActionRow, 'id' | 'root_id' | 'area_id'>,
  stays: readonly Stay[],
  at: Date,
): Promise<{ id: string; member_id: string; n: number; minutes: number }[]> {
  const column = (of: (stay: Stay) => string | null) => sql`${sql.val(stays.map(of))}::text[]`;
  const { rows } = await sql<{ id: string; member_id: string; n: number; minutes: number }>`
    insert into service (id, root_id, area_id, action_id, member_id, organisation_id, n, spans, minutes, credited_at)
    select stay.id::uuid, ${action.root_id}::integer, ${action.area_id}::integer, ${action.id}::uuid, stay.member_id::uuid,
      nullif(stay.organisation_id, '')::integer,
      (select coalesce(max(n) + 1, 0) from service earlier
        where earlier.action_id = ${action.id}::uuid and earlier.member_id = stay.member_id::uuid),
      own.spans,
      (select coalesce(floor(sum(extract(epoch from upper(piece) - lower(piece))) / 60), 0)::integer from unnest(own.spans) as piece),
      ${at}::timestamptz
    from unnest(${column(({ id }) => id)}, ${column(({ memberId }) => memberId)},
      ${column(({ organisationId }) => String(organisationId ?? ''))},
      ${column(({ from }) => from.toISOString())}, ${column(({ to }) => to.toISOString())}
    ) as stay (id, member_id, organisation_id, begins, ends)
    cross join lateral (
      select tstzmultirange(tstzrange(stay.begins::timestamptz, greatest(stay.begins::timestamptz, stay.ends::timestamptz)))
        - coalesce((
          select range_agg(piece) from service other cross join lateral unnest(other.spans) as piece
          where other.member_id = stay.member_id::uuid and other.withdrawn_at is null
        ), '{}'::tstzmultirange) as spans
    ) own
    returning id, member_id, n, minutes`.execute(db);
  return rows;
}

/** Takes back what some people were credited for an action. Answers what that was. */
export const withdrawStays = (db: Db, actionId: string, memberIds: readonly string[], at: Date) =>
  db
    .updateTable('service')
    .set({ withdrawn_at: at })
    .where('action_id', '=', actionId)
    .where('member_id', 'in', memberIds)
    .where('withdrawn_at', 'is', null)
    .returning(['member_id', 'organisation_id', 'minutes', 'entry_id'])
    .execute();

/** Notes which entries of the ledger were made for which hours. */
export const noteEntries = (db: Db, paid: readonly { id: string; entryId: string }[]) =>
  sql`
    update service set entry_id = paid.entry_id
    from unnest(${sql.val(paid.map(({ id }) => id))}::text[], ${sql.val(paid.map(({ entryId }) => entryId))}::text[]) as paid (id, entry_id)
    where service.id = paid.id::uuid`.execute(db);
