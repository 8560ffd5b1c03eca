import { type Insertable, sql, type Updateable } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Db } from '../ports.ts';

const paperRows = (db: Db) => db.selectFrom('paper_ballot').selectAll();
export type PaperRow = Awaited<ReturnType<ReturnType<typeof paperRows>['executeTakeFirstOrThrow']>>;

export const paperById = (db: Db, roundId: string, id: string): Promise<PaperRow | undefined> =>
  paperRows(db).where('round_id', '=', roundId).where('id', '=', id).executeTakeFirst();

/** Held until the transaction ends: of those who deal with it at once one does. */
export const lockPaper = (db: Db, roundId: string, id: string): Promise<PaperRow | undefined> =>
  paperRows(db).where('round_id', '=', roundId).where('id', '=', id).forUpdate().executeTakeFirst();

/** What waits for its second worker, or counts, of one voter. */
export const paperOf = (db: Db, roundId: string, memberId: string): Promise<PaperRow | undefined> =>
  paperRows(db)
    .where('round_id', '=', roundId)
    .where('member_id', '=', memberId)
    .where('state', 'in', ['entered', 'confirmed'])
    .forUpdate()
    .executeTakeFirst();

export const insertPaper = (db: Db, row: Insertable<Database['paper_ballot']>) =>
  db.insertInto('paper_ballot').values(row).execute();

export const changePaper = (db: Db, id: string, change: Updateable<Database['paper_ballot']>) =>
  db.updateTable('paper_ballot').set(change).where('id', '=', id).execute();

/** The oldest first. */
export function listPaper(
  db: Db,
  roundId: string,
  { after, limit }: { after: { key: string; id: string } | undefined; limit: number },
): Promise<PaperRow[]> {
  let query = paperRows(db).where('round_id', '=', roundId).orderBy('entered_at').orderBy('id').limit(limit);
  if (after) query = query.where(sql<boolean>`(entered_at, id) > (${after.key}::timestamptz, ${after.id}::uuid)`);
  return query.execute();
}

/**
 * The round as it takes ballots at this moment, held so that it does not close before this one is in.
 */
export const shareOpenRound = (db: Db, roundId: string) =>
  db
    .selectFrom('round')
    .select(['id', 'root_id', 'area_id', 'kind', 'status'])
    .where('id', '=', roundId)
    .where('status', '=', 'open')
    .where(sql<boolean>`clock_timestamp() between opens_at and closes_at`)
    .forShare()
    .executeTakeFirst();
