import type { Language } from '@five-micro/contract';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Place } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';

export type AreaRow = Selectable<Database['area']>;

export const placeOf = (area: AreaRow): Place => ({ id: area.id, rootId: area.root_id, path: area.path });

export const nameOf = (area: Pick<AreaRow, 'name' | 'name_en'>, language: Language): string =>
  language === 'en' ? area.name_en : area.name;

/** Slugs come from addresses: what cannot be one is not asked for. */
export const areaBySlug = async (db: Db, slug: string): Promise<AreaRow | undefined> =>
  /^[a-z0-9-]{1,63}$/.test(slug) ? db.selectFrom('area').selectAll().where('slug', '=', slug).executeTakeFirst() : undefined;

export const areaById = (db: Db, id: number) => db.selectFrom('area').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const areasByIds = async (db: Db, ids: readonly number[]): Promise<AreaRow[]> =>
  ids.length === 0 ? [] : db.selectFrom('area').selectAll().where('id', 'in', ids).execute();

/** The areas from the district down to this one. */
export async function areaPath(db: Db, area: AreaRow): Promise<AreaRow[]> {
  const rows = await areasByIds(db, area.path);
  return area.path.flatMap((id) => rows.filter((row) => row.id === id));
}

/** The slugs of the areas that stand above all others. */
export async function areaRoots(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('area').select('slug').where('parent_id', 'is', null).orderBy('id').execute();
  return rows.map(({ slug }) => slug);
}

export const areaChildren = (db: Db, area: AreaRow) =>
  db.selectFrom('area').selectAll().where('parent_id', '=', area.id).orderBy('id').execute();

/** The ids of an area and all below it, as a subquery: lists, counts and rankings cover the subtree. */
export const subtree = (db: Db, areaId: number) =>
  db
    .selectFrom('area')
    .select('id')
    .where(sql<boolean>`path @> array[${sql.lit(areaId)}]`);

export const organisationsBelow = (db: Db, areaId: number) =>
  db
    .selectFrom('organisation')
    .innerJoin('area', 'area.id', 'organisation.area_id')
    .leftJoin('organisation as above', 'above.id', 'organisation.parent_id')
    .select(['organisation.slug', 'organisation.name', 'organisation.kind', 'area.slug as area', 'above.slug as parent'])
    .where('organisation.area_id', 'in', subtree(db, areaId))
    .orderBy('organisation.id')
    .execute();
