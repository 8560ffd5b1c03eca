import { createIssuers, type Issuers } from '../identity/issuers.ts';
import type { KeyPorts } from '../identity/remote-keys.ts';
import type { Log } from '../ports.ts';
import { versionOf } from './file-version.ts';
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
  const version = () => versionOf(path).catch(() => 'gone');
  // Which file it was is asked before it is read: whoever writes meanwhile is met with the first look.
  let seen = await version();
  let now = await openIssuers(path, ports);
  let looking = false;

  async function look(): Promise<void> {
    const found = await version();
    if (found === seen) return;
    seen = found;
    try {
      now = await openIssuers(path, ports);
      ports.log.info('ISSUERS_FILE was read anew.');
    } catch (error) {
      ports.log.error('ISSUERS_FILE has changed and cannot be used: those from before stay.', { error: messageOf(error) });
    }
  }
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  }, interval);
  timer.unref();
  return {
    get: (iss) => now.get(iss),
    all: () => now.all(),
    origins: () => now.origins(),
    stop: () => clearInterval(timer),
  };
}
