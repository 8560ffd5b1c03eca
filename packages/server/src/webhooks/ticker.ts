import { deliverTo, mourned, type WebhookPorts } from './delivering.ts';
import { buryDead, webhookIds, webhooksDue } from './statements.ts';
import { createTurns } from './turns.ts';

const every = 1000;
const buryEvery = 3_600_000;
/** Portals that are told at the same time. */
const most = 16;

/**
 * Sends what is due, a lane for each portal, so that one that hangs keeps nobody else's waiting; until it is stopped:
 * what is on its way then is tried again later. Where there are more portals than lanes each gives its lane up after some
 * messages, and whose turn is longest ago comes next: sixteen slow ones cannot keep the seventeenth waiting for ever.
 */
export function deliverRegularly(ports: WebhookPorts, turns = createTurns()): { stop(): Promise<void> } {
  const { db, clock, log } = ports;
  const stopping = new AbortController();
  const { signal } = stopping;
  const lanes = new Map<string, Promise<void>>();
  /** Some found no lane. */
  let crowded = false;
  let looking: Promise<void> | undefined;
  let buriedAt = Number.NEGATIVE_INFINITY;

  const failed = (error: unknown) =>
    log.error('Telling portals failed.', { error: error instanceof Error ? error.name : 'unknown' });

  async function look(): Promise<void> {
    const now = clock().getTime();
    if (now - buriedAt >= buryEvery) {
      buriedAt = now;
      await buryDead(db, new Date(now - mourned));
      turns.keep(await webhookIds(db));
    }
    const due = turns.inOrder((await webhooksDue(db, clock())).filter((id) => !lanes.has(id)));
    for (const id of due.splice(0, most - lanes.size)) {
      if (signal.aborted) return;
      turns.take(id);
      lanes.set(id, lane(id));
    }
    crowded = due.length > 0;
  }

  function lookNow(): void {
    looking ??= look()
      .catch(failed)
      .finally(() => {
        looking = undefined;
      });
  }

  async function lane(id: string): Promise<void> {
    try {
      while (!signal.aborted && (await deliverTo(ports, id, signal)) > 0 && !crowded);
    } catch (error) {
      failed(error);
    } finally {
      lanes.delete(id);
      if (crowded && !signal.aborted) lookNow();
    }
  }

  const timer = setInterval(lookNow, every);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await looking;
      await Promise.all(lanes.values());
    },
  };
}
