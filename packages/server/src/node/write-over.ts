import { randomBytes } from 'node:crypto';
import { chown, rename, stat, writeFile } from 'node:fs/promises';

/** Writes a file in one piece, so that nobody reads half of it. It stays whose it was; a new one is its owner's alone. */
export async function writeOver(path: string, text: string): Promise<void> {
  const before = await stat(path).catch(() => undefined);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, text, { mode: before ? before.mode & 0o777 : 0o600, flag: 'wx' });
  // Where an administrator writes for the account that the server runs as.
  if (before) await chown(draft, before.uid, before.gid).catch(() => undefined);
  await rename(draft, path);
}
