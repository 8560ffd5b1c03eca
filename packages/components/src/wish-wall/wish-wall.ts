import type { Wish } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LiveController } from '../shared/controllers/live.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { FmElement } from '../shared/elements.ts';
import { clock, count, fill } from '../shared/format.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { chipStyles } from '../shared/styles/chip.styles.ts';
import { fieldStyles } from '../shared/styles/field.styles.ts';
import { noteStyles } from '../shared/styles/note.styles.ts';
import { stateStyles } from '../shared/styles/state.styles.ts';
import { tagStyles } from '../shared/styles/tag.styles.ts';
import { icon } from '../shared/ui/icon.ts';
import { errorState } from '../shared/ui/problem.ts';
import { heading, staleLine } from '../shared/ui/states.ts';
import { type Filters, isNarrow, toKind, toStatus, totalOf } from './filters.ts';
import { WallSearch, wallBar } from './wall-bar.ts';
import { WallDoors } from './wall-doors.ts';
import { emptyWall, nothingFound, nothingTitle } from './wall-states.ts';
import { WishList } from './wish-list.ts';
import { ghostNotes, wishNote } from './wish-note.ts';
import { wishNoteStyles } from './wish-note.styles.ts';
import { wallStyles } from './wish-wall.styles.ts';
import { wallWords } from './words/index.ts';

/**
 * @summary 微心愿墙: the wishes of an area and of all areas below it, on paper notes; to read, to narrow down, to help
 * with, and to add to. What it shows follows what happens, without a reload.
 * @fires fm-wish-open - Before a wish opens; `preventDefault()` where the portal shows it on a page of its own.
 * @fires fm-login-required - Someone has to sign in first; see `fm-community`.
 * @slot loading - In the place of the skeletons.
 * @slot empty - In the place of the empty wall's words.
 * @slot error - In the place of the words about an error.
 */
export class FmWishWall extends FmElement {
  static override styles: CSSResultGroup = [
    FmElement.styles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    tagStyles,
    noteStyles,
    stateStyles,
    wallStyles,
    wishNoteStyles,
  ];

  /** Narrowed down to begin with: `open`, `in-progress` or `helped`. */
  @property() status = '';
  /** `item`, `service` or `company`. */
  @property() kind = '';
  /** The code of a category. */
  @property() category = '';
  /** How many at first, and how many more each time: 12, in a compact wall 3. */
  @property({ type: Number }) limit = 0;
  /** For home pages and sidebars: a few notes, no filters, no search. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** Another title. */
  @property() heading = '';
  /** Where a compact wall's 看整面墙 leads; without it the area's link `wishes`, if it has one. */
  @property({ attribute: 'all-href' }) allHref = '';
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private said = '';
  @query('.fm') private box!: HTMLElement;

  readonly #words = new WordsController(this, wallWords);
  readonly #doors = new WallDoors(this, (wish) => {
    this.#list.put(wish);
    void this.#summary.reload();
  });
  readonly #search = new WallSearch(this);
  readonly #list = new WishList(this);
  readonly #area = new ResourceController(this, {
    key: () => this.#place(),
    load: (signal) => this.#client().areas.get({ area: this.community.area }, { signal }),
    reflect: false,
  });
  readonly #summary = new ResourceController(this, {
    key: () => this.#place(),
    load: (signal) => this.#client().wishes.summary({ area: this.community.area }, { signal }),
    reflect: false,
  });
  #announce = false;

  constructor() {
    super();
    new MinuteController(this);
    new LiveController(this, (fact) => {
      if (!fact.type.startsWith('wish.') && fact.type !== 'resync') return;
      this.#list.heard(fact);
      void this.#summary.reload();
    });
  }

  /** What is shown now; `q` is what is searched for. */
  get filters(): Filters {
    const { status, kind, category } = this;
    return { status: toStatus(status), kind: toKind(kind), category, q: this.#search.q };
  }

  /** Asks for everything again; resolves when it is there, or failed. */
  async reload(): Promise<void> {
    await Promise.all([this.#list.reload(), this.#summary.reload(), this.#area.reload()]);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!(this.limit >= 1)) this.limit = this.compact ? 3 : 12;
    if (this.hasUpdated && (changed.has('status') || changed.has('kind') || changed.has('category'))) this.#announce = true;
  }

  protected override updated(): void {
    const { shown, state } = this.#list;
    if (!this.#announce || (state.status !== 'ready' && state.status !== 'empty') || !shown) return;
    this.#announce = false;
    const { words } = this.#words;
    this.said = shown.items.length
      ? fill(shown.nextCursor ? words.shownMore : words.shown, { count: shown.items.length })
      : nothingTitle(words, this.#search.q);
  }

  protected override render(): TemplateResult {
    const { lang, problem } = this.community;
    const { state, shown } = this.#list;
    const old = state.status === 'stale' || state.status === 'offline';
    const classes = `fm ${this.compact ? 'compact' : ''} ${old ? 'old' : ''} ${state.status === 'loading' && shown ? 'asking' : ''}`;
    return html`<section class=${classes} lang=${lang} aria-label=${this.#title()} aria-busy=${state.status === 'loading'}>
      ${old ? staleLine(fill(this.common.words.stale, { time: clock(state.since) }), this.common.words.refresh, () => void this.reload()) : nothing}
      ${this.renderHead()} ${this.compact || problem || (state.status === 'error' && !this.#summary.value) ? nothing : this.renderBar()} ${this.renderNotes()} ${this.renderEnds()}
      <p class="vh" role="status">${this.said}</p>
      ${this.#doors.render()}
    </section>`;
  }

  private renderHead(): TemplateResult {
    const { words } = this.#words;
    const { lang } = this.community;
    const area = this.#area.value;
    const sums = this.#summary.value;
    const [before, between, after] = words.compactSub;
    const sub = this.compact
      ? sums && html`${before}<b class="num">${count(sums.open, lang)}</b>${between}<span class="num">${count(sums.helped, lang)}</span>${after}`
      : area && this.#isWide()
        ? fill(words.subArea, { area: area.name })
        : words.sub;
    return html`<div class="head">
      <div>
        ${heading(this.headingLevel, this.#title(), 'title')}
        <p>${sub}</p>
      </div>
      ${this.compact ? this.#allLink() : this.#isBare() ? nothing : this.#postButton()}
    </div>`;
  }

  private renderBar(): TemplateResult {
    return wallBar({
      words: this.#words.words,
      common: this.common.words,
      lang: this.community.lang,
      filters: this.filters,
      search: this.#search,
      sums: this.#summary.value,
      area: this.#area.value,
      onStatus: (status) => {
        this.status = this.status === status ? '' : status;
      },
      onKind: (kind) => {
        this.kind = this.kind === kind ? '' : kind;
      },
      onCategory: (category) => {
        this.category = category;
      },
    });
  }

  private renderNotes(): TemplateResult {
    const { state, shown } = this.#list;
    const { problem } = this.community;
    if (problem || state.status === 'error') return this.renderError(problem, state.status === 'error' ? state.error : undefined);
    if (!shown) return html`<slot name="loading">${ghostNotes(this.compact ? this.limit : 6)}</slot>`;
    if (!shown.items.length) return this.renderNothing();
    const offline = state.status === 'stale' || state.status === 'offline';
    const options = {
      words: this.#words.words,
      common: this.common.words,
      lang: this.community.lang,
      now: this.now(),
      level: this.headingLevel + 1,
      compact: this.compact,
      showArea: this.#isWide(),
      offline,
      onOpen: (wish: Wish) => void this.#doors.open(wish, ''),
      onHelp: (wish: Wish) => void this.#doors.open(wish, 'claim'),
    };
    return html`<ul class="notes" @animationend=${() => this.#list.turning.clear()}>
      ${repeat(
        shown.items,
        (wish) => wish.id,
        (wish) => wishNote(wish, { ...options, turning: this.#list.turning.has(wish.id) }),
      )}
    </ul>`;
  }

  private renderNothing(): TemplateResult {
    const { words } = this.#words;
    const level = this.headingLevel + 1;
    if (isNarrow(this.filters)) return nothingFound(words, level, this.#search.q, this.#summary.value?.open, this.#showAll);
    const post = this.#mayPost() ? this.#postButton('', words.postFirst) : undefined;
    return html`<slot name="empty">${emptyWall(words, level, post)}</slot>`;
  }

  private renderError(problem: 'no-provider' | 'no-area' | undefined, error: unknown): TemplateResult {
    const view = {
      words: this.common.words,
      place: this.community,
      onRetry: () => void this.reload(),
      title: this.#words.words.failed,
      level: this.headingLevel + 1,
    };
    return html`<slot name="error">${errorState(problem ? { ...view, problem } : { ...view, error })}</slot>`;
  }

  /** Below the notes: more of them, and on a narrow wall the act that is always in thumb's reach. */
  private renderEnds(): TemplateResult | typeof nothing {
    const { shown, state, more } = this.#list;
    if (state.status === 'error' || !shown?.items.length) return nothing;
    if (this.compact) return html`<p class="ends">${this.#postButton()}${this.#allLink()}</p>`;
    return html`${
      shown.nextCursor
        ? html`<p class="more">
            <button type="button" class="btn line" aria-disabled=${more === 'busy'} @click=${this.#more}>
              ${this.#moreLabel(shown.items.length)}
            </button>
          </p>`
        : nothing
    }
    ${this.#mayPost() ? html`<div class="dock">${this.#postButton('wide')}</div>` : nothing}`;
  }

  #postButton(more = '', label = this.#words.words.post): TemplateResult | typeof nothing {
    if (!this.#mayPost()) return nothing;
    return html`<button type="button" class="btn primary ${more}" @click=${this.#doors.post}>${icon('pen')}${label}</button>`;
  }

  readonly #more = async (): Promise<void> => {
    const first = await this.#list.loadMore();
    if (!first) return;
    this.#announce = true;
    this.requestUpdate();
    await this.updateComplete;
    const index = this.#list.shown?.items.indexOf(first) ?? -1;
    this.box.querySelectorAll<HTMLElement>('.notes > li')[index]?.querySelector<HTMLElement>('.want button')?.focus();
  };

  readonly #showAll = (): void => {
    this.status = this.kind = this.category = '';
    this.#search.clear();
  };

  /** A search is a change of the question like a filter's. */
  searchChanged(): void {
    this.#announce = true;
    this.requestUpdate();
  }

  #moreLabel(shown: number): string {
    const { words } = this.#words;
    if (this.#list.more === 'failed') return words.moreFailed;
    const left = totalOf(this.filters, this.#summary.value) - shown;
    return left > 0 ? fill(words.more, { count: Math.min(this.limit, left) }) : words.moreSome;
  }

  #title(): string {
    return this.heading || this.#words.words.title;
  }

  #isWide(): boolean {
    const level = this.#area.value?.level;
    return level === 'street' || level === 'district';
  }

  /** Nothing at all on the wall: then the act stands in the middle, not in the head. */
  #isBare(): boolean {
    return this.#list.state.status === 'empty' && !isNarrow(this.filters);
  }

  #allLink(): TemplateResult | typeof nothing {
    const href = this.allHref || this.#area.value?.settings.links['wishes'];
    return href ? html`<a class="btn quiet all" href=${href}>${this.#words.words.allOfIt}${icon('right')}</a>` : nothing;
  }

  #mayPost(): boolean {
    return this.#area.value?.can.includes('post-wish') ?? false;
  }

  #place(): readonly unknown[] | null {
    const { client, area, epoch } = this.community;
    return client && area ? [client, area, epoch] : null;
  }

  #client() {
    const { client } = this.community;
    if (!client) throw new Error('asked without a client');
    return client;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-wall': FmWishWall;
  }
}
