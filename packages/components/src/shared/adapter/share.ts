import type { FiveMicroCore } from '@five-micro/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { WordsController } from '../controllers/words.ts';
import type { Lang } from '../options.ts';
import type { FiveMicroAdapter, FiveMicroShare } from './adapter.ts';
import { type AdapterWords, adapterWords } from './words/index.ts';

/** What is open, and what may be said of it to people who are not here. */
export interface Shared {
  readonly kind: 'wish' | 'action' | 'project' | 'star';
  readonly id: string;
  /** The slug of its area, whose links say where it has a page. */
  readonly area: string;
  readonly title: string;
  readonly description: string;
}

interface ShareHost extends ReactiveControllerHost {
  readonly community: {
    readonly client: FiveMicroCore | undefined;
    readonly lang: Lang;
    readonly adapter: FiveMicroAdapter | undefined;
  };
}

/** What a sign-in leaves in an address: nobody is to send it to a friend. */
const secrets = /^(?:code|state|ticket|sid|jwt|openid|unionid|(?:\w*_)?(?:token|session|code))$/i;

function pageNow(): string {
  const url = new URL(location.href);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (secrets.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** Tells the page's adapter what is open here, and that it is closed again. */
export class ShareController<T> implements ReactiveController {
  readonly #host: ShareHost;
  readonly #say: (one: T, words: AdapterWords, lang: Lang) => Shared | undefined;
  readonly #read: () => T | undefined;
  readonly #words: WordsController<AdapterWords>;
  #told = '';
  /** Lit still does the update that was on its way when an element was taken away. */
  #isShown = false;
  /** The one that has been told: a page may give another one, or the element be gone from its community. */
  #adapter: FiveMicroAdapter | undefined;

  /**
   * @param say - what may be said of it: see `shareable.ts`
   * @param read - what is open
   */
  constructor(host: ShareHost, say: (one: T, words: AdapterWords, lang: Lang) => Shared | undefined, read: () => T | undefined) {
    this.#host = host;
    this.#say = say;
    this.#read = read;
    this.#words = new WordsController(host, adapterWords);
    host.addController(this);
  }

  hostConnected(): void {
    this.#isShown = true;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#isShown) return;
    const { adapter, lang } = this.#host.community;
    const one = adapter?.setShareData ? this.#read() : undefined;
    const shared = one && this.#say(one, this.#words.words, lang);
    const key = shared ? JSON.stringify(shared) : '';
    if (key === this.#told && adapter === this.#adapter) return;
    if (!shared) {
      this.#end();
      return;
    }
    this.#told = key;
    this.#adapter = adapter;
    void this.#tell(shared, key);
  }

  hostDisconnected(): void {
    this.#isShown = false;
    this.#end();
  }

  #end(): void {
    const adapter = this.#adapter;
    this.#told = '';
    this.#adapter = undefined;
    if (adapter) void say(adapter, null);
  }

  async #tell({ kind, id, area, title, description }: Shared, key: string): Promise<void> {
    const adapter = this.#adapter;
    const page = await this.#pageOf(kind, area);
    if (!adapter || key !== this.#told || adapter !== this.#adapter) return;
    const link = page ? new URL(page.replace('{id}', encodeURIComponent(id)), document.baseURI).href : pageNow();
    await say(adapter, { title, description, link });
  }

  async #pageOf(kind: Shared['kind'], area: string): Promise<string | undefined> {
    try {
      return (await this.#host.community.client?.areas.get({ area }))?.settings.links[kind];
    } catch {
      // The page that is open is a good address too.
      return undefined;
    }
  }
}

/** A page's mistake is its own: said once where its developer looks. */
let warned = false;
async function say(adapter: FiveMicroAdapter, share: FiveMicroShare | null): Promise<void> {
  try {
    await adapter.setShareData?.(share);
  } catch (error) {
    if (!warned) console.warn('[five-micro] adapter.setShareData did not work.', error);
    warned = true;
  }
}
