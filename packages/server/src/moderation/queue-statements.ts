import { type ModerationState, type NominationStatus, publicActionStatus, publicProjectStatus } from '@five-micro/contract';
import { sql } from 'kysely';
import { subtree } from '../areas/statements.ts';
import type { Db } from '../ports.ts';
import { cases } from './statements.ts';

/** What everyone reads of somebody who stands, or stood, in a contest, or has a star. */
const agreed: readonly NominationStatus[] = ['consented', 'voting', 'awarded', 'not-awarded'];

/** What was written, as it stands there now; null for a picture. A star's words are those of its nomination until a worker writes others. */
const words = sql<string | null>`case
  when wish.id is not null then case moderation_case.part
    when 'title' then wish_words.title when 'story' then wish_words.story when 'place' then wish_words.place
    when 'note' then claim_words.note when 'thanks' then wish_words.thanks when 'closing' then wish_words.closing_note end
  when project.id is not null then case moderation_case.part
    when 'title' then project_words.title when 'story' then project_words.story when 'place' then project_words.place
    when 'closing' then project_words.closing when 'step' then milestone_words.title when 'update' then milestone_words.words end
  when action.id is not null then case moderation_case.part
    when 'title' then action_words.title when 'story' then action_words.story when 'place' then action_words.place
    when 'bring' then action_words.bring when 'for-whom' then action_words.for_whom when 'reason' then action_words.reason end
  else case moderation_case.part
    when 'sentence' then coalesce(star_words.sentence, nomination_words.sentence)
    when 'story' then coalesce(star_words.story, nomination_words.story)
    when 'quotes' then (select string_agg((quote ->> 'words') || '——' || (quote ->> 'by'), chr(10) order by place)
      from jsonb_array_elements(star_words.quotes) with ordinality as said (quote, place)) end
  end`;

/**
 * Pictures and texts of a subtree that wait or are hidden, oldest first. What is on no page any more waits for nothing:
 * words that are gone, pictures of a claim that was given back, a proposal that was taken back, a star that was taken down.
 */
export function queueOf(
  db: Db,
  areaId: number,
  by: { states: readonly ModerationState[]; after: { since: Date; id: string } | undefined; limit: number },
) {
  let query = cases(db)
    .leftJoin('wish', 'wish.id', 'moderation_case.wish_id')
    .leftJoin('wish_words', 'wish_words.wish_id', 'moderation_case.wish_id')
    .leftJoin('claim', 'claim.id', 'moderation_case.claim_id')
    .leftJoin('claim_words', 'claim_words.claim_id', 'moderation_case.claim_id')
    .leftJoin('project', 'project.id', 'moderation_case.project_id')
    .leftJoin('project_words', 'project_words.project_id', 'moderation_case.project_id')
    .leftJoin('milestone_words', 'milestone_words.milestone_id', 'moderation_case.milestone_id')
    .leftJoin('nomination', 'nomination.id', 'moderation_case.nomination_id')
    .leftJoin('nomination_words', 'nomination_words.nomination_id', 'moderation_case.nomination_id')
    .leftJoin('star', 'star.nomination_id', 'moderation_case.nomination_id')
    .leftJoin('star_words', 'star_words.star_id', 'star.id')
    .leftJoin('action', 'action.id', 'moderation_case.action_id')
    .leftJoin('action_words', 'action_words.action_id', 'moderation_case.action_id')
    .select(words.as('words'))
    .where('moderation_case.area_id', 'in', subtree(db, areaId))
    .where('moderation_case.state', 'in', by.states)
    .where((is) =>
      is.or([
        is.and([is('wish.published_at', 'is not', null), is('wish.status', 'not in', ['withdrawn', 'merged'])]),
        is('project.status', 'in', publicProjectStatus),
        is.and([is('action.opened_at', 'is not', null), is('action.status', 'in', publicActionStatus)]),
        is.and([is('nomination.status', 'in', agreed), is('star.taken_down_at', 'is', null)]),
      ]),
    )
    .where((is) =>
      is.or([
        is.and([
          is('moderation_case.upload_id', 'is not', null),
          is.or([is('claim.id', 'is', null), is('claim.state', 'in', ['active', 'done'])]),
        ]),
        is(words, '<>', ''),
      ]),
    )
    .orderBy('moderation_case.since')
    .orderBy('moderation_case.id')
    .limit(by.limit);
  if (by.after) {
    const { since, id } = by.after;
    query = query.where(sql<boolean>`(moderation_case.since, moderation_case.id) > (${since}::timestamptz, ${id}::uuid)`);
  }
  return query.execute();
}
export type Queued = Awaited<ReturnType<typeof queueOf>>[number];
