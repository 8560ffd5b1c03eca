import { type FiveMicroCore, type Leaderboard, pointsIn } from '@five-micro/sdk';
import type { Question } from './board-list.ts';

/** As many lines as the server answers at once. */
const pageful = 100;

/** As many lines as were shown, page by page: loaded when someone has gone so far down a board. */
export async function deepBoard(
  client: FiveMicroCore,
  asked: Question,
  depth: number,
  signal: AbortSignal,
): Promise<Leaderboard> {
  const { leaderboard } = pointsIn(client);
  let board = await leaderboard({ ...asked, limit: pageful }, { signal });
  while (board.nextCursor && board.items.length < depth) {
    const limit = Math.min(pageful, depth - board.items.length);
    const next = await leaderboard({ ...asked, limit, cursor: board.nextCursor }, { signal });
    board = { ...board, items: [...board.items, ...next.items], nextCursor: next.nextCursor };
  }
  return board;
}
