import { type FiveMicroCore, isFiveMicroError, type Wish } from '@five-micro/sdk';
import type { LiveFact } from '../shared/controllers/live.ts';
import { queryOf } from './filters.ts';
import { belongs } from './narrow.ts';
import type { WishList, WishListHost } from './wish-list.ts';
import { isHelped } from './wish-note.ts';

/** More changes than this at once, and the whole list is asked for instead. */
const singly = 8;

/** What changes on a wall while it is looked at: the next page below, and each wish to which something happened. */
export class WishChanges {
  readonly #host: WishListHost;
  readonly #list: WishList;
  /** Wishes that something happened to, and whether they are shown. */
  readonly #changed = new Map<string, boolean>();
  /** The last question about each. */
  readonly #asked = new Map<string, symbol>();
  /** The next page. */
  more: 'idle' | 'busy' | 'failed' = 'idle';

  constructor(host: WishListHost, list: WishList) {
    this.#host = host;
    this.#list = list;
  }

  /** The next page. Answers its first wish, or nothing where it did not come or is no longer wanted. */
  async loadMore(): Promise<Wish | undefined> {
    const { shown } = this.#list;
    if (!shown?.nextCursor || this.more === 'busy') return undefined;
    this.#setMore('busy');
    const query = { ...queryOf(this.#host.filters), area: shown.area, limit: this.#host.limit, cursor: shown.nextCursor };
    try {
      const { items, nextCursor } = await shown.client.wishes.list(query);
      this.#setMore('idle');
      // Another question was asked meanwhile, or the list was loaded anew: this page belongs to what is gone.
      const now = this.#list.shown;
      if (now?.nextCursor !== shown.nextCursor || this.#list.state.status === 'loading') return undefined;
      const fresh = items.filter((wish) => !now.items.some(({ id }) => id === wish.id));
      this.#list.depth = now.items.length + fresh.length;
      this.#list.replace({ ...now, items: [...now.items, ...fresh], nextCursor });
      return fresh[0];
    } catch {
      this.#setMore('failed');
      return undefined;
    }
  }

  /** Something happened: asks for the wish again if it is shown, and for a new one if it belongs here. */
  heard(fact: LiveFact): void {
    if (fact.type === 'resync') void this.#list.reload();
    if (!('id' in fact) || !fact.id) return;
    const { id } = fact;
    const isShown = this.#list.shown?.items.some((wish) => wish.id === id) ?? false;
    if (!isShown && fact.type !== 'wish.published') return;
    // Facts that come together are asked for together.
    if (!this.#changed.size) queueMicrotask(() => void this.#refetch());
    this.#changed.set(id, isShown);
  }

  /** Puts in place what is known of a wish now. One that is not shown stands first. */
  put(wish: Wish): void {
    // What was asked for before is older.
    this.#asked.delete(wish.id);
    const { shown } = this.#list;
    if (!shown) return;
    const before = shown.items.find(({ id }) => id === wish.id);
    if (before && !isHelped(before) && isHelped(wish)) this.#host.turning.add(wish.id);
    const items = before ? shown.items.map((one) => (one.id === wish.id ? wish : one)) : [wish, ...shown.items];
    this.#list.replace({ ...shown, items });
  }

  async #refetch(): Promise<void> {
    const { shown } = this.#list;
    const changed = [...this.#changed];
    this.#changed.clear();
    if (!shown) return;
    if (changed.length > singly) await this.#list.reload();
    else await Promise.all(changed.map(([id, isShown]) => this.#refetchOne(shown.client, id, isShown)));
  }

  async #refetchOne(client: FiveMicroCore, id: string, isShown: boolean): Promise<void> {
    const question = Symbol();
    this.#asked.set(id, question);
    try {
      const wish = await client.wishes.get(id);
      if (this.#asked.get(id) !== question || client !== this.#list.shown?.client) return;
      if (isShown || belongs(wish, this.#host.filters)) this.put(wish);
    } catch (error) {
      // Taken down, or no longer for these eyes. Whatever else went wrong, the next fact or resync mends it.
      const { shown } = this.#list;
      if (shown && isFiveMicroError(error) && error.code === 'wish.unknown') {
        this.#list.replace({ ...shown, items: shown.items.filter((wish) => wish.id !== id) });
      }
    }
  }

  #setMore(more: WishChanges['more']): void {
    this.more = more;
    this.#host.requestUpdate();
  }
}
