import type { Area, FiveMicroCore, Wish, WishSummary } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { FmBase, type Sheet } from '../shared/base.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { toLimit } from '../shared/options.ts';
import { once } from '../shared/once.ts';
import { btnStyles } from '../shared/styles/btn.styles.ts';
import { listStyles } from '../shared/styles/list.styles.ts';
import { noteStyles } from '../shared/styles/note.styles.ts';
import { heading } from '../shared/ui/heading.ts';
import { plainFailure } from '../shared/ui/plain.ts';
import { type Filters, toKind, toStatus } from './filters.ts';
import type { WallMore } from './wall-more.ts';
import { WishList } from './wish-list.ts';
import { ghostNotes, wishNote } from './wish-note.ts';
import { wishNoteStyles } from './wish-note.styles.ts';
import { wallStyles } from './wish-wall.styles.ts';
import { wallWords } from './words/index.ts';

const compact: Sheet = async () => (await import('./compact.styles.ts')).compactStyles;

/**
 * @tag fm-wish-wall
 * @summary 微心愿墙: the wishes of an area and of all areas below it, on paper notes; to read, to narrow down, to help
 * with, and to add to. What it shows follows what happens, without a reload.
 *
 * The notes come first; everything else of the wall (`WallMore`) is loaded when they are there, or with the first press.
 * @fires fm-wish-open - Before a wish opens; `preventDefault()` where the portal shows it on a page of its own.
 * @fires fm-wish-posted - `{ wish }`: handed in; a worker looks at it first.
 * @fires fm-wish-changed - `{ wish, act }`, after an act of this member.
 * @fires fm-organisation-open - From an organisation that is shown inside; `preventDefault()` where the page goes there itself.
 * @fires fm-before-act - Before an act is sent; see `FmBeforeActEvent`.
 * @fires fm-login-required - Someone has to sign in first; see `fm-community`.
 * @slot loading - In the place of the skeletons.
 * @slot empty - In the place of the empty wall's words.
 * @slot error - In the place of the words about an error.
 * @csspart heading - Its title.
 * @csspart toolbar - The row in which it is narrowed down.
 * @csspart primary - The button that posts a wish.
 * @csspart card - One wish on its paper.
 * @csspart act - The button on an open wish.
 * @csspart message - What is said where nothing is to be shown: it is empty, or something went wrong.
 * @csspart stale - The line above what is not fresh.
 */
export class FmWishWall extends FmBase {
  static override styles: CSSResultGroup = [FmBase.styles, btnStyles, listStyles, noteStyles, wallStyles, wishNoteStyles];
  static override properties: PropertyDeclarations = {
    status: {},
    kind: {},
    category: {},
    limit: { type: Number },
    compact: { type: Boolean, reflect: true },
    heading: {},
    wish: {},
    allHref: { attribute: 'all-href' },
    now: { attribute: false },
  };

  /** Narrowed down to begin with. */
  status: '' | 'open' | 'in-progress' | 'helped' = '';
  /** 实物, 服务 or 陪伴. */
  kind: '' | 'item' | 'service' | 'company' = '';
  /** The code of a category. */
  category = '';
  /** How many at first, and how many more each time: 12, in a compact wall 3. */
  limit = 0;
  /** For home pages and sidebars: a few notes, no filters, no search. */
  compact = false;
  /** Another title. */
  heading = '';
  /** The id of a wish that lies open over the wall, for a page that was asked for one by its address; empty again when it is closed. */
  wish = '';
  /** Where a compact wall's 看整面墙 leads; without it the area's link `wishes`, if it has one. */
  allHref = '';
  /** The present, in milliseconds. */
  now: () => number = Date.now;

  /** @internal */
  readonly turning = new Set<string>();
  /** @internal */
  readonly list: WishList = new WishList(this);
  /** @internal */
  readonly place: ResourceController<Area> = this.#about(({ areas }, at, options) => areas.get(at, options));
  /** @internal */
  readonly summary: ResourceController<WishSummary> = this.#about(({ wishes }, at, options) => wishes.summary(at, options));
  readonly #words = new WordsController(this, wallWords);
  #more: WallMore | undefined;
  /** All of the wall. */
  readonly #whole = once(
    () => import('./wall-more.ts'),
    ({ WallMore }) => {
      for (const sheet of WallMore.styles) this.adopt(sheet);
      this.#more = new WallMore(this);
      this.requestUpdate();
      return this.#more;
    },
  );

  /** What is shown now; `q` is what is searched for. */
  get filters(): Filters {
    return { status: toStatus(this.status), kind: toKind(this.kind), category: this.category, q: this.#more?.search.q ?? '' };
  }

  /** @internal */
  get words() {
    return this.#words.words;
  }

  /** @internal True where the wall gathers several communities. */
  get isWide(): boolean {
    const level = this.place.value?.level;
    return level === 'street' || level === 'district';
  }

  /** Asks for everything again; resolves when it is there, or failed. */
  async reload(): Promise<void> {
    await Promise.all([this.list.reload(), this.summary.reload(), this.place.reload()]);
  }

  /** Puts the keyboard on the note of a wish that is shown. */
  focusWish(id: string): void {
    const index = this.list.shown?.items.findIndex((wish) => wish.id === id) ?? -1;
    this.renderRoot.querySelectorAll<HTMLElement>('.want button')[index]?.focus();
  }

  protected override sheets(): Sheet[] {
    return this.compact ? [...super.sheets(), compact] : super.sheets();
  }

  protected override willUpdate(): void {
    this.limit = toLimit(this.limit, this.compact ? 3 : 12);
  }

  protected override updated(): void {
    if (this.list.state.status !== 'loading' || this.community.problem) void this.#whole();
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const more = this.#more;
    const { state, shown } = this.list;
    const { status } = state;
    const title = this.heading || words.title;
    const looks = [
      this.compact && 'compact',
      (status === 'stale' || status === 'offline') && 'old',
      status === 'loading' && shown && 'asking',
    ];
    return html`<section class="fm ${looks.filter(Boolean).join(' ')}" lang=${this.community.lang} aria-label=${title} aria-busy=${status === 'loading'}>
      ${more?.renderStale()}
      <div class="head">
        <div>
          ${heading(this.headingLevel, title, 'title')}
          <p>${more?.renderSub() ?? (this.compact ? '\u00a0' : words.sub)}</p>
        </div>
        ${more?.renderHeadAct()}
      </div>
      ${more ? more.renderBar() : this.compact ? nothing : html`<div class="bar"></div>`} ${this.renderNotes()} ${more?.renderEnds()}
    </section>`;
  }

  private renderNotes(): TemplateResult {
    const { state, shown } = this.list;
    const { status } = state;
    if (status !== 'error' && !this.community.problem) {
      if (!shown) return html`<slot name="loading">${ghostNotes(this.compact ? this.limit : 6)}</slot>`;
      if (shown.items.length) return this.renderItems(shown.items, status === 'stale' || status === 'offline');
    }
    return this.#more?.renderInstead() ?? plainFailure(this);
  }

  private renderItems(items: readonly Wish[], offline: boolean): TemplateResult {
    const open = (intent: '' | 'claim') => async (wish: Wish) => (await this.#whole())?.doors.open(wish, intent);
    const options = {
      words: this.words,
      lang: this.community.lang,
      now: this.now(),
      level: this.headingLevel + 1,
      compact: this.compact,
      showArea: this.isWide,
      offline,
      onOpen: open(''),
      onHelp: open('claim'),
    };
    const note = (wish: Wish) => wishNote(wish, { ...options, turning: this.turning.has(wish.id) });
    return html`<ul class="notes" @animationend=${() => this.turning.clear()}>
      ${this.#more ? this.#more.renderItems(items, note) : items.map(note)}
    </ul>`;
  }

  #about<T>(
    ask: (client: FiveMicroCore, at: { area: string }, options: { signal: AbortSignal }) => PromiseLike<T>,
  ): ResourceController<T> {
    return new ResourceController<T>(this, {
      key: () => {
        const { client, area, epoch } = this.community;
        // After the notes, which should not wait for it.
        const { shown, state } = this.list;
        return client && area && (shown || state.status !== 'loading') ? [client, area, epoch] : null;
      },
      load: async (signal) => {
        const { client, area } = this.community;
        if (!client) throw new Error('asked without a client');
        return ask(client, { area }, { signal });
      },
      reflect: false,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-wall': FmWishWall;
  }
}
