import type { Area, Child } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { ResourceController } from '../shared/controllers/resource.ts';
import { icon } from '../shared/ui/icon.ts';
import { FmAreaOpenEvent } from './events.ts';
import type { FmPointsLeaderboard } from './points-leaderboard.ts';
import type { MoreWords } from './words/more.ts';

type Below = { readonly of: string } & (
  | { readonly status: 'closed' | 'busy' | 'failed' }
  | { readonly status: 'open'; readonly children: readonly Child[] }
);

/** Where the board is in the tree of areas: up by the path, down by the areas below, which are asked for when wanted. */
export class Crumbs {
  readonly #board: FmPointsLeaderboard;
  readonly #place: ResourceController<Area>;
  #below: Below = { status: 'closed', of: '' };
  /** The step in the tree that is under way: where it began, and where it leads. */
  #walk: { readonly from: string; readonly name: string } | undefined;
  /** What the last step led to in vain. */
  #failed = '';

  constructor(board: FmPointsLeaderboard, place: ResourceController<Area>) {
    this.#board = board;
    this.#place = place;
  }

  render(words: MoreWords): TemplateResult | typeof nothing {
    const area = this.#place.value;
    if (!area) return nothing;
    const above = area.path.filter(({ slug }) => slug !== area.slug);
    const below = this.#belowOf(area.slug);
    const open = below.status === 'open';
    return html`<nav aria-label=${words.place}>
        <ol>
          ${above.map(
            ({ slug, name }) =>
              html`<li><button type="button" class="btn quiet" aria-label=${words.goTo(name)} @click=${() => this.#go(slug, name)}>${name}</button>${icon('right')}</li>`,
          )}
          <li aria-current="page" tabindex="-1">${area.name}</li>
          ${
            area.level === 'grid'
              ? nothing
              : html`<li>
                  <button type="button" class="btn quiet down" aria-expanded=${open ? 'true' : 'false'} @click=${() => void this.#toggle(area.slug)}>
                    ${below.status === 'failed' ? words.belowFailed : words.below[area.level]}${icon('down')}
                  </button>
                </li>`
          }
        </ol>
      </nav>
      ${this.#renderBelow(area, below, words)} ${this.#failed ? html`<p class="small bad" role="alert">${words.couldNotGo(this.#failed)}</p>` : nothing}`;
  }

  /** Once it is known whether the new place is there: the reading goes on at it, or everything is where it was. */
  arrived(): void {
    const walk = this.#walk;
    const { list, question } = this.#board;
    const place = this.#place;
    if (!walk || list.busy || place.busy) return;
    this.#walk = undefined;
    if (place.value?.slug === question.area && list.state.status !== 'error') {
      this.#board.renderRoot.querySelector<HTMLElement>('.crumbs [aria-current]')?.focus();
      return;
    }
    this.#board.walked = walk.from;
    this.#failed = walk.name;
    this.#board.requestUpdate();
  }

  /** What was asked for one place says nothing of another. */
  #belowOf(area: string): Below {
    return this.#below.of === area ? this.#below : { status: 'closed', of: area };
  }

  #renderBelow(area: Area, below: Below, words: MoreWords): TemplateResult | typeof nothing {
    if (below.status !== 'open') return nothing;
    return below.children.length
      ? html`<ul class="chips" aria-label=${words.belowOf(area.name)}>
          ${below.children.map(
            ({ slug, name }) =>
              html`<li><button type="button" class="chip" aria-label=${words.goTo(name)} @click=${() => this.#go(slug, name)}>${name}${icon('right')}</button></li>`,
          )}
        </ul>`
      : html`<p class="small muted" role="status">${words.nothingBelow}</p>`;
  }

  #go(area: string, name: string): void {
    if (!this.#board.dispatchEvent(new FmAreaOpenEvent(area))) return;
    this.#below = { status: 'closed', of: area };
    this.#failed = '';
    this.#walk = { from: this.#walk?.from ?? this.#board.walked, name };
    this.#board.walked = area;
  }

  async #toggle(area: string): Promise<void> {
    const { client } = this.#board.community;
    const { status } = this.#belowOf(area);
    if (status === 'busy' || !client) return;
    if (status === 'open') {
      this.#show({ status: 'closed', of: area });
      return;
    }
    const busy: Below = { status: 'busy', of: area };
    this.#show(busy);
    const answer = await client.areas
      .children({ area })
      .toArray({ limit: 200 })
      .then(
        (children): Below => ({ status: 'open', of: area, children }),
        (): Below => ({ status: 'failed', of: area }),
      );
    // Somebody went on meanwhile.
    if (this.#below === busy) this.#show(answer);
  }

  #show(below: Below): void {
    this.#below = below;
    this.#board.requestUpdate();
  }
}
