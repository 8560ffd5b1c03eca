import { createSecrets, type Ring, type Secrets, UnknownKey } from '../identity/secrets.ts';
import type { Log } from '../ports.ts';
import { versionOf } from './file-version.ts';
import { readKeys, readOrMakeKeys } from './secret-file.ts';

/** Milliseconds for which the file is not looked at again. */
const patience = 1000;

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Secrets over the keys of a file as they are now. */
export const ringOf = (keys: readonly Uint8Array[]): Promise<Secrets & Ring> => createSecrets(keys, random);

/**
 * Secrets of a running server. Keys change under it: `five-micro keys` replaces the file, so the file is looked at
 * again before something is sealed, and at once where something was sealed or signed with a key that is not at hand.
 * A file that cannot be read leaves the keys as they were.
 */
export async function openKeyring(path: string, log: Log): Promise<Secrets> {
  let ring = await ringOf(await readOrMakeKeys(path));
  let version = await versionOf(path);
  let looked = performance.now();

  /** Answers whether the keys are others now. */
  async function look(): Promise<boolean> {
    looked = performance.now();
    try {
      const found = await versionOf(path);
      if (found === version) return false;
      ring = await ringOf(await readKeys(path));
      version = found;
      return true;
    } catch (error) {
      log.error('The key file could not be read again.', { error: error instanceof Error ? error.name : 'unknown' });
      return false;
    }
  }
  async function now(): Promise<Secrets> {
    if (performance.now() - looked >= patience) await look();
    return ring;
  }

  return {
    seal: async (text) => (await now()).seal(text),
    sign: async (text) => (await now()).sign(text),
    hash: async (text) => (await now()).hash(text),
    hashes: async (text) => (await now()).hashes(text),
    async open(sealed) {
      try {
        return await ring.open(sealed);
      } catch (error) {
        if (error instanceof UnknownKey && (await look())) return ring.open(sealed);
        throw error;
      }
    },
    async verify(text, signature) {
      return (await ring.verify(text, signature)) || ((await look()) && ring.verify(text, signature));
    },
  };
}
