import type { Closing, Outcomes } from '@five-micro/tally/record';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Db } from '../ports.ts';

/** All of a round but what came of it: that is long, and few ask for it. */
const facts = [
  ...(['id', 'root_id', 'area_id', 'author_id', 'kind', 'status', 'opens_at', 'closes_at', 'live', 'tie', 'cut_off'] as const),
  ...(['ballot_type', 'ballot_min', 'ballot_max', 'rule', 'completion', 'winners', 'budget', 'electorate'] as const),
  ...(['public_key', 'opening', 'opening_digest', 'closing', 'closing_digest'] as const),
  ...(['created_at', 'opened_at', 'closed_at', 'updated_at'] as const),
].map((name) => `round.${name}` as const);

/** A round with its words and its area, and the database's clock: that alone says whether it takes ballots. */
export const roundRecords = (db: Db) =>
  db
    .selectFrom('round')
    .innerJoin('round_words', 'round_words.round_id', 'round.id')
    .innerJoin('area', 'area.id', 'round.area_id')
    .select(facts)
    .select([
      'round_words.title',
      'round_words.reason',
      'area.slug as area_slug',
      'area.name as area_name',
      'area.name_en as area_name_en',
      'area.path as area_path',
    ])
    .select(sql<Date>`clock_timestamp()`.as('now'));

export type RoundRecord = Awaited<ReturnType<ReturnType<typeof roundRecords>['executeTakeFirstOrThrow']>>;
export type RoundRow = Selectable<Database['round']>;

export const roundById = (db: Db, id: string): Promise<RoundRecord | undefined> =>
  roundRecords(db).where('round.id', '=', id).executeTakeFirst();

/**
 * A round, held until the transaction ends: whoever opens or closes it waits until every ballot under way is in, and
 * none begins meanwhile. It is held first and read then, or the words would be those of before.
 */
export async function lockRound(db: Db, id: string): Promise<RoundRecord | undefined> {
  await db.selectFrom('round').select('id').where('id', '=', id).forNoKeyUpdate().execute();
  return roundById(db, id);
}

export async function insertRound(db: Db, round: Insertable<Database['round']>, title: string): Promise<RoundRow> {
  const made = await db.insertInto('round').values(round).returningAll().executeTakeFirstOrThrow();
  await db.insertInto('round_words').values({ round_id: made.id, title }).execute();
  return made;
}

/** What came of a round; null before its close. */
export const outcomesOfRound = async (db: Db, id: string): Promise<Outcomes | null> =>
  (await db.selectFrom('round').select('outcome').where('id', '=', id).executeTakeFirst())?.outcome ?? null;

/** Changes a round that is held, and answers it as it is then. */
export const changeRound = (db: Db, id: string, change: Updateable<Database['round']>): Promise<RoundRow> =>
  db.updateTable('round').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow();

export const changeRoundWords = (db: Db, id: string, change: Updateable<Database['round_words']>) =>
  db.updateTable('round_words').set(change).where('round_id', '=', id).execute();

/** Events name a round for good, so its row stays: without words it is nowhere any more. */
export async function forgetDraft(db: Db, id: string): Promise<void> {
  await db.deleteFrom('round_option').where('round_id', '=', id).execute();
  await db.deleteFrom('round_words').where('round_id', '=', id).execute();
}

export interface OptionRow {
  round_id: string;
  option_id: string;
  /** In fen. */
  cost: number | null;
}

/** What some rounds offer, in the order in which it was put down. */
export async function optionsOf(db: Db, roundIds: readonly string[]): Promise<OptionRow[]> {
  if (roundIds.length === 0) return [];
  const rows = await db
    .selectFrom('round_option')
    .select(['round_id', 'option_id', 'cost'])
    .where('round_id', 'in', roundIds)
    .orderBy('round_id')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, cost: row.cost === null ? null : Number(row.cost) }));
}

export async function setOptions(
  db: Db,
  roundId: string,
  options: readonly { id: string; cost: number | null }[],
): Promise<void> {
  await db.deleteFrom('round_option').where('round_id', '=', roundId).execute();
  await db
    .insertInto('round_option')
    .values(options.map(({ id, cost }, position) => ({ round_id: roundId, option_id: id, position, cost })))
    .execute();
}

export interface Turnout {
  ballots: number;
  paper: number;
}

/** How many have voted in some rounds, and how many of them on paper. What is closed was counted then. */
export async function turnoutsOf(db: Db, rounds: readonly Pick<RoundRow, 'id' | 'closing'>[]): Promise<Map<string, Turnout>> {
  const closed = rounds.flatMap(({ id, closing }): [string, Turnout][] => {
    if (closing === null) return [];
    const { ballots, paper }: Closing = JSON.parse(closing);
    return [[id, { ballots, paper }]];
  });
  const running = rounds.filter(({ closing }) => closing === null).map(({ id }) => id);
  return new Map([...closed, ...(await countTurnout(db, running))]);
}

/** Those on paper in a round that closes. */
export const paperAmong = async (db: Db, roundId: string): Promise<number> =>
  (await countTurnout(db, [roundId])).get(roundId)?.paper ?? 0;

async function countTurnout(db: Db, roundIds: readonly string[]): Promise<Map<string, Turnout>> {
  if (roundIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('turnout')
    .select('round_id')
    .select(sql<number>`count(*)::integer`.as('ballots'))
    .select(sql<number>`(count(*) filter (where origin = 'paper'))::integer`.as('paper'))
    .where('round_id', 'in', roundIds)
    .groupBy('round_id')
    .execute();
  return new Map(rows.map(({ round_id, ...counted }) => [round_id, counted]));
}

/** Someone's own part in some rounds, whichever of their identities voted. */
export async function votedBy(
  db: Db,
  roundIds: readonly string[],
  memberId: string,
): Promise<{ round_id: string; revision: number }[]> {
  if (roundIds.length === 0) return [];
  return db
    .selectFrom('turnout')
    .innerJoin('member', 'member.id', 'turnout.member_id')
    .select(['turnout.round_id', 'turnout.revision'])
    .where('turnout.round_id', 'in', roundIds)
    .where((is) => is.or([is('member.id', '=', memberId), is('member.merged_into', '=', memberId)]))
    .execute();
}

/** What an event keeps of a round. */
export const factsOf = ({ status, kind }: Pick<RoundRow, 'status' | 'kind'>) => ({ status, kind });

/** What the database's clock says: it alone decides when ballots are taken. */
export async function databaseNow(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  return rows[0]?.now ?? new Date();
}
