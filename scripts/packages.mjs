// `npm run build:packages`: what `npm pack` puts into the packages, where it is missing or older than what it is made of.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './compile.mjs';
import { describeComponents } from './describe.mjs';
import { ensureEmbed } from './embed.mjs';
import { root } from './root.mjs';

/** Each after those that it needs. */
export const packages = ['contract', 'tally', 'sdk', 'components', 'server', 'conformance'];

const at = (path) => join(root, path);
const stamp = at('node_modules/.cache/five-micro/packages');

/** What a build leaves in `dist` beside what the compiler wrote. */
const kept = new Set(['embed', 'embed-modules.json']);

const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** When anything in a file or folder was changed last. */
const newest = (path) =>
  Math.max(
    changed(at(path)),
    ...(statSync(at(path)).isDirectory()
      ? readdirSync(at(path), { recursive: true }).map((name) => changed(join(at(path), name)))
      : []),
  );

const madeOf = [
  ...packages.flatMap((name) => [`packages/${name}/src`, `packages/${name}/package.json`]),
  ...['packages', 'compile', 'describe', 'manifest', 'frameworks'].map((name) => `scripts/${name}.mjs`),
  ...['examples/portal', 'examples/recount', 'examples/configurator', 'tsconfig.json', 'package-lock.json'],
];

function compileAnew(name) {
  const dist = at(`packages/${name}/dist`);
  mkdirSync(dist, { recursive: true });
  for (const entry of readdirSync(dist)) if (!kept.has(entry)) rmSync(join(dist, entry), { recursive: true });
  compile(`packages/${name}`);
  cpSync(at('LICENSE'), at(`packages/${name}/LICENSE`));
}

/** The server alone is enough to try everything: it brings pictures, drop-in files and the demo portal's pages. */
function completeServer() {
  const dist = at('packages/server/dist');
  const copy = (from, to, filter) => {
    rmSync(join(dist, to), { recursive: true, force: true });
    cpSync(at(from), join(dist, to), { recursive: true, ...(filter && { filter }) });
  };
  const isPicture = (path) => !path.endsWith('.svg');
  copy('packages/server/src/sample/pictures', 'sample/pictures', isPicture);
  copy('packages/components/dist/embed', 'embed');
  copy('examples/portal', 'pages/portal');
  for (const page of ['recount', 'configurator']) copy(`examples/${page}`, `pages/${page}`, (path) => !path.endsWith('.ts'));
}

/** Builds before are kept for whoever works on the next one: they are nothing to publish. */
function forgetOldBuilds() {
  const embed = at('packages/components/dist/embed');
  const { build } = JSON.parse(readFileSync(join(embed, 'manifest.json'), 'utf8'));
  for (const old of readdirSync(join(embed, 'v'))) if (old !== build) rmSync(join(embed, 'v', old), { recursive: true });
}

export async function ensurePackages() {
  await ensureEmbed();
  forgetOldBuilds();
  if (changed(stamp) >= Math.max(...madeOf.map(newest), newest('packages/components/dist/embed'))) return;
  console.log('Building the packages …');
  for (const name of packages) {
    compileAnew(name);
    if (name === 'components') await describeComponents();
  }
  completeServer();
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, '');
}

if (import.meta.main) await ensurePackages();
