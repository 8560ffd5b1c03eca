import { type Kysely, sql } from 'kysely';

/**
 * Stars: who is nominated for an honour, what they agreed to, and who has one.
 *
 * Words lie in side rows, as everywhere. Until a nominee agrees they are their nominator's; what is awarded is the
 * nominee's, and goes with them.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table nomination (
    id uuid primary key,
    root_id integer not null,
    area_id integer not null references area,
    -- The honour's code, and of which time.
    title text not null,
    period text not null,
    status text not null check (status in ('proposed', 'asked', 'consented', 'declined', 'withdrawn', 'voting', 'awarded', 'not-awarded')),
    nominator_id uuid not null references member,
    -- Whether the nominator says that they were asked.
    asked boolean not null,
    -- Who it is: known once a worker has found out.
    member_id uuid references member,
    -- How they agreed to be named, and the worker who heard them say so where they did not say it here themself.
    name_as text check (name_as in ('masked', 'full')),
    heard_by uuid references member,
    -- The round they stand, or stood, in, what they had there, and whether that was enough.
    round_id uuid,
    votes integer,
    won boolean,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (status in ('proposed', 'declined', 'withdrawn') or member_id is not null),
    check (status not in ('consented', 'voting', 'awarded', 'not-awarded') or name_as is not null)
  )`,
  // Nobody stands twice for one honour of one time and place.
  `create unique index nomination_once on nomination (member_id, area_id, title, period)
    where status in ('asked', 'consented', 'voting', 'awarded')`,
  `create index nomination_desk on nomination (area_id, created_at desc, id desc)`,
  `create index nomination_nominator on nomination (nominator_id)`,
  `create index nomination_member on nomination (member_id) where member_id is not null`,
  `create index nomination_heard on nomination (heard_by) where heard_by is not null`,
  `create table nomination_words (
    nomination_id uuid primary key references nomination,
    -- How neighbours call them.
    who text not null,
    sentence text not null,
    story text not null,
    -- Why it goes no further.
    reason text
  )`,

  `create table star (
    id uuid primary key,
    root_id integer not null,
    area_id integer not null references area,
    nomination_id uuid not null unique references nomination,
    member_id uuid not null references member,
    title text not null,
    period text not null,
    name_as text not null check (name_as in ('masked', 'full')),
    awarded_by uuid not null references member,
    awarded_at timestamptz not null,
    taken_down_at timestamptz,
    taken_down_by uuid references member,
    updated_at timestamptz not null,
    check ((taken_down_at is null) = (taken_down_by is null))
  )`,
  `create index star_wall on star (root_id, awarded_at desc, id desc)`,
  `create index star_area_wall on star (area_id, awarded_at desc, id desc)`,
  `create index star_member on star (member_id)`,
  `create index star_awarded on star (awarded_by)`,
  `create index star_taken_down on star (taken_down_by) where taken_down_by is not null`,
  `create table star_words (
    star_id uuid primary key references star,
    sentence text not null,
    story text not null,
    -- What neighbours said: [{ words, by }].
    quotes jsonb not null default '[]',
    -- Why a worker took it down.
    reason text
  )`,

  `alter table event add column nomination_id uuid references nomination`,
  `create index event_nomination on event (nomination_id, id) where nomination_id is not null`,

  // A portrait belongs to the nomination that its owner agreed to, and so to the star that became of it.
  `alter table upload add column nomination_id uuid references nomination`,
  `create index upload_nomination on upload (nomination_id) where nomination_id is not null`,
  `drop index upload_loose`,
  `create index upload_loose on upload (created_at)
    where wish_id is null and claim_id is null and action_id is null and project_id is null and milestone_id is null
      and comment_id is null and nomination_id is null`,
];
