import { type Kysely, sql } from 'kysely';

/**
 * Rounds of voting. Who voted (`turnout`) and what was chosen (`ballot`) stand apart: what leads from one to the other is
 * a key of the round's own (`round_key`), which is destroyed when it closes, with the ballots; what stays is published.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table round (
    id uuid primary key,
    root_id integer not null,
    area_id integer not null references area,
    author_id uuid not null references member,
    kind text not null check (kind in ('projects', 'stars')),
    status text not null check (status in ('draft', 'open', 'closed')),
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    ballot_type text not null check (ballot_type in ('approval', 'budget')),
    ballot_min integer,
    ballot_max integer,
    rule text not null check (rule in ('most-votes', 'equal-shares')),
    completion text not null check (completion in ('none', 'add1')),
    winners integer check (winners > 0),
    -- In fen.
    budget bigint check (budget > 0),
    live boolean not null,
    -- What the draw for ties is made from.
    tie text,
    -- Null: the same as closes_at.
    cut_off timestamptz,
    electorate integer check (electorate > 0),
    -- Of the pair that receipts are signed with; the other half lies in round_key.
    public_key text,
    -- Canonical JSON, as its digest was made of it.
    opening text,
    opening_digest text,
    closing text,
    closing_digest text,
    -- What the rule, and the other one, made of the ballots.
    outcome jsonb,
    created_at timestamptz not null,
    opened_at timestamptz,
    closed_at timestamptz,
    updated_at timestamptz not null,
    check (closes_at > opens_at),
    check ((status = 'draft') = (opened_at is null) and (status = 'closed') = (closed_at is not null)),
    check ((opened_at is null) = (opening is null) and (opening is null) = (opening_digest is null)),
    check ((closed_at is null) = (closing is null) and (closing is null) = (closing_digest is null)),
    check (opened_at is null or (tie is not null and public_key is not null and cut_off is not null))
  )`,
  `create index round_area on round (area_id, opens_at desc, id desc)`,
  `create index round_wall on round (root_id, opens_at desc, id desc)`,
  `create index round_due on round (closes_at) where status = 'open'`,
  `create table round_words (
    round_id uuid primary key references round,
    title text not null,
    -- Why it was closed before its time.
    reason text
  )`,
  `create table round_option (
    round_id uuid not null references round,
    option_id uuid not null,
    position integer not null,
    -- As it was when the round opened; null before, and of people.
    cost bigint,
    primary key (round_id, option_id),
    unique (round_id, position)
  )`,
  `create index round_option_where on round_option (option_id)`,

  // Sealed with the server's master key: what slots and codes are made with, and what receipts are signed with.
  `create table round_key (round_id uuid primary key references round, sealed bytea not null)`,

  `create table turnout (
    round_id uuid not null references round,
    member_id uuid not null references member,
    -- The identity that slot and receipt were made of: another one than member_id after two were merged.
    keyed_by uuid not null,
    origin text not null check (origin in ('screen', 'paper')),
    -- 0: on paper.
    revision integer not null check (revision >= 0),
    -- And nothing else is unique here: a voter's first two ballots at once may only ever meet on this.
    primary key (round_id, member_id)
  )`,
  `create index turnout_member on turnout (member_id)`,
  `create table ballot (
    round_id uuid not null references round,
    slot bytea not null,
    choices uuid[] not null,
    revision integer not null,
    primary key (round_id, slot)
  )`,
  `create table receipt (round_id uuid not null references round, hash text not null, primary key (round_id, hash))`,
  `create table published_ballot (
    round_id uuid not null references round,
    position integer not null,
    choices uuid[] not null,
    primary key (round_id, position)
  )`,
  `create trigger published_ballot_append_only before update or delete on published_ballot
    for each row execute function refuse_change()`,
  `create trigger published_ballot_keep before truncate on published_ballot for each statement execute function refuse_change()`,

  // What a round that is counted while it is open shows: moved by five ballots at least, the same in all processes.
  `create table round_live (
    round_id uuid primary key references round,
    ballots integer not null,
    votes jsonb not null
  )`,

  `create table paper_ballot (
    id uuid primary key,
    round_id uuid not null references round,
    member_id uuid not null references member,
    entered_by uuid not null references member,
    confirmed_by uuid references member,
    state text not null check (state in ('entered', 'confirmed', 'superseded', 'withdrawn')),
    -- Sealed with a key that is made from the round's; until it is confirmed.
    choices bytea,
    entered_at timestamptz not null,
    ended_at timestamptz,
    check ((state = 'entered') = (choices is not null)),
    check ((state = 'entered') = (ended_at is null))
  )`,
  `create unique index paper_ballot_once on paper_ballot (round_id, member_id) where state in ('entered', 'confirmed')`,
  `create index paper_ballot_list on paper_ballot (round_id, entered_at, id)`,
  `create index paper_ballot_member on paper_ballot (member_id)`,

  // The area whose resident a portal last said someone is: for ballots on paper, where no token is at hand.
  `alter table member add column resident_of integer references area`,

  // Whether a worker has registered someone where they are at home, or has accepted that they moved there: before a moment.
  // Reporting in to a home that only the portal knows of is no worker's check.
  `create function is_settled(who member, before timestamptz) returns boolean language sql stable as $$
    select (who.registered_by is not null and who.reported_in_at < before)
      or exists (select 1 from report_in settled where settled.member_id = who.id and settled.area_id = who.area_id
        and settled.state = 'done' and settled.decided_by is not null and settled.decided_at < before)
    $$`,
  // Who may vote: residents of the round's area and what lies below it. A portal with authority says so, whenever they are
  // first seen; or a worker has checked it before the cut-off. Whoever a worker has settled elsewhere lives there, whatever
  // the portal still says.
  `create function may_vote(who uuid, there round, resident integer[]) returns boolean language plpgsql stable as $$
    declare
      person member;
      home boolean;
    begin
      select * into person from member where id = who;
      home := exists (select 1 from area where id = person.area_id and path @> array[there.area_id]);
      if exists (select 1 from area where id = any (resident) and path @> array[there.area_id]) then
        return home or person.area_id is null or not is_settled(person, 'infinity');
      end if;
      return home and is_settled(person, coalesce(there.cut_off, there.closes_at));
    end $$`,

  // Casts from a screen, in one round trip and with plans that are kept: that many come in the last minute. The round is held
  // first, if it takes ballots at this moment, so that it does not close before this one is in: the database's clock
  // decides. The row of turnout decides the rest: whoever comes with a revision that is not above the one that stands
  // changes nothing, and is answered none. What is on paper gives way to the screen. No row: no ballots are taken.
  `create function cast_ballot(for_round uuid, voter uuid, resident integer[], keyed uuid, place bytea, code text, chosen uuid[],
      asked integer, happened timestamptz)
      returns table (root_id integer, area_id integer, kind text, status text, eligible boolean, revision integer, first boolean)
      language plpgsql as $$
    #variable_conflict use_column
    declare
      held round;
      stands integer;
      fresh boolean;
    begin
      select * into held from round where id = for_round and status = 'open'
        and clock_timestamp() between opens_at and closes_at for share;
      if not found then return; end if;
      if not may_vote(voter, held, resident) then
        return query select held.root_id, held.area_id, held.kind, held.status, false, null::integer, null::boolean;
        return;
      end if;
      insert into turnout as kept (round_id, member_id, keyed_by, origin, revision)
      values (for_round, voter, keyed, 'screen', coalesce(asked, 1))
      on conflict (round_id, member_id) do update set origin = 'screen', revision = coalesce(asked, kept.revision + 1)
      where kept.keyed_by = excluded.keyed_by and kept.revision < coalesce(asked, nullif(kept.revision, 2147483647) + 1)
      returning kept.revision, kept.xmax = 0 into stands, fresh;
      if stands is not null then
        insert into ballot as kept (round_id, slot, choices, revision) values (for_round, place, chosen, stands)
        on conflict (round_id, slot) do update set choices = excluded.choices, revision = excluded.revision;
        if fresh then
          insert into receipt (round_id, hash) values (for_round, code);
        end if;
        update paper_ballot set state = 'superseded', choices = null, ended_at = coalesce(ended_at, happened)
        where round_id = for_round and member_id = voter and state in ('entered', 'confirmed');
      end if;
      return query select held.root_id, held.area_id, held.kind, held.status, true, stands, fresh;
    end $$`,

  `alter table event add column round_id uuid references round`,
  `create index event_round on event (round_id, id) where round_id is not null`,
];
