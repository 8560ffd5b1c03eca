import { type FiveMicro, isFiveMicroError, type Wish } from '@five-micro/sdk';
import type { LitElement } from 'lit';
import type { CommunityController } from '../shared/controllers/community.ts';
import type { LiveFact } from '../shared/controllers/live.ts';
import { ResourceController, type ResourceState } from '../shared/controllers/resource.ts';
import { belongs, type Filters, queryOf } from './filters.ts';
import { isHelped } from './wish-note.ts';

/** As much of a list as is shown, and where it came from. */
interface Shown {
  readonly client: FiveMicro;
  readonly area: string;
  readonly items: readonly Wish[];
  readonly nextCursor: string | null;
}

export interface WishListHost extends LitElement {
  readonly community: CommunityController;
  readonly filters: Filters;
  readonly limit: number;
}

/** More changes than this at once, and the whole list is asked for instead. */
const singly = 8;

/** The wishes on a wall: the first page, the next ones, and each one anew when it changed. */
export class WishList {
  readonly #host: WishListHost;
  readonly #resource: ResourceController<Shown>;
  /** How many are shown, so that a reload brings back as many. */
  #depth = 0;
  readonly #changed = new Map<string, boolean>();
  more: 'idle' | 'busy' | 'failed' = 'idle';
  /** Wishes that came true before the reader's eyes. */
  readonly turning = new Set<string>();

  constructor(host: WishListHost) {
    this.#host = host;
    this.#resource = new ResourceController<Shown>(host, {
      key: () => {
        const { client, area, epoch } = host.community;
        const { status, kind, category, q } = host.filters;
        return client && area ? [client, area, epoch, status, kind, category, q, host.limit] : null;
      },
      load: (signal) => this.#load(signal),
      isEmpty: ({ items }) => items.length === 0,
    });
  }

  get state(): ResourceState<Shown> {
    return this.#resource.state;
  }

  get settled(): Promise<void> {
    return this.#resource.settled;
  }

  /** What there is to show: also what answers the question before, but never another area's. */
  get shown(): Shown | undefined {
    const { value } = this.#resource;
    const { client, area } = this.#host.community;
    return value?.client === client && value?.area === area ? value : undefined;
  }

  reload(): Promise<void> {
    return this.#resource.reload();
  }

  /** The next page. Answers its first wish, or nothing where it did not come or is no longer wanted. */
  async loadMore(): Promise<Wish | undefined> {
    const { shown } = this;
    if (!shown?.nextCursor || this.more === 'busy') return undefined;
    this.#setMore('busy');
    const { status } = this.state;
    const query = { ...queryOf(this.#host.filters), area: shown.area, limit: this.#host.limit, cursor: shown.nextCursor };
    try {
      const { items, nextCursor } = await shown.client.wishes.list(query);
      // Another question was asked meanwhile, or the list was loaded anew: this page belongs to what is gone.
      const now = this.shown;
      if (now?.nextCursor !== shown.nextCursor || this.state.status !== status) {
        this.#setMore('idle');
        return undefined;
      }
      const fresh = items.filter((wish) => !now.items.some(({ id }) => id === wish.id));
      this.#replace({ ...now, items: [...now.items, ...fresh], nextCursor });
      this.#depth = now.items.length + fresh.length;
      this.#setMore('idle');
      return fresh[0];
    } catch {
      this.#setMore('failed');
      return undefined;
    }
  }

  /** Something happened: asks for the wish again if it is shown, and for a new one if it belongs here. */
  heard(fact: LiveFact): void {
    if (fact.type === 'resync') {
      void this.reload();
      return;
    }
    if (!('id' in fact) || !fact.id) return;
    const { id } = fact;
    const isShown = this.shown?.items.some((wish) => wish.id === id) ?? false;
    if (!isShown && fact.type !== 'wish.published') return;
    if (!this.#changed.size) queueMicrotask(() => void this.#refetch());
    this.#changed.set(id, isShown);
  }

  /** Puts in place what is known of a wish now. One that is not shown stands first. */
  put(wish: Wish): void {
    const { shown } = this;
    if (!shown) return;
    const before = shown.items.find(({ id }) => id === wish.id);
    if (before && !isHelped(before) && isHelped(wish)) this.turning.add(wish.id);
    const items = before ? shown.items.map((one) => (one.id === wish.id ? wish : one)) : [wish, ...shown.items];
    this.#replace({ ...shown, items });
  }

  remove(id: string): void {
    const { shown } = this;
    if (shown) this.#replace({ ...shown, items: shown.items.filter((wish) => wish.id !== id) });
  }

  async #load(signal: AbortSignal): Promise<Shown> {
    const { filters, limit, community } = this.#host;
    const { client, area } = community;
    if (!client) throw new Error('asked without a client');
    // Only a repeated question keeps the pages that were added.
    if (this.state.status === 'loading') this.#depth = 0;
    this.more = 'idle';
    const page = await client.wishes.list({ ...queryOf(filters), area, limit: Math.min(100, Math.max(limit, this.#depth)) }, { signal });
    return { client, area, ...page };
  }

  async #refetch(): Promise<void> {
    const { shown } = this;
    const changed = [...this.#changed];
    this.#changed.clear();
    if (!shown) return;
    if (changed.length > singly) {
      await this.reload();
      return;
    }
    await Promise.all(changed.map(([id, isShown]) => this.#refetchOne(shown.client, id, isShown)));
  }

  async #refetchOne(client: FiveMicro, id: string, isShown: boolean): Promise<void> {
    try {
      const wish = await client.wishes.get(id);
      if (client === this.shown?.client && (isShown || belongs(wish, this.#host.filters))) this.put(wish);
    } catch (error) {
      // Taken down, or no longer for these eyes. Whatever else went wrong, the next fact or resync mends it.
      if (isFiveMicroError(error) && error.code === 'wish.unknown') this.remove(id);
    }
  }

  #replace(value: Shown): void {
    this.#resource.replace(value);
  }

  #setMore(more: WishList['more']): void {
    this.more = more;
    this.#host.requestUpdate();
  }
}
