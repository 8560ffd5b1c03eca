import { unwatchFile, watchFile } from 'node:fs';
import { createIssuers, type Issuers } from '../identity/issuers.ts';
import type { KeyPorts } from '../identity/remote-keys.ts';
import type { Log } from '../ports.ts';
import { readIssuers } from './issuers-file.ts';
import { messageOf, PlainError } from './plain-error.ts';

/** Milliseconds between two looks at the file. */
const lookEvery = 5_000;

/** The portals of a file. @throws {PlainError} where it cannot be used. */
export async function openIssuers(path: string, ports: KeyPorts): Promise<Issuers> {
  const configs = await readIssuers(path);
  return createIssuers(configs, ports).catch((error: unknown) => {
    throw new PlainError(`${path}: ${messageOf(error)}`);
  });
}

/**
 * The portals of a file, read anew when it changes: one more is no reason to stop everybody. A file that cannot be used
 * is said in the log, and those from before stay.
 * @throws {PlainError} where it cannot be used at the start
 */
export async function watchIssuers(
  path: string,
  ports: KeyPorts & { log: Log },
  interval = lookEvery,
): Promise<Issuers & { stop(): void }> {
  const read = () => openIssuers(path, ports);
  const state: { now: Issuers; renewed: boolean } = { now: await createIssuers([]), renewed: false };
  const changed = (): void => {
    read().then(
      (next) => {
        state.now = next;
        state.renewed = true;
        ports.log.info('ISSUERS_FILE was read anew.');
      },
      (error: unknown) =>
        ports.log.error('ISSUERS_FILE has changed and cannot be used: those from before stay.', { error: messageOf(error) }),
    );
  };
  const stop = () => unwatchFile(path, changed);
  // Watched before it is read: what is written in between would not be met until the next change.
  watchFile(path, { persistent: false, interval }, changed);
  const first = await read().catch((error: unknown) => {
    stop();
    throw error;
  });
  if (!state.renewed) state.now = first;
  return {
    get: (iss) => state.now.get(iss),
    all: () => state.now.all(),
    origins: () => state.now.origins(),
    stop,
  };
}
