import { type Kysely, sql } from 'kysely';
import { sortKey } from '../../identity/readings.ts';

/**
 * Who someone is (merged, erased, revoked, of a branch), who checked their home, who may act for an organisation,
 * and what of all that is said in public waits for a worker or was hidden.
 *
 * As before, words lie in side rows (`moderation_words`, `moderation_report_words`) that erasure deletes.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await giveSortKeys(db);
  await sql.raw(`alter table member_profile alter column sort_key set not null`).execute(db);
}

/** Names that were there before; page by page, because a district has many. */
async function giveSortKeys(db: Kysely<unknown>): Promise<void> {
  for (let full = true; full; ) {
    const { rows } = await sql<{ member_id: string; name: string }>`
      select member_id, name from member_profile where sort_key is null limit 1000`.execute(db);
    const keys = rows.map(({ name }) => sortKey(name));
    await sql`
      update member_profile set sort_key = given.key
      from unnest(${sql.val(rows.map((row) => row.member_id))}::uuid[], ${sql.val(keys)}::text[]) as given (id, key)
      where member_id = given.id`.execute(db);
    full = rows.length === 1000;
  }
}

const statements = [
  // Of two identities of one person one stays; the other is a pseudonym that points at it.
  `alter table member add column merged_into uuid references member`,
  `alter table member add column erased_at timestamptz`,
  `create index member_merged on member (merged_into) where merged_into is not null`,
  // Keyed hashes of accounts that were erased, kept for as long as an old token of theirs could live.
  `create table erased_identity (subject_hash text primary key, erased_at timestamptz not null)`,

  // As the surname is read, so that "C" order is the order of a register.
  `alter table member_profile add column sort_key text collate "C"`,
  `create index member_profile_reading on member_profile (sort_key, member_id)`,

  // The party branch that someone belongs to: theirs and the workers' to know.
  `create table affiliation (
    member_id uuid primary key references member,
    organisation_id integer not null references organisation,
    since timestamptz not null
  )`,

  `alter table report_in drop constraint report_in_member_id_area_id_key`,
  `alter table report_in drop constraint report_in_state_check`,
  `alter table report_in add check (state in ('waiting', 'done', 'declined', 'withdrawn'))`,
  `alter table report_in add column organisation_id integer references organisation`,
  `alter table report_in add column decided_by uuid references member`,
  `alter table report_in add column decided_at timestamptz`,
  // Whoever had reported in to several places is asked about by the last of them.
  `update report_in set state = 'withdrawn' where state = 'waiting' and id not in (
    select distinct on (member_id) id from report_in where state = 'waiting' order by member_id, created_at desc, id desc)`,
  // One question at a time: a newer one takes the place of the older.
  `create unique index report_in_waiting on report_in (member_id) where state = 'waiting'`,
  `create index report_in_queue on report_in (area_id, created_at, id) where state = 'waiting'`,
  `create index report_in_member on report_in (member_id, created_at)`,

  // Kept after it was withdrawn: nobody confirms what an organisation did that they once stood for.
  `alter table representative add column origin text not null default 'worker' check (origin in ('issuer', 'worker'))`,
  `alter table representative add column since timestamptz not null default now()`,
  `alter table representative add column withdrawn_at timestamptz`,
  `create index representative_member on representative (member_id)`,
  `create index organisation_parent on organisation (parent_id) where parent_id is not null`,

  `alter table upload add column hidden_at timestamptz`,

  // One row for each text or picture that is held, was reported, or was decided about. Whatever has no row is shown.
  `create table moderation_case (
    id uuid primary key,
    root_id integer not null,
    area_id integer not null references area,
    wish_id uuid not null references wish,
    claim_id uuid references claim,
    upload_id uuid references upload on delete cascade,
    part text not null check (part in ('title', 'story', 'place', 'note', 'thanks', 'closing', 'photo')),
    writer_id uuid not null references member,
    state text not null check (state in ('held', 'reported', 'hidden', 'shown')),
    -- When it began to wait, or was decided: the queue is in this order.
    since timestamptz not null,
    decided_by uuid references member,
    unique nulls not distinct (wish_id, claim_id, upload_id, part),
    check ((part = 'photo') = (upload_id is not null))
  )`,
  `create index moderation_queue on moderation_case (area_id, since, id) where state in ('held', 'reported')`,
  `create index moderation_hidden on moderation_case (area_id, since, id) where state = 'hidden'`,
  // Helpers' pictures that no worker has looked at yet.
  `insert into moderation_case (id, root_id, area_id, wish_id, claim_id, upload_id, part, writer_id, state, since)
    select gen_random_uuid(), wish.root_id, wish.area_id, wish.id, claim.id, upload.id, 'photo', upload.owner_id, 'held', upload.created_at
    from upload join claim on claim.id = upload.claim_id join wish on wish.id = claim.wish_id
    where upload.approved_at is null and claim.state = 'done'`,
  // The wording that stands for what was written, and why it was hidden.
  `create table moderation_words (
    case_id uuid primary key references moderation_case on delete cascade,
    wording text,
    reason text
  )`,
  `create table moderation_report (
    case_id uuid not null references moderation_case on delete cascade,
    member_id uuid not null references member,
    reason text not null check (reason in ('private', 'untrue', 'rude', 'advert', 'unsafe', 'other')),
    created_at timestamptz not null,
    primary key (case_id, member_id)
  )`,
  `create table moderation_report_words (
    case_id uuid not null,
    member_id uuid not null,
    words text not null,
    primary key (case_id, member_id),
    foreign key (case_id, member_id) references moderation_report on delete cascade
  )`,

  `create index event_actor on event (actor_id, id) where actor_id is not null`,
  // Who was looked at is told to them when they ask for what is kept of them.
  `create index event_looked on event ((data ->> 'member')) where type = 'members.looked'`,
  `create index event_words_wish on event_words (wish_id) where wish_id is not null`,
  `create index upload_owner on upload (owner_id)`,
  `create index idempotency_caller on idempotency (issuer, sub)`,
  `create index wish_ended on wish (ended_at) where ended_at is not null`,
];
