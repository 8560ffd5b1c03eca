// `npm run pack:packages`: what `npm install` takes in another project, in dist/packages/.
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensurePackages, packages } from './packages.mjs';
import { root } from './root.mjs';

/** Packs all of them, as they are published, and answers their files by the names of their folders. */
export async function packTo(folder) {
  await ensurePackages();
  await mkdir(folder, { recursive: true });
  const workspaces = packages.map((name) => `--workspace=packages/${name}`);
  // They are built: what each would do before it is packed has been done once for all.
  await promisify(execFile)('npm', ['pack', '--ignore-scripts', `--pack-destination=${folder}`, ...workspaces], { cwd: root });
  const files = await readdir(folder);
  return Object.fromEntries(
    packages.map((name) => [name, join(folder, files.find((file) => file.startsWith(`five-micro-${name}-`)) ?? '')]),
  );
}

if (import.meta.main) {
  const folder = join(root, 'dist/packages');
  await rm(folder, { recursive: true, force: true });
  for (const file of Object.values(await packTo(folder))) console.log(file);
}
