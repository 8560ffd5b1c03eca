import { sql } from 'kysely';
import type { Pair } from '../members/merge-statements.ts';
import type { Db } from '../ports.ts';

type Ids = readonly string[];

const idsOf = async (query: { execute(): Promise<{ id: string }[]> }): Promise<string[]> =>
  (await query.execute()).map(({ id }) => id);

/** What somebody proposed and nobody has listed. */
export const proposalsOf = (db: Db, ids: Ids) =>
  idsOf(db.selectFrom('project').select('id').where('proposer_id', 'in', ids).where('status', 'in', ['proposed', 'declined']));

/** Areas where something of theirs may be on a page: of what they proposed or said. */
export async function projectAreasOf(db: Db, ids: Ids): Promise<number[]> {
  const proposed = await db.selectFrom('project').select('area_id').distinct().where('proposer_id', 'in', ids).execute();
  const said = await db.selectFrom('project_comment').select('area_id').distinct().where('writer_id', 'in', ids).execute();
  return [...new Set([...proposed, ...said].map((row) => row.area_id))];
}

/** Proposals whose words are their proposer's still, or again: never listed, taken back, or merged into another. */
const theirs = (db: Db, ids: Ids) =>
  db
    .selectFrom('project')
    .select('project.id')
    .where('project.proposer_id', 'in', ids)
    .where((is) => is.or([is('project.listed_at', 'is', null), is('project.status', 'in', ['withdrawn', 'merged'])]));

const commentsBy = (db: Db, ids: Ids) =>
  db.selectFrom('project_comment').select('project_comment.id').where('project_comment.writer_id', 'in', ids);

/**
 * What they proposed and nobody listed, in whatever words; what they wrote where a worker's words are listed; everything
 * they said, and whatever was reported or decided of that; and the reasons that they gave as a reporter or a worker.
 */
export async function forgetProjectWords(db: Db, ids: Ids): Promise<void> {
  await forgetReasons(db, ids);
  await db.deleteFrom('moderation_case').where('project_id', 'in', theirs(db, ids)).execute();
  await db.deleteFrom('project_words').where('project_id', 'in', theirs(db, ids)).execute();
  await db
    .updateTable('project_words')
    .set({ original_title: null, original_story: null, original_place: null })
    .where('project_id', 'in', db.selectFrom('project').select('id').where('proposer_id', 'in', ids))
    .execute();
  // Of a proposal that was sent back again, the later reason is another worker's.
  const declined = db.selectFrom('event').select('event.project_id').where('event.type', '=', 'project.declined');
  await db
    .updateTable('project_words')
    .set({ reason: null })
    .where('project_id', 'in', declined.where('event.actor_id', 'in', ids))
    .where(
      sql<string>`(select last.actor_id from event last where last.project_id = project_words.project_id
        and last.type = 'project.declined' order by last.id desc limit 1)`,
      'in',
      ids,
    )
    .execute();
  await db.deleteFrom('project_comment_words').where('comment_id', 'in', commentsBy(db, ids)).execute();
  await db.deleteFrom('comment_report').where('comment_id', 'in', commentsBy(db, ids)).execute();
  await db.deleteFrom('comment_report_words').where('member_id', 'in', ids).execute();
  await db
    .updateTable('project_comment_words')
    .set({ reason: null })
    .where('comment_id', 'in', db.selectFrom('project_comment').select('id').where('decided_by', 'in', ids))
    .execute();
}

/** Why a proposal of theirs was sent back, why a comment of theirs was hidden or shown, and why they hid or showed one. */
async function forgetReasons(db: Db, ids: Ids): Promise<void> {
  const events = db.selectFrom('event').select('event.id');
  const decisions = events.where('event.type', 'in', ['project.comment-hidden', 'project.comment-shown']);
  const parts = events.where('event.type', 'in', ['project.part-hidden', 'project.part-shown']);
  const own = db.selectFrom('project').select('project.id').where('project.proposer_id', 'in', ids);
  const about = db.selectFrom('project_comment').select('project_comment.project_id').where('writer_id', 'in', ids);
  const forgotten = [
    events.where('event.type', '=', 'project.declined').where('event.project_id', 'in', own),
    events.where('event.type', '=', 'project.declined').where('event.actor_id', 'in', ids),
    decisions.where('event.actor_id', 'in', ids),
    // Of a text or a picture of theirs: of a proposal of theirs, or of what was told to them as whoever wrote it.
    parts.where('event.actor_id', 'in', ids),
    parts.where('event.project_id', 'in', own),
    parts.where('event.id', 'in', db.selectFrom('notice').select('notice.event_id').where('notice.member_id', 'in', ids)),
    decisions
      .where('event.project_id', 'in', about)
      .where(
        sql<string>`event.data ->> 'comment'`,
        'in',
        sql<string>`(select id::text from project_comment where writer_id = any(${sql.val([...ids])}::uuid[]))`,
      ),
  ];
  for (const which of forgotten) await db.deleteFrom('event_words').where('event_id', 'in', which).execute();
}

/** Pictures of proposals whose words are theirs, and those that they brought to a proposal of their own. Answers their ids. */
export const forgetProjectPhotos = (db: Db, ids: Ids): Promise<string[]> =>
  idsOf(
    db
      .deleteFrom('upload')
      .where((is) =>
        is.or([
          is('project_id', 'in', theirs(db, ids)),
          is.and([
            is('owner_id', 'in', ids),
            is('project_id', 'in', is.selectFrom('project').select('project.id').where('project.proposer_id', 'in', ids)),
          ]),
        ]),
      )
      .returning('id'),
  );

/** Projects where something is kept of a member. */
export async function projectsTouched(db: Db, memberId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from project where ${memberId}::uuid in (proposer_id, acting_id)
    union select project_id from milestone where author_id = ${memberId}::uuid
    union select project_id from project_comment where ${memberId}::uuid in (writer_id, decided_by)
    union select project_id from correction where ${memberId}::uuid in (raised_by, answered_by, decided_by)
    union select project_comment.project_id from comment_support
      join project_comment on project_comment.id = comment_support.comment_id where comment_support.member_id = ${memberId}::uuid
    union select project_id from project_rating where member_id = ${memberId}::uuid`.execute(db);
  return rows.map(({ id }) => id);
}

/** Support that both gave counts once. Projects are held by the caller. */
export async function mergeSupport(db: Db, { from, into }: Pair): Promise<void> {
  const twice = await db
    .deleteFrom('comment_support')
    .where('member_id', '=', from)
    .where('comment_id', 'in', (is) => is.selectFrom('comment_support').select('comment_id').where('member_id', '=', into))
    .returning('comment_id')
    .execute();
  const ids = twice.map((row) => row.comment_id);
  if (ids.length > 0)
    await db
      .updateTable('project_comment')
      .set((now) => ({ supporters: now('supporters', '-', 1) }))
      .where('id', 'in', ids)
      .execute();
  await db.updateTable('comment_support').set({ member_id: into }).where('member_id', '=', from).execute();
}

/** Where both rated a project the later word counts, as events have it. Projects are held by the caller. */
export async function mergeRatings(db: Db, { from, into }: Pair): Promise<void> {
  const twice = await db
    .selectFrom('project_rating as going')
    .innerJoin('project_rating as staying', (join) =>
      join.onRef('staying.project_id', '=', 'going.project_id').on('staying.member_id', '=', into),
    )
    .select(['going.project_id', 'going.rating as left', 'staying.rating as kept'])
    .select(
      sql<string | null>`(select event.data ->> 'rating' from event join member on member.id = event.actor_id
        where event.project_id = going.project_id and event.type = 'project.rated'
          and coalesce(member.merged_into, member.id) in (${from}::uuid, ${into}::uuid)
        order by event.id desc limit 1)`.as('last'),
    )
    .where('going.member_id', '=', from)
    .execute();
  for (const { project_id: id, left, kept, last } of twice) {
    const rating = Number(last ?? kept);
    await db.deleteFrom('project_rating').where('project_id', '=', id).where('member_id', '=', from).execute();
    await db.updateTable('project_rating').set({ rating }).where('project_id', '=', id).where('member_id', '=', into).execute();
    await db
      .updateTable('project')
      .set((now) => ({
        ratings: now('ratings', '-', 1),
        rating_sum: sql<number>`rating_sum - ${left}::integer - ${kept}::integer + ${rating}::integer`,
      }))
      .where('id', '=', id)
      .execute();
  }
  await db.updateTable('project_rating').set({ member_id: into }).where('member_id', '=', from).execute();
}

/** Everything else that someone did about projects, but for events: they keep the id of their time. */
export async function moveProjectDeeds(db: Db, { from, into }: Pair): Promise<void> {
  await db.updateTable('project').set({ proposer_id: into }).where('proposer_id', '=', from).execute();
  await db.updateTable('project').set({ acting_id: into }).where('acting_id', '=', from).execute();
  // Nobody wrote it down for someone else, as it turns out.
  await db
    .updateTable('project')
    .set({ acting_id: null })
    .where('proposer_id', '=', into)
    .where('acting_id', '=', into)
    .execute();
  await db.updateTable('milestone').set({ author_id: into }).where('author_id', '=', from).execute();
  await db.updateTable('project_comment').set({ writer_id: into }).where('writer_id', '=', from).execute();
  await db.updateTable('project_comment').set({ decided_by: into }).where('decided_by', '=', from).execute();
  await db.updateTable('correction').set({ raised_by: into }).where('raised_by', '=', from).execute();
  await db.updateTable('correction').set({ answered_by: into }).where('answered_by', '=', from).execute();
  await db.updateTable('correction').set({ decided_by: into }).where('decided_by', '=', from).execute();
  // Once per comment and person: where both reported it, the words of the identity that stays are kept.
  await sql`
    insert into comment_report (comment_id, member_id, reason, created_at)
    select comment_id, ${into}::uuid, reason, created_at from comment_report where member_id = ${from}::uuid
    on conflict do nothing`.execute(db);
  await db
    .updateTable('comment_report_words')
    .set({ member_id: into })
    .where('member_id', '=', from)
    .where('comment_id', 'not in', (is) =>
      is.selectFrom('comment_report_words').select('comment_id').where('member_id', '=', into),
    )
    .execute();
  await db.deleteFrom('comment_report').where('member_id', '=', from).execute();
}
