import type { WishKind, WishStatus } from '@five-micro/contract';
import { sql } from 'kysely';
import { type AreaRow, subtree } from '../areas/statements.ts';
import { badCursor, cursorTime, decodeCursor } from '../http/cursor.ts';
import { isUuid } from '../ids.ts';
import type { Db } from '../ports.ts';
import { isPublic } from './lifecycle.ts';
import type { Term } from './search.ts';
import { wishRecords } from './statements.ts';

export type Order = 'newest' | 'oldest' | 'due';

export interface Wanted {
  area: AreaRow;
  statuses: readonly WishStatus[];
  kinds: readonly WishKind[] | undefined;
  categories: readonly string[] | undefined;
  terms: readonly Term[];
  order: Order;
  after: Place | undefined;
  limit: number;
  /** Also those whose words are gone with their wisher: nobody but workers, who may still close them, has a use for these. */
  wordless: boolean;
}

/** Where a page ended: the key that it was sorted by, and the id among equals. */
export interface Place {
  key: string;
  id: string;
}

const never = 'infinity';

/** Times as they stand in a cursor. The parser answers PostgreSQL's `infinity` as a number. */
export const keyOf = (value: Date | number): string => (value instanceof Date ? value.toISOString() : never);

/** @throws {Refusal} where it is not a cursor of such a list */
export function placeAfter(cursor: string | undefined): Place | undefined {
  return cursor === undefined ? undefined : placeOfParts(decodeCursor(cursor, 2));
}

/** @throws {Refusal} where they are no place in a list */
export function placeOfParts([key = '', id = '']: readonly string[]): Place {
  if (!isUuid(id)) throw badCursor();
  return { key: key === never ? never : cursorTime(key).toISOString(), id };
}

const nextDue = sql<
  Date | number
>`coalesce((select min(claim.due_at) from claim where claim.wish_id = wish.id and claim.state = 'active'), 'infinity')`;

/** Wishes of a subtree. The wall is in the order of publication; where unpublished ones are asked for too, in that of posting. */
export function listWishes(db: Db, wanted: Wanted) {
  const published = wanted.statuses.every(isPublic);
  const key =
    wanted.order === 'due'
      ? nextDue
      : sql<Date | number>`${sql.ref(wanted.order === 'newest' && published ? 'wish.published_at' : 'wish.created_at')}`;
  const down = wanted.order === 'newest';

  let query = wishRecords(db)
    .select(key.as('key'))
    .where('wish.root_id', '=', wanted.area.root_id)
    .where('wish.status', 'in', wanted.statuses)
    .orderBy(key, down ? 'desc' : 'asc')
    .orderBy('wish.id', down ? 'desc' : 'asc')
    .limit(wanted.limit);
  // A district is its root: nothing to narrow.
  if (wanted.area.id !== wanted.area.root_id) query = query.where('wish.area_id', 'in', subtree(db, wanted.area.id));
  if (published) query = query.where('wish.published_at', 'is not', null);
  if (!wanted.wordless) query = query.where('wish_words.title', '<>', '');
  if (wanted.kinds) query = query.where('wish.kind', 'in', wanted.kinds);
  if (wanted.categories) query = query.where('wish.category', 'in', wanted.categories);
  for (const term of wanted.terms) {
    // The index knows pairs; that they stand in a row is looked at again. Terms are letters and digits: no wildcard among them.
    if (term.bigrams.length > 0) query = query.where(sql<boolean>`wish_words.bigrams @> ${sql.val(term.bigrams)}::text[]`);
    query = query.where('wish_words.search_text', 'like', `%${term.text}%`);
  }
  if (wanted.after) {
    const { key: last, id } = wanted.after;
    query = query.where(sql<boolean>`(${key}, wish.id) ${sql.raw(down ? '<' : '>')} (${last}::timestamptz, ${id}::uuid)`);
  }
  return query.execute();
}

/** How many wishes stand where, in the whole subtree: kept by a trigger, so this reads no wish. */
export const countWishes = (db: Db, area: AreaRow) =>
  db
    .selectFrom('wish_count')
    .select(['status', 'kind', 'category'])
    .select(sql<number>`sum(n)::integer`.as('n'))
    .where('area_id', 'in', subtree(db, area.id))
    .groupBy(['status', 'kind', 'category'])
    .execute();

const before = (after: Place | undefined, column: 'wish' | 'claim') =>
  after === undefined
    ? sql<boolean>`true`
    : sql<boolean>`(${sql.ref(`${column}.created_at`)}, ${sql.ref(`${column}.id`)}) < (${after.key}::timestamptz, ${after.id}::uuid)`;

export const wishesOf = (db: Db, memberId: string, after: Place | undefined, limit: number) =>
  wishRecords(db)
    .where('wish.wisher_id', '=', memberId)
    .where(before(after, 'wish'))
    .orderBy('wish.created_at', 'desc')
    .orderBy('wish.id', 'desc')
    .limit(limit)
    .execute();

/** Claims of a member, and those made for organisations that they represent. */
export const claimsBy = (db: Db, memberId: string, organisationIds: readonly number[], after: Place | undefined, limit: number) =>
  db
    .selectFrom('claim')
    .select(['id', 'wish_id', 'state', 'due_at', 'created_at'])
    .where((is) =>
      is.or([
        is('member_id', '=', memberId),
        ...(organisationIds.length > 0 ? [is('organisation_id', 'in', organisationIds)] : []),
      ]),
    )
    .where(before(after, 'claim'))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

export const wishesById = (db: Db, ids: readonly string[]) => wishRecords(db).where('wish.id', 'in', ids).execute();
