import type { Kysely } from 'kysely';
import type { AreaSettings, Database } from '../db/schema.ts';

const category = (code: string) => ({ code, zh: code, en: code });
const catalogue = {
  wishCategories: ['daily', 'repair', 'other'].map(category),
  actionCategories: ['care', 'green', 'other'].map(category),
};
const settings: AreaSettings = { features: ['wishes', 'actions', 'projects', 'points', 'stars'], leaseDays: 7, catalogue };

/**
 * Two districts: `here` with a street `south` of two communities, `east` and `west`, and `away` with one, `far`.
 * `west` has wishes switched off and fewer categories.
 */
export async function plantTree(db: Kysely<Database>): Promise<void> {
  const here = await plant(db, 'here', 'district', null, settings);
  const south = await plant(db, 'south', 'street', here, {});
  const east = await plant(db, 'east', 'community', south, {});
  await plant(db, 'west', 'community', south, { wishCategories: ['daily'], leaseDays: 3 });
  await plant(db, 'quiet', 'community', south, { features: [] });
  const away = await plant(db, 'away', 'district', null, settings);
  const far = await plant(db, 'far', 'community', away, {});
  await organisation(db, 'branch', '东社区党支部', 'party', east);
  await organisation(db, 'club', '东社区志愿队', 'social', east);
  await organisation(db, 'strangers', '远方志愿队', 'social', far);
}

interface Planted {
  id: number;
  root: number;
  path: number[];
}

async function plant(
  db: Kysely<Database>,
  slug: string,
  level: Database['area']['level'],
  parent: Planted | null,
  own: AreaSettings,
): Promise<Planted> {
  const next = await db
    .selectFrom('area')
    .select((is) => is.fn.max<number | null>('id').as('last'))
    .executeTakeFirstOrThrow();
  const id = (next.last ?? 0) + 1;
  const root = parent?.root ?? id;
  const path = [...(parent?.path ?? []), id];
  await db
    .insertInto('area')
    .values({
      slug,
      name: slug,
      name_en: slug,
      level,
      parent_id: parent?.id ?? null,
      root_id: root,
      path,
      settings: JSON.stringify(own),
    })
    .execute();
  return { id, root, path };
}

const organisation = (db: Kysely<Database>, slug: string, name: string, kind: Database['organisation']['kind'], area: Planted) =>
  db.insertInto('organisation').values({ root_id: area.root, area_id: area.id, slug, name, kind, parent_id: null }).execute();
