import { type Kysely, sql } from 'kysely';

/**
 * Portals that are told what their members' notices say, and what they have yet to be told: written with the notice,
 * deleted when it has arrived.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table webhook (
    id uuid primary key,
    iss text not null,
    -- Of its members those whose home is here or below.
    area_id integer not null references area,
    url text not null,
    secret bytea not null,
    -- The one before, valid beside it for a while.
    former bytea,
    former_until timestamptz,
    days integer not null,
    created_at timestamptz not null,
    told bigint not null default 0,
    told_at timestamptz,
    -- Switched off: nothing is sent, and nothing is kept for it.
    off_at timestamptz,
    -- Rounds in which nothing arrived, since something did; it is left alone until then.
    failures integer not null default 0,
    rests_until timestamptz,
    unique (iss, area_id, url)
  )`,
  `create table webhook_message (
    webhook_id uuid not null references webhook on delete cascade,
    -- Stays the same whoever the member is merged with: whoever has seen it does nothing.
    message_id text not null,
    member_id uuid not null references member,
    event_id bigint not null references event,
    created_at timestamptz not null,
    next_at timestamptz not null,
    tries integer not null default 0,
    outcome text,
    dead_at timestamptz,
    primary key (webhook_id, message_id)
  )`,
  `create index webhook_message_due on webhook_message (webhook_id, next_at, event_id) where dead_at is null`,
  `create index webhook_message_dead on webhook_message (dead_at) where dead_at is not null`,
  `create index webhook_message_member on webhook_message (member_id, webhook_id, event_id)`,
];
