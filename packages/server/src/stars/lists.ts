import type { NominationStatus } from '@five-micro/contract';
import { sql } from 'kysely';
import { type AreaRow, subtree } from '../areas/statements.ts';
import { foldForSearch } from '../identity/names.ts';
import type { Db } from '../ports.ts';
import type { Place } from '../wishes/lists.ts';
import { isSeen, nominationRecords, starRecords } from './statements.ts';

interface Narrowed {
  area: AreaRow;
  title: string | undefined;
  period: string | undefined;
  after: Place | undefined;
  limit: number;
}

export interface StarsWanted extends Narrowed {
  q: string | undefined;
}

/** A pattern that means nothing but the words themselves. */
const containing = (q: string) => `%${foldForSearch(q).replace(/[\\%_]/g, '\\$&')}%`;

/**
 * The stars of a subtree that are meant to be seen, the last to be awarded first. Looked for by what others read: the
 * whole name of somebody who is shown masked would be felt out otherwise, letter by letter.
 */
export function listStars(db: Db, { area, title, period, q, after, limit }: StarsWanted) {
  let query = starRecords(db)
    .where('star.root_id', '=', area.root_id)
    .where(isSeen)
    .orderBy('star.awarded_at', 'desc')
    .orderBy('star.id', 'desc')
    .limit(limit);
  if (area.id !== area.root_id) query = query.where('star.area_id', 'in', subtree(db, area.id));
  if (title !== undefined) query = query.where('star.title', '=', title);
  if (period !== undefined) query = query.where('star.period', '=', period);
  if (q !== undefined)
    query = query.where(sql<boolean>`(lower(normalize(star_words.sentence, NFKC)) like ${containing(q)}
      or lower(normalize(star_words.story, NFKC)) like ${containing(q)}
      or case star.name_as when 'full' then member_profile.search_name else left(member_profile.search_name, 1) end like ${containing(q)})`);
  if (after) query = query.where(sql<boolean>`(star.awarded_at, star.id) < (${after.key}::timestamptz, ${after.id}::uuid)`);
  return query.execute();
}

/** In which periods there are stars to be seen, the newest first. */
export async function starPeriods(db: Db, area: AreaRow): Promise<{ period: string; stars: number }[]> {
  return starRecords(db)
    .clearSelect()
    .select(['star.period', sql<number>`count(*)::integer`.as('stars')])
    .where('star.root_id', '=', area.root_id)
    .where('star.area_id', 'in', subtree(db, area.id))
    .where(isSeen)
    .groupBy('star.period')
    .orderBy('star.period', 'desc')
    .execute();
}

export interface NominationsWanted extends Narrowed {
  statuses: readonly NominationStatus[];
  order: 'newest' | 'oldest';
}

/** The nominations of a subtree. */
export function listNominations(db: Db, { area, title, period, statuses, order, after, limit }: NominationsWanted) {
  const down = order === 'newest';
  let query = nominationRecords(db)
    .where('nomination.root_id', '=', area.root_id)
    .where('nomination.area_id', 'in', subtree(db, area.id))
    .where('nomination.status', 'in', statuses)
    .where('nomination_words.nomination_id', 'is not', null)
    .orderBy('nomination.created_at', down ? 'desc' : 'asc')
    .orderBy('nomination.id', down ? 'desc' : 'asc')
    .limit(limit);
  if (title !== undefined) query = query.where('nomination.title', '=', title);
  if (period !== undefined) query = query.where('nomination.period', '=', period);
  if (after)
    query = query.where(
      sql<boolean>`(nomination.created_at, nomination.id) ${sql.raw(down ? '<' : '>')} (${after.key}::timestamptz, ${after.id}::uuid)`,
    );
  return query.execute();
}

interface OwnPage {
  after: Place | undefined;
  limit: number;
}

/** Those that somebody made, and those about them once they were asked. */
export function nominationsOf(db: Db, memberId: string, { after, limit }: OwnPage) {
  let query = nominationRecords(db)
    .where((is) =>
      is.or([
        is('nomination.nominator_id', '=', memberId),
        is.and([is('nomination.member_id', '=', memberId), is('nomination.status', '<>', 'proposed')]),
      ]),
    )
    .orderBy('nomination.created_at', 'desc')
    .orderBy('nomination.id', 'desc')
    .limit(limit);
  if (after)
    query = query.where(sql<boolean>`(nomination.created_at, nomination.id) < (${after.key}::timestamptz, ${after.id}::uuid)`);
  return query.execute();
}

/** Those that somebody has and has not taken down, whether others see them or not. */
export function starsOf(db: Db, memberId: string, { after, limit }: OwnPage) {
  let query = starRecords(db)
    .where('star.member_id', '=', memberId)
    .where('star.taken_down_at', 'is', null)
    .orderBy('star.awarded_at', 'desc')
    .orderBy('star.id', 'desc')
    .limit(limit);
  if (after) query = query.where(sql<boolean>`(star.awarded_at, star.id) < (${after.key}::timestamptz, ${after.id}::uuid)`);
  return query.execute();
}
