import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Lang } from '../options.ts';

/** Chinese is there at once and types the rest; other languages load when they are asked for. */
export interface Catalogue<W> {
  'zh-CN': W;
  en: () => Promise<W>;
}

interface WordsHost extends ReactiveControllerHost {
  readonly community: { readonly lang: Lang };
  /** What the host's next update waits for, so that nobody sees the wrong language first. */
  readonly catalogues?: WordsController<unknown>[];
}

/** `.words` in the language of the host's community. */
export class WordsController<W> implements ReactiveController {
  readonly #host: WordsHost;
  readonly #catalogue: Catalogue<W>;
  #english: W | undefined;
  #loading: Promise<void> | undefined;

  constructor(host: WordsHost, catalogue: Catalogue<W>) {
    this.#host = host;
    this.#catalogue = catalogue;
    host.addController(this);
    host.catalogues?.push(this);
  }

  get words(): W {
    return (this.#host.community.lang === 'en' && this.#english) || this.#catalogue['zh-CN'];
  }

  /** Something to wait for, or nothing where the words are at hand. A language that cannot be loaded stays Chinese. */
  load(): Promise<void> | undefined {
    if (this.#host.community.lang !== 'en' || this.#english) return undefined;
    this.#loading ??= this.#catalogue.en().then(
      (words) => {
        this.#english = words;
        this.#host.requestUpdate();
      },
      () => {
        this.#loading = undefined;
      },
    );
    return this.#loading;
  }

  hostUpdate(): void {
    void this.load();
  }
}
