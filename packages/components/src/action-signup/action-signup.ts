import type { Action } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { FmBase, type Sheet } from '../shared/base.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { toLimit } from '../shared/options.ts';
import { once } from '../shared/once.ts';
import { btnStyles } from '../shared/styles/btn.styles.ts';
import { listStyles } from '../shared/styles/list.styles.ts';
import { heading } from '../shared/ui/heading.ts';
import { plainFailure } from '../shared/ui/plain.ts';
import { actionCard, type CardOptions, ghostCards } from './action-card.ts';
import { ActionList } from './action-list.ts';
import type { ActionMore } from './action-more.ts';
import { cardStyles } from './action-signup.styles.ts';
import type { Filters } from './filters.ts';
import { actionWords } from './words/index.ts';

const hall: Sheet = async () => (await import('./hall.styles.ts')).hallStyles;
const compact: Sheet = async () => (await import('./compact.styles.ts')).compactStyles;

/**
 * @tag fm-action-signup
 * @summary 微行动: what neighbours do together in an area and in all areas below it; to read, to narrow down by week,
 * category and free places, and to sign up for with one tap. What it shows follows what happens, without a reload.
 *
 * The cards come first; everything else (`ActionMore`) is loaded when they are there, or with the first press.
 * @fires fm-action-open - Before an action opens; `preventDefault()` where the portal shows it on a page of its own.
 * @fires fm-action-signed-up - `{ action, signUp }`, after the server's answer.
 * @fires fm-action-signed-off - `{ action, signUp }`: cancelled, or off the waiting list.
 * @fires fm-action-checked-in - `{ action, signUp }`: in, or out; `signUp` has the times.
 * @fires fm-action-saved - `{ action }`: drafted, or changed, by someone who may.
 * @fires fm-before-act - Before `sign-up`, `sign-off` and `check-in` are sent; see `FmBeforeActEvent`.
 * @fires fm-login-required - Someone has to sign in first; see `fm-community`.
 * @slot loading - In the place of the skeletons.
 * @slot empty - In the place of the words where there is no action.
 * @slot error - In the place of the words about an error.
 * @csspart heading - Its title.
 * @csspart toolbar - The row in which it is narrowed down.
 * @csspart primary - The button that starts an action, for those who may.
 * @csspart card - One action.
 * @csspart act - The button on it that signs up.
 * @csspart message - What is said where nothing is to be shown: it is empty, or something went wrong.
 * @csspart stale - The line above what is not fresh.
 */
export class FmActionSignup extends FmBase {
  static override styles: CSSResultGroup = [FmBase.styles, btnStyles, listStyles, cardStyles];
  static override properties: PropertyDeclarations = {
    show: {},
    category: {},
    day: {},
    limit: { type: Number },
    compact: { type: Boolean, reflect: true },
    display: { reflect: true },
    heading: {},
    action: {},
    code: {},
    allHref: { attribute: 'all-href' },
    now: { attribute: false },
  };

  /** Narrowed down to begin with; `soon` is this week. */
  show: '' | 'free' | 'soon' | 'mine' = '';
  /** The code of a category. */
  category = '';
  /** One day, as `2026-11-28`. */
  day = '';
  /** How many at first, and how many more each time: 10; in a compact list 2, on a hall screen 5. */
  limit = 0;
  /** For home pages and sidebars: the next two, nothing to choose. */
  compact = false;
  /** `hall` for the screen in the community centre: big type, nothing to press. */
  display: '' | 'hall' = '';
  /** Another title. */
  heading = '';
  /** The id of an action that lies open over the list, for a page that was asked for one by its address; empty again when it is closed. */
  action = '';
  /** Six digits from a check-in screen's QR code: checks in to `action`, after signing in where that is needed. */
  code = '';
  /** Where a compact list's 看全部 leads; without it the area's link `actions`, if it has one. */
  allHref = '';
  /** The present, in milliseconds. */
  now: () => number = Date.now;

  /** @internal */
  readonly list: ActionList = new ActionList(this);
  readonly #words = new WordsController(this, actionWords);
  #more: ActionMore | undefined;
  /** All of it. */
  readonly #whole = once(
    () => import('./action-more.ts'),
    ({ ActionMore }) => {
      for (const sheet of ActionMore.styles) this.adopt(sheet);
      this.#more = new ActionMore(this);
      this.requestUpdate();
      return this.#more;
    },
  );

  /** What is shown now. */
  get filters(): Filters {
    return { show: this.show, category: this.category, day: this.day };
  }

  /** @internal */
  get words() {
    return this.#words.words;
  }

  /** @internal */
  get isHall(): boolean {
    return this.display === 'hall';
  }

  /** Asks for everything again; resolves when it is there, or failed. */
  async reload(): Promise<void> {
    await Promise.all([this.list.reload(), this.#more?.reload()]);
  }

  protected override sheets(): Sheet[] {
    return [...super.sheets(), ...(this.isHall ? [hall] : []), ...(this.compact ? [compact] : [])];
  }

  protected override willUpdate(): void {
    this.limit = toLimit(this.limit, this.compact ? 2 : this.isHall ? 5 : 10);
  }

  protected override updated(): void {
    if (this.list.state.status !== 'loading' || this.community.problem) void this.#whole();
  }

  protected override render(): TemplateResult {
    const { words, isHall } = this;
    const more = this.#more;
    const { status } = this.list.state;
    const title = this.heading || words.title;
    const look = isHall ? 'hall' : this.compact ? 'compact' : '';
    return html`<section class="fm ${look} ${more?.look}" lang=${this.community.lang} aria-label=${title} aria-busy=${status === 'loading'}>
      ${more?.renderStale()}
      <div class="head">
        <div>
          ${heading(this.headingLevel, title, 'title')}
          <p>${more?.renderSub() ?? words.sub}</p>
        </div>
        ${more?.renderHeadAct()}
      </div>
      ${look ? nothing : (more?.renderBar() ?? html`<div class="bar"></div>`)} ${this.renderActions()} ${more?.renderEnds()}
    </section>`;
  }

  private renderActions(): TemplateResult {
    const { state, shown } = this.list;
    if (state.status !== 'error' && !this.community.problem) {
      if (!shown) return html`<slot name="loading">${ghostCards(Math.min(this.limit, 5))}</slot>`;
      // A screen in a hall shows nobody's own part, whoever is signed in there.
      const items = this.isHall ? shown.items.map((one) => ({ ...one, mine: null })) : shown.items;
      if (items.length) return this.renderItems(items);
    }
    return this.#more?.renderInstead() ?? plainFailure(this);
  }

  private renderItems(items: readonly Action[]): TemplateResult {
    const more = this.#more;
    const options: CardOptions = {
      words: this.words,
      lang: this.community.lang,
      now: this.now(),
      level: this.headingLevel + 1,
      showArea: more?.isWide ?? false,
      still: this.isHall,
      kind: (action) => more?.renderKind(action),
      side: (action) => more?.renderSide(action),
      onOpen: (action) => void this.#whole().then((whole) => whole?.doors.open(action)),
      onSignUp: (action) => void this.#whole().then((whole) => whole?.doors.acts.signUp(action)),
    };
    const card = (action: Action) => actionCard(action, options);
    return html`<ul class="acts">
      ${more ? more.renderItems(items, card) : items.map(card)}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-action-signup': FmActionSignup;
  }
}
