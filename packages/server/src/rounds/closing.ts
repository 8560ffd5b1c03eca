import { canonical, type Closing, closingFormat, digestOf, type Opening, outcomesOf } from '@five-micro/tally/record';
import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import { forStrangers } from '../moderation/mask.ts';
import type { Ports } from '../ports.ts';
import { ballotsOf, destroy, dueRounds, publishBallots, receiptsOf } from './closing-statements.ts';
import { approach, sources, tell } from './deed.ts';
import { isDue } from './lifecycle.ts';
import type { Hand } from './sources.ts';
import { changeRound, changeRoundWords, lockRound, roundById, type RoundRecord, turnoutOf } from './statements.ts';

/** A worker ends it: before its time with a reason, which is published. */
export async function close(call: Call<'rounds.close'>, db: Transaction<Database>): Promise<string> {
  const deed = await approach(call, db, 'rounds.close');
  const early = !isDue(deed.round);
  const { reason } = call.body;
  if (early && reason === undefined) throw new Refusal('request.invalid', { fields: [{ path: 'reason', code: 'required' }] });
  await conclude(deed, deed.round, early ? reason : undefined);
  return deed.round.id;
}

/**
 * Ends a round that is held, as of its `now`, in one transaction with all that follows: whoever has cast is in, whoever comes now is
 * refused. Ballots are published in random order, the receipts as a list of their own, and what leads from members to
 * either is destroyed.
 */
export async function conclude(hand: Hand, round: RoundRecord, reason?: string): Promise<void> {
  const { db, at, ports } = hand;
  if (round.opening === null || round.opening_digest === null) throw new Error('A round that was never opened closes.');
  const opening: Opening = JSON.parse(round.opening);
  const ballots = shuffled(await ballotsOf(db, round.id), ports.random);
  const receipts = await receiptsOf(db, round.id);
  const outcomes = outcomesOf(opening, ballots);
  const closedAt = isDue(round) ? round.closes_at : round.now;
  const closing: Closing = {
    format: closingFormat,
    round: round.id,
    opening: round.opening_digest,
    closedAt: closedAt.toISOString(),
    ballots: ballots.length,
    paper: (await turnoutOf(db, [round.id])).get(round.id)?.paper ?? 0,
    counts: Object.fromEntries(outcomes.outcome.options.map(({ id, votes }) => [id, votes])),
    winners: outcomes.outcome.winners,
    ballotsDigest: await digestOf(ballots),
    receiptsDigest: await digestOf(receipts),
  };
  await publishBallots(db, round.id, ballots);
  await destroy(db, round.id, at);
  if (reason !== undefined) await changeRoundWords(db, round.id, { reason: forStrangers(reason) });
  const now = await changeRound(db, round.id, {
    status: 'closed',
    closed_at: closedAt,
    closing: canonical(closing),
    closing_digest: await digestOf(closing),
    outcome: JSON.stringify(outcomes),
    updated_at: at,
  });
  await tell(hand, 'round.closed', now, { data: { count: ballots.length }, notify: [round.author_id] });
  await sources[round.kind].closed(
    hand,
    now,
    outcomes.outcome.options.map(({ id, won, votes }) => ({ id, won, votes })),
  );
}

/** Fisher–Yates with cryptographic randomness: the order in which ballots lay in the table says nothing afterwards. */
export function shuffled<T>(items: readonly T[], random: (length: number) => Uint8Array): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = below(last + 1, random);
    const [a, b] = [order[last], order[at]];
    if (a === undefined || b === undefined) break;
    [order[last], order[at]] = [b, a];
  }
  return order;
}

function below(limit: number, random: (length: number) => Uint8Array): number {
  // Numbers of the last, incomplete turn are passed over, so that none is favoured.
  const complete = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const bytes = random(4);
    const number = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (number < complete) return number % limit;
  }
}

type Clocked = Pick<Ports, 'db' | 'clock' | 'random'>;

/** Closes one whose time is over; whoever else is at it is waited for. Answers whether there was anything to do. */
async function closeDue(ports: Clocked, id: string): Promise<boolean> {
  return ports.db.transaction().execute(async (db) => {
    const round = await lockRound(db, id);
    if (!round || !isDue(round)) return false;
    await conclude({ ports, db, at: ports.clock(), actorId: null }, round);
    return true;
  });
}

/** A round as it is now: one whose time is over is closed first, so that nobody sees it open. */
export async function currentRound({ ports }: Pick<Context, 'ports'>, id: string): Promise<RoundRecord | undefined> {
  const round = await roundById(ports.db, id);
  if (!round || !isDue(round)) return round;
  await closeDue(ports, id);
  return roundById(ports.db, id);
}

/**
 * Closes what nobody looks at. Each is a transaction of its own, so that what goes wrong with one keeps no other open.
 * @throws what went wrong first, once all others are done
 */
export async function sweepRounds(ports: Clocked): Promise<{ rounds: number }> {
  const failures: unknown[] = [];
  let rounds = 0;
  for (const id of await dueRounds(ports.db)) {
    try {
      if (await closeDue(ports, id)) rounds += 1;
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw failures[0];
  return { rounds };
}
