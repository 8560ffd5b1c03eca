import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { type OpenDatabase, openPglite } from '../db/pglite.ts';
import { openPostgres } from '../db/postgres.ts';

export interface TestDatabase {
  name: string;
  open: () => Promise<OpenDatabase>;
}

const url = process.env['TEST_DATABASE_URL'];
const postgres: TestDatabase[] = url ? [{ name: 'PostgreSQL', open: () => openInOwnSchema(url) }] : [];

/** The databases that a test can run on: the embedded one always, PostgreSQL wherever `TEST_DATABASE_URL` names one. */
export const databases: TestDatabase[] = [{ name: 'PGlite', open: openMigrated }, ...postgres];

/** The same without a table, for trying migrations. */
export const emptyDatabases: TestDatabase[] = [{ name: 'PGlite', open: openPglite }, ...postgres];

async function openMigrated(): Promise<OpenDatabase> {
  return openPglite({ loadDataDir: await openAsBlob(inject('migratedDump')) });
}

/** A thousand who come at once are all served, however busy the machine is: what is tried is what becomes of them. */
const patience = 200_000;

/** An empty schema of its own, dropped on close. */
async function openInOwnSchema(address: string): Promise<OpenDatabase> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const { db, close } = await openPostgres(address, { schema, patience });
  return {
    db,
    async close() {
      await sql`drop schema ${sql.id(schema)} cascade`.execute(db);
      await close();
    },
  };
}

/**
 * The one that is nearest to how communities run it: for rules that are code, where the same SQL twice would only cost
 * time. Races, migrations, erasure and merges are tried on all.
 */
export const oneDatabase = databases.slice(-1);
