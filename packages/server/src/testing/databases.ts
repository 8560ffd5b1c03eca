import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { inject } from 'vitest';
import { type OpenDatabase, openPglite } from '../db/pglite.ts';
import { openPostgres } from '../db/postgres.ts';
import type { Database } from '../db/schema.ts';
import { databaseAt, onCluster } from './cluster.ts';
import { plantTree } from './tree.ts';

export interface TestDatabase {
  name: string;
  open: () => Promise<OpenDatabase>;
}

const url = process.env['TEST_DATABASE_URL'];
const onPostgres = (template: () => string): TestDatabase[] =>
  url ? [{ name: 'PostgreSQL', open: () => openOwn(url, template()) }] : [];

/** The databases that a test can run on: the embedded one always, PostgreSQL wherever `TEST_DATABASE_URL` names one. */
export const databases: TestDatabase[] = [
  { name: 'PGlite', open: openMigrated },
  ...onPostgres(() => inject('migratedTemplate')),
];

/** The same without a table, for trying migrations. */
export const emptyDatabases: TestDatabase[] = [{ name: 'PGlite', open: openPglite }, ...onPostgres(() => 'template1')];

async function openMigrated(): Promise<OpenDatabase> {
  return openPglite({ loadDataDir: await openAsBlob(inject('migratedDump')) });
}

/**
 * A data folder as a server has it, with the small tree and whatever else is put in: a first start with all migrations and
 * the sample community takes eight seconds of a processor. The district has the name for which the demo sign-in speaks.
 */
export async function plantFolder(dataDir: string, more: (db: Kysely<Database>) => Promise<unknown> = async () => undefined) {
  const loadDataDir = await openAsBlob(inject('migratedDump'));
  const { db, close } = await openPglite({ dataDir: join(dataDir, 'database'), loadDataDir });
  await plantTree(db);
  await db.updateTable('area').set({ slug: 'jianye' }).where('slug', '=', 'here').execute();
  await more(db);
  await close();
}

/** A thousand who come at once are all served, however busy the machine is: what is tried is what becomes of them. */
const patience = 200_000;

/** A database of its own, dropped on close: to copy one takes a tenth of the time that all migrations take. */
async function openOwn(cluster: string, template: string): Promise<OpenDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onCluster(cluster, `create database ${name} template ${template}`);
  const { db, close } = await openPostgres(databaseAt(cluster, name), { patience });
  return {
    db,
    async close() {
      await close();
      await onCluster(cluster, `drop database ${name} with (force)`);
    },
  };
}

/**
 * The one that is nearest to how communities run it: for rules that are code, where the same SQL twice would only cost
 * time. Races, migrations, erasure and merges are tried on all.
 */
export const oneDatabase = databases.slice(-1);
