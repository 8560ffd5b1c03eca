import { type Kysely, sql } from 'kysely';

/**
 * What a worker writes about whoever has a star waits until they have read it and nodded.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What hangs already stays as it is.
  await sql`alter table star_words add column waiting jsonb`.execute(db);
}
