import type { Db } from '../ports.ts';
import { paperKept, turnoutKept } from './parting-statements.ts';

/** Where somebody has voted, and by what way. What they chose is nobody's to say once a round has closed. */
export async function votesKept(db: Db, ids: readonly string[]) {
  const papers = await paperKept(db, ids);
  return {
    rounds: (await turnoutKept(db, ids)).map(({ closes_at, ...voted }) => ({ ...voted, closesAt: closes_at.toISOString() })),
    paper: papers.map(({ entered_at, ...paper }) => ({ ...paper, enteredAt: entered_at.toISOString() })),
  };
}
