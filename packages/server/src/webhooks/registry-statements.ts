import { sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Insertable } from 'kysely';
import type { Db } from '../ports.ts';

/** False where the portal is told there already. */
export async function addWebhook(db: Db, row: Insertable<Database['webhook']>): Promise<boolean> {
  const added = await db
    .insertInto('webhook')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/**
 * Answers whether it was there. What waited for it goes with it. Notices that are being written are waited for, and new
 * ones wait: whoever found it still there would fail with it. In a transaction; `switchOff` before it makes it short.
 */
export async function removeWebhook(db: Db, id: string): Promise<boolean> {
  await sql`lock table webhook_message in exclusive mode`.execute(db);
  const { numDeletedRows } = await db.deleteFrom('webhook').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

export const webhookById = (db: Db, id: string) => db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst();

/** Tells it again what happens from now on. Answers whether it was off. */
export async function switchOn(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set({ off_at: null })
    .where('id', '=', id)
    .where('off_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A secret of its own that takes over; the one before stays valid beside it until then. Answers whether it was there. */
export async function renewSecret(db: Db, id: string, secret: Uint8Array, until: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set((is) => ({ former: is.ref('secret'), former_until: until, secret }))
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** All of them, with what waits and what was given up since then. */
export const webhooksListed = (db: Db, since: Date) =>
  db
    .selectFrom('webhook')
    .innerJoin('area', 'area.id', 'webhook.area_id')
    .leftJoin('webhook_message as message', 'message.webhook_id', 'webhook.id')
    .select(['webhook.id', 'webhook.iss', 'area.slug as area', 'url', 'days', 'told', 'told_at', 'former_until'])
    .select(['off_at', 'failures', 'rests_until'])
    .select([
      sql<number>`count(*) filter (where message.message_id is not null and dead_at is null)::integer`.as('waiting'),
      sql<Date | null>`min(message.created_at) filter (where dead_at is null)`.as('since'),
      sql<number>`count(*) filter (where dead_at >= ${since})::integer`.as('dead'),
      sql<string | null>`(array_agg(outcome order by next_at desc) filter (where outcome is not null))[1]`.as('outcome'),
    ])
    .groupBy(['webhook.id', 'area.slug'])
    .orderBy('webhook.iss')
    .orderBy('webhook.created_at')
    .execute();
