import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { migrate } from '../packages/server/src/db/migrate.ts';
import { openPostgres } from '../packages/server/src/db/postgres.ts';
import { databaseAt, onCluster } from '../packages/server/src/testing/cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The name of a database with all tables and nothing in them; empty where there is no PostgreSQL. */
    migratedTemplate: string;
  }
}

/** As `migrated-dump.ts`, on the PostgreSQL that `TEST_DATABASE_URL` names: every test file has a copy of its own. */
export default async function migratedTemplate(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const cluster = process.env['TEST_DATABASE_URL'];
  if (!cluster) {
    project.provide('migratedTemplate', '');
    return;
  }
  const name = `template_${randomBytes(6).toString('hex')}`;
  await onCluster(cluster, `create database ${name}`);
  const { db, close } = await openPostgres(databaseAt(cluster, name));
  await migrate(db);
  await close();
  project.provide('migratedTemplate', name);
  return () => onCluster(cluster, `drop database ${name}`);
}
