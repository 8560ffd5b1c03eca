import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import type { Ports } from '../ports.ts';
import { conclude } from './closing.ts';
import { dueRounds, sweepAway } from './closing-statements.ts';
import { approach } from './deed.ts';
import { isDue } from './lifecycle.ts';
import { lockRound, roundById, type RoundRecord } from './statements.ts';

type Clocked = Pick<Ports, 'db' | 'clock' | 'random' | 'tally'>;

/** What this process is at with one database. */
interface Work {
  /** Rounds that are being closed. */
  closing: Map<string, Promise<boolean>>;
  /** Nothing was closed since what closing leaves behind was swept away. */
  swept: boolean;
}
const works = new WeakMap<Ports['db'], Work>();

function workOn(db: Ports['db']): Work {
  const work = works.get(db) ?? { closing: new Map(), swept: false };
  works.set(db, work);
  return work;
}

/** A worker ends it: before its time with a reason, which is published. */
export async function close(call: Call<'rounds.close'>, db: Transaction<Database>): Promise<string> {
  const deed = await approach(call, db, 'rounds.close');
  const early = !isDue(deed.round);
  const { reason } = call.body;
  if (early && reason === undefined) throw new Refusal('request.invalid', { fields: [{ path: 'reason', code: 'required' }] });
  await conclude(deed, deed.round, early ? reason : undefined);
  return deed.round.id;
}

/** Once a round is closed: what that leaves behind waits for the sweeper. */
export function leaveToSweeper({ db }: Pick<Ports, 'db'>): void {
  workOn(db).swept = false;
}

/**
 * Closes one whose time is over; whoever else is at it is waited for, in this process without a connection to the
 * database: everybody who has the round on their screen asks at that moment. Answers whether there was anything to do.
 */
function closeDue(ports: Clocked, id: string): Promise<boolean> {
  const work = workOn(ports.db);
  const begun = work.closing.get(id);
  if (begun) return begun;
  const closing = closeNow(ports, id).finally(() => {
    work.closing.delete(id);
    leaveToSweeper(ports);
  });
  work.closing.set(id, closing);
  return closing;
}

const closeNow = (ports: Clocked, id: string): Promise<boolean> =>
  ports.db.transaction().execute(async (db) => {
    const round = await lockRound(db, id);
    if (!round || !isDue(round)) return false;
    await conclude({ ports, db, at: ports.clock(), actorId: null }, round);
    return true;
  });

/** A round as it is now: one whose time is over is closed first, so that nobody sees it open. */
export async function currentRound({ ports }: Pick<Context, 'ports'>, id: string): Promise<RoundRecord | undefined> {
  const round = await roundById(ports.db, id);
  if (!round || !isDue(round)) return round;
  await closeDue(ports, id);
  return roundById(ports.db, id);
}

/**
 * Closes what nobody looks at. Each is a transaction of its own, so that what goes wrong with one keeps no other open.
 * Then what was deleted is taken out of the database's files too, where until then it only is not shown any more.
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
  const work = workOn(ports.db);
  if (!work.swept) {
    work.swept = true;
    await sweepAway(ports.db).catch((failure: unknown) => {
      work.swept = false;
      failures.push(failure);
    });
  }
  if (failures.length > 0) throw failures[0];
  return { rounds };
}
