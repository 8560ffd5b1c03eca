import type { FiveMicroCore, Wish } from '@five-micro/sdk';
import type { FmBase } from '../shared/base.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { type Filters, queryOf } from './filters.ts';

/** As much of a list as is shown, and where it came from. */
export interface Shown {
  readonly client: FiveMicroCore;
  readonly area: string;
  readonly items: readonly Wish[];
  readonly nextCursor: string | null;
}

export interface WishListHost extends FmBase {
  readonly filters: Filters;
  readonly limit: number;
  /** Wishes that came true before the reader's eyes: their notes turn over. */
  readonly turning: Set<string>;
}

/** The wishes on a wall. How they change while they are looked at: `WishChanges`. */
export class WishList extends ResourceController<Shown> {
  /** How many a reload brings back: as many as were added below. A new question forgets it. */
  depth = 0;
  readonly #host: WishListHost;

  constructor(host: WishListHost) {
    super(host, {
      key: () => {
        const { client, area, epoch } = host.community;
        const { status, kind, category, q } = host.filters;
        return client && area ? [client, area, epoch, status, kind, category, q, host.limit] : null;
      },
      load: (signal) => this.#load(signal),
      isEmpty: ({ items }) => !items.length,
    });
    this.#host = host;
  }

  /** What there is to show: also what answers the question before, but never another area's. */
  get shown(): Shown | undefined {
    const { value } = this;
    const { client, area } = this.#host.community;
    return value?.client === client && value?.area === area ? value : undefined;
  }

  async #load(signal: AbortSignal): Promise<Shown> {
    const { filters, limit, community } = this.#host;
    const { client, area } = community;
    if (!client) throw new Error('asked without a client');
    if (this.state.status === 'loading') this.depth = 0;
    const page = await client.wishes.list(
      { ...queryOf(filters), area, limit: Math.min(100, Math.max(limit, this.depth)) },
      { signal },
    );
    return { client, area, ...page };
  }
}
