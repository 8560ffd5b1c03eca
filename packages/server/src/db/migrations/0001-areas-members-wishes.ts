import { type Kysely, sql } from 'kysely';

/**
 * Areas, people, wishes, events.
 *
 * Facts and words live apart: `wish`, `claim`, `event` hold ids, codes, amounts and times; every word, name,
 * number and picture lies in a side row (`…_words`, `…_contact`, `member_profile`, `upload`) that erasure deletes
 * without touching a count or a timeline.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table area (
    id integer generated always as identity primary key,
    slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name text not null,
    name_en text not null,
    level text not null check (level in ('district', 'street', 'community', 'grid')),
    parent_id integer references area,
    root_id integer not null,
    -- From the district down to this area itself: a subtree is "path @> array[id]".
    path integer[] not null,
    settings jsonb not null default '{}',
    check ((level = 'district') = (parent_id is null)),
    check (path[1] = root_id and path[array_length(path, 1)] = id)
  )`,
  `create index area_path on area using gin (path)`,

  `create table issuer (
    iss text primary key,
    root_id integer not null,
    -- Areas outside this one are not the issuer's to speak of.
    area_id integer not null references area,
    not_before timestamptz
  )`,

  `create table member (
    id uuid primary key,
    root_id integer not null,
    area_id integer references area,
    reported_in_at timestamptz,
    registered_by uuid references member,
    -- Tokens issued before this moment are refused.
    not_before timestamptz,
    created_at timestamptz not null
  )`,
  `create index member_area on member (area_id, id)`,
  // One (iss, sub) is one member; erasure deletes the row and leaves the member's id as a pseudonym.
  `create table identity (
    iss text not null,
    sub text not null,
    member_id uuid not null references member,
    primary key (iss, sub)
  )`,
  `create index identity_member on identity (member_id)`,
  `create table member_profile (
    member_id uuid primary key references member,
    name text not null,
    search_name text not null,
    -- Sealed; the last four digits stay findable through a keyed hash.
    phone bytea,
    phone_tail_hash text
  )`,
  `create index member_profile_tail on member_profile (phone_tail_hash)`,
  `create table consent (
    member_id uuid primary key references member,
    wish_author boolean not null default false,
    helper boolean not null default false,
    photos boolean not null default false,
    star boolean not null default false,
    ranking text not null default 'off' check (ranking in ('off', 'masked', 'full'))
  )`,
  `create table report_in (
    id uuid primary key,
    member_id uuid not null references member,
    area_id integer not null references area,
    state text not null check (state in ('done', 'waiting')),
    created_at timestamptz not null,
    unique (member_id, area_id)
  )`,

  `create table organisation (
    id integer generated always as identity primary key,
    root_id integer not null,
    area_id integer not null references area,
    slug text not null unique,
    name text not null,
    kind text not null check (kind in ('party', 'social', 'partner', 'community')),
    parent_id integer references organisation
  )`,
  `create table representative (
    organisation_id integer not null references organisation,
    member_id uuid not null references member,
    primary key (organisation_id, member_id)
  )`,

  `create table wish (
    id uuid primary key,
    root_id integer not null,
    area_id integer not null references area,
    wisher_id uuid not null references member,
    -- The worker who wrote it down, where the wisher did not do it themself.
    acting_id uuid references member,
    kind text not null check (kind in ('item', 'service', 'company')),
    category text not null,
    status text not null check (status in ('submitted', 'declined', 'open', 'claimed', 'fulfilled', 'confirmed', 'closed', 'withdrawn', 'expired', 'merged')),
    relation text not null check (relation in ('self', 'family', 'neighbour')),
    wanted integer not null default 1 check (wanted between 1 and 20),
    -- Claims held now: active and done. Together with the status this is what makes a claim exact.
    held integer not null default 0 check (held >= 0 and held <= wanted),
    done integer not null default 0 check (done >= 0 and done <= held),
    wanted_by timestamptz,
    rating smallint check (rating between 1 and 5),
    merged_into uuid references wish,
    created_at timestamptz not null,
    published_at timestamptz,
    ended_at timestamptz,
    updated_at timestamptz not null,
    check (status <> 'claimed' or held = wanted),
    check (status <> 'open' or held < wanted),
    check (status not in ('fulfilled', 'confirmed') or done = wanted)
  )`,
  `create index wish_wall on wish (root_id, published_at desc, id desc) where published_at is not null`,
  `create index wish_area_wall on wish (area_id, published_at desc, id desc) where published_at is not null`,
  `create index wish_area_status on wish (area_id, status, created_at, id)`,
  `create index wish_wisher on wish (wisher_id, created_at desc, id desc)`,
  `create index wish_expiring on wish (wanted_by) where status = 'open' and wanted_by is not null`,
  `create table wish_words (
    wish_id uuid primary key references wish,
    title text not null,
    story text not null default '',
    -- Where a worker redacted: what the wisher wrote.
    original_title text,
    original_story text,
    place text,
    for_name text,
    reason text,
    closing_note text,
    thanks text,
    search_text text not null,
    -- pg_trgm cannot index two Chinese characters, so neighbouring pairs are kept.
    bigrams text[] not null
  )`,
  `create index wish_words_bigrams on wish_words using gin (bigrams)`,
  `create table wish_contact (
    wish_id uuid primary key references wish,
    sealed bytea not null
  )`,

  `create table claim (
    id uuid primary key,
    root_id integer not null,
    wish_id uuid not null references wish,
    -- The person who acts, and the organisation where it is in its name.
    member_id uuid not null references member,
    organisation_id integer references organisation,
    claimant text generated always as (case when organisation_id is null then 'm:' || member_id::text else 'o:' || organisation_id::text end) stored,
    state text not null check (state in ('active', 'done', 'released', 'lapsed', 'rejected')),
    due_at timestamptz not null,
    created_at timestamptz not null,
    ended_at timestamptz
  )`,
  `create unique index claim_once on claim (wish_id, claimant) where state in ('active', 'done')`,
  `create index claim_wish on claim (wish_id)`,
  `create index claim_member on claim (member_id, created_at desc, id desc)`,
  `create index claim_organisation on claim (organisation_id, created_at desc, id desc) where organisation_id is not null`,
  `create index claim_due on claim (due_at) where state = 'active'`,
  `create table claim_words (
    claim_id uuid primary key references claim,
    note text not null
  )`,

  `create table upload (
    id uuid primary key,
    root_id integer not null,
    owner_id uuid not null references member,
    wish_id uuid references wish,
    claim_id uuid references claim,
    position smallint not null default 0,
    mime text not null,
    width integer not null,
    height integer not null,
    bytes integer not null,
    -- A worker has looked at it and let it be shown.
    approved_at timestamptz,
    created_at timestamptz not null
  )`,
  `create index upload_wish on upload (wish_id) where wish_id is not null`,
  `create index upload_claim on upload (claim_id) where claim_id is not null`,
  `create index upload_loose on upload (created_at) where wish_id is null and claim_id is null`,
  `create table blob (upload_id uuid primary key references upload on delete cascade, data bytea not null)`,

  `create table event (
    id bigint generated always as identity primary key,
    -- Sequence order is not commit order: readers take only rows of transactions below the snapshot's xmin.
    xid xid8 not null default pg_current_xact_id(),
    root_id integer not null,
    area_id integer references area,
    type text not null,
    wish_id uuid references wish,
    claim_id uuid references claim,
    actor_id uuid references member,
    -- The person for whom the actor acted.
    on_behalf_of uuid references member,
    organisation_id integer references organisation,
    visibility text not null check (visibility in ('public', 'parties', 'workers')),
    -- Codes, amounts and times only: no words and no names.
    data jsonb not null default '{}',
    at timestamptz not null
  )`,
  `create index event_order on event (xid, id)`,
  `create index event_wish on event (wish_id, id) where wish_id is not null`,
  `create table event_words (event_id bigint primary key references event, wish_id uuid references wish, words text not null)`,
  `create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
    end $$`,
  `create trigger event_append_only before update or delete on event for each row execute function refuse_change()`,
  `create trigger event_keep before truncate on event for each statement execute function refuse_change()`,

  `create table notice (
    member_id uuid not null references member,
    event_id bigint not null references event,
    seen_at timestamptz,
    primary key (member_id, event_id)
  )`,
  `create index notice_event on notice (event_id)`,

  // Kept by a trigger, so that no statement can forget it; rows are touched in status order against deadlocks.
  `create table wish_count (
    area_id integer not null references area,
    status text not null,
    kind text not null,
    category text not null,
    n integer not null check (n >= 0),
    primary key (area_id, status, kind, category)
  )`,
  `create function count_wish() returns trigger language plpgsql as $$
    declare step record;
    begin
      if tg_op = 'UPDATE' and (old.area_id, old.status, old.kind, old.category) = (new.area_id, new.status, new.kind, new.category) then
        return null;
      end if;
      for step in
        select area_id, status, kind, category, sum(d)::integer as d from (
          select new.area_id, new.status, new.kind, new.category, 1 as d
          union all
          select old.area_id, old.status, old.kind, old.category, -1 where tg_op = 'UPDATE'
        ) change group by 1, 2, 3, 4 having sum(d) <> 0 order by 1, 2, 3, 4
      loop
        if step.d > 0 then
          insert into wish_count values (step.area_id, step.status, step.kind, step.category, step.d)
          on conflict (area_id, status, kind, category) do update set n = wish_count.n + step.d;
        else
          update wish_count set n = n + step.d
          where (area_id, status, kind, category) = (step.area_id, step.status, step.kind, step.category);
        end if;
      end loop;
      return null;
    end $$`,
  `create trigger wish_counted after insert or update on wish for each row execute function count_wish()`,

  `create table idempotency (
    issuer text not null,
    sub text not null,
    method text not null,
    path text not null,
    key text not null,
    fingerprint text not null,
    -- What the request made or changed; the answer is read anew from it.
    subject text,
    created_at timestamptz not null,
    primary key (issuer, sub, method, path, key)
  )`,
  `create index idempotency_age on idempotency (created_at)`,
];
