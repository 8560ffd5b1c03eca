// A source file that is longer than this is two things in one room.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const most = 320;
const rooms = ['packages', 'mock-api', 'stories', 'examples', 'e2e', 'scripts', 'test', '.storybook'];
const notOurs = new Set(['node_modules', 'dist', 'public']);

function* sourcesIn(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !notOurs.has(entry.name)) yield* sourcesIn(path);
    else if (/\.(ts|mts|js|mjs|cjs)$/.test(entry.name)) yield path;
  }
}

const present = new Set(readdirSync(root));
const files = rooms.filter((room) => present.has(room)).flatMap((room) => [...sourcesIn(room)]);
const long = files
  .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
  .filter(({ lines }) => lines > most);

for (const { file, lines } of long) console.error(`${file}: ${lines} lines, at most ${most}`);
process.exit(long.length > 0 ? 1 : 0);
