// `npm run floor`: the drop-in files and the packages, as they are built, use nothing that the oldest phones lack.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowed } from './floor/allowed.mjs';
import { judge } from './floor/judge.mjs';
import { script } from './floor/scripts.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './root.mjs';

await ensurePackages();

const { entries } = JSON.parse(readFileSync(join(root, 'packages/components/dist/embed/manifest.json'), 'utf8'));
const build = `packages/components/dist/embed/${entries['five-micro.js'].path.replace(/[^/]+$/, '')}`;

/** Those that run in a browser. The drop-in files of this build are gone through by themselves. */
const folders = ['contract', 'tally', 'sdk', 'components'].map((name) => `packages/${name}/dist`);
const inPackages = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.js') && !name.startsWith('embed'))
    .map((name) => join(folder, name)),
);
const dropIn = readdirSync(join(root, build)).map((name) => join(build, name));

const files = [...dropIn, ...inPackages].map((path) => {
  const code = readFileSync(join(root, path), 'utf8');
  // The loader is what decides whether a phone is too old: the phone has to be able to read that.
  const ecmaVersion = path.endsWith('/five-micro.js') ? 2020 : 2022;
  return { path: path.replace(build, 'embed/'), code, found: script(code, { ecmaVersion }) };
});
const wrong = judge(files, allowed);
for (const line of wrong) console.error(line);
console.log(`${files.length} files`);
process.exit(wrong.length > 0 ? 1 : 0);
