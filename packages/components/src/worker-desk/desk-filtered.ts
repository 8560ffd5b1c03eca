import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { EmptyWords } from './desk-known.ts';
import { FmDeskPanel } from './desk-panel.ts';

/** What a tab says of its filters, in the names that all of them share. */
interface FilteredWords<Filter extends string> {
  /** The filters' spoken name. */
  readonly filter: string;
  readonly filters: Readonly<Record<Filter, string>>;
  /** The spoken name of each list. */
  readonly list: Readonly<Record<Filter, string>>;
  readonly empty: Readonly<Record<Filter, { readonly title: string; readonly text: string }>>;
  readonly pick: string;
}

/** A tab whose list is one of several kinds: which of them stands above, with the act that begins a new one. */
export abstract class FmFilteredPanel<T extends { id: string }, Filter extends string> extends FmDeskPanel<T> {
  @state() protected filter!: Filter;

  protected abstract get filters(): readonly Filter[];
  /** Those of which the number beside the tab's name tells how many there are. */
  protected abstract readonly counted: Filter;
  protected abstract get said(): FilteredWords<Filter>;

  protected override get counts(): boolean {
    return this.filter === this.counted;
  }

  protected question(): readonly unknown[] {
    return [this.filter];
  }

  protected get listName(): string {
    return this.said.list[this.filter];
  }

  protected override get pickWords(): string {
    return this.said.pick;
  }

  protected get emptyWords(): EmptyWords {
    return { drawing: 'wall', ...this.said.empty[this.filter] };
  }

  /** Another list, with nothing of it in hand. */
  protected show(filter: Filter): void {
    this.filter = filter;
    this.letGo();
  }

  /** `numberOf` says how many wait behind a filter, where that is known besides. */
  protected renderFilters(act: unknown = nothing, numberOf: (filter: Filter) => unknown = () => nothing): TemplateResult {
    const { filter: label, filters: names } = this.said;
    return html`<div class="above">
      <div class="chips" role="group" aria-label=${label}>
        ${this.filters.map(
          (filter) =>
            html`<button type="button" class="chip" aria-pressed=${filter === this.filter ? 'true' : 'false'} @click=${() => filter !== this.filter && this.show(filter)}>
              ${names[filter]}${numberOf(filter)}
            </button>`,
        )}
      </div>
      ${act}
    </div>`;
  }
}
