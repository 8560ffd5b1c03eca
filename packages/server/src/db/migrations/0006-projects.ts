import { type Kysely, sql } from 'kysely';

/**
 * Projects: what neighbours propose, how it is built, what is said about it and what has to be put right.
 *
 * As before, words lie in side rows. A proposal's are its proposer's until a worker lists it; from then on they are the
 * community's, as are those of milestones, answers and decisions. A comment's are its writer's.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table project (
    id uuid primary key,
    root_id integer not null,
    area_id integer not null references area,
    proposer_id uuid not null references member,
    -- The worker who wrote it down, where the proposer did not do it themself.
    acting_id uuid references member,
    status text not null check (status in ('proposed', 'declined', 'merged', 'withdrawn', 'listed', 'voting', 'selected', 'not-selected', 'under-way', 'done')),
    -- In fen: what it is estimated to cost, and what it may.
    cost bigint not null check (cost > 0),
    budget bigint check (budget > 0),
    due_on date,
    percent smallint not null default 0 check (percent between 0 and 100),
    -- Kept by whoever holds the row, so that "done" and a new correction cannot pass each other.
    open_corrections integer not null default 0 check (open_corrections >= 0),
    ratings integer not null default 0 check (ratings >= 0),
    rating_sum integer not null default 0,
    -- The round it stands, or stood, in, and what it had there.
    round_id uuid,
    votes integer,
    merged_into uuid references project,
    created_at timestamptz not null,
    listed_at timestamptz,
    done_at timestamptz,
    updated_at timestamptz not null,
    check (status <> 'done' or open_corrections = 0),
    check ((status = 'merged') = (merged_into is not null)),
    check (status not in ('under-way', 'done') or budget is not null),
    check (rating_sum between ratings and 5 * ratings)
  )`,
  `create index project_wall on project (root_id, created_at desc, id desc)`,
  `create index project_area_wall on project (area_id, created_at desc, id desc)`,
  `create index project_updated on project (area_id, updated_at desc, id desc)`,
  `create index project_proposer on project (proposer_id, created_at desc, id desc)`,
  `create index project_acting on project (acting_id) where acting_id is not null`,
  `create index project_merged on project (merged_into) where merged_into is not null`,
  `create index project_round on project (round_id) where round_id is not null`,
  `create table project_words (
    project_id uuid primary key references project,
    title text not null,
    story text not null,
    place text not null,
    -- Where a worker put words right: what the proposer wrote.
    original_title text,
    original_story text,
    original_place text,
    -- Why it was not listed.
    reason text,
    -- Who sees to it.
    owner text,
    closing text
  )`,

  `create table milestone (
    id uuid primary key,
    project_id uuid not null references project,
    author_id uuid not null references member,
    on_day date not null,
    percent smallint check (percent between 0 and 100),
    -- When it was reported; null while it is planned.
    reached_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index milestone_project on milestone (project_id, on_day, id)`,
  `create table milestone_words (
    milestone_id uuid primary key references milestone,
    title text not null,
    words text
  )`,

  `create table project_comment (
    id uuid primary key,
    root_id integer not null,
    area_id integer not null references area,
    project_id uuid not null references project,
    writer_id uuid not null references member,
    -- Said by whoever looks after the area, in its name.
    official boolean not null default false,
    supporters integer not null default 0 check (supporters >= 0),
    -- Null where nobody minded; else as with all that is said in public, and since when.
    state text check (state in ('held', 'reported', 'hidden', 'shown')),
    since timestamptz,
    decided_by uuid references member,
    created_at timestamptz not null,
    check ((state is null) = (since is null))
  )`,
  `create index project_comment_project on project_comment (project_id, created_at, id)`,
  `create index project_comment_writer on project_comment (writer_id, created_at)`,
  `create index project_comment_queue on project_comment (area_id, since, id) where state in ('held', 'reported')`,
  `create index project_comment_hidden on project_comment (area_id, since, id) where state = 'hidden'`,
  `create table project_comment_words (
    comment_id uuid primary key references project_comment,
    words text not null,
    -- What stands for it, where a worker gave it another wording, and why it was hidden or shown.
    wording text,
    reason text
  )`,
  `create table comment_support (
    comment_id uuid not null references project_comment,
    member_id uuid not null references member,
    created_at timestamptz not null,
    primary key (comment_id, member_id)
  )`,
  `create index comment_support_member on comment_support (member_id)`,
  `create table comment_report (
    comment_id uuid not null references project_comment,
    member_id uuid not null references member,
    reason text not null check (reason in ('private', 'untrue', 'rude', 'advert', 'unsafe', 'other')),
    created_at timestamptz not null,
    primary key (comment_id, member_id)
  )`,
  `create index comment_report_member on comment_report (member_id)`,
  `create table comment_report_words (
    comment_id uuid not null,
    member_id uuid not null,
    words text not null,
    primary key (comment_id, member_id),
    foreign key (comment_id, member_id) references comment_report on delete cascade
  )`,

  `create table correction (
    comment_id uuid primary key references project_comment,
    project_id uuid not null references project,
    state text not null check (state in ('open', 'answered', 'accepted', 'overruled')),
    -- The worker by whose word it is one; null where it took the neighbours'.
    raised_by uuid references member,
    due_at timestamptz not null,
    raised_at timestamptz not null,
    answered_by uuid references member,
    answered_at timestamptz,
    decided_by uuid references member,
    decided_at timestamptz,
    check ((answered_by is null) = (answered_at is null)),
    check (state not in ('answered', 'accepted') or answered_at is not null),
    check ((state in ('accepted', 'overruled')) = (decided_at is not null))
  )`,
  `create index correction_project on correction (project_id)`,
  `create table correction_words (
    comment_id uuid primary key references correction,
    -- Who sees to it.
    owner text,
    answer text,
    -- Why it was overruled.
    reason text
  )`,

  `create table project_rating (
    project_id uuid not null references project,
    member_id uuid not null references member,
    rating smallint not null check (rating between 1 and 5),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (project_id, member_id)
  )`,
  `create index project_rating_member on project_rating (member_id)`,

  `alter table event add column project_id uuid references project`,
  `create index event_project on event (project_id, id) where project_id is not null`,

  `alter table upload add column project_id uuid references project`,
  `alter table upload add column milestone_id uuid references milestone`,
  // Of the answer to a correction.
  `alter table upload add column comment_id uuid references project_comment`,
  `create index upload_project on upload (project_id) where project_id is not null`,
  `create index upload_milestone on upload (milestone_id) where milestone_id is not null`,
  `create index upload_comment on upload (comment_id) where comment_id is not null`,
  `drop index upload_loose`,
  `create index upload_loose on upload (created_at)
    where wish_id is null and claim_id is null and action_id is null and project_id is null and milestone_id is null and comment_id is null`,
];
