import { complete, type FiveMicroCore } from '@five-micro/sdk';
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { FiveMicroAdapter } from '../shared/adapter/adapter.ts';
import { type AdapterWords, adapterWords } from '../shared/adapter/words/index.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { errorText } from '../shared/diagnose.ts';
import { scaleDown, UnreadablePicture } from '../shared/pictures.ts';
import type { Lang } from '../shared/options.ts';
import { icon } from '../shared/ui/icons.ts';
import type { Words } from '../shared/words/index.ts';

/** A portrait on its way. `wanted`: there is to be one, and none is chosen yet. */
export type Portrait =
  | { readonly status: 'none' | 'wanted' | 'sending' }
  | { readonly status: 'failed'; readonly text: string }
  | { readonly status: 'ready'; readonly id: string; readonly url: string };

interface PortraitWords {
  readonly sending: string;
  readonly unreadable: string;
}

interface PortraitHost extends ReactiveControllerHost {
  readonly community: {
    readonly client: FiveMicroCore | undefined;
    readonly lang: Lang;
    readonly adapter: FiveMicroAdapter | undefined;
  };
}

interface PortraitOptions {
  words: () => PortraitWords;
  common: () => Words;
  /** Makes a picture fit to be sent. */
  scaleDown?: () => (file: Blob) => Promise<Blob>;
  /** It has been sent. */
  onReady?: (id: string) => void;
}

/** One picture: chosen, made smaller here, and sent. */
export class PortraitUpload implements ReactiveController {
  state: Portrait = { status: 'none' };
  readonly #host: PortraitHost;
  readonly #options: PortraitOptions;
  readonly #app: WordsController<AdapterWords>;
  #run = 0;
  #abort = new AbortController();

  constructor(host: PortraitHost, options: PortraitOptions) {
    this.#host = host;
    this.#options = options;
    this.#app = new WordsController(host, adapterWords);
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#abort.signal.aborted) this.#abort = new AbortController();
  }

  hostDisconnected(): void {
    this.#run++;
    this.#abort.abort();
  }

  show(state: Portrait): void {
    this.#run++;
    this.#set(state);
  }

  /** The button that lets one be chosen. */
  render(label: string): TemplateResult {
    const inside = html`${icon('camera')}${this.state.status === 'sending' ? this.#options.words().sending : label}`;
    return this.#host.community.adapter?.chooseImage
      ? html`<button type="button" class="btn line upload" @click=${this.#choose}>${inside}</button>`
      : html`<label class="btn line upload">
          <input type="file" accept="image/*" aria-label=${label} @change=${this.#pick} />${inside}
        </label>`;
  }

  /** By the picker of the app around. */
  readonly #choose = async (): Promise<void> => {
    const { signal } = this.#abort;
    const run = this.#run;
    try {
      const chosen = await this.#host.community.adapter?.chooseImage?.({ most: 1, signal });
      const [first] = chosen ?? [];
      if (first && run === this.#run) await this.#send(first);
    } catch {
      if (run === this.#run) this.#set({ status: 'failed', text: this.#app.words.chooseFailed });
    }
  };

  readonly #pick = ({ target }: Event): void => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (!file || !(target instanceof HTMLInputElement)) return;
    target.value = '';
    void this.#send(file);
  };

  async #send(file: Blob): Promise<void> {
    const { client } = this.#host.community;
    if (!client) return;
    const run = ++this.#run;
    this.#set({ status: 'sending' });
    let state: Portrait;
    try {
      const shrink = this.#options.scaleDown?.() ?? scaleDown;
      const { id, url } = await complete(client).uploads.post(await shrink(file));
      state = { status: 'ready', id, url };
    } catch (error) {
      const text =
        error instanceof UnreadablePicture ? this.#options.words().unreadable : errorText(error, this.#options.common());
      state = { status: 'failed', text };
    }
    // Somebody decided otherwise meanwhile.
    if (run !== this.#run) return;
    this.#set(state);
    if (state.status === 'ready') this.#options.onReady?.(state.id);
  }

  #set(state: Portrait): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
