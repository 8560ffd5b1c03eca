import { Refusal } from '../http/problem.ts';
import type { Limit } from '../http/limits.ts';
import { visitor } from '../identity/caller.ts';
import { openFolder } from './static.ts';

/** One of the areas that a tree begins with, as the page's first list has it. */
export interface Top {
  slug: string;
  name: string;
  nameEn: string;
}

/** One tree is usual. Of a server with more than this the page offers the first, and any other that its address names. */
export const topsShown = 200;

/**
 * Where a webmaster chooses what to put on a page (`/embed/`), and the areas that the trees of this server begin with:
 * what lies below them the page asks of the API, level by level. Both are for everybody, as the drop-in files are; the areas are asked of
 * the database, so they count as any visitor's read does, and are good for a minute.
 */
export function openConfigurator(tops: (atMost: number) => Promise<readonly Top[]>, limit: Limit) {
  const pages = openFolder('configurator');
  return async (request: Request, path: string, address: string): Promise<Response | undefined> => {
    if (path !== 'areas.json') return pages(request, path);
    try {
      limit(visitor, address, 'read');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const headers = { 'retry-after': error.params['seconds'] ?? '60', 'cache-control': 'no-store' };
      return Response.json({ code: error.code }, { status: 429, headers });
    }
    const headers = { 'cache-control': 'public, max-age=60', 'x-content-type-options': 'nosniff' };
    return Response.json({ roots: await tops(topsShown) }, { headers });
  };
}
