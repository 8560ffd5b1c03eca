// The drop-in files are built when they are missing or older than what they are made of.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const made = join(root, 'packages/components/dist/embed/manifest.json');
const sources = [
  'packages/contract/src',
  'packages/tally/src',
  'packages/sdk/src',
  'packages/components/src',
  'examples/recount',
  'examples/configurator',
];
const files = [
  'vite.embed.config.ts',
  'package-lock.json',
  // Its version is written into the files.
  'packages/components/package.json',
  ...['embed-files', 'embed-link', 'embed-plugins', 'syntax'].map((part) => `scripts/${part}.mjs`),
];

const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const newestSource = () =>
  Math.max(
    ...files.map((file) => changed(join(root, file))),
    ...sources.flatMap((folder) =>
      // The folder itself as well, which changes where a file is taken out of it.
      ['.', ...readdirSync(join(root, folder), { recursive: true })]
        .filter((name) => !name.endsWith('.test.ts'))
        .map((name) => changed(join(root, folder, name))),
    ),
  );

export async function ensureEmbed() {
  if (changed(made) >= newestSource()) return;
  console.log('Building the drop-in files …');
  const { build } = await import('vite');
  // Which the configuration sets: whoever asks goes on with their own.
  const { NODE_ENV: before } = process.env;
  try {
    await build({ configFile: join(root, 'vite.embed.config.ts'), root, logLevel: 'warn' });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

if (import.meta.main) await ensureEmbed();
