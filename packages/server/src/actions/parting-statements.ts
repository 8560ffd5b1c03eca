import { sql } from 'kysely';
import type { Pair } from '../members/merge-statements.ts';
import type { Db } from '../ports.ts';

/** Actions that some identities are signed up for or wait for. */
export async function actionsPending(db: Db, memberIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('sign_up')
    .select('action_id')
    .distinct()
    .where('member_id', 'in', memberIds)
    .where('state', 'in', ['signed-up', 'waiting'])
    .execute();
  return rows.map((row) => row.action_id);
}

/** Actions that someone drafted, signed up for or came to. */
export async function actionsTouched(db: Db, memberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('action')
    .select('id')
    .where((is) =>
      is.or([
        is('author_id', '=', memberId),
        is('id', 'in', is.selectFrom('sign_up').select('action_id').where('member_id', '=', memberId)),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** Where the one who goes was credited for what the one who stays was credited for too: the same action, or the same time. */
export async function creditedTwice(db: Db, { from, into }: Pair): Promise<string[]> {
  const rows = await db
    .selectFrom('service')
    .select('service.action_id')
    .distinct()
    .where('service.member_id', '=', from)
    .where('service.withdrawn_at', 'is', null)
    .where((is) =>
      is.exists(
        is
          .selectFrom('service as other')
          .select('other.id')
          .where('other.member_id', '=', into)
          .where('other.withdrawn_at', 'is', null)
          .where(sql<boolean>`(other.action_id = service.action_id or other.spans && service.spans)`),
      ),
    )
    .orderBy('service.action_id')
    .execute();
  return rows.map((row) => row.action_id);
}

export const removeSignUp = (db: Db, actionId: string, memberId: string) =>
  db.deleteFrom('sign_up').where('action_id', '=', actionId).where('member_id', '=', memberId).execute();

/** Nobody signed them up for someone else, where it turns out to have been themself. */
export const moveSignUp = (db: Db, actionId: string, { from, into }: Pair) =>
  db
    .updateTable('sign_up')
    .set({ member_id: into, acting_id: sql<string | null>`nullif(acting_id, ${into}::uuid)` })
    .where('action_id', '=', actionId)
    .where('member_id', '=', from)
    .execute();

/** What someone drafted and did for others, and their hours; rows of one action are numbered on. */
export async function moveActionDeeds(db: Db, { from, into }: Pair): Promise<void> {
  await db.updateTable('action').set({ author_id: into }).where('author_id', '=', from).execute();
  await sql`
    update sign_up set acting_id = nullif(${into}::uuid, member_id) where acting_id = ${from}::uuid`.execute(db);
  await sql`
    update service set member_id = ${into}::uuid, n = service.n + coalesce((
      select max(other.n) + 1 from service other where other.action_id = service.action_id and other.member_id = ${into}::uuid), 0)
    where member_id = ${from}::uuid`.execute(db);
  await forgetTriesOf(db, [from]);
}

export const forgetTriesOf = (db: Db, memberIds: readonly string[]) =>
  db.deleteFrom('check_in_try').where('member_id', 'in', memberIds).execute();
