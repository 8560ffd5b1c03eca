import { type Kysely, sql } from 'kysely';

/**
 * Texts and pictures of actions can be reported, hidden and shown like those of wishes, projects and stars: the same
 * cases, in the same queue.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table moderation_case add column action_id uuid references action`,
  `alter table moderation_case drop constraint moderation_case_whole`,
  `alter table moderation_case add constraint moderation_case_whole
    check (num_nonnulls(wish_id, project_id, nomination_id, action_id) = 1)`,
  `alter table moderation_case drop constraint moderation_case_part_check`,
  `alter table moderation_case add constraint moderation_case_part_check check (case
    when wish_id is not null then part in ('title', 'story', 'place', 'note', 'thanks', 'closing', 'photo')
    when project_id is not null then part in ('title', 'story', 'place', 'closing', 'step', 'update', 'photo')
    when action_id is not null then part in ('title', 'story', 'place', 'bring', 'for-whom', 'reason', 'photo')
    else part in ('sentence', 'story', 'quotes', 'portrait') end)`,
  `alter table moderation_case drop constraint moderation_case_once`,
  `alter table moderation_case add constraint moderation_case_once
    unique nulls not distinct (wish_id, project_id, nomination_id, action_id, claim_id, milestone_id, upload_id, part)`,
  `create index moderation_of_action on moderation_case (action_id) where action_id is not null`,
  // Actions of a weekly series share their pictures: what was decided of one is looked for by the picture.
  `create index moderation_of_upload on moderation_case (upload_id) where upload_id is not null`,
];
