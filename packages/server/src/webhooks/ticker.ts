import { deliver, type WebhookPorts } from './delivering.ts';

const every = 1000;

/** Sends what is due, a round at a time, until it is stopped; what is on its way then is tried again later. */
export function deliverRegularly(ports: WebhookPorts): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= all(ports, signal)
      .catch((error: unknown) =>
        ports.log.error('Telling portals failed.', { error: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => {
        round = undefined;
      });
  }, every);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await round;
    },
  };
}

async function all(ports: WebhookPorts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await deliver(ports, signal)) > 0);
}
