import type { Insertable } from 'kysely';
import { sql } from 'kysely';
import { publicStatus } from '@five-micro/contract';
import type { Database } from '../db/schema.ts';
import type { Db } from '../ports.ts';
import type { Place } from '../wishes/lists.ts';
import { wishRecords } from '../wishes/statements.ts';

/** Slugs come from addresses: what cannot be one is not asked for. */
export const organisationBySlug = async (db: Db, slug: string): Promise<OrganisationRow | undefined> =>
  /^[a-z0-9-]{1,63}$/.test(slug) ? organisationRows(db).where('organisation.slug', '=', slug).executeTakeFirst() : undefined;

const organisationRows = (db: Db) =>
  db
    .selectFrom('organisation')
    .innerJoin('area', 'area.id', 'organisation.area_id')
    .selectAll('organisation')
    .select(['area.slug as area_slug', 'area.name as area_name', 'area.name_en as area_name_en', 'area.path as area_path']);
export type OrganisationRow = Awaited<ReturnType<ReturnType<typeof organisationRows>['executeTakeFirstOrThrow']>>;

/** An organisation and all below it. An organisation is only ever put below one that is there: no circles. */
export const below = (id: number) => sql<number>`(
  with recursive below as (
    select id from organisation where id = ${id}
    union all
    select organisation.id from organisation join below on organisation.parent_id = below.id
  ) select id from below)`;

/** From the topmost organisation down to this one. */
export async function organisationPath(db: Db, id: number): Promise<{ slug: string; name: string }[]> {
  const { rows } = await sql<{ slug: string; name: string }>`
    with recursive above as (
      select id, parent_id, slug, name, 0 as height from organisation where id = ${id}
      union all
      select organisation.id, organisation.parent_id, organisation.slug, organisation.name, above.height + 1
      from organisation join above on organisation.id = above.parent_id
    ) select slug, name from above order by height desc`.execute(db);
  return rows;
}

export const organisationChildren = (db: Db, id: number) =>
  db.selectFrom('organisation').select(['slug', 'name']).where('parent_id', '=', id).orderBy('id').execute();

/** Wishes that it and those below it helped with, or are helping with: each once, whoever of them did. */
export async function deedsOf(db: Db, id: number): Promise<{ helped: number; inProgress: number }> {
  return db
    .selectFrom('claim')
    .innerJoin('wish', 'wish.id', 'claim.wish_id')
    .select([
      sql<number>`(count(distinct wish.id) filter (where wish.status in ('confirmed', 'closed') and claim.state = 'done'))::integer`.as(
        'helped',
      ),
      sql<number>`(count(distinct wish.id) filter (where wish.status in ('open', 'claimed', 'fulfilled')))::integer`.as(
        'inProgress',
      ),
    ])
    .where('claim.organisation_id', 'in', below(id))
    .where('claim.state', 'in', ['active', 'done'])
    .executeTakeFirstOrThrow();
}

/** The public ones among them, newest first; of whoever was erased there is nothing left to show. */
export function wishesHelped(db: Db, id: number, after: Place | undefined, limit: number) {
  let query = wishRecords(db)
    .where('wish.id', 'in', (held) =>
      held
        .selectFrom('claim')
        .select('claim.wish_id')
        .where('claim.organisation_id', 'in', below(id))
        .where('claim.state', 'in', ['active', 'done']),
    )
    .where('wish.status', 'in', publicStatus)
    .where('wish.published_at', 'is not', null)
    .where('wish_words.title', '<>', '')
    .orderBy('wish.published_at', 'desc')
    .orderBy('wish.id', 'desc')
    .limit(limit);
  if (after) query = query.where(sql<boolean>`(wish.published_at, wish.id) < (${after.key}::timestamptz, ${after.id}::uuid)`);
  return query.execute();
}

/** False where the slug is taken, by whomever. */
export async function insertOrganisation(db: Db, row: Insertable<Database['organisation']>): Promise<number | undefined> {
  const made = await db
    .insertInto('organisation')
    .values(row)
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id;
}

/** Held until the transaction ends: two who name representatives at once take turns. */
export const holdOrganisation = (db: Db, id: number) =>
  db.selectFrom('organisation').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

/** Of some ids those who can be named: known members of the district. They are held, so that none is merged or erased meanwhile. */
export const knownMembers = async (db: Db, rootId: number, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('member')
    .innerJoin('member_profile', 'member_profile.member_id', 'member.id')
    .select('member.id')
    .where('member.id', 'in', ids)
    .where('member.root_id', '=', rootId)
    .where('member.merged_into', 'is', null)
    .where('member.erased_at', 'is', null)
    .orderBy('member.id')
    .forShare('member')
    .execute();
  return new Set(rows.map((row) => row.id));
};

/** All who stand, or once stood, for it. */
export const representativeRows = (db: Db, organisationId: number) =>
  db.selectFrom('representative').selectAll().where('organisation_id', '=', organisationId).orderBy('member_id').execute();

/** Those who may act for it, in the order of their names' readings. */
export const representativesOf = (db: Db, organisationId: number) =>
  db
    .selectFrom('representative')
    .innerJoin('member', 'member.id', 'representative.member_id')
    .leftJoin('member_profile', 'member_profile.member_id', 'member.id')
    .leftJoin('area', 'area.id', 'member.area_id')
    .select(['representative.member_id', 'origin', 'since', 'member.root_id', 'member.area_id', 'area.path as area_path'])
    .where('organisation_id', '=', organisationId)
    .where('withdrawn_at', 'is', null)
    .where('member.erased_at', 'is', null)
    .orderBy('member_profile.sort_key')
    .orderBy('representative.member_id')
    .execute();

/** A worker's word: it holds whatever the person's token says. */
export const nameRepresentative = (db: Db, organisationId: number, memberId: string, since: Date) =>
  db
    .insertInto('representative')
    .values({ organisation_id: organisationId, member_id: memberId, origin: 'worker', since })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'member_id']).doUpdateSet({ origin: 'worker', since, withdrawn_at: null }),
    )
    .execute();

/** Kept as a row: it beats a token that still names them, and they may not confirm what it did in their time. */
export const withdrawRepresentative = (db: Db, organisationId: number, memberId: string, at: Date) =>
  db
    .updateTable('representative')
    .set({ withdrawn_at: at })
    .where('organisation_id', '=', organisationId)
    .where('member_id', '=', memberId)
    .execute();
