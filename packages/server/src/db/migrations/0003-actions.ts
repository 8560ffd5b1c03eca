import { type Kysely, sql } from 'kysely';

/**
 * Actions, who comes to them, and the hours that came of it.
 *
 * As before, words lie in a side row (`action_words`). They are the community's and stay with it: who wrote them is an
 * id in `action`, which erasure leaves as a pseudonym.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`create extension if not exists btree_gist with schema public`).execute(db);
  const bytes = await operatorsForBytes(db);
  for (const statement of statements(bytes)) await sql.raw(statement).execute(db);
}

/** Where an operator has put the extension already: tables of ours may live in a schema whose path does not lead there. */
async function operatorsForBytes(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(nspname) || '.gist_bytea_ops' as name
    from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'btree_gist'`.execute(db);
  return rows[0]?.name ?? 'gist_bytea_ops';
}

/*
 * The two constraints below are over expressions, which change nothing of the values, so that no query can be planned on
 * their indexes. PostgreSQL (seen with 15 and with the embedded one) lets one statement that reads a GiST index again and
 * again mark entries of living rows as dead: what it noted of one page, while that was the root and a leaf, it applies to
 * another after a split. The check of a constraint reads once, and is not concerned.
 */
const statements = (bytes: string) => [
  `create table action (
    id uuid primary key,
    root_id integer not null,
    area_id integer not null references area,
    author_id uuid not null references member,
    -- The organisation that holds it, else the community does.
    organisation_id integer references organisation,
    category text not null,
    status text not null check (status in ('draft', 'open', 'closed', 'finished', 'cancelled')),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    places integer not null check (places between 1 and 10000),
    -- Whoever holds a place: signed up, came, or did not come. Walk-ins beyond the places are not among them.
    taken integer not null default 0,
    waiting integer not null default 0 check (waiting >= 0),
    -- The last ticket that was given out: the order in which people came.
    tickets integer not null default 0,
    minimum_age smallint check (minimum_age between 1 and 99),
    -- Pictures in their order. Those of a weekly series share them.
    photos uuid[] not null default '{}',
    series_id uuid,
    series_index smallint,
    series_of smallint,
    -- SEQUENCE of RFC 5545: how often it was changed for those who have it in their calendar.
    sequence integer not null default 0,
    created_at timestamptz not null,
    -- Since when others see it; a draft that was cancelled they never saw.
    opened_at timestamptz,
    ended_at timestamptz,
    updated_at timestamptz not null,
    check (taken between 0 and places),
    check (ends_at > starts_at),
    check ((series_id is null) = (series_index is null) and (series_id is null) = (series_of is null)),
    check (status <> 'draft' or (taken = 0 and waiting = 0 and opened_at is null)),
    check (status in ('draft', 'cancelled') or opened_at is not null)
  )`,
  `create index action_wall on action (root_id, starts_at, id) where opened_at is not null`,
  `create index action_area_wall on action (area_id, starts_at, id) where opened_at is not null`,
  `create index action_area_status on action (area_id, status, starts_at, id)`,
  `create index action_organisation on action (organisation_id, starts_at desc, id desc) where organisation_id is not null`,
  `create index action_series on action (series_id, series_index) where series_id is not null`,
  `create index action_closing on action (starts_at) where status = 'open'`,
  `create index action_finishing on action (ends_at) where status in ('open', 'closed')`,
  `create table action_words (
    action_id uuid primary key references action,
    title text not null,
    story text not null default '',
    place text not null,
    bring text,
    for_whom text,
    -- Why it was cancelled.
    reason text
  )`,

  `create table sign_up (
    action_id uuid not null references action,
    member_id uuid not null references member,
    root_id integer not null,
    -- The organisation in whose name they come.
    organisation_id integer references organisation,
    -- The worker who signed them up, or the organiser who let them in.
    acting_id uuid references member,
    state text not null check (state in ('signed-up', 'waiting', 'attended', 'absent', 'cancelled')),
    ticket integer not null,
    -- Was not on the list: the organiser let them in.
    walked_in boolean not null default false,
    -- Came beyond the places.
    extra boolean not null default false,
    -- The time that they gave to this; null where they hold no place, and where it was moved onto something else of theirs.
    span tstzrange,
    checked_in_at timestamptz,
    checked_out_at timestamptz,
    -- The organiser's word about how long they stayed.
    minutes_given integer check (minutes_given between 1 and 1440),
    signed_up_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (action_id, member_id),
    check (span is null or state in ('signed-up', 'attended')),
    check (not extra or state in ('attended', 'absent', 'cancelled')),
    -- Nobody is in two places at once.
    constraint sign_up_overlap exclude using gist (
      uuid_send(member_id) ${bytes} with =, (span * '(,)'::tstzrange) with &&
    ) where (span is not null)
  )`,
  `create unique index sign_up_queue on sign_up (action_id, ticket)`,
  `create index sign_up_member on sign_up (member_id, action_id)`,

  // Credited hours. A row that was corrected is withdrawn, and another takes its place.
  `create table service (
    id uuid primary key,
    root_id integer not null,
    area_id integer not null references area,
    action_id uuid not null references action,
    member_id uuid not null references member,
    organisation_id integer references organisation,
    -- Which one of this member and action, from 0: with both it names what its points were paid for.
    n integer not null,
    -- Without what was credited for something else at the same time; empty where nothing is left.
    spans tstzmultirange not null,
    minutes integer not null check (minutes >= 0),
    -- The entry in the points ledger; null where it brought none.
    entry_id text,
    credited_at timestamptz not null,
    withdrawn_at timestamptz,
    unique (action_id, member_id, n),
    -- No minute counts twice.
    constraint service_overlap exclude using gist (
      uuid_send(member_id) ${bytes} with =, (spans * '{(,)}'::tstzmultirange) with &&
    ) where (withdrawn_at is null)
  )`,
  `create index service_member on service (member_id, action_id) where withdrawn_at is null`,

  // Wrong codes of the minute: what is refused undoes its transaction, so these are counted outside of it.
  `create table check_in_try (
    action_id uuid not null references action,
    member_id uuid not null references member,
    minute timestamptz not null,
    tries integer not null,
    primary key (action_id, member_id)
  )`,
  `create index check_in_try_age on check_in_try (minute)`,

  `alter table event add column action_id uuid references action`,
  `create index event_action on event (action_id, id) where action_id is not null`,

  `alter table upload add column action_id uuid references action`,
  `create index upload_action on upload (action_id) where action_id is not null`,
  `drop index upload_loose`,
  `create index upload_loose on upload (created_at) where wish_id is null and claim_id is null and action_id is null`,
];
