import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '../ports.ts';
import { type Folder, type FolderOptions, serveFolder } from './files.ts';

/** Portals pin a build by its address and integrity, and pages stay open for days: so many builds before are kept. */
const keptBuilds = 20;

/** Any page may load them. What lies below `v/` never changes; the addresses that stay are good for five minutes. */
const served: FolderOptions = {
  headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
  immutable: (path) => path.startsWith('v/'),
  otherwise: 'public, max-age=300',
};

/**
 * The drop-in files (`/embed/…`), where they are built, and those of earlier builds that this server has served, from
 * `keep`.
 */
export async function openEmbed(keep: string, log: Log, folder = builtFolder()): Promise<Folder> {
  if (folder === undefined) return async () => undefined;
  if (!existsSync(join(folder, 'v'))) {
    log.error('There are no drop-in files to load from /embed/: "npm run build" in the repository makes them.');
    return async () => undefined;
  }
  try {
    await keepBuilds(join(folder, 'v'), join(keep, 'v'));
  } catch (error) {
    log.error('The drop-in files of this version could not be kept for pages that pin them.', { error: String(error) });
  }
  const [now, before] = [serveFolder(folder, served), serveFolder(keep, served)];
  return async (request, path) => (await now(request, path)) ?? (path.startsWith('v/') ? before(request, path) : undefined);
}

async function keepBuilds(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const kept = new Set(await readdir(to));
  for (const build of await readdir(from)) {
    if (kept.has(build)) continue;
    // Under another name until it is whole: a server that is killed meanwhile leaves no half of one.
    const half = join(to, `.${build}.${process.pid}`);
    await cp(join(from, build), half, { recursive: true });
    await rename(half, join(to, build)).catch(() => rm(half, { recursive: true }));
  }
  const builds = await Promise.all(
    (await readdir(to)).map(async (build) => ({ path: join(to, build), at: (await stat(join(to, build))).mtimeMs })),
  );
  for (const { path } of builds.sort((a, b) => b.at - a.at).slice(keptBuilds)) await rm(path, { recursive: true });
}

/** Published, they lie in this package; in the repository they are built in that of the components. */
function builtFolder(): string | undefined {
  const own = fileURLToPath(new URL('../embed', import.meta.url));
  if (existsSync(own)) return own;
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@five-micro/components/package.json')), 'dist', 'embed');
  } catch {
    return undefined;
  }
}
