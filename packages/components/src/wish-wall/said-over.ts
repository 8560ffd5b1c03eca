import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { FmElement } from '../shared/elements.ts';
import { whenGone } from '../shared/gone.ts';
import { goTo } from '../shared/ui/go-to.ts';
import type { PublicThing } from './wish-parts.ts';
import type { SaidChangedEvent } from './wish-speech.ts';

interface SaidOverOptions {
  /** What it is about as it stands now; undefined while that is not known. */
  thing: () => PublicThing | undefined;
  /** What is on the button: to tell a worker, or to decide. */
  words: () => { report: string; moderate: string };
  /** It was hidden, or shown: what stands there is others by now. */
  onChanged: () => void;
  /** It could not be opened. */
  onFailed: () => void;
}

/** 这里有不合适的？: the button under a text or a picture that is no wish's, and the small sheet that it opens. */
export class SaidOver implements ReactiveController {
  readonly #host: FmElement;
  readonly #options: SaidOverOptions;
  #open = false;

  constructor(host: FmElement, options: SaidOverOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    whenGone(this.#host, () => {
      this.#open = false;
    });
  }

  /** A worker decides, anybody else tells a worker; nobody does either of what one has written alone. */
  renderButton(): TemplateResult | typeof nothing {
    const thing = this.#options.thing();
    if (!thing || thing.parts.length === 0) return nothing;
    const words = this.#options.words();
    const [report, moderate] = [thing.can.includes('report'), thing.can.includes('hide')];
    if (!report && !moderate) return nothing;
    return html`<button type="button" class="btn quiet small dim about-words" @click=${this.#show}>${moderate ? words.moderate : words.report}</button>`;
  }

  render(): TemplateResult | typeof nothing {
    const thing = this.#options.thing();
    if (!this.#open || !thing) return nothing;
    const { headingLevel } = this.#host;
    const { client, lang, mode, theme } = this.#host.community;
    return thing.can.includes('hide')
      ? html`<fm-wish-moderate
          .client=${client}
          .thing=${thing}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${headingLevel}
          @fm-said-changed=${this.#changed}
          @fm-sheet-close=${this.#closed}
        ></fm-wish-moderate>`
      : html`<fm-wish-report
          .client=${client}
          .thing=${thing}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${headingLevel}
          @fm-said-changed=${this.#changed}
          @fm-sheet-close=${this.#closed}
        ></fm-wish-report>`;
  }

  readonly #show = async (): Promise<void> => {
    try {
      await import('./wish-speech.define.ts');
      this.#open = true;
      this.#host.requestUpdate();
    } catch {
      this.#options.onFailed();
    }
  };

  readonly #changed = ({ verb }: SaidChangedEvent): void => {
    // Whoever reported reads in the sheet that it was told.
    if (verb === 'report') return;
    this.#close();
    this.#options.onChanged();
  };

  readonly #closed = (event: Event): void => {
    // What lies below stays open, and whoever opened that hears nothing of it.
    event.stopPropagation();
    this.#close();
  };

  #close(): void {
    this.#open = false;
    this.#host.requestUpdate();
    void goTo(this.#host, '.about-words');
  }
}
