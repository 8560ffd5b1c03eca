import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icon } from '../shared/ui/icons.ts';
import type { DeskWords } from './words/index.ts';

/** So many are seen at a glance; where there are more they can be looked for. */
const glance = 8;

/** As the server folds what is searched: compatibility forms, lower case. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** Narrows a long list while one types. What an input method is still composing is not looked for. */
export class FindController<T> {
  #q = '';
  readonly #host: ReactiveControllerHost;
  readonly #textOf: (item: T) => string;

  constructor(host: ReactiveControllerHost, textOf: (item: T) => string) {
    this.#host = host;
    this.#textOf = textOf;
  }

  clear(): void {
    this.#q = '';
  }

  get searching(): boolean {
    return folded(this.#q) !== '';
  }

  of(items: readonly T[]): readonly T[] {
    const wanted = folded(this.#q);
    return wanted ? items.filter((item) => folded(this.#textOf(item)).includes(wanted)) : items;
  }

  /** Needs `fieldStyles` and `findStyles`. */
  render(items: readonly T[], { narrow }: DeskWords): TemplateResult | typeof nothing {
    if (items.length <= glance) return nothing;
    return html`<div class="find" role="search">
      <label class="input">
        ${icon('search')}<span class="vh">${narrow.label}</span>
        <input id="find" type="search" maxlength="60" autocomplete="off" .value=${this.#q} placeholder=${narrow.example} @input=${this.#type} @compositionend=${this.#type} @keydown=${sendNothing} />
      </label>
      <p class="hint" role="status">${this.searching ? narrow.found(this.of(items).length, items.length) : nothing}</p>
    </div>`;
  }

  readonly #type = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement) || (event instanceof InputEvent && event.isComposing)) return;
    this.#q = event.target.value;
    this.#host.requestUpdate();
  };
}

/** Looking for something is not sending the form around it. */
const sendNothing = (event: KeyboardEvent): void => {
  if (event.key === 'Enter') event.preventDefault();
};
