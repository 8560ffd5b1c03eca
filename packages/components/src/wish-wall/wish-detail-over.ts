import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { FmElement } from '../shared/elements.ts';
import type { FmWishChangedEvent } from '../shared/events.ts';
import { whenGone } from '../shared/gone.ts';
import type { Wish } from '@five-micro/sdk';
import { type Speech, speechAct } from './wish-parts.ts';

type Over =
  | { readonly what: 'speech'; readonly speech: Speech }
  | { readonly what: 'organisation'; readonly slug: string; readonly name: string };

interface OverOptions {
  onChanged: (event: FmWishChangedEvent) => void;
  /** Its code did not arrive. */
  onFailed: () => void;
}

/** What lies over an opened wish, in a sheet of its own. Its code is loaded with the first press. */
export class DetailOver implements ReactiveController {
  readonly #host: FmElement;
  readonly #options: OverOptions;
  #over: Over | undefined;

  constructor(host: FmElement, options: OverOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  readonly openSpeech = (speech: Speech): Promise<void> =>
    this.#open({ what: 'speech', speech }, import('./wish-speech.define.ts'));

  readonly openOrganisation = (slug: string, name: string): Promise<void> =>
    this.#open({ what: 'organisation', slug, name }, import('../organisation/organisation.define.ts'));

  close(): void {
    this.#show(undefined);
  }

  hostDisconnected(): void {
    whenGone(this.#host, () => {
      this.#over = undefined;
    });
  }

  render(wish: Wish | undefined): TemplateResult | typeof nothing {
    const over = this.#over;
    if (!over || !wish) return nothing;
    return over.what === 'speech' ? this.#renderSpeech(wish, over.speech) : this.#renderOrganisation(over.slug, over.name);
  }

  #renderSpeech(wish: Wish, speech: Speech): TemplateResult {
    const { client, lang, mode, theme } = this.#host.community;
    const { headingLevel } = this.#host;
    return speechAct(wish, speech) === 'moderate'
      ? html`<fm-wish-moderate
          .client=${client}
          .wish=${wish}
          speech=${speech}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${headingLevel}
          @fm-wish-changed=${this.#options.onChanged}
          @fm-sheet-close=${this.#closed}
        ></fm-wish-moderate>`
      : html`<fm-wish-report
          .client=${client}
          .wish=${wish}
          speech=${speech}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${headingLevel}
          @fm-wish-changed=${this.#options.onChanged}
          @fm-sheet-close=${this.#closed}
        ></fm-wish-report>`;
  }

  #renderOrganisation(slug: string, name: string): TemplateResult {
    const { client, area, lang, mode, theme } = this.#host.community;
    return html`<fm-sheet open heading-hidden heading=${name} lang=${lang} mode=${mode} theme=${theme} @fm-sheet-close=${this.#organisationClosed}>
      <div class="pane">
        <fm-organisation
          .client=${client}
          area=${area}
          organisation=${slug}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${this.#host.headingLevel}
        ></fm-organisation>
      </div>
    </fm-sheet>`;
  }

  /** The wish below stays open, and whoever opened that hears nothing of it. */
  readonly #closed = (event: Event): void => {
    event.stopPropagation();
    this.close();
  };

  /** A wish that was opened from its page, and is closed, leads back to the page. */
  readonly #organisationClosed = (event: Event): void => {
    event.stopPropagation();
    if (event.target === event.currentTarget) this.close();
  };

  async #open(over: Over, code: Promise<unknown>): Promise<void> {
    try {
      await code;
      this.#show(over);
    } catch {
      this.#options.onFailed();
    }
  }

  #show(over: Over | undefined): void {
    this.#over = over;
    this.#host.requestUpdate();
  }
}
