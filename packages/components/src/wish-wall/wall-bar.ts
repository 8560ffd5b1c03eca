import type { Area, WishKind, WishSummary } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { count, exact } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { icon, kindIcon } from '../shared/ui/icon.ts';
import type { Words } from '../shared/words/zh-CN.ts';
import type { Filters, StatusFilter } from './filters.ts';
import { kinds, statusFilters } from './narrow.ts';
import type { MoreWords } from './words/more.ts';

/**
 * What is searched for: asked when one pauses or confirms, never while an input method is composing. The confirming
 * key of an input method comes after `compositionend` in some browsers; its key code tells it from a real Enter.
 */
export class WallSearch implements ReactiveController {
  /** Milliseconds without a key after which it is asked. */
  static pause = 300;

  q = '';
  text = '';
  readonly #onAsk: () => void;
  #composing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, onAsk: () => void) {
    this.#onAsk = onAsk;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  clear(): void {
    this.text = '';
    this.#ask();
  }

  readonly handle = (event: Event): void => {
    if (event.type === 'submit') event.preventDefault();
    if (event.target instanceof HTMLInputElement) this.text = event.target.value;
    if (event.type === 'compositionstart') this.#composing = true;
    if (event.type === 'compositionend') this.#composing = false;
    clearTimeout(this.#timer);
    if (this.#composing || (event instanceof InputEvent && event.isComposing)) return;
    if (event.type === 'submit') this.#ask();
    else this.#timer = setTimeout(() => this.#ask(), WallSearch.pause);
  };

  /** A key that only confirms a composition must not submit the form. */
  readonly handleKey = (event: KeyboardEvent): void => {
    // Safari ends the composition before the key that confirms it, which then carries this code alone.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells the two apart there (WebKit bug 165004)
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  };

  #ask(): void {
    clearTimeout(this.#timer);
    const q = this.text.trim();
    if (q === this.q) return;
    this.q = q;
    this.#onAsk();
  }
}

export interface WallBar {
  words: MoreWords;
  common: Words;
  lang: Lang;
  filters: Filters;
  search: WallSearch;
  sums: WishSummary | undefined;
  area: Area | undefined;
  onStatus: (status: StatusFilter) => void;
  onKind: (kind: WishKind | '') => void;
  onCategory: (category: string) => void;
}

const counts = ({ words, lang, filters, sums, onStatus }: WallBar): TemplateResult => {
  const values = sums && { open: sums.open, 'in-progress': sums.inProgress, helped: sums.helped };
  return html`<div class="counts" role="group" aria-label=${words.statuses}>
    ${statusFilters.map((status) => {
      const value = values?.[status];
      const short = value === undefined ? '' : count(value, lang);
      const full = value === undefined || short === exact(value) ? nothing : exact(value);
      return html`<button type="button" aria-pressed=${filters.status === status} title=${full} @click=${() => onStatus(status)}>
        <b>${short}</b><span>${words[status]}</span>
      </button>`;
    })}
  </div>`;
};

const chips = ({ words, common, filters, onKind }: WallBar): TemplateResult => {
  const chip = (kind: WishKind | '', content: unknown) =>
    html`<button type="button" class="chip" aria-pressed=${filters.kind === kind} @click=${() => onKind(kind)}>${content}</button>`;
  return html`<div class="chips" role="group" aria-label=${words.kinds}>
    ${chip('', words.allKinds)} ${kinds.map((kind) => chip(kind, html`${icon(kindIcon[kind])}${common.kinds[kind]}`))}
  </div>`;
};

/** Beside the search where the row of kinds is full, so that it never stands alone. */
const categoryChoice = ({ words, filters, area, onCategory }: WallBar): TemplateResult | typeof nothing => {
  const categories = area?.settings.wishCategories ?? [];
  if (!categories.length)
    return area ? nothing : html`<span class="chip to-come" aria-hidden="true">${words.allCategories}${icon('down')}</span>`;
  return html`<label class="chip choose ${filters.category ? 'on' : ''}">
    <span class="vh">${words.category}</span>
    <select
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement) onCategory(event.target.value);
      }}
    >
      <option value="" ?selected=${!filters.category}>${words.allCategories}</option>
      ${categories.map(({ code, name }) => html`<option value=${code} ?selected=${filters.category === code}>${name}</option>`)}
    </select>
    ${icon('down')}
  </label>`;
};

const searchBox = ({ words, search }: WallBar): TemplateResult => html`<form role="search" @submit=${search.handle}>
  <label class="input">
    ${icon('search')}<span class="vh">${words.search}</span>
    <input
      type="search"
      placeholder=${words.searchHint}
      autocomplete="off"
      enterkeyhint="search"
      maxlength="60"
      .value=${search.text}
      @input=${search.handle}
      @compositionstart=${search.handle}
      @compositionend=${search.handle}
      @keydown=${search.handleKey}
    />
  </label>
</form>`;

/** The one toolbar of a wall: how far, what kind, which category, which words. */
export const wallBar = (bar: WallBar): TemplateResult =>
  html`<div class="bar" part="toolbar">${counts(bar)} ${chips(bar)} ${categoryChoice(bar)} ${searchBox(bar)}</div>`;
