import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Db } from '../ports.ts';

/** Sign-ups with their place in the queue, the organisation in whose name they are, and the minutes credited so far. */
const signUpRecords = (db: Db) =>
  db
    .selectFrom('sign_up')
    .leftJoin('organisation', 'organisation.id', 'sign_up.organisation_id')
    .select(['sign_up.action_id', 'sign_up.member_id', 'sign_up.organisation_id', 'sign_up.acting_id', 'sign_up.state'])
    .select(['sign_up.ticket', 'sign_up.extra', 'sign_up.checked_in_at', 'sign_up.checked_out_at', 'sign_up.minutes_given'])
    .select(['sign_up.signed_up_at', 'organisation.name as organisation_name'])
    .select(
      sql<number | null>`case when sign_up.state = 'waiting' then 1 + (
        select count(*)::integer from sign_up ahead
        where ahead.action_id = sign_up.action_id and ahead.state = 'waiting' and ahead.ticket < sign_up.ticket) end`.as(
        'position',
      ),
    )
    .select(
      sql<number | null>`(select sum(service.minutes)::integer from service
        where service.action_id = sign_up.action_id and service.member_id = sign_up.member_id and service.withdrawn_at is null)`.as(
        'minutes',
      ),
    );
export type SignUpRecord = Awaited<ReturnType<ReturnType<typeof signUpRecords>['executeTakeFirstOrThrow']>>;
export type SignUpRow = Selectable<Database['sign_up']>;

export const signUpsBy = async (db: Db, actionIds: readonly string[], memberId: string): Promise<SignUpRecord[]> =>
  actionIds.length === 0
    ? []
    : signUpRecords(db).where('sign_up.action_id', 'in', actionIds).where('sign_up.member_id', '=', memberId).execute();

/** The sign-up alone: what is needed to act on it. */
export const signUpOf = (db: Db, actionId: string, memberId: string): Promise<SignUpRow | undefined> =>
  db.selectFrom('sign_up').selectAll().where('action_id', '=', actionId).where('member_id', '=', memberId).executeTakeFirst();

/** Of some people, as who they are today: between an act and its answer two of them may have been merged. */
export async function signUpsOf(db: Db, actionId: string, memberIds: readonly string[]): Promise<SignUpRecord[]> {
  if (memberIds.length === 0) return [];
  const today = db
    .selectFrom('member')
    .select((is) => is.fn.coalesce('member.merged_into', 'member.id').as('id'))
    .where('member.id', 'in', memberIds);
  return signUpRecords(db).where('sign_up.action_id', '=', actionId).where('sign_up.member_id', 'in', today).execute();
}

const inQueue = sql<number>`case when sign_up.state = 'waiting' then 1 else 0 end`;

/** Who comes, then who waits, each in the order in which they signed up. */
export function listSignUps(db: Db, actionId: string, after: { queue: number; ticket: number } | undefined, limit: number) {
  let query = signUpRecords(db)
    .where('sign_up.action_id', '=', actionId)
    .where('sign_up.state', '<>', 'cancelled')
    .orderBy(inQueue)
    .orderBy('sign_up.ticket')
    .limit(limit);
  if (after)
    query = query.where(sql<boolean>`(${inQueue}, sign_up.ticket) > (${after.queue}::integer, ${after.ticket}::integer)`);
  return query.execute();
}

/** Everyone who is to be told of an action: who has a place, and who waits for one. */
export async function concernedBy(db: Db, actionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('sign_up')
    .select('member_id')
    .where('action_id', '=', actionId)
    .where('state', 'in', ['signed-up', 'waiting', 'attended'])
    .execute();
  return rows.map((row) => row.member_id);
}

/**
 * Holds the time of some people until the transaction ends, always in the same order: two actions that would both have
 * someone take turns. The constraint would refuse the second anyway, but only after both have waited for each other.
 */
export async function holdTimes(db: Db, memberIds: readonly string[]): Promise<void> {
  const inOrder = [...new Set(memberIds)].sort();
  await sql`select pg_advisory_xact_lock(hashtextextended(id, 6)) from unnest(${sql.val(inOrder)}::text[]) as id`.execute(db);
}

interface Appointment {
  id: string;
  starts_at: Date;
  ends_at: Date;
}

/** As SQL: the time that an action takes. */
export const spanOf = ({ starts_at, ends_at }: Omit<Appointment, 'id'>) =>
  sql<string>`tstzrange(${sql.val(starts_at)}::timestamptz, ${sql.val(ends_at)}::timestamptz)`;

/** What someone is signed up for at the same time. */
export const clashOf = (db: Db, action: Appointment, memberId: string) =>
  db
    .selectFrom('sign_up')
    .innerJoin('action', 'action.id', 'sign_up.action_id')
    .innerJoin('action_words', 'action_words.action_id', 'action.id')
    .select(['action.id', 'action_words.title'])
    .where('sign_up.member_id', '=', memberId)
    .where('sign_up.action_id', '<>', action.id)
    .where(sql<boolean>`sign_up.span && ${spanOf(action)}`)
    .orderBy('action.starts_at')
    .executeTakeFirst();

/** True of a row of `sign_up` whose member is free at the time of an action. */
export const isFree = (action: Appointment) => sql<boolean>`not exists (
  select 1 from sign_up other where other.member_id = sign_up.member_id and other.action_id <> ${action.id}::uuid
    and other.span && ${spanOf(action)})`;

/** Signs someone up anew, also whoever had cancelled. */
export const putSignUp = (db: Db, row: Insertable<Database['sign_up']>, action: Appointment | null) => {
  const given = { ...row, span: action && spanOf(action) };
  const { action_id: _action, member_id: _member, ...anew } = given;
  return db
    .insertInto('sign_up')
    .values(given)
    .onConflict((conflict) =>
      conflict.columns(['action_id', 'member_id']).doUpdateSet({
        ...anew,
        walked_in: row.walked_in ?? false,
        extra: row.extra ?? false,
        checked_in_at: null,
        checked_out_at: null,
        minutes_given: null,
      }),
    )
    .execute();
};

export const changeSignUp = (db: Db, actionId: string, memberId: string, change: Updateable<Database['sign_up']>) =>
  db.updateTable('sign_up').set(change).where('action_id', '=', actionId).where('member_id', '=', memberId).execute();

/** The first who wait and are free at that time. */
export async function firstWaiting(db: Db, action: Appointment, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('sign_up')
    .select('member_id')
    .where('action_id', '=', action.id)
    .where('state', '=', 'waiting')
    .where(isFree(action))
    .orderBy('ticket')
    .limit(limit)
    .execute();
  return rows.map((row) => row.member_id);
}

/** Gives places to some of those who wait, whose time is held; answers those who were still free, in the order of their tickets. */
export async function moveUp(db: Db, action: Appointment, memberIds: readonly string[], at: Date): Promise<string[]> {
  const moved = await db
    .updateTable('sign_up')
    .set({ state: 'signed-up', span: spanOf(action), updated_at: at })
    .where('action_id', '=', action.id)
    .where('member_id', 'in', memberIds)
    .where('state', '=', 'waiting')
    .where(isFree(action))
    .returning(['member_id', 'ticket'])
    .execute();
  return moved.sort((a, b) => a.ticket - b.ticket).map((row) => row.member_id);
}

/** After its time was changed: whoever has something else then keeps the place without the time. */
export async function moveSpans(db: Db, action: Appointment, at: Date): Promise<void> {
  const held = ['signed-up', 'attended'] as const;
  await holdTimes(db, await concernedBy(db, action.id));
  await db.updateTable('sign_up').set({ span: null }).where('action_id', '=', action.id).where('span', 'is not', null).execute();
  await db
    .updateTable('sign_up')
    .set({ span: spanOf(action), updated_at: at })
    .where('action_id', '=', action.id)
    .where('state', 'in', held)
    .where(isFree(action))
    .execute();
}

/** All who are in some states of an action give it up. Answers how many. */
export async function endSignUps(
  db: Db,
  actionId: string,
  from: readonly SignUpRow['state'][],
  to: 'cancelled' | 'absent',
  at: Date,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('sign_up')
    .set({ state: to, span: null, updated_at: at })
    .where('action_id', '=', actionId)
    .where('state', 'in', from)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
