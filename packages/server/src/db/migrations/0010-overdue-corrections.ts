import { type Kysely, sql } from 'kysely';

/**
 * A correction that nobody has answered by its day is told once, to those who have to see to it.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Null again when a worker names another day.
  `alter table correction add column overdue_at timestamptz`,
  `create index correction_due on correction (due_at) where state = 'open' and overdue_at is null`,
];
