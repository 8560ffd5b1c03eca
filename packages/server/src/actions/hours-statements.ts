import type { Language } from '@five-micro/contract';
import { sql } from 'kysely';
import type { Db } from '../ports.ts';
import type { Place } from '../wishes/lists.ts';
import { readByAll } from './words.ts';

/** When the time began that was credited. */
const began = sql<Date>`coalesce(lower(service.spans), action.starts_at)`;
const ended = sql<Date>`coalesce(upper(service.spans), action.ends_at)`;

/** What stands of someone's service. Where no minute was left, as it was credited for something else, there is nothing to say. */
const credited = (db: Db, memberId: string) =>
  db
    .selectFrom('service')
    .where('service.member_id', '=', memberId)
    .where('service.withdrawn_at', 'is', null)
    .where('service.minutes', '>', 0);

export async function serviceSums(db: Db, memberId: string): Promise<{ minutes: number; actions: number }> {
  return credited(db, memberId)
    .select((is) => [
      sql<number>`coalesce(sum(service.minutes), 0)::integer`.as('minutes'),
      is.cast<number>(is.fn.countAll(), 'integer').as('actions'),
    ])
    .executeTakeFirstOrThrow();
}

async function rowsOf(db: Db, memberId: string, page: { after?: Place | undefined; limit?: number }) {
  let query = credited(db, memberId)
    .innerJoin('action', 'action.id', 'service.action_id')
    .innerJoin('action_words', 'action_words.action_id', 'action.id')
    .innerJoin('area', 'area.id', 'action.area_id')
    .leftJoin('organisation', 'organisation.id', 'action.organisation_id')
    .select(['service.id', 'service.action_id', 'service.minutes', 'action.category', 'action_words.title'])
    .select(['action_words.place', 'action_words.for_whom', 'organisation.name as organisation_name'])
    .select(['area.name as area_name', 'area.name_en as area_name_en'])
    .select([began.as('began'), ended.as('ended')])
    .orderBy(began, 'desc')
    .orderBy('service.id', 'desc');
  const { after, limit } = page;
  if (after) query = query.where(sql<boolean>`(${began}, service.id) < (${after.key}::timestamptz, ${after.id}::uuid)`);
  return (limit === undefined ? query : query.limit(limit)).execute();
}
export type ServiceRow = Awaited<ReturnType<typeof rowsOf>>[number];

/** Newest first, in the words that everybody reads; all of them without a limit. */
export async function servicesOf(
  db: Db,
  { memberId, language }: { memberId: string; language: Language },
  page: { after?: Place | undefined; limit?: number } = {},
): Promise<ServiceRow[]> {
  const rows = await rowsOf(db, memberId, page);
  const read = await readByAll(
    db,
    language,
    rows.map((row) => row.action_id),
  );
  return rows.map((row) => ({
    ...row,
    title: read(row.action_id, 'title', row.title),
    place: read(row.action_id, 'place', row.place),
    for_whom: row.for_whom && read(row.action_id, 'for-whom', row.for_whom),
  }));
}

/** Whose record it is: nobody's who was erased or became somebody else. */
export const recorded = (db: Db, memberId: string) =>
  db
    .selectFrom('member')
    .innerJoin('member_profile', 'member_profile.member_id', 'member.id')
    .leftJoin('area', 'area.id', 'member.area_id')
    .innerJoin('area as root', 'root.id', 'member.root_id')
    .select(['member.id', 'member.not_before', 'member_profile.name', 'member_profile.phone', 'root.settings as root_settings'])
    .select(['area.name as area_name', 'area.name_en as area_name_en'])
    .where('member.id', '=', memberId)
    .where('member.erased_at', 'is', null)
    .where('member.merged_into', 'is', null)
    .executeTakeFirst();
export type Recorded = NonNullable<Awaited<ReturnType<typeof recorded>>>;
