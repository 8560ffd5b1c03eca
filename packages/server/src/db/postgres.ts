import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { parsers } from './parsers.ts';
import type { OpenDatabase } from './pglite.ts';
import { preparedName } from './prepared.ts';
import type { Database } from './schema.ts';

export interface PostgresOptions {
  /** Connections at most; 16 by default. */
  connections?: number;
  /** Milliseconds that a request waits for one of them; 15 seconds by default. */
  patience?: number;
  /** Called when an idle connection breaks. The pool replaces it by itself. */
  onLost?: (error: Error) => void;
}

/** PostgreSQL 15 or newer at `postgres://…`. */
export async function openPostgres(
  url: string,
  { connections = 16, patience = 15_000, onLost }: PostgresOptions = {},
): Promise<OpenDatabase> {
  const types = new pg.TypeOverrides();
  for (const [type, parser] of Object.entries(parsers)) types.setTypeParser(Number(type), parser);

  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: connections,
    connectionTimeoutMillis: patience,
    application_name: 'five-micro',
    options: '-c TimeZone=UTC -c jit=off',
  });
  pool.on('error', (error) => onLost?.(error));
  // The pool hears of idle connections only. One that breaks inside a transaction would take the process with it,
  // though its query fails anyway and says so.
  pool.on('connect', (client) => client.on('error', () => undefined));

  // Kysely knows a connection by its object: one wrapper for each.
  const wrapped = new WeakMap<pg.PoolClient, pg.PoolClient>();
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({
      pool: {
        options: pool.options,
        end: () => pool.end(),
        async connect() {
          const client = await pool.connect();
          const known = wrapped.get(client) ?? naming(client);
          wrapped.set(client, known);
          return known;
        },
      },
    }),
  });
  return { db, close: () => db.destroy() };
}

/** The same connection, which sends marked statements under their name. */
const naming = (client: pg.PoolClient): pg.PoolClient =>
  new Proxy(client, {
    get(target, key): unknown {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (key !== 'query') return value.bind(target);
      return (text: unknown, values: unknown[]): unknown => {
        const name = typeof text === 'string' ? preparedName(text) : undefined;
        return Reflect.apply(value, target, name === undefined ? [text, values] : [{ name, text, values }]);
      };
    },
  });
