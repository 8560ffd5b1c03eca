import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Db } from '../ports.ts';

/** All ballots of a round that is held: nothing of theirs says whose they are. */
export const ballotsOf = async (db: Db, roundId: string): Promise<string[][]> =>
  (await db.selectFrom('ballot').select('choices').where('round_id', '=', roundId).execute()).map(({ choices }) => choices);

/** In ascending order of their characters, whatever order the database is set up for. */
export async function receiptsOf(db: Db, roundId: string): Promise<string[]> {
  const rows = await db.selectFrom('receipt').select('hash').where('round_id', '=', roundId).execute();
  return rows.map(({ hash }) => hash).sort();
}

/** At once: a statement for each would keep everybody waiting. */
const batch = 250;

export async function publishBallots(db: Db, roundId: string, ballots: readonly (readonly string[])[]): Promise<void> {
  for (let from = 0; from < ballots.length; from += batch) {
    const some = ballots.slice(from, from + batch).map((choices, at) => ({ position: from + at + 1, choices }));
    await sql`
      insert into published_ballot (round_id, position, choices)
      select ${roundId}::uuid, (one ->> 'position')::integer, array(select jsonb_array_elements_text(one -> 'choices'))::uuid[]
      from jsonb_array_elements(${JSON.stringify(some)}::jsonb) one`.execute(db);
  }
}

/** Whatever could lead from a member to what they chose. */
export async function destroy(db: Db, roundId: string, at: Date): Promise<void> {
  await db.deleteFrom('ballot').where('round_id', '=', roundId).execute();
  await db.deleteFrom('round_key').where('round_id', '=', roundId).execute();
  await db.deleteFrom('round_live').where('round_id', '=', roundId).execute();
  await db
    .updateTable('paper_ballot')
    .set({ state: 'withdrawn', choices: null, ended_at: at })
    .where('round_id', '=', roundId)
    .where('state', '=', 'entered')
    .execute();
}

/**
 * What was deleted or changed stays in the tables' files until they are tidied up, with the transaction that wrote it,
 * which wrote down who voted too. No transaction: `vacuum` wants to be alone.
 */
export async function sweepAway(db: Kysely<Database>): Promise<void> {
  await sql`vacuum ballot, round_key, paper_ballot`.execute(db);
}

/** Rounds whose time is over. */
export async function dueRounds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('round')
    .select('id')
    .where('status', '=', 'open')
    .where(sql<boolean>`closes_at < clock_timestamp()`)
    .orderBy('closes_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** A page of the published ballots. */
export const publishedAfter = (db: Db, roundId: string, position: number, limit: number) =>
  db
    .selectFrom('published_ballot')
    .select(['position', 'choices'])
    .where('round_id', '=', roundId)
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute();

export const publishedOf = async (db: Db, roundId: string): Promise<string[][]> =>
  (await db.selectFrom('published_ballot').select('choices').where('round_id', '=', roundId).orderBy('position').execute()).map(
    ({ choices }) => choices,
  );
