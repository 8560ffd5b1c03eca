import type { Language } from '@five-micro/contract';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { AreaSettings, Database } from '../db/schema.ts';
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

/** The first of them with their names. */
export const topAreas = (db: Db, atMost: number) =>
  db
    .selectFrom('area')
    .select(['slug', 'name', 'name_en as nameEn'])
    .where('parent_id', 'is', null)
    .orderBy('id')
    .limit(atMost)
    .execute();

export const areaChildren = (db: Db, area: AreaRow) =>
  db.selectFrom('area').selectAll().where('parent_id', '=', area.id).orderBy('id').execute();

export interface NewArea extends Pick<AreaRow, 'slug' | 'name' | 'level'> {
  nameEn: string;
}

/** An area's path ends with its own id, so the id is drawn first. */
export async function insertArea(
  db: Db,
  { slug, name, nameEn, level }: NewArea,
  above: Pick<AreaRow, 'id' | 'root_id' | 'path'> | undefined,
  settings: AreaSettings,
): Promise<AreaRow> {
  const { rows } = await sql<AreaRow>`
    with drawn as (select nextval(pg_get_serial_sequence('area', 'id'))::integer as id)
    insert into area (id, slug, name, name_en, level, parent_id, root_id, path, settings)
    overriding system value
    select id, ${slug}, ${name}, ${nameEn}, ${level}, ${above?.id ?? null}::integer, coalesce(${above?.root_id ?? null}::integer, id),
      ${above?.path ?? []}::integer[] || id, ${JSON.stringify(settings)}::jsonb
    from drawn
    returning *`.execute(db);
  const [area] = rows;
  if (!area) throw new Error(`Area ${slug} was not stored.`);
  return area;
}

export const renameArea = (db: Db, id: number, name: string, nameEn: string) =>
  db.updateTable('area').set({ name, name_en: nameEn }).where('id', '=', id).execute();

/** All areas, those above before those below. */
export const allAreas = (db: Db): Promise<AreaRow[]> =>
  db.selectFrom('area').selectAll().orderBy(sql`cardinality(path)`).orderBy('id').execute();

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
