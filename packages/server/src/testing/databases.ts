import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type OpenDatabase, openPglite } from '../db/pglite.ts';
import { openPostgres } from '../db/postgres.ts';

/** The databases that a test can run on: the embedded one always, PostgreSQL wherever `TEST_DATABASE_URL` names one. */
export const databases: { name: string; open: () => Promise<OpenDatabase> }[] = [{ name: 'PGlite', open: openPglite }];

const url = process.env['TEST_DATABASE_URL'];
if (url) databases.push({ name: 'PostgreSQL', open: () => openInOwnSchema(url) });

/** An empty schema of its own, dropped on close. */
async function openInOwnSchema(address: string): Promise<OpenDatabase> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const { db, close } = await openPostgres(address, { schema });
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
