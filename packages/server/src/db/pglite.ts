import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { CompiledQuery, Kysely, PGliteDialect } from 'kysely';
import { bytesAsText, parsers } from './parsers.ts';
import type { Database } from './schema.ts';

export interface OpenDatabase {
  db: Kysely<Database>;
  close: () => Promise<void>;
}

export interface EmbeddedDatabase extends OpenDatabase {
  /** The whole data folder as one file, to start another from with `loadDataDir`. */
  dump: () => Promise<Blob>;
}

const bytea = 17;

/**
 * PostgreSQL in this very process: in a folder, or in memory without one. Runs in a browser too.
 *
 * It is one session: inside a transaction only the transaction's handle may be used, as the outer one waits for it
 * to end. Nothing is flushed to the disk's platter (no fsync), and two processes on one folder destroy it.
 */
export async function openPglite({
  dataDir,
  loadDataDir,
}: {
  dataDir?: string;
  loadDataDir?: Blob;
} = {}): Promise<EmbeddedDatabase> {
  const pglite = await PGlite.create({
    ...(dataDir !== undefined && { dataDir }),
    ...(loadDataDir && { loadDataDir }),
    // Nobody is in two places at once: an exclusion constraint over a member and a time needs it.
    extensions: { btree_gist },
    parsers,
    serializers: { [bytea]: bytesAsText },
  });
  const db = new Kysely<Database>({
    dialect: new PGliteDialect({
      pglite,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(`set timezone to 'UTC'`));
      },
    }),
  });
  return {
    db,
    async close() {
      await db.destroy();
      if (!pglite.closed) await pglite.close();
    },
    dump: () => pglite.dumpDataDir('none'),
  };
}
