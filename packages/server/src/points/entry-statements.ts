import { sql } from 'kysely';
import type { Db } from '../ports.ts';
import type { Span } from './periods.ts';

/** Entries with what is around them. */
const entryRows = (db: Db) =>
  db
    .selectFrom('point_entry')
    .innerJoin('area', 'area.id', 'point_entry.area_id')
    .leftJoin('organisation', 'organisation.id', 'point_entry.organisation_id')
    .leftJoin('point_entry as correction', 'correction.reverses', 'point_entry.id')
    .leftJoin('point_entry as corrected', 'corrected.id', 'point_entry.reverses')
    // The reason stands with the correction, and is told with both.
    .leftJoin('point_words', (join) =>
      join.on((is) => is('point_words.entry_id', '=', is.fn.coalesce('correction.id', 'point_entry.id'))),
    )
    .select(['point_entry.id', 'point_entry.member_id', 'point_entry.rule', 'point_entry.amount', 'point_entry.minutes'])
    .select(['point_entry.at', 'point_entry.recorded_at', 'point_entry.wish_id', 'point_entry.action_id'])
    .select(['point_entry.reverses', 'correction.id as correction_id', 'point_words.reason'])
    // What names the deed.
    .select((is) => is.fn.coalesce('corrected.source', 'point_entry.source').as('source'))
    .select((is) =>
      is
        .case()
        .when('point_entry.reverses', 'is not', null)
        .then(is.ref('point_entry.actor_id'))
        .else(is.ref('correction.actor_id'))
        .end()
        .as('corrected_by'),
    )
    .select(['area.id as area_id', 'area.slug as area_slug', 'area.name as area_name', 'area.name_en as area_name_en'])
    .select(['area.path as area_path', 'area.root_id', 'organisation.name as organisation']);
export type EntryRow = Awaited<ReturnType<ReturnType<typeof entryRows>['executeTakeFirstOrThrow']>>;

export const entryById = (db: Db, id: string): Promise<EntryRow | undefined> =>
  entryRows(db).where('point_entry.id', '=', id).executeTakeFirst();

/** Which of some entries were taken back, by whom and why. */
export async function takenBack(
  db: Db,
  ids: readonly string[],
): Promise<{ memberId: string; actorId: string | null; reason: string | null }[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('point_entry')
    .leftJoin('point_words', 'point_words.entry_id', 'point_entry.id')
    .select(['point_entry.member_id', 'point_entry.actor_id', 'point_words.reason'])
    .where('point_entry.reverses', 'in', ids)
    .execute();
  return rows.map(({ member_id: memberId, actor_id: actorId, reason }) => ({ memberId, actorId, reason }));
}

/** Newest first. `ids` are a member's and those of identities that were merged into theirs. */
export function entriesOf(
  db: Db,
  ids: readonly string[],
  span: Span,
  page: { after: { at: Date; id: string } | undefined; limit: number },
): Promise<EntryRow[]> {
  let query = entryRows(db).where('point_entry.member_id', 'in', ids);
  if (span.from && span.to) query = query.where('point_entry.at', '>=', span.from).where('point_entry.at', '<', span.to);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(point_entry.at, point_entry.id) < (${at}::timestamptz, ${id}::bigint)`);
  }
  return query.orderBy('point_entry.at', 'desc').orderBy('point_entry.id', 'desc').limit(page.limit).execute();
}

/** What each rule brought in a period. */
export async function sumsByRule(db: Db, ids: readonly string[], span: Span): Promise<{ rule: string; points: number }[]> {
  let query = db
    .selectFrom('point_entry')
    .select('rule')
    .select(sql<number>`sum(amount)::integer`.as('points'))
    .where('member_id', 'in', ids)
    .groupBy('rule');
  if (span.from && span.to) query = query.where('at', '>=', span.from).where('at', '<', span.to);
  return query.orderBy('rule').execute();
}

export const actionTitles = (db: Db, ids: readonly string[]) =>
  db.selectFrom('action_words').select(['action_id', 'title']).where('action_id', 'in', ids).execute();

export const roundTitles = (db: Db, ids: readonly string[]) =>
  db.selectFrom('round_words').select(['round_id', 'title']).where('round_id', 'in', ids).execute();

/** Reasons that were given for corrections of theirs, and by them for those of others. */
export const forgetReasons = (db: Db, ids: readonly string[]) =>
  db
    .deleteFrom('point_words')
    .where(
      'entry_id',
      'in',
      db
        .selectFrom('point_entry')
        .select('id')
        .where('reverses', 'is not', null)
        .where((is) => is.or([is('member_id', 'in', ids), is('actor_id', 'in', ids)])),
    )
    .execute();
