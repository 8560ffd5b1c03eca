import { type Kysely, sql } from 'kysely';

/**
 * What a round shows while it is open, and what it shows next, once five ballots more have come: until now the last of
 * it could be a single ballot away from what is published at the end.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table round_live add column next_ballots integer, add column next_votes jsonb`,
  // What is shown already stays until five more have come.
  `update round_live set next_ballots = ballots, next_votes = votes`,
  `alter table round_live alter column next_ballots set not null, alter column next_votes set not null`,
];
