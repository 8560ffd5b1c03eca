import type { StarPage, StarQuery } from '@five-micro/sdk';
import { type FiveMicroCore, starsIn } from '@five-micro/sdk';

/** As many as the server answers at once. */
const pageful = 100;

/** As many stars as were shown, page by page: loaded when someone has gone on below the first. */
export async function deepStars(
  client: FiveMicroCore,
  query: StarQuery & { area: string },
  depth: number,
  signal: AbortSignal,
): Promise<StarPage> {
  const { list } = starsIn(client);
  let page = await list({ ...query, contests: 'true', limit: Math.min(depth, pageful) }, { signal });
  while (page.nextCursor && page.items.length < depth) {
    const limit = Math.min(pageful, depth - page.items.length);
    const next = await list({ ...query, limit, cursor: page.nextCursor }, { signal });
    page = { ...page, items: [...page.items, ...next.items], nextCursor: next.nextCursor };
  }
  return page;
}
