import { starsIn } from '@five-micro/sdk';
import { html, type TemplateResult } from 'lit';
import { goTo } from '../shared/ui/go-to.ts';
import type { FmStarGallery } from './star-gallery.ts';
import type { MoreWords } from './words/more.ts';

/** The next page of stars, below those that are shown. */
export class StarPages {
  readonly #host: FmStarGallery;
  readonly #onAdded: () => void;
  #state: 'idle' | 'busy' | 'failed' = 'idle';

  constructor(host: FmStarGallery, onAdded: () => void) {
    this.#host = host;
    this.#onAdded = onAdded;
  }

  /** Another question was asked: what failed belongs to what is gone. */
  forget(): void {
    this.#state = 'idle';
  }

  render(words: MoreWords): TemplateResult {
    return html`<p class="more">
      <button type="button" class="btn line" aria-disabled=${this.#state === 'busy' ? 'true' : 'false'} @click=${this.#load}>
        ${this.#state === 'failed' ? words.moreFailed : words.more(this.#host.limit)}
      </button>
    </p>`;
  }

  /** The keyboard goes on at the first portrait of it. */
  readonly #load = async (): Promise<void> => {
    const { list, limit } = this.#host;
    const { shown } = list;
    if (!shown?.nextCursor || this.#state === 'busy') return;
    this.#show('busy');
    try {
      const next = await starsIn(shown.client).list({ ...list.query, limit, cursor: shown.nextCursor });
      this.#show('idle');
      const now = list.shown;
      // Another question was asked meanwhile: this page belongs to what is gone.
      if (now?.nextCursor !== shown.nextCursor || list.state.status === 'loading') return;
      const items = [...now.items, ...next.items];
      list.depth = items.length;
      list.replace({ ...now, items, nextCursor: next.nextCursor });
      this.#onAdded();
      const [first] = next.items;
      if (first) await goTo(this.#host, `[data-star="${first.id}"]`);
    } catch {
      this.#show('failed');
    }
  };

  #show(state: 'idle' | 'busy' | 'failed'): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
