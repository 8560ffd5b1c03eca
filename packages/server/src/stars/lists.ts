import type { NominationStatus } from '@five-micro/contract';
import { sql } from 'kysely';
import { type AreaRow, subtree } from '../areas/statements.ts';
import { foldForSearch, maskName } from '../identity/names.ts';
import { stranger } from '../moderation/reading.ts';
import { type CaseRow, casesAbout } from '../moderation/statements.ts';
import type { Db } from '../ports.ts';
import type { Place } from '../wishes/lists.ts';
import { isSeen, nominationRecords, type StarRecord, starRecords } from './statements.ts';
import { casesOn, wordsOf } from './words.ts';

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

/** The stars of a subtree that are meant to be seen, the last to be awarded first. */
export async function listStars(db: Db, wanted: StarsWanted): Promise<StarRecord[]> {
  if (wanted.q === undefined) return hanging(db, wanted, undefined);
  // As it stands on the page: 王** is looked for by its 王.
  const sought = foldForSearch(wanted.q).replaceAll('*', '');
  const found: StarRecord[] = [];
  for (let { after } = wanted, more = sought !== ''; more && found.length < wanted.limit; ) {
    const rows = await hanging(db, { ...wanted, after }, sought);
    const cases = await casesAbout(
      db,
      'nomination_id',
      rows.map((row) => row.nomination_id),
    );
    found.push(...rows.filter((star) => readBy(star, cases).some((text) => foldForSearch(text, Infinity).includes(sought))));
    const last = rows.at(-1);
    more = last !== undefined && rows.length === wanted.limit;
    after = last && { key: last.awarded_at.toISOString(), id: last.id };
  }
  return found.slice(0, wanted.limit);
}

/**
 * What others read, and so what a star is found by: a name that is masked, or a number in a story, would be felt out
 * otherwise, letter by letter.
 */
function readBy({ name, name_as: as, sentence, story, nomination_id: id }: StarRecord, cases: readonly CaseRow[]): string[] {
  const reading = { language: 'zh-CN' as const, reader: stranger, cases: casesOn(cases, id) };
  return [
    name === null ? '' : as === 'full' ? name : maskName(name),
    wordsOf(reading, 'sentence', sentence ?? ''),
    wordsOf(reading, 'story', story ?? ''),
  ];
}

/** Those in which some words stand somewhere at all, before it is asked who may read them. */
function hanging(db: Db, { area, title, period, after, limit }: Narrowed, words: string | undefined) {
  let query = starRecords(db)
    .where('star.root_id', '=', area.root_id)
    .where(isSeen)
    .orderBy('star.awarded_at', 'desc')
    .orderBy('star.id', 'desc')
    .limit(limit);
  if (area.id !== area.root_id) query = query.where('star.area_id', 'in', subtree(db, area.id));
  if (title !== undefined) query = query.where('star.title', '=', title);
  if (period !== undefined) query = query.where('star.period', '=', period);
  if (words !== undefined) {
    const containing = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<boolean>`(lower(normalize(star_words.sentence, NFKC)) like ${containing}
      or lower(normalize(star_words.story, NFKC)) like ${containing} or member_profile.search_name like ${containing})`);
  }
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
