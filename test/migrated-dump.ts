import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../packages/server/src/db/migrate.ts';
import { openPglite } from '../packages/server/src/db/pglite.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file of a data folder with all tables and nothing in them. */
    migratedDump: string;
  }
}

/** Embedded databases of tests open from one that was migrated once: making one anew takes seconds, and there are many. */
export default async function migratedDump(project: TestProject): Promise<() => void> {
  const { db, close, dump } = await openPglite();
  await migrate(db);
  const folder = mkdtempSync(join(tmpdir(), 'five-micro-migrated-'));
  const file = join(folder, 'database.tar');
  await writeFile(file, new Uint8Array(await (await dump()).arrayBuffer()));
  await close();
  project.provide('migratedDump', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
