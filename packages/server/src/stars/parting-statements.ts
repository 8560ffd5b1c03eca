import { sql } from 'kysely';
import type { Pair } from '../members/merge-statements.ts';
import type { Db } from '../ports.ts';

type Ids = readonly string[];

/** Nominations that concern some members: that they made, or that are about them. */
export async function nominationsTouched(db: Db, ids: Ids): Promise<string[]> {
  const rows = await db
    .selectFrom('nomination')
    .select('id')
    .where((is) => is.or([is('nominator_id', 'in', ids), is('member_id', 'in', ids)]))
    .execute();
  return rows.map(({ id }) => id);
}

/** Areas where a star of theirs hangs, or where they stand in a contest, or stood: who won agreed, and waits for the award. */
export async function starAreasOf(db: Db, ids: Ids): Promise<number[]> {
  const rows = await db
    .selectFrom('nomination')
    .select('area_id')
    .distinct()
    .where('member_id', 'in', ids)
    .where('status', 'in', ['consented', 'voting', 'awarded', 'not-awarded'])
    .execute();
  return rows.map((row) => row.area_id);
}

export const starsHanging = (db: Db, ids: Ids) =>
  db
    .selectFrom('star')
    .select(['id', 'nomination_id'])
    .where('member_id', 'in', ids)
    .where('taken_down_at', 'is', null)
    .execute();

const about = (db: Db, ids: Ids) => db.selectFrom('nomination').select('nomination.id').where('nomination.member_id', 'in', ids);

/** What they said of others and nobody has agreed to. */
const proposals = (db: Db, ids: Ids) =>
  db
    .selectFrom('nomination')
    .select('nomination.id')
    .where('nomination.nominator_id', 'in', ids)
    .where('nomination.status', 'in', ['proposed', 'declined', 'withdrawn', 'asked']);

/**
 * All that was said about them, for whatever honour, and what they said of others as long as nobody has agreed to it:
 * from then on it is the nominee's.
 */
export async function forgetStarWords(db: Db, ids: Ids): Promise<void> {
  const events = db.selectFrom('event').select('event.id');
  for (const which of [about(db, ids), proposals(db, ids)])
    await db
      .deleteFrom('event_words')
      .where('event_id', 'in', events.where('event.nomination_id', 'in', which))
      .execute();
  for (const which of [about(db, ids), proposals(db, ids)])
    await db.deleteFrom('moderation_case').where('nomination_id', 'in', which).execute();
  await db.deleteFrom('nomination_words').where('nomination_id', 'in', about(db, ids)).execute();
  await db.deleteFrom('nomination_words').where('nomination_id', 'in', proposals(db, ids)).execute();
  await db
    .deleteFrom('star_words')
    .where('star_id', 'in', db.selectFrom('star').select('star.id').where('star.member_id', 'in', ids))
    .execute();
}

/** Their portraits, whoever stored them. Answers their ids. */
export async function forgetPortraits(db: Db, ids: Ids): Promise<string[]> {
  const gone = await db.deleteFrom('upload').where('nomination_id', 'in', about(db, ids)).returning('id').execute();
  return gone.map(({ id }) => id);
}

/** For what both identities stand: pairs of nominations of which one has to go. */
export async function nominatedTwice(db: Db, { from, into }: Pair): Promise<{ going: string; staying: string }[]> {
  const live = ['asked', 'consented', 'voting', 'awarded'] as const;
  return db
    .selectFrom('nomination as going')
    .innerJoin('nomination as staying', (join) =>
      join
        .onRef('staying.area_id', '=', 'going.area_id')
        .onRef('staying.title', '=', 'going.title')
        .onRef('staying.period', '=', 'going.period')
        .on('staying.member_id', '=', into)
        .on('staying.status', 'in', live),
    )
    .select(['going.id as going', 'staying.id as staying'])
    .where('going.member_id', '=', from)
    .where('going.status', 'in', live)
    .orderBy('going.id')
    .execute();
}

/** Everything about stars but for events, which keep the id of their time. */
export async function moveStars(db: Db, { from, into }: Pair): Promise<void> {
  await sql`update nomination set
    nominator_id = case nominator_id when ${from}::uuid then ${into}::uuid else nominator_id end,
    member_id = case member_id when ${from}::uuid then ${into}::uuid else member_id end,
    heard_by = case heard_by when ${from}::uuid then ${into}::uuid else heard_by end
    where ${from}::uuid in (nominator_id, member_id, heard_by)`.execute(db);
  await sql`update star set
    member_id = case member_id when ${from}::uuid then ${into}::uuid else member_id end,
    awarded_by = case awarded_by when ${from}::uuid then ${into}::uuid else awarded_by end,
    taken_down_by = case taken_down_by when ${from}::uuid then ${into}::uuid else taken_down_by end
    where ${from}::uuid in (member_id, awarded_by, taken_down_by)`.execute(db);
}
