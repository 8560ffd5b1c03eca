import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { PlainError } from './plain-error.ts';
import { hasCode, readOrMake } from './once-file.ts';

const keyLength = 32;

export const newKey = (): Uint8Array => new Uint8Array(randomBytes(keyLength));

/**
 * The master keys, the current one first: 32 random bytes each, the first made at the first start. Lose them, and
 * every contact that was sealed with them is lost.
 * @throws {PlainError} where the file is no row of keys
 */
export const readOrMakeKeys = async (path: string): Promise<Uint8Array[]> =>
  keysIn(await readOrMake(path, async () => newKey()), path);

/** The same of a file that is there: one that was just made would open nothing. */
export async function readKeys(path: string): Promise<Uint8Array[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) throw new PlainError(`There is no key file at ${path}: SECRET_FILE names it.`);
    throw error;
  });
  return keysIn(bytes, path);
}

function keysIn(bytes: Uint8Array, path: string): Uint8Array[] {
  if (bytes.length === 0 || bytes.length % keyLength !== 0) {
    throw new PlainError(
      `${path} must hold exactly 32 bytes, or several keys of 32 with the current one first; it holds ${bytes.length}.`,
    );
  }
  return Array.from(
    { length: bytes.length / keyLength },
    (_, n) => new Uint8Array(bytes.subarray(n * keyLength, (n + 1) * keyLength)),
  );
}

/** Replaces the file whole: whoever reads at that moment has the old keys or the new ones, also after a power cut. */
export async function writeKeys(path: string, keys: readonly Uint8Array[]): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(Buffer.concat(keys));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
