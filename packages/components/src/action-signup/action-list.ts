import { type Action, actionsIn, type FiveMicroCore } from '@five-micro/sdk';
import type { FmBase } from '../shared/base.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import type { Filters } from './filters.ts';

/** As much of a list as is shown, and where it came from. */
export interface Shown {
  readonly client: FiveMicroCore;
  readonly area: string;
  readonly items: readonly Action[];
  readonly nextCursor: string | null;
}

export interface ActionListHost extends FmBase {
  readonly filters: Filters;
  readonly limit: number;
  readonly now: () => number;
}

/** The caller has a place, or waits for one. */
export const isOwn = ({ mine }: Action): boolean => mine?.state === 'signed-up' || mine?.state === 'waiting';

/** The actions that are shown. How they change while they are looked at: `ActionChanges`. */
export class ActionList extends ResourceController<Shown> {
  /** How many a reload brings back: as many as were added below. A new question forgets it. */
  depth = 0;
  readonly #host: ActionListHost;

  constructor(host: ActionListHost) {
    super(host, {
      key: () => {
        const { client, area, epoch } = host.community;
        const { show, category, day } = host.filters;
        return client && area ? [client, area, epoch, show, category, day, host.limit] : null;
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
    const { filters, limit, community, now } = this.#host;
    const { client, area } = community;
    if (!client) throw new Error('asked without a client');
    if (this.state.status === 'loading') this.depth = 0;
    const { show, category, day } = filters;
    const depth = Math.max(limit, this.depth);
    const { items, nextCursor } =
      show || category || day || this.depth > 100
        ? await (await import('./narrowed.ts')).narrowed(client, filters, now(), { area, depth }, signal)
        : await actionsIn(client).list({ area, limit: depth }, { signal });
    // What one has promised comes first, but where all is one's own.
    const inOrder = show === 'mine' ? items : [true, false].flatMap((own) => items.filter((action) => isOwn(action) === own));
    return { client, area, items: inOrder, nextCursor };
  }
}
