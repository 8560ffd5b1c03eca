import { deliverTo, mourned, type WebhookPorts } from './delivering.ts';
import { buryDead, webhooksDue } from './statements.ts';

const every = 1000;
const buryEvery = 3_600_000;
/** Portals that are told at the same time. */
const most = 16;

/**
 * Sends what is due, a lane for each portal, so that one that hangs keeps nobody else's waiting; until it is stopped:
 * what is on its way then is tried again later.
 */
export function deliverRegularly(ports: WebhookPorts): { stop(): Promise<void> } {
  const { db, clock, log } = ports;
  const stopping = new AbortController();
  const { signal } = stopping;
  const lanes = new Map<string, Promise<void>>();
  let looking: Promise<void> | undefined;
  let buriedAt = Number.NEGATIVE_INFINITY;

  const failed = (error: unknown) =>
    log.error('Telling portals failed.', { error: error instanceof Error ? error.name : 'unknown' });

  async function look(): Promise<void> {
    const now = clock().getTime();
    if (now - buriedAt >= buryEvery) {
      buriedAt = now;
      await buryDead(db, new Date(now - mourned));
    }
    for (const id of await webhooksDue(db, clock()))
      if (!lanes.has(id) && lanes.size < most && !signal.aborted) lanes.set(id, lane(id));
  }

  async function lane(id: string): Promise<void> {
    try {
      while (!signal.aborted && (await deliverTo(ports, id, signal)) > 0);
    } catch (error) {
      failed(error);
    } finally {
      lanes.delete(id);
    }
  }

  const timer = setInterval(() => {
    looking ??= look()
      .catch(failed)
      .finally(() => {
        looking = undefined;
      });
  }, every);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await looking;
      await Promise.all(lanes.values());
    },
  };
}
