import { sql } from 'kysely';
import type { Pair } from '../members/merge-statements.ts';
import type { Db } from '../ports.ts';

export interface Voted {
  round_id: string;
  member_id: string;
  keyed_by: string;
  origin: 'screen' | 'paper';
  sealed: Uint8Array;
}

/** Rounds that have not closed, and in which some identities have voted, held in order so that none closes meanwhile. */
export async function holdVotedRounds(db: Db, memberIds: readonly string[], { running }: { running: boolean }): Promise<Voted[]> {
  await db
    .selectFrom('round')
    .select('id')
    .where('id', 'in', (own) => own.selectFrom('turnout').select('round_id').where('member_id', 'in', memberIds))
    .where('status', '=', 'open')
    .orderBy('id')
    .forShare()
    .execute();
  let query = db
    .selectFrom('turnout')
    .innerJoin('round', 'round.id', 'turnout.round_id')
    .innerJoin('round_key', 'round_key.round_id', 'turnout.round_id')
    .select(['turnout.round_id', 'turnout.member_id', 'turnout.keyed_by', 'turnout.origin', 'round_key.sealed'])
    .where('turnout.member_id', 'in', memberIds)
    .where('round.status', '=', 'open')
    .orderBy('turnout.round_id');
  // One whose time is over is as good as closed.
  if (running) query = query.where(sql<boolean>`clock_timestamp() <= round.closes_at`);
  return query.execute();
}

/** Where both have voted in a round that is closed, each stays with the id of its time: so many were counted. */
export async function moveTurnout(db: Db, { from, into }: Pair): Promise<void> {
  await sql`
    update turnout set member_id = ${into}::uuid where member_id = ${from}::uuid and not exists (
      select 1 from turnout other where other.round_id = turnout.round_id and other.member_id = ${into}::uuid)`.execute(db);
}

/** What still waits for its second worker; of two for one voter the older goes. */
export async function movePaper(db: Db, { from, into }: Pair, at: Date): Promise<void> {
  await sql`
    update paper_ballot set state = 'withdrawn', choices = null, ended_at = coalesce(ended_at, ${at}::timestamptz)
    where member_id = ${from}::uuid and state in ('entered', 'confirmed') and exists (
      select 1 from paper_ballot other where other.round_id = paper_ballot.round_id and other.member_id = ${into}::uuid
        and other.state in ('entered', 'confirmed'))`.execute(db);
  await db.updateTable('paper_ballot').set({ member_id: into }).where('member_id', '=', from).execute();
  // Whoever entered it does not confirm it, whichever of their identities they come with.
  await db
    .updateTable('paper_ballot')
    .set({ entered_by: into })
    .where('entered_by', '=', from)
    .where('state', '=', 'entered')
    .execute();
}

export const moveAuthorship = (db: Db, { from, into }: Pair) =>
  db.updateTable('round').set({ author_id: into }).where('author_id', '=', from).execute();

export const withdrawPaperOf = (db: Db, memberIds: readonly string[], at: Date) =>
  db
    .updateTable('paper_ballot')
    .set({ state: 'withdrawn', choices: null, ended_at: at })
    .where('member_id', 'in', memberIds)
    .where('state', '=', 'entered')
    .execute();

export const turnoutKept = (db: Db, memberIds: readonly string[]) =>
  db
    .selectFrom('turnout')
    .innerJoin('round', 'round.id', 'turnout.round_id')
    .innerJoin('round_words', 'round_words.round_id', 'turnout.round_id')
    .innerJoin('area', 'area.id', 'round.area_id')
    .select(['turnout.round_id as round', 'round_words.title', 'area.slug as area', 'turnout.origin', 'turnout.revision'])
    .select('round.closes_at')
    .where('turnout.member_id', 'in', memberIds)
    .orderBy('round.closes_at')
    .orderBy('round.id')
    .execute();

/** Ballots that workers entered for somebody. */
export const paperKept = (db: Db, memberIds: readonly string[]) =>
  db
    .selectFrom('paper_ballot')
    .select(['round_id as round', 'state', 'entered_at'])
    .where('member_id', 'in', memberIds)
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
