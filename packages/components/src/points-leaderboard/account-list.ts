import type { Account } from '@five-micro/sdk';
import type { ReactiveControllerHost } from 'lit';
import { ResourceController } from '../shared/controllers/resource.ts';

interface AccountOptions {
  /** One page of the entries; without a cursor the newest. */
  read(cursor: string | undefined, signal: AbortSignal | undefined): Promise<Account>;
  /** What the answer depends on; null while it cannot be asked yet. */
  key: () => readonly unknown[] | null;
  reflect?: boolean;
}

/** Where someone's points come from, with as many pages below as were asked for. */
export class AccountList extends ResourceController<Account> {
  /** The next page. */
  more: 'idle' | 'busy' | 'failed' = 'idle';
  readonly #host: ReactiveControllerHost;
  readonly #read: AccountOptions['read'];

  constructor(host: ReactiveControllerHost & HTMLElement, { read, key, reflect = true }: AccountOptions) {
    super(host, {
      key,
      load: (signal) => read(undefined, signal),
      isEmpty: ({ items }) => !items.length,
      reflect,
    });
    this.#host = host;
    this.#read = read;
  }

  /** An arrow, to be given to a button. */
  readonly loadMore = async (): Promise<void> => {
    const { value } = this;
    if (!value?.nextCursor || this.more === 'busy') return;
    this.#set('busy');
    try {
      const next = await this.#read(value.nextCursor, undefined);
      this.#set('idle');
      // Someone else's, or loaded anew meanwhile: this page belongs to what is gone.
      if (this.value?.nextCursor !== value.nextCursor) return;
      const known = new Set(value.items.map(({ id }) => id));
      const items = [...this.value.items, ...next.items.filter(({ id }) => !known.has(id))];
      this.replace({ ...this.value, items, nextCursor: next.nextCursor });
    } catch {
      this.#set('failed');
    }
  };

  #set(more: AccountList['more']): void {
    this.more = more;
    this.#host.requestUpdate();
  }
}
