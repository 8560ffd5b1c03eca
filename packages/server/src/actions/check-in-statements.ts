import { sql } from 'kysely';
import type { Db } from '../ports.ts';

/**
 * Counts one try of a code, in a statement of its own: what is refused undoes its transaction, and the try must stay.
 * Answers how many there have been in that minute; 0 where there is no such action.
 */
export async function countTry(db: Db, actionId: string, memberId: string, minute: Date): Promise<number> {
  const { rows } = await sql<{ tries: number }>`
    insert into check_in_try as kept (action_id, member_id, minute, tries)
    select action.id, ${memberId}::uuid, ${minute}::timestamptz, 1 from action where action.id = ${actionId}::uuid
    on conflict (action_id, member_id) do update set
      tries = case when kept.minute = excluded.minute then kept.tries + 1 else 1 end, minute = excluded.minute
    returning tries`.execute(db);
  return rows[0]?.tries ?? 0;
}

/** A code that was right is not held against anyone: a repeat of it must not run out of tries. */
export const forgiveTry = (db: Db, actionId: string, memberId: string, minute: Date) =>
  db
    .updateTable('check_in_try')
    .set({ tries: sql<number>`tries - 1` })
    .where('action_id', '=', actionId)
    .where('member_id', '=', memberId)
    .where('minute', '=', minute)
    .where('tries', '>', 0)
    .execute();

/** Tries of minutes that are over. */
export async function forgetTries(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('check_in_try').where('minute', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
