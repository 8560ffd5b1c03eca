import { join } from 'node:path';
import { isMigrated, migrate } from '../db/migrate.ts';
import { type OpenDatabase, openPglite } from '../db/pglite.ts';
import { openPostgres } from '../db/postgres.ts';
import type { Log } from '../ports.ts';
import { DatabaseFault } from './database-fault.ts';
import { FolderInUse, lockFolder } from './lock.ts';
import { messageOf } from './plain-error.ts';
import type { NodeSettings } from './settings.ts';

export interface NodeDatabase extends OpenDatabase {
  kind: 'embedded' | 'postgresql';
  /** Names of the migrations that ran while it was opened. */
  migrated: string[];
}

/**
 * The database that the settings name, brought up to date unless `migrating` is off.
 * @throws {DatabaseFault} where another process has the folder, or the server cannot be reached.
 */
export async function openDatabase(settings: NodeSettings, log: Log, { migrating = true } = {}): Promise<NodeDatabase> {
  const database =
    settings.databaseUrl === null ? await openEmbedded(settings.dataDir) : await openServer(settings.databaseUrl, log);
  try {
    const migrated = migrating ? await migrate(database.db) : [];
    if (!migrating && !(await isMigrated(database.db))) {
      throw new DatabaseFault('no-tables');
    }
    return { ...database, migrated };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase & { kind: 'embedded' }> {
  const lock = await lockFolder(dataDir).catch((error: unknown) => {
    if (!(error instanceof FolderInUse)) throw error;
    throw new DatabaseFault('held', { dataDir });
  });
  try {
    const { db, close } = await openPglite({ dataDir: join(dataDir, 'database') });
    return {
      kind: 'embedded',
      db,
      async close() {
        await close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openServer(url: string, log: Log): Promise<OpenDatabase & { kind: 'postgresql' }> {
  const { db, close } = await openPostgres(url, {
    onLost: (error) => log.error('A database connection was lost.', { code: 'code' in error ? String(error.code) : error.name }),
  });
  try {
    await db.selectNoFrom((one) => one.val(1).as('one')).execute();
  } catch (error) {
    await close();
    // The address may hold a password, so it is not repeated.
    throw new DatabaseFault('unreachable', { error: messageOf(error) });
  }
  return { kind: 'postgresql', db, close };
}
