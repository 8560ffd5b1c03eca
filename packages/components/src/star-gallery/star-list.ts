import { type FiveMicroCore, type Round, type Star, type StarQuery, starReadsIn } from '@five-micro/sdk';
import type { FmBase } from '../shared/base.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { periodForm } from '../shared/options.ts';

/** What is shown of the gallery, the contest that is open with it: while another question is on its way, the old answer. */
export interface Shown {
  readonly client: FiveMicroCore;
  readonly items: readonly Star[];
  readonly nextCursor: string | null;
  /** The contests of this area, and above it, that take ballots or will. */
  readonly contests: readonly Round[];
}

interface ListHost extends FmBase {
  readonly starTitle: string;
  readonly period: string;
  readonly limit: number;
  readonly now: () => number;
}

/** Stars from the newest on. */
export class StarList extends ResourceController<Shown> {
  /** How many a reload brings back: as many as were added below. Another question forgets it. */
  depth = 0;
  readonly #host: ListHost;

  constructor(host: ListHost) {
    super(host, {
      key: () => {
        const { client, area, epoch } = host.community;
        return client && area ? [client, area, epoch, host.starTitle, host.period, host.limit] : null;
      },
      load: (signal) => this.#load(signal),
      isEmpty: ({ items }) => !items.length,
    });
    this.#host = host;
  }

  get query(): StarQuery & { area: string } {
    const { community, starTitle, period } = this.#host;
    return { area: community.area, ...(starTitle && { title: starTitle }), ...(periodForm.test(period) && { period }) };
  }

  get shown(): Shown | undefined {
    const { value } = this;
    return value?.client === this.#host.community.client ? value : undefined;
  }

  async #load(signal: AbortSignal): Promise<Shown> {
    const { limit, community, now } = this.#host;
    const { client } = community;
    if (!client) throw new Error('asked without a client');
    if (this.state.status === 'loading') this.depth = 0;
    const { depth, query } = this;
    const {
      items,
      nextCursor,
      contests = [],
    } = await (depth > limit
      ? (await import('./star-deep.ts')).deepStars(client, query, depth, signal)
      : starReadsIn(client).list({ ...query, contests: 'true', limit }, { signal }));
    return { client, items, nextCursor, contests: contests.filter(({ closesAt }) => Date.parse(closesAt) > now()) };
  }
}
