import { sweepActions } from '../actions/sweeping.ts';
import { recordEvent } from '../db/events.ts';
import { forgetErased } from '../identity/erased.ts';
import type { Db, Ports } from '../ports.ts';
import { tellOverdue } from '../projects/overdue.ts';
import { expireContacts } from '../rights/retention.ts';
import { sweepRounds } from '../rounds/ending.ts';
import { deleteLoose } from '../uploads/statements.ts';
import { lapseOverdue } from './deed.ts';
import { changeWish, deleteOldKeys, factsOf, lockExpired, lockOverdue } from './statements.ts';

export interface Swept {
  lapsed: number;
  expired: number;
  /** Actions that have begun, and those that ended without anyone saying so. */
  closed: number;
  finished: number;
  /** Rounds of voting whose time is over. */
  rounds: number;
  /** Corrections whose day has passed without an answer. */
  overdue: number;
  /** Contact details that were kept for long enough. */
  contacts: number;
  uploads: number;
  keys: number;
  /** Accounts whose erasure need not be remembered any longer. */
  erased: number;
}

/** Wishes in one transaction: few, so that nobody waits long for one of them. */
const batch = 50;
const day = 24 * 60 * 60 * 1000;

/**
 * Writes down what time has done: leases that ended, wishes whose day has passed, and forgets what lives a day.
 * Several processes may sweep at once: wishes that someone holds are skipped and met again the next time.
 */
export async function sweep(ports: Pick<Ports, 'db' | 'clock' | 'blobs' | 'random' | 'tally'>): Promise<Swept> {
  const at = ports.clock();
  const yesterday = new Date(at.getTime() - day);
  return {
    lapsed: await inBatches(ports, (db) => lapseBatch(db, at)),
    expired: await inBatches(ports, (db) => expireBatch(db, at)),
    ...(await sweepActions(ports)),
    ...(await sweepRounds(ports)),
    overdue: await tellOverdue(ports),
    contacts: await inBatches(ports, (db) => contactBatch(db, at)),
    uploads: await ports.db.transaction().execute((db) => deleteLoose(db, ports.blobs, yesterday)),
    keys: await deleteOldKeys(ports.db, yesterday),
    erased: await forgetErased(ports.db, at),
  };
}

/** What one transaction did, and whether more may wait. */
interface Step {
  done: number;
  more: boolean;
}

async function inBatches({ db }: Pick<Ports, 'db'>, step: (db: Db) => Promise<Step>): Promise<number> {
  let total = 0;
  for (let more = true; more; ) {
    const taken = await db.transaction().execute(step);
    total += taken.done;
    more = taken.more;
  }
  return total;
}

async function lapseBatch(db: Db, at: Date): Promise<Step> {
  const wishes = await lockOverdue(db, at, batch);
  let done = 0;
  // A helper may have reported it done between the search and the lock: then nothing lapses.
  for (const wish of wishes) if (await lapseOverdue(db, wish, at)) done += 1;
  return { done, more: wishes.length === batch };
}

async function expireBatch(db: Db, at: Date): Promise<Step> {
  const wishes = await lockExpired(db, at, batch);
  for (const wish of wishes) {
    const now = await changeWish(db, wish.id, { status: 'expired', ended_at: at, updated_at: at });
    await recordEvent(db, {
      type: 'wish.expired',
      area: { id: wish.area_id, root_id: wish.root_id },
      at,
      wishId: wish.id,
      data: factsOf(now),
      notify: [wish.wisher_id],
    });
  }
  return { done: wishes.length, more: wishes.length === batch };
}

async function contactBatch(db: Db, at: Date): Promise<Step> {
  const done = await expireContacts(db, at, batch);
  return { done, more: done === batch };
}
