import { stat } from 'node:fs/promises';

/** Which state of a file it is: one that was replaced is another file. */
export async function versionOf(path: string): Promise<string> {
  const { ino, mtimeMs, size } = await stat(path);
  return `${ino} ${mtimeMs} ${size}`;
}
