import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyShelf } from '../identity/remote-keys.ts';
import { hasCode } from './once-file.ts';
import { writeOver } from './write-over.ts';

/** The last good keys of each portal, as files: public keys, of which nothing is secret. */
export function keyShelf(dataDir: string): KeyShelf {
  const folder = join(dataDir, 'issuer-keys');
  const fileOf = (name: string) => join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 32)}.json`);
  return {
    async read(name) {
      try {
        return await readFile(fileOf(name), 'utf8');
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined;
        throw error;
      }
    },
    async write(name, set) {
      await mkdir(folder, { recursive: true });
      await writeOver(fileOf(name), set);
    },
  };
}
