import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Secrets } from '../identity/secrets.ts';

/** Columns whose bytes are sealed: what they hold is looked for inside. */
const sealedIn = ['wish_contact.sealed', 'member_profile.phone', 'round_key.sealed', 'webhook.secret', 'webhook.former'];

/**
 * Where in the whole database any of some texts can still be read, as `wish_words.story`: every column that can hold
 * text is searched, so that a table which is added later is not forgotten.
 */
export async function tracesOf(db: Kysely<Database>, secrets: Secrets, texts: readonly string[]): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string; type: string }>`
    select c.table_name as table, c.column_name as column, c.data_type as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
      and c.data_type in ('text', 'character varying', 'bytea', 'json', 'jsonb', 'ARRAY')
    order by 1, 2`.execute(db);
  const found: string[] = [];
  for (const { table, column, type } of columns) {
    const name = `${table}.${column}`;
    const held = sealedIn.includes(name)
      ? await opened(db, secrets, table, column)
      : await textsIn(db, table, column, type === 'bytea');
    if (texts.some((text) => held.some((one) => one.includes(text)))) found.push(name);
  }
  return found;
}

async function textsIn(db: Kysely<Database>, table: string, column: string, bytes: boolean): Promise<string[]> {
  // Latin letters out of bytes, so that no byte is refused.
  const text = bytes ? sql<string>`encode(${sql.ref(column)}, 'escape')` : sql<string>`${sql.ref(column)}::text`;
  const { rows } = await sql<{ text: string | null }>`select ${text} as text from ${sql.table(table)}`.execute(db);
  return rows.flatMap(({ text: one }) => (one === null ? [] : [one]));
}

async function opened(db: Kysely<Database>, secrets: Secrets, table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ sealed: Uint8Array | null }>`
    select ${sql.ref(column)} as sealed from ${sql.table(table)}`.execute(db);
  return Promise.all(rows.flatMap(({ sealed }) => (sealed === null ? [] : [secrets.open(sealed)])));
}
