import type { Wish } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LiveController } from '../shared/controllers/live.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { clock, count, fill } from '../shared/format.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { chipStyles } from '../shared/styles/chip.styles.ts';
import { fieldStyles } from '../shared/styles/field.styles.ts';
import { stateStyles } from '../shared/styles/state.styles.ts';
import { toneStyles } from '../shared/styles/tones.styles.ts';
import { goTo } from '../shared/ui/go-to.ts';
import { icon } from '../shared/ui/icon.ts';
import { errorState } from '../shared/ui/problem.ts';
import { staleLine } from '../shared/ui/states.ts';
import { sharedWords } from '../shared/words/index.ts';
import { isNarrow, totalOf } from './narrow.ts';
import { WallSearch, wallBar } from './wall-bar.ts';
import { WallDoors } from './wall-doors.ts';
import { moreStyles } from './wall-more.styles.ts';
import { emptyWall, nothingFound, nothingTitle } from './wall-states.ts';
import { WishChanges } from './wish-changes.ts';
import type { FmWishWall } from './wish-wall.ts';
import { moreWords } from './words/more.ts';

/**
 * All of a wall but its notes: the toolbar above, what stands below and in their place, and what happens while it is
 * looked at. A file of its own, so that the notes need not wait for it.
 */
export class WallMore implements ReactiveController {
  static readonly styles = [toneStyles, buttonStyles, chipStyles, fieldStyles, stateStyles, moreStyles];

  readonly doors: WallDoors;
  readonly changes: WishChanges;
  readonly search: WallSearch;
  readonly #wall: FmWishWall;
  readonly #words: WordsController<(typeof moreWords)['zh-CN']>;
  readonly #common: WordsController<(typeof sharedWords)['zh-CN']>;
  /** What the live region says. */
  #said = '';
  #question: readonly unknown[];
  #announce = false;

  constructor(wall: FmWishWall) {
    this.#wall = wall;
    this.#words = new WordsController(wall, moreWords);
    this.#common = new WordsController(wall, sharedWords);
    this.search = new WallSearch(wall, () => wall.requestUpdate());
    this.changes = new WishChanges(wall, wall.list);
    this.doors = new WallDoors(wall, {
      onChanged: (wish) => this.#changed(wish),
      mayPost: async () => {
        await wall.updateComplete;
        await wall.place.settled;
        if (!this.#mayPost()) void goTo(wall, '.at-home');
        return this.#mayPost();
      },
    });
    this.#question = this.#asked();
    new MinuteController(wall);
    new LiveController(wall, (fact) => {
      // What someone lets others see has changed: it may stand anywhere on the wall.
      const everything = fact.type === 'resync' || fact.type === 'consent.changed';
      if (!everything && !fact.type.startsWith('wish.')) return;
      this.changes.heard(everything ? { type: 'resync' } : fact);
      void wall.summary.reload();
    });
    wall.addController(this);
  }

  /** After another question its answer is announced, once. */
  hostUpdate(): void {
    const { list } = this.#wall;
    const asked = this.#asked();
    if (asked.some((part, i) => part !== this.#question[i])) this.#announce = true;
    this.#question = asked;
    const { shown, state } = list;
    if (!this.#announce || (state.status !== 'ready' && state.status !== 'empty') || !shown) return;
    this.#announce = false;
    const { words } = this.#words;
    const { length } = shown.items;
    this.#said = length
      ? fill(shown.nextCursor ? words.shownMore : words.shown, { count: length })
      : nothingTitle(words, this.search.q);
  }

  /** The line above content that is not fresh. */
  renderStale(): TemplateResult | typeof nothing {
    const { state } = this.#wall.list;
    const { words } = this.#common;
    if (state.status !== 'stale' && state.status !== 'offline') return nothing;
    return staleLine(fill(words.stale, { time: clock(state.since) }), words.refresh, () => void this.#wall.reload());
  }

  renderSub(): unknown {
    const { words } = this.#words;
    const { compact, summary, place, community, isWide } = this.#wall;
    const sums = summary.value;
    if (!compact) return isWide && place.value ? fill(words.subArea, { area: place.value.name }) : undefined;
    const [before, between, after] = words.compactSub;
    return (
      sums &&
      html`${before}<b class="num">${count(sums.open, community.lang)}</b>${between}<span class="num">${count(sums.helped, community.lang)}</span>${after}`
    );
  }

  /** Beside the title; on an empty wall the act stands in the middle instead. */
  renderHeadAct(): TemplateResult | typeof nothing {
    const { compact, list, filters } = this.#wall;
    if (compact) return this.#allLink();
    return list.state.status === 'empty' && !isNarrow(filters)
      ? nothing
      : this.#mayPost()
        ? this.#postButton()
        : this.#elsewhere();
  }

  renderBar(): TemplateResult | typeof nothing {
    const wall = this.#wall;
    if (wall.compact || wall.community.problem || (wall.list.state.status === 'error' && !wall.summary.value)) return nothing;
    return wallBar({
      words: this.#words.words,
      common: this.#common.words,
      lang: wall.community.lang,
      filters: wall.filters,
      search: this.search,
      sums: wall.summary.value,
      area: wall.place.value,
      onStatus: (status) => {
        wall.status = wall.filters.status === status ? '' : status;
      },
      onKind: (kind) => {
        wall.kind = wall.filters.kind === kind ? '' : kind;
      },
      onCategory: (category) => {
        wall.category = category;
      },
    });
  }

  /** The same notes, from now on by their wish: one that comes first leaves the focus where it is. */
  renderItems(items: readonly Wish[], note: (wish: Wish) => TemplateResult): unknown {
    return repeat(items, (wish) => wish.id, note);
  }

  /** In the place of the notes: an error, an empty wall, or nothing among what it was narrowed down to. */
  renderInstead(): TemplateResult {
    const wall = this.#wall;
    const { words } = this.#words;
    const { problem } = wall.community;
    const { state } = wall.list;
    const level = wall.headingLevel + 1;
    if (problem || state.status === 'error') {
      const error = state.status === 'error' ? state.error : undefined;
      const onRetry = () => void wall.reload();
      const view = { words: this.#common.words, place: wall.community, title: wall.words.failed, level, onRetry };
      return html`<slot name="error">${errorState(problem ? { ...view, problem } : { ...view, error })}</slot>`;
    }
    if (isNarrow(wall.filters)) return nothingFound(words, level, this.search.q, wall.summary.value?.open, this.#showAll);
    const post = this.#mayPost() ? this.#postButton('', words.postFirst) : wall.place.value && this.#elsewhere();
    return html`<slot name="empty">${emptyWall(words, level, post)}</slot>`;
  }

  /** Below the notes: more of them, and on a narrow wall the act that is always in thumb's reach. */
  renderEnds(): TemplateResult {
    const wall = this.#wall;
    const { shown, state } = wall.list;
    const some = state.status !== 'error' && shown?.items.length;
    const ends = wall.compact
      ? html`<p class="ends">${this.#postButton()}${this.#allLink()}</p>`
      : html`${this.#moreButton()}${this.#dock()}`;
    return html`${some ? ends : nothing}
      <p class="vh" role="status">${this.#said}</p>
      ${this.doors.render()}`;
  }

  #moreButton(): TemplateResult | typeof nothing {
    const { shown } = this.#wall.list;
    if (!shown?.nextCursor) return nothing;
    const { words } = this.#words;
    const { more } = this.changes;
    const left = totalOf(this.#wall.filters, this.#wall.summary.value) - shown.items.length;
    const label = left > 0 ? fill(words.more, { count: Math.min(this.#wall.limit, left) }) : words.moreSome;
    return html`<p class="more">
      <button type="button" class="btn line" aria-disabled=${more === 'busy'} @click=${this.#more}>
        ${more === 'failed' ? words.moreFailed : label}
      </button>
    </p>`;
  }

  #dock(): TemplateResult | typeof nothing {
    return this.#mayPost() ? html`<div class="dock">${this.#postButton('wide')}</div>` : nothing;
  }

  #postButton(more = '', label = this.#words.words.post): TemplateResult | typeof nothing {
    if (!this.#mayPost()) return nothing;
    return html`<button type="button" part="primary" class="btn primary ${more}" @click=${this.doors.post}>${icon('pen')}${label}</button>`;
  }

  #allLink(): TemplateResult | typeof nothing {
    const href = this.#wall.allHref || this.#wall.place.value?.settings.links['wishes'];
    return href ? html`<a class="btn quiet all" href=${href}>${this.#words.words.allOfIt}${icon('right')}</a>` : nothing;
  }

  /** For whoever is known, and does not live here: where they can. */
  #elsewhere(): TemplateResult | typeof nothing {
    return this.#wall.place.value
      ? html`<p class="muted small at-home" tabindex="-1">${this.#words.words.postAtHome}</p>`
      : nothing;
  }

  #mayPost(): boolean {
    return this.#wall.place.value?.can.includes('post-wish') ?? false;
  }

  readonly #more = async (): Promise<void> => {
    const first = await this.changes.loadMore();
    if (!first) return;
    this.#announce = true;
    this.#wall.requestUpdate();
    await this.#wall.updateComplete;
    this.#wall.focusWish(first.id);
  };

  readonly #showAll = (): void => {
    this.#wall.status = this.#wall.kind = this.#wall.category = '';
    this.search.clear();
  };

  #changed(wish: Wish): void {
    this.changes.put(wish);
    void this.#wall.summary.reload();
  }

  #asked(): readonly unknown[] {
    const { status, kind, category, q } = this.#wall.filters;
    return [status, kind, category, q];
  }
}
