import { ContextConsumer, createContext } from '@lit/context';
import { createCore, type FiveMicroCore } from '@five-micro/sdk';
import type { LitElement, ReactiveController } from 'lit';
import type { FiveMicroAdapter } from '../adapter/adapter.ts';
import { fetchEarly } from '../early.ts';
import { type Lang, type Mode, type Theme, toLang, toMode, toTheme } from '../options.ts';

/** What `fm-community` hands down. */
export interface Community {
  readonly client: FiveMicroCore | undefined;
  readonly apiUrl: string;
  readonly area: string;
  readonly lang: string;
  readonly mode: string;
  readonly theme: string;
  /** Where people sign in. A provider of an older copy of this script does not say. */
  readonly loginUrl?: string;
  /** What the app around the page can do. */
  readonly adapter?: FiveMicroAdapter | undefined;
  /** An element calls it once it has something to show. A provider of an older copy of this script has none. */
  readonly shown?: () => void;
}

/** By a registered symbol, so that two copies of this script on one page understand each other. */
export const communityContext = createContext<Community, symbol>(Symbol.for('five-micro.community'));

/** Clients of elements that stand alone, by server and language. Nobody is ever signed in there, so all share them. */
const alone: Record<string, FiveMicroCore> = {};

/** The attributes with which an element can stand alone, or differ from its community. */
export interface CommunityHost extends LitElement {
  apiUrl: string;
  area: string;
  lang: string;
  mode: string;
  theme: string;
  client: FiveMicroCore | undefined;
}

/**
 * Where an element is: its own attributes first, then what `fm-community` above it says, then the defaults.
 * Reflects `data-theme` and `data-mode`, by which the tokens are chosen.
 */
export class CommunityController implements ReactiveController {
  readonly #host: CommunityHost;
  readonly #above: ContextConsumer<typeof communityContext, CommunityHost>;
  #heard: FiveMicroCore | undefined;
  #stop: (() => void) | undefined;

  /**
   * Moves on when someone signs in or out: what was read before may look different now. For keys of resources. The
   * first answer to who is signed in is no change.
   */
  epoch = 0;

  constructor(host: CommunityHost) {
    this.#host = host;
    this.#above = new ContextConsumer(host, { context: communityContext, subscribe: true });
    host.addController(this);
  }

  get client(): FiveMicroCore | undefined {
    return this.#host.client ?? this.#ownClient() ?? this.#above.value?.client;
  }
  /** The slug, or empty where nobody said one. */
  get area(): string {
    return this.#host.area || this.#above.value?.area || this.client?.area || '';
  }
  get apiUrl(): string {
    return this.#host.apiUrl || this.client?.apiUrl || this.#above.value?.apiUrl || '';
  }
  get lang(): Lang {
    return toLang(this.#host.lang || this.#above.value?.lang);
  }
  get mode(): Mode {
    return toMode(this.#host.mode || this.#above.value?.mode);
  }
  get theme(): Theme {
    return toTheme(this.#host.theme || this.#above.value?.theme);
  }
  get loginUrl(): string {
    return this.#above.value?.loginUrl ?? '';
  }
  get adapter(): FiveMicroAdapter | undefined {
    return this.#above.value?.adapter;
  }
  /** What a webmaster forgot, if anything; what is wrong rather than missing shows in the first answer (`diagnose`). */
  get problem(): 'no-provider' | 'no-area' | undefined {
    if (!this.client) return 'no-provider';
    return this.area ? undefined : 'no-area';
  }

  hostUpdate(): void {
    this.#host.dataset['theme'] = this.theme;
    this.#host.dataset['mode'] = this.mode;
    const { client } = this;
    // What has left the page may be updated once more.
    if (client === this.#heard || !this.#host.isConnected) return;
    this.#stop?.();
    this.#heard = client;
    this.#stop = client?.session.onChange((_, before) => {
      if (before === 'unknown') return;
      this.epoch++;
      this.#host.requestUpdate();
    });
  }

  hostUpdated(): void {
    if (this.#host.dataset['state'] !== 'loading') this.#above.value?.shown?.();
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#heard = this.#stop = undefined;
  }

  #ownClient(): FiveMicroCore | undefined {
    const { apiUrl } = this.#host;
    return apiUrl ? (alone[`${apiUrl} ${this.lang}`] ??= createCore({ apiUrl, lang: this.lang, fetch: fetchEarly })) : undefined;
  }
}
