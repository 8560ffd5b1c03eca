import type { PublishedBallot, ReceiptCheck, RoundResults } from '@five-micro/contract';
import { hashOf, isCode, receiptName } from '@five-micro/tally/record';
import { badCursor, decodeCursor, pageOf, pageSize } from '../http/cursor.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import type { Db } from '../ports.ts';
import { hasReceipt } from './ballot-statements.ts';
import { currentRound } from './ending.ts';
import { publishedAfter } from './closing-statements.ts';
import { isVisible, relationsIn } from './lifecycle.ts';
import { liveVotes } from './live-votes.ts';
import { optionsOf, outcomesOfRound, type RoundRecord, turnoutsOf } from './statements.ts';

type Asked = Pick<Context, 'ports' | 'caller' | 'params'>;

/** The round that the path names, closed if its time is over. @throws {Refusal} `round.unknown` */
export async function visibleRound(context: Asked): Promise<RoundRecord> {
  const round = await currentRound(context, context.params['id'] ?? '');
  if (!round || !isVisible(round, relationsIn(context.caller, round))) throw new Refusal('round.unknown');
  return round;
}

/** @throws {Refusal} `round.state` before the close */
export async function closedRound(context: Asked): Promise<RoundRecord> {
  const round = await visibleRound(context);
  if (round.status !== 'closed') throw new Refusal('round.state');
  return round;
}

const turnoutIn = async (db: Db, round: RoundRecord) => (await turnoutsOf(db, [round])).get(round.id) ?? { ballots: 0, paper: 0 };

export async function readResults(call: Call<'rounds.results'>, db: Db): Promise<RoundResults> {
  const round = await visibleRound(call);
  const { ballots, paper } = await turnoutIn(db, round);
  const outcomes = await outcomesOfRound(db, round.id);
  return {
    status: round.status,
    asOf: round.now.toISOString(),
    turnout: { ballots, paper, electorate: round.electorate },
    votes: round.status === 'open' && round.live ? await votesShown(db, round, ballots) : null,
    outcome: outcomes?.outcome ?? null,
    otherwise: outcomes?.otherwise ?? null,
  };
}

async function votesShown(db: Db, { id: roundId }: RoundRecord, ballots: number) {
  const votes = await liveVotes(db, roundId, ballots);
  if (!votes) return null;
  return (await optionsOf(db, [roundId])).map(({ option_id: id }) => ({ id, votes: votes[id] ?? 0 }));
}

export async function readBallots(
  call: Call<'rounds.ballots'>,
  db: Db,
): Promise<{ items: PublishedBallot[]; nextCursor: string | null }> {
  const round = await closedRound(call);
  const size = pageSize(call.query.limit);
  const rows = await publishedAfter(db, round.id, positionAfter(call.query.cursor), size + 1);
  return pageOf(
    rows,
    size,
    (row) => row,
    ({ position }) => [position],
  );
}

function positionAfter(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const position = Number(decodeCursor(cursor, 1)[0]);
  if (!Number.isInteger(position) || position < 0 || position > 2 ** 31 - 1) throw badCursor();
  return position;
}

/** A code is looked for as its owner has copied it. @throws {Refusal} `receipt.unknown` */
export async function checkReceipt(call: Call<'rounds.receipt'>, db: Db): Promise<ReceiptCheck> {
  const round = await visibleRound(call);
  const code = call.params['code'] ?? '';
  if (!isCode(code)) throw new Refusal('receipt.unknown');
  const hash = await hashOf(receiptName(round.id, code));
  if (!(await hasReceipt(db, round.id, hash))) throw new Refusal('receipt.unknown');
  const closed = round.status === 'closed';
  const counted = closed ? (await turnoutIn(db, round)).ballots : null;
  return { state: closed ? 'counted' : 'recorded', ballots: counted, hash };
}
