import { type Kysely, sql } from 'kysely';

/**
 * Texts and pictures of listed projects, of people who are voted on and of stars can be reported, hidden and shown as
 * those of wishes can: the same cases, in the same queue.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table moderation_case alter column wish_id drop not null`,
  `alter table moderation_case add column project_id uuid references project`,
  `alter table moderation_case add column milestone_id uuid references milestone`,
  // A star's words are its nomination's: what was put away while it was voted on stays away, and the other way round.
  `alter table moderation_case add column nomination_id uuid references nomination`,
  `alter table moderation_case add constraint moderation_case_whole check (num_nonnulls(wish_id, project_id, nomination_id) = 1)`,
  `alter table moderation_case add constraint moderation_case_milestone check ((part in ('step', 'update')) = (milestone_id is not null))`,
  `alter table moderation_case drop constraint moderation_case_part_check`,
  `alter table moderation_case add constraint moderation_case_part_check check (case
    when wish_id is not null then part in ('title', 'story', 'place', 'note', 'thanks', 'closing', 'photo')
    when project_id is not null then part in ('title', 'story', 'place', 'closing', 'step', 'update', 'photo')
    else part in ('sentence', 'story', 'quotes', 'portrait') end)`,
  `alter table moderation_case drop constraint moderation_case_check`,
  `alter table moderation_case add constraint moderation_case_picture check ((part in ('photo', 'portrait')) = (upload_id is not null))`,
  `alter table moderation_case drop constraint moderation_case_wish_id_claim_id_upload_id_part_key`,
  `alter table moderation_case add constraint moderation_case_once
    unique nulls not distinct (wish_id, project_id, nomination_id, claim_id, milestone_id, upload_id, part)`,
  `create index moderation_of_project on moderation_case (project_id) where project_id is not null`,
  `create index moderation_of_nomination on moderation_case (nomination_id) where nomination_id is not null`,
];
