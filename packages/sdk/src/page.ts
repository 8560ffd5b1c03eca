import type { Page } from '@five-micro/contract';

/**
 * A list. `await` gives its first page, `for await` walks through the items of all pages; nothing is asked before,
 * and one page is asked for once.
 */
export interface List<T, P extends Page<T> = Page<T>> extends PromiseLike<P>, AsyncIterable<T> {
  /**
   * The first items, over as many pages as it takes.
   * @example
   * const hundred = await client.wishes.list({ status: 'open' }).toArray({ limit: 100 });
   */
  toArray(most: { limit: number }): Promise<T[]>;
}

/** `load` is given the cursor of the page before, null for the first page. */
export function listOf<T, P extends Page<T>>(load: (cursor: string | null) => Promise<P>): List<T, P> {
  let first: Promise<P> | undefined;
  const begin = () => (first ??= load(null));

  async function* items() {
    for (let page = await begin(); ; page = await load(page.nextCursor)) {
      yield* page.items;
      if (page.nextCursor === null) return;
    }
  }

  return {
    // biome-ignore lint/suspicious/noThenProperty: a list is awaited for its first page.
    then: (done, failed) => begin().then(done, failed),
    [Symbol.asyncIterator]: items,
    async toArray({ limit }) {
      const found: T[] = [];
      if (limit > 0) {
        // Looking for one more than wanted would ask for another page.
        for await (const item of items()) if (found.push(item) >= limit) break;
      }
      return found;
    },
  };
}
