import type { RoundOf, RoundStatus } from '@five-micro/contract';
import { sql } from 'kysely';
import type { Db } from '../ports.ts';
import { prepared } from '../db/prepared.ts';

export const insertKey = (db: Db, roundId: string, sealed: Uint8Array) =>
  db.insertInto('round_key').values({ round_id: roundId, sealed }).execute();

/** Sealed; undefined before a round opens and after it has closed. */
export const keyOf = async (db: Db, roundId: string): Promise<Uint8Array | undefined> =>
  (await db.selectFrom('round_key').select('sealed').where('round_id', '=', roundId).executeTakeFirst())?.sealed;

/** What a ballot is prepared from: a round that is open, its key, and where this member's ballot lies. */
export const preparation = (db: Db, roundId: string, memberId: string) =>
  db
    .selectFrom('round')
    .innerJoin('area', 'area.id', 'round.area_id')
    // A draft that was discarded has none.
    .innerJoin('round_words', 'round_words.round_id', 'round.id')
    .leftJoin('round_key', 'round_key.round_id', 'round.id')
    .leftJoin('turnout', (join) => join.onRef('turnout.round_id', '=', 'round.id').on('turnout.member_id', '=', memberId))
    .select(['round.id', 'round.status', 'round.root_id', 'round.area_id', 'round.opens_at', 'round.closes_at', 'round.opening'])
    .select(['area.path as area_path', 'round_key.sealed', 'turnout.keyed_by', 'turnout.revision as stands'])
    .select(sql<Date>`clock_timestamp()`.as('now'))
    .where('round.id', '=', roundId)
    .executeTakeFirst();

/** The identity that a member's slot and receipt are made of: their own, unless they voted before two became one. */
export const keyedBy = async (db: Db, roundId: string, memberId: string): Promise<string> =>
  (
    await db
      .selectFrom('turnout')
      .select('keyed_by')
      .where('round_id', '=', roundId)
      .where('member_id', '=', memberId)
      .executeTakeFirst()
  )?.keyed_by ?? memberId;

export interface NewBallot {
  roundId: string;
  memberId: string;
  keyedBy: string;
  slot: Uint8Array;
  /** The receipt's. */
  hash: string;
  choices: readonly string[];
  /** Null: the next. */
  revision: number | null;
  at: Date;
}

/** What came of a ballot. */
export interface Cast {
  root_id: number;
  area_id: number;
  kind: RoundOf;
  status: RoundStatus;
  eligible: boolean;
  /** Null where nothing was changed: another revision stands. */
  revision: number | null;
  /** It is the voter's first in this round. */
  first: boolean | null;
}

/**
 * Casts: who voted, what was chosen, and the receipt, if the round takes ballots at this moment (see `cast_ballot()`).
 * Answers nothing where it takes none.
 */
export async function castOnScreen(db: Db, residentOf: readonly number[], ballot: NewBallot): Promise<Cast | undefined> {
  const { rows } = await sql<Cast>`${prepared}
    select * from cast_ballot(
      ${ballot.roundId}::uuid, ${ballot.memberId}::uuid, ${sql.val(residentOf)}::integer[], ${ballot.keyedBy}::uuid,
      ${ballot.slot}::bytea, ${ballot.hash}::text, ${sql.val(ballot.choices)}::uuid[], ${ballot.revision}::integer,
      ${ballot.at}::timestamptz
    )`.execute(db);
  return rows[0];
}

/** A paper ballot that was confirmed: revision 0, so that any from a screen goes before it. False where somebody has voted. */
export async function castOnPaper(db: Db, ballot: Omit<NewBallot, 'revision' | 'at'>): Promise<boolean> {
  const { rows } = await sql<{ revision: number }>`
    with voted as (
      insert into turnout (round_id, member_id, keyed_by, origin, revision)
      values (${ballot.roundId}::uuid, ${ballot.memberId}::uuid, ${ballot.keyedBy}::uuid, 'paper', 0)
      on conflict do nothing returning revision
    ), marked as (
      insert into ballot (round_id, slot, choices, revision)
      select ${ballot.roundId}::uuid, ${ballot.slot}::bytea, ${sql.val(ballot.choices)}::uuid[], revision from voted
    ), noted as (
      insert into receipt (round_id, hash) select ${ballot.roundId}::uuid, ${ballot.hash}::text from voted
    )
    select revision from voted`.execute(db);
  return rows.length > 0;
}

/** The ballot that lies in a slot. */
export const ballotIn = (db: Db, roundId: string, slot: Uint8Array) =>
  db
    .selectFrom('ballot')
    .select(['choices', 'revision'])
    .where('round_id', '=', roundId)
    .where('slot', '=', slot)
    .executeTakeFirst();

export const hasReceipt = async (db: Db, roundId: string, hash: string): Promise<boolean> =>
  (await db.selectFrom('receipt').select('hash').where('round_id', '=', roundId).where('hash', '=', hash).executeTakeFirst()) !==
  undefined;

/** Takes somebody's ballot out of a round that is not closed: all three rows of it. */
export async function removeBallot(
  db: Db,
  { roundId, memberId, slot, hash }: Pick<NewBallot, 'roundId' | 'memberId' | 'slot' | 'hash'>,
): Promise<void> {
  await db.deleteFrom('turnout').where('round_id', '=', roundId).where('member_id', '=', memberId).execute();
  await db.deleteFrom('ballot').where('round_id', '=', roundId).where('slot', '=', slot).execute();
  await db.deleteFrom('receipt').where('round_id', '=', roundId).where('hash', '=', hash).execute();
  // Where it had come on paper, that is not what counts any more.
  await db
    .updateTable('paper_ballot')
    .set({ state: 'superseded' })
    .where('round_id', '=', roundId)
    .where('member_id', '=', memberId)
    .where('state', '=', 'confirmed')
    .execute();
}
