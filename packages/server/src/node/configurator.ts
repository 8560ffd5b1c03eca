import type { Folder } from './files.ts';
import { openFolder } from './static.ts';

/**
 * Where a webmaster chooses what to put on a page (`/embed/`), and the areas that the tree of this server begins with.
 * The page is for everybody, as the drop-in files are.
 */
export function openConfigurator(roots: () => Promise<readonly string[]>): Folder {
  const pages = openFolder('configurator');
  return async (request, path) =>
    path === 'areas.json'
      ? Response.json({ roots: await roots() }, { headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } })
      : pages(request, path);
}
