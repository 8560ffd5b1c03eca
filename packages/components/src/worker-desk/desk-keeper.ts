import type { FiveMicroCore } from '@five-micro/sdk';
import type { ResourceController } from '../shared/controllers/resource.ts';
import { countOf } from './desk-counts.ts';
import type { Desk } from './desk-data.ts';
import type { Count, PanelName } from './desk-names.ts';

/** Keeps the numbers beside the tabs as they are now, also of tabs that nobody looks at. */
export class CountKeeper {
  readonly #desk: ResourceController<Desk>;
  readonly #asking = new Map<PanelName, AbortController>();

  constructor(desk: ResourceController<Desk>) {
    this.#desk = desk;
  }

  /** A tab's own list is fresher than what was counted for it. */
  set(name: PanelName, count: Count): void {
    this.#asking.get(name)?.abort();
    this.#show(name, count);
  }

  async ask(client: FiveMicroCore | undefined, name: PanelName): Promise<void> {
    const desk = this.#desk.value;
    if (!client || desk?.kind !== 'desk') return;
    this.#asking.get(name)?.abort();
    const abort = new AbortController();
    this.#asking.set(name, abort);
    const count = await countOf(client, desk.area, name, abort.signal);
    if (count && !abort.signal.aborted) this.#show(name, count);
  }

  #show(name: PanelName, count: Count): void {
    const desk = this.#desk.value;
    if (desk?.kind !== 'desk') return;
    const before = desk.counts[name];
    if (before?.count === count.count && before.more === count.more) return;
    this.#desk.replace({ ...desk, counts: { ...desk.counts, [name]: count } });
  }
}
