import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as first from './migrations/0001-areas-members-wishes.ts';
import * as second from './migrations/0002-people-and-their-say.ts';
import * as third from './migrations/0003-actions.ts';
import * as fourth from './migrations/0004-points.ts';
import * as fifth from './migrations/0005-search-words-anew.ts';
import * as sixth from './migrations/0006-projects.ts';
import * as seventh from './migrations/0007-rounds.ts';
import * as eighth from './migrations/0008-stars.ts';
import * as ninth from './migrations/0009-points-by-home.ts';
import * as tenth from './migrations/0010-overdue-corrections.ts';
import * as eleventh from './migrations/0011-votes-shown-later.ts';
import * as twelfth from './migrations/0012-words-that-wait.ts';
import * as thirteenth from './migrations/0013-webhooks.ts';
import * as fourteenth from './migrations/0014-said-of-projects-and-stars.ts';
import * as fifteenth from './migrations/0015-said-of-actions.ts';
import type { Database } from './schema.ts';

/** In code, so that a browser has them too. Forward only: what was released is never changed, only followed. */
const migrations: Record<string, Migration> = {
  '0001-areas-members-wishes': first,
  '0002-people-and-their-say': second,
  '0003-actions': third,
  '0004-points': fourth,
  '0005-search-words-anew': fifth,
  '0006-projects': sixth,
  '0007-rounds': seventh,
  '0008-stars': eighth,
  '0009-points-by-home': ninth,
  '0010-overdue-corrections': tenth,
  '0011-votes-shown-later': eleventh,
  '0012-words-that-wait': twelfth,
  '0013-webhooks': thirteenth,
  '0014-said-of-projects-and-stars': fourteenth,
  '0015-said-of-actions': fifteenth,
};

/**
 * Brings the tables up to date and tells which migrations it ran. All of them are one transaction; on PostgreSQL
 * an advisory lock makes several processes that start together take turns. `upTo` stops after one of them, as an
 * earlier release left it.
 */
export async function migrate(db: Kysely<Database>, upTo?: string): Promise<string[]> {
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(db);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    // Named, or the migrator takes another schema's table for its own.
    migrationTableSchema: rows[0]?.schema ?? 'public',
  });
  const { error, results } = upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error('A migration failed.', { cause: error });
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** True when no migration is waiting: a server that serves can be asked. */
export async function isMigrated(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (!rows[0]?.there) return false;
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return Object.keys(migrations).every((name) => done.rows.some((row) => row.name === name));
}
