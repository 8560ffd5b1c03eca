import { type Action, actionsIn, type FiveMicroCore, isFiveMicroError } from '@five-micro/sdk';
import { DueController } from '../shared/controllers/due.ts';
import type { LiveFact } from '../shared/controllers/live.ts';
import type { ActionList, ActionListHost } from './action-list.ts';
import { checkInDue } from './action-side.ts';
import { queryOf } from './filters.ts';

/** More changes than this at once, and the whole list is asked for instead. */
const singly = 8;

/** What changes while it is looked at: the next page below, and each action to which something happened. */
export class ActionChanges {
  readonly #host: ActionListHost;
  readonly #list: ActionList;
  readonly #changed = new Set<string>();
  /** The last question about each. */
  readonly #asked = new Map<string, symbol>();
  /** The next page. */
  more: 'idle' | 'busy' | 'failed' = 'idle';

  constructor(host: ActionListHost, list: ActionList) {
    this.#host = host;
    this.#list = list;
    new DueController(host, {
      at: () => this.#dueNext()?.at,
      now: () => host.now(),
      ask: () => {
        const due = this.#dueNext();
        if (due) this.#again(due.id);
      },
    });
  }

  /** The next page. Answers its first action, or nothing where it did not come or is no longer wanted. */
  async loadMore(): Promise<Action | undefined> {
    const { shown } = this.#list;
    if (!shown?.nextCursor || this.more === 'busy') return undefined;
    this.#setMore('busy');
    const { filters, limit, now } = this.#host;
    try {
      const { items, nextCursor } = await actionsIn(shown.client).list({
        ...queryOf(filters, now()),
        area: shown.area,
        limit,
        cursor: shown.nextCursor,
      });
      this.#setMore('idle');
      // Another question was asked meanwhile, or the list was loaded anew: this page belongs to what is gone.
      const present = this.#list.shown;
      if (present?.nextCursor !== shown.nextCursor || this.#list.state.status === 'loading') return undefined;
      const fresh = items.filter((action) => !present.items.some(({ id }) => id === action.id));
      this.#list.depth = present.items.length + fresh.length;
      this.#list.replace({ ...present, items: [...present.items, ...fresh], nextCursor });
      return fresh[0];
    } catch {
      this.#setMore('failed');
      return undefined;
    }
  }

  /** Something happened: asks for the action again if it is shown, and for all where a new one may belong among them. */
  heard(fact: LiveFact): void {
    if (fact.type === 'resync' || fact.type === 'action.opened') void this.#list.reload();
    else if ('id' in fact && fact.id && this.#list.shown?.items.some(({ id }) => id === fact.id)) this.#again(fact.id);
  }

  /** Asks again for one that is shown; for those that are told of together, together. */
  #again(id: string): void {
    if (!this.#changed.size) queueMicrotask(() => void this.#refetch());
    this.#changed.add(id);
  }

  /** The one of those shown that the caller can check in to next. */
  #dueNext(): { id: string; at: number } | undefined {
    const due = (this.#list.shown?.items ?? []).flatMap((action) => {
      const at = checkInDue(action, this.#host.now());
      return at === undefined ? [] : { id: action.id, at };
    });
    return due.sort((one, other) => one.at - other.at)[0];
  }

  /** Puts in place what is known of an action now; one that is not shown stays away. */
  put(action: Action): void {
    // What was asked for before is older.
    this.#asked.delete(action.id);
    const { shown } = this.#list;
    if (!shown) return;
    this.#list.replace({ ...shown, items: shown.items.map((one) => (one.id === action.id ? action : one)) });
  }

  async #refetch(): Promise<void> {
    const { shown } = this.#list;
    const changed = [...this.#changed];
    this.#changed.clear();
    if (!shown) return;
    if (changed.length > singly) await this.#list.reload();
    else await Promise.all(changed.map((id) => this.#refetchOne(shown.client, id)));
  }

  async #refetchOne(client: FiveMicroCore, id: string): Promise<void> {
    const question = Symbol();
    this.#asked.set(id, question);
    try {
      const action = await actionsIn(client).get(id);
      if (client === this.#list.shown?.client && this.#asked.get(id) === question) this.put(action);
    } catch (error) {
      // No longer for these eyes. Whatever else went wrong, the next fact or resync mends it.
      const { shown } = this.#list;
      if (shown && isFiveMicroError(error) && error.code === 'action.unknown') {
        this.#list.replace({ ...shown, items: shown.items.filter((action) => action.id !== id) });
      }
    }
  }

  #setMore(more: ActionChanges['more']): void {
    this.more = more;
    this.#host.requestUpdate();
  }
}
