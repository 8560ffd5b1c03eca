import { sql } from 'kysely';
import type { Db } from '../ports.ts';

/** A message on its way, held until `next_at`: whoever is killed with it lets go of it then. */
export interface Held {
  webhook_id: string;
  message_id: string;
  member_id: string;
  event_id: string;
  created_at: Date;
  tries: number;
}

/** After so many tries of one message the member's next one no longer waits for it. */
const inOrder = 5;

/** All of them, whether anything is due or not. */
export const webhookIds = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('webhook').select('id').execute()).map(({ id }) => id);

/** Those for whom something is due: neither switched off nor left alone for a while. */
export async function webhooksDue(db: Db, at: Date): Promise<string[]> {
  // One look into the index for each portal, however much waits for it.
  const { rows } = await sql<{ id: string }>`
    select id from webhook cross join lateral (
      select from webhook_message where webhook_id = webhook.id and dead_at is null and next_at <= ${at} limit 1) due
    where off_at is null and (rests_until is null or rests_until <= ${at}) order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Takes some of a portal's that are due, each for as long as `lease`, and counts the try; of one that did not answer last
 * time a single one, to see whether it does. Several processes take turns. A member's messages go one after the other, so
 * that nobody reads of the end before the beginning.
 */
export async function takeDue(db: Db, webhookId: string, at: Date, lease: number, most: number): Promise<Held[]> {
  const { rows } = await sql<Held>`
    with taken as materialized (
      select webhook_id, message_id from webhook_message due
      -- Asked of one after the other until there are enough: as "not exists" it is asked of all that wait.
      where webhook_id = ${webhookId} and dead_at is null and next_at <= ${at} and (
        select true from webhook_message earlier
        where earlier.webhook_id = due.webhook_id and earlier.member_id = due.member_id and earlier.event_id < due.event_id
          and earlier.dead_at is null and earlier.tries <= ${inOrder} limit 1) is null
      order by next_at, event_id limit (
        select case when off_at is not null or rests_until > ${at} then 0 when failures > 0 then 1 else ${most}::integer end
        from webhook where id = ${webhookId})
      for update skip locked)
    update webhook_message set tries = tries + 1, next_at = ${new Date(at.getTime() + lease)} from taken
    where webhook_message.webhook_id = taken.webhook_id and webhook_message.message_id = taken.message_id
    returning webhook_message.webhook_id, webhook_message.message_id, member_id, event_id, created_at, tries`.execute(db);
  return rows;
}

const one = (db: Db, { webhook_id, message_id }: Held) =>
  db.deleteFrom('webhook_message').where('webhook_id', '=', webhook_id).where('message_id', '=', message_id);

/** There is nobody, or nothing, to tell any more; but where it was merged with another meanwhile that one is told. */
export const drop = (db: Db, held: Held) => one(db, held).where('member_id', '=', held.member_id).execute();

/** It has arrived. */
export const arrived = (db: Db, held: Held, at: Date) =>
  db
    .with('gone', () => one(db, held).returning('webhook_id'))
    .updateTable('webhook')
    .set({ told: sql`told + 1`, told_at: at })
    .where('id', 'in', (from) => from.selectFrom('gone').select('webhook_id'))
    .execute();

/** It has not; nothing where someone else has taken it since. */
export const failed = (db: Db, held: Held, how: { outcome: string; next: Date; dead: Date | null }) =>
  db
    .updateTable('webhook_message')
    .set({ outcome: how.outcome, next_at: how.next, dead_at: how.dead })
    .where('webhook_id', '=', held.webhook_id)
    .where('message_id', '=', held.message_id)
    .where('tries', '=', held.tries)
    .execute();

/** It answers: what waits is sent as usual. */
export const wake = (db: Db, webhookId: string) =>
  db
    .updateTable('webhook')
    .set({ failures: 0, rests_until: null })
    .where('id', '=', webhookId)
    .where('failures', '>', 0)
    .execute();

/** Nothing arrives there: it is left alone for `pause(rounds)` milliseconds. */
export async function rest(db: Db, webhookId: string, at: Date, pause: (failures: number) => number): Promise<void> {
  const failed = await db
    .updateTable('webhook')
    .set({ failures: sql`failures + 1` })
    .where('id', '=', webhookId)
    .returning('failures')
    .executeTakeFirst();
  if (!failed) return;
  await db
    .updateTable('webhook')
    .set({ rests_until: new Date(at.getTime() + pause(failed.failures)) })
    .where('id', '=', webhookId)
    .execute();
}

/** Gives up what is too old, tried or not, where nothing arrives anyway. Answers how many. */
export async function giveUp(db: Db, webhookId: string, at: Date, outcome: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update webhook_message set dead_at = ${at}, outcome = coalesce(outcome, ${outcome}) from webhook
    where webhook.id = ${webhookId} and webhook_id = webhook.id and dead_at is null and next_at <= ${at}
      and webhook_message.created_at <= ${at}::timestamptz - webhook.days * interval '1 day'`.execute(db);
  return Number(numAffectedRows);
}

/** Tells it nothing from then on; what waits is forgotten. Answers whether it was on. */
export async function switchOff(db: Db, webhookId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set({ off_at: at, failures: 0, rests_until: null })
    .where('id', '=', webhookId)
    .where('off_at', 'is', null)
    .executeTakeFirst();
  await db.deleteFrom('webhook_message').where('webhook_id', '=', webhookId).where('dead_at', 'is', null).execute();
  return numUpdatedRows > 0n;
}

/** What died so long ago that nobody will ask. */
export const buryDead = (db: Db, before: Date) => db.deleteFrom('webhook_message').where('dead_at', '<', before).execute();

/** Whom a message is for, as their portal and we know them; undefined for whoever has no account there any more. */
export const addressee = (db: Db, { webhook_id, member_id }: Held) =>
  db
    .selectFrom('webhook')
    .innerJoin('identity', 'identity.iss', 'webhook.iss')
    .innerJoin('member', 'member.id', 'identity.member_id')
    .leftJoin('area as home', 'home.id', 'member.area_id')
    .select(['webhook.iss', 'webhook.url', 'webhook.secret', 'webhook.former', 'webhook.former_until', 'webhook.days'])
    .select(['identity.sub', 'member.root_id', 'member.area_id', 'home.path'])
    .where('webhook.id', '=', webhook_id)
    .where('member.id', '=', member_id)
    .where('member.erased_at', 'is', null)
    // Two accounts at one portal that were merged: told once.
    .orderBy('identity.sub')
    .limit(1)
    .executeTakeFirst();
export type Addressee = NonNullable<Awaited<ReturnType<typeof addressee>>>;

/** Where it happened. */
export const areaOfEvent = (db: Db, eventId: string) =>
  db.selectFrom('event').select(['area_id', 'root_id']).where('id', '=', eventId).executeTakeFirst();

/** Follows an identity into the one that stays; what both are to be told is told once. */
export async function moveMessages(db: Db, { from, into }: { from: string; into: string }): Promise<void> {
  await sql`delete from webhook_message twin using webhook_message other where twin.member_id = ${from}
    and other.member_id = ${into} and other.webhook_id = twin.webhook_id and other.event_id = twin.event_id`.execute(db);
  await db.updateTable('webhook_message').set({ member_id: into }).where('member_id', '=', from).execute();
}

/** Nobody is told of someone who is gone. */
export const forgetMessages = (db: Db, ids: readonly string[]) =>
  db.deleteFrom('webhook_message').where('member_id', 'in', ids).execute();
