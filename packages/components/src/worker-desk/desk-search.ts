import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ifDefined } from '../shared/ui/field.ts';
import { icon } from '../shared/ui/icons.ts';
import { describedBy, field } from '../shared/ui/index.ts';

interface SearchBox {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
  readonly act: string;
  /** The primary act of where it stands. */
  readonly primary: boolean;
}

/** A box to find people by: asks on pressing Enter or its button, never while an IME composes. */
export class SearchController {
  /** What was asked for, as against what is being typed. */
  asked = '';
  typed = '';
  readonly #host: ReactiveControllerHost;
  readonly #onAsk: (q: string, again: boolean) => void;
  readonly #all: boolean;
  #composing = false;

  /** `again` where the same was asked before. An empty question is asked only where `all` means that everyone is listed. */
  constructor(host: ReactiveControllerHost, onAsk: (q: string, again: boolean) => void, all = false) {
    this.#all = all;
    this.#host = host;
    this.#onAsk = onAsk;
  }

  clear(): void {
    this.asked = this.typed = '';
    this.#host.requestUpdate();
  }

  render({ id, label, hint, placeholder, act, primary }: SearchBox): TemplateResult {
    const search = { id, label, hint };
    return html`<form role="search" aria-label=${label} @submit=${this.#submit}>
      ${field({
        ...search,
        control: html`<div class="ask">
          <div class="input">
            ${icon('search')}<input
              id=${id}
              type="search"
              enterkeyhint="search"
              autocomplete="off"
              maxlength="60"
              placeholder=${placeholder}
              aria-describedby=${ifDefined(describedBy(search))}
              .value=${live(this.typed)}
              @input=${(event: InputEvent) => {
                if (event.target instanceof HTMLInputElement) this.typed = event.target.value;
              }}
              @compositionstart=${() => {
                this.#composing = true;
              }}
              @keydown=${this.#key}
              @keyup=${this.#key}
            />
          </div>
          <button class="btn ${primary ? 'primary' : 'line'}">${act}</button>
        </div>`,
      })}
    </form>`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const q = this.typed.normalize('NFKC').trim();
    if (!q && !this.#all) {
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.querySelector('input')?.focus();
      return;
    }
    const again = q === this.asked;
    this.asked = q;
    this.#host.requestUpdate();
    this.#onAsk(q, again);
  };

  /**
   * The key that confirms what an IME proposes is no wish to search. In some browsers `compositionend` comes before that
   * key, so composing lasts until the key is let go.
   */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.type === 'keyup') this.#composing = event.isComposing;
    else if (event.key === 'Enter' && (this.#composing || event.isComposing)) event.preventDefault();
  };
}
