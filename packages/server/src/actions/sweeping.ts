import type { Db, Ports } from '../ports.ts';
import { dueToClose, dueToFinish, lockFree, withRoom } from './attendance-statements.ts';
import { forgetTries } from './check-in-statements.ts';
import { conclude } from './credit.ts';
import { type Hand, tell } from './deed.ts';
import { promote } from './signing-up.ts';
import { type ActionRow, changeAction } from './statements.ts';
import { finishLate, hasBegun } from './times.ts';

export interface SweptActions {
  /** Actions that have begun: nobody signs up any more. */
  closed: number;
  /** Actions that their organisers forgot. */
  finished: number;
  /** Actions where someone who waited has become free. */
  filled: number;
}

const hour = 60 * 60 * 1000;

/**
 * Writes down what time has done to actions. Each is a transaction of its own, so that what goes wrong with one leaves
 * nothing half and keeps no other waiting; of several processes one has each, as what is held is passed over.
 * @throws what went wrong first, once all others are done
 */
export async function sweepActions(ports: Pick<Ports, 'db' | 'clock' | 'random'>): Promise<SweptActions> {
  const at = ports.clock();
  const endedBy = new Date(at.getTime() - finishLate);
  const failures: unknown[] = [];
  const closed = await each(ports, at, { ids: await dueToClose(ports.db, at), step: close, failures });
  const finished = await each(ports, at, { ids: await dueToFinish(ports.db, endedBy), step: end(endedBy), failures });
  const filled = await each(ports, at, { ids: await withRoom(ports.db, at), step: fill, failures });
  await forgetTries(ports.db, new Date(at.getTime() - hour));
  if (failures.length > 0) throw failures[0];
  return { closed, finished, filled };
}

/** Answers whether there was anything to do: someone else may have been faster. */
type Step = (hand: Hand, action: ActionRow) => Promise<boolean>;

interface Round {
  ids: readonly string[];
  step: Step;
  failures: unknown[];
}

async function each(ports: Pick<Ports, 'db' | 'clock' | 'random'>, at: Date, { ids, step, failures }: Round): Promise<number> {
  let done = 0;
  const one = async (db: Db, id: string) => {
    const action = await lockFree(db, id);
    return action !== undefined && step({ ports, db, at, actorId: null }, action);
  };
  for (const id of ids) {
    try {
      if (await ports.db.transaction().execute((db) => one(db, id))) done += 1;
    } catch (failure) {
      failures.push(failure);
    }
  }
  return done;
}

async function close(hand: Hand, action: ActionRow): Promise<boolean> {
  const { db, at } = hand;
  if (action.status !== 'open' || !hasBegun(action, at)) return false;
  const now = await changeAction(db, action.id, { status: 'closed', updated_at: at });
  await tell(hand, 'action.closed', now);
  return true;
}

/** Whoever was passed over, because they had something else at that time, may have given that up since. */
async function fill(hand: Hand, action: ActionRow): Promise<boolean> {
  return (await promote(hand, action)).taken > action.taken;
}

const end =
  (endedBy: Date): Step =>
  async (hand, action) => {
    if ((action.status !== 'open' && action.status !== 'closed') || action.ends_at > endedBy) return false;
    await conclude(hand, action);
    return true;
  };
