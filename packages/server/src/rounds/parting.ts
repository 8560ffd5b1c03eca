import type { Pair } from '../members/merge-statements.ts';
import type { Db, Ports } from '../ports.ts';
import { removeBallot } from './ballot-statements.ts';
import { placeOf } from './casting.ts';
import { openKeys } from './keys.ts';
import { holdVotedRounds, moveAuthorship, movePaper, moveTurnout, type Voted, withdrawPaperOf } from './parting-statements.ts';

interface Parting {
  ports: Pick<Ports, 'secrets'>;
  db: Db;
  at: Date;
}

/**
 * Someone erases themself: where a vote still runs their ballot goes with them, or they could come back as somebody new
 * and vote once more. What is over stays counted, under their pseudonym. Their row is held alone, so they cast nothing
 * meanwhile.
 */
export async function leaveRounds(parting: Parting, memberIds: readonly string[]): Promise<void> {
  for (const voted of await holdVotedRounds(parting.db, memberIds, { running: true })) await withdraw(parting, voted);
  await withdrawPaperOf(parting.db, memberIds, parting.at);
}

/**
 * Of two identities of one person one stays, and has one vote: where both have voted and the round has not closed, the
 * ballot from a screen stands, and of two alike that of the identity that stays. Both are held.
 */
export async function mergeRounds(parting: Parting, pair: Pair): Promise<void> {
  const { db, at } = parting;
  const voted = await holdVotedRounds(db, [pair.from, pair.into], { running: false });
  for (const going of voted.filter(({ member_id }) => member_id === pair.from)) {
    const staying = voted.find(({ round_id, member_id }) => round_id === going.round_id && member_id === pair.into);
    if (staying) await withdraw(parting, staying.origin === 'paper' && going.origin === 'screen' ? staying : going);
  }
  await moveTurnout(db, pair);
  await movePaper(db, pair, at);
  await moveAuthorship(db, pair);
}

async function withdraw(
  { ports, db }: Parting,
  { round_id: roundId, member_id: memberId, keyed_by, sealed }: Voted,
): Promise<void> {
  const place = await placeOf(await openKeys(ports.secrets, sealed), roundId, keyed_by);
  await removeBallot(db, { ...place, roundId, memberId });
}
