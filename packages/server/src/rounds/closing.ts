import { canonical, type Closing, closingFormat, digestOf, type Opening, outcomesOf } from '@five-micro/tally/record';
import { forStrangers } from '../moderation/mask.ts';
import { ballotsOf, destroy, publishBallots, receiptsOf } from './closing-statements.ts';
import { sources, tell } from './deed.ts';
import { isDue } from './lifecycle.ts';
import type { Hand } from './sources.ts';
import { changeRound, changeRoundWords, paperAmong, type RoundRecord } from './statements.ts';

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
  const outcomes = await (ports.tally ?? outcomesOf)(opening, ballots);
  const closedAt = isDue(round) ? round.closes_at : round.now;
  const closing: Closing = {
    format: closingFormat,
    round: round.id,
    opening: round.opening_digest,
    closedAt: closedAt.toISOString(),
    ballots: ballots.length,
    paper: await paperAmong(db, round.id),
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
