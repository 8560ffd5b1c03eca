import type { Account } from '@five-micro/sdk';
import type { ReactiveControllerHost } from 'lit';
import { ResourceController } from '../shared/controllers/resource.ts';

/** As many entries as the server answers at once. */
const pageful = 100;

interface AccountOptions {
  /** One page of the entries; without a cursor the newest. */
  read(page: { limit: number; cursor?: string }, signal?: AbortSignal): Promise<Account>;
  /** How many at first, and how many more each time. */
  perPage: number;
  /** What the answer depends on; null while it cannot be asked yet. */
  key: () => readonly unknown[] | null;
}

/** Where someone's points come from, with as many pages below as were asked for. */
export class AccountList extends ResourceController<Account> {
  /** The next page. */
  more: 'idle' | 'busy' | 'failed' = 'idle';
  readonly #host: ReactiveControllerHost;
  readonly #options: AccountOptions;

  constructor(host: ReactiveControllerHost & HTMLElement, options: AccountOptions) {
    super(host, {
      key: options.key,
      load: (signal) => this.#load(signal),
      isEmpty: ({ items }) => !items.length,
    });
    this.#host = host;
    this.#options = options;
  }

  /** An arrow, to be given to a button. */
  readonly loadMore = async (): Promise<void> => {
    const { value } = this;
    const { read, perPage } = this.#options;
    if (!value?.nextCursor || this.more === 'busy') return;
    this.#set('busy');
    try {
      const next = await read({ limit: perPage, cursor: value.nextCursor });
      this.#set('idle');
      // Someone else's, or loaded anew meanwhile: this page belongs to what is gone.
      if (this.value?.nextCursor === value.nextCursor) this.replace(joined(this.value, next));
    } catch {
      this.#set('failed');
    }
  };

  /** As far as it was laid out: what one is reading does not fold up because something happened. */
  async #load(signal: AbortSignal): Promise<Account> {
    const { read, perPage } = this.#options;
    const shown = this.state.status === 'loading' ? 0 : (this.value?.items.length ?? 0);
    let account = await read({ limit: Math.min(pageful, Math.max(perPage, shown)) }, signal);
    while (account.nextCursor && account.items.length < shown) {
      const limit = Math.min(pageful, shown - account.items.length);
      account = joined(account, await read({ limit, cursor: account.nextCursor }, signal));
    }
    return account;
  }

  #set(more: AccountList['more']): void {
    this.more = more;
    this.#host.requestUpdate();
  }
}

/** A page below another; what was pushed down into it meanwhile is there once. */
function joined(account: Account, next: Account): Account {
  const known = new Set(account.items.map(({ id }) => id));
  return {
    ...account,
    items: [...account.items, ...next.items.filter(({ id }) => !known.has(id))],
    nextCursor: next.nextCursor,
  };
}
