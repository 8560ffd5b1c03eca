import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { FmBase, type Sheet } from '../shared/base.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { toLimit } from '../shared/options.ts';
import { once } from '../shared/once.ts';
import { btnStyles } from '../shared/styles/btn.styles.ts';
import { listStyles } from '../shared/styles/list.styles.ts';
import { heading } from '../shared/ui/heading.ts';
import { plainFailure } from '../shared/ui/plain.ts';
import { BoardList, boards, type Period, periods, type Question, type Shown } from './board-list.ts';
import type { BoardMore } from './board-more.ts';
import { ghost, podium, table } from './board-parts.ts';
import { boardStyles } from './points-leaderboard.styles.ts';
import { boardWords } from './words/index.ts';

const compact: Sheet = async () => (await import('./compact.styles.ts')).compactStyles;
const hall: Sheet = async () => (await import('./hall.styles.ts')).hallStyles;

const known = <T extends string>(options: readonly T[], value: string, otherwise: T): T =>
  options.find((option) => option === value) ?? otherwise;

/**
 * @tag fm-points-leaderboard
 * @summary 积分榜: who did most for their neighbours, in an area and all below it, by week, month, quarter, year and ever;
 * people, or organisations. Three on a low podium, the others in a plain table, one's own line pinned below. What it
 * shows follows what happens, without a reload.
 *
 * The lines come first; everything else of the board (`BoardMore`) is loaded when they are there, or with the first press.
 * @fires fm-area-open - Before another area is shown; `preventDefault()` where the page goes there itself.
 * @fires fm-login-required - Someone has to sign in first; see `fm-community`.
 * @slot loading - In the place of the skeletons.
 * @slot empty - In the place of the empty board's words.
 * @slot error - In the place of the words about an error.
 * @csspart heading - Its title.
 * @csspart toolbar - The row in which it is narrowed down.
 * @csspart podium - The first three.
 * @csspart row - One line of the table.
 * @csspart own - One's own line, pinned below.
 * @csspart act - The button on it that says where the points come from.
 * @csspart message - What is said where nothing is to be shown: it is empty, or something went wrong.
 * @csspart stale - The line above what is not fresh.
 */
export class FmPointsLeaderboard extends FmBase {
  static override styles: CSSResultGroup = [FmBase.styles, btnStyles, listStyles, boardStyles];
  static override properties: PropertyDeclarations = {
    period: {},
    of: {},
    limit: { type: Number },
    compact: { type: Boolean, reflect: true },
    display: { reflect: true },
    heading: {},
    allHref: { attribute: 'all-href' },
    now: { attribute: false },
    walked: { state: true },
  };

  /** By default the month. */
  period: '' | 'week' | 'month' | 'quarter' | 'year' | 'all' = '';
  /** By default members. */
  of: '' | 'members' | 'organisations' = '';
  /** How many at first, and how many more each time, at most 100: 20; in a compact board 5, on a hall screen 9. */
  limit = 0;
  /** For home pages and sidebars: the first five in a table, no podium, nothing to choose. */
  compact = false;
  /** `hall` for the screen in the community centre: big type, nothing to press. */
  display: '' | 'hall' = '';
  /** Another title. */
  heading = '';
  /** Where a compact board's 看整张榜 leads; without it the area's link `leaderboard`, if it has one. */
  allHref = '';
  /** The present, in milliseconds. */
  now: () => number = Date.now;

  /** @internal The slug of the area one went to inside the board. */
  walked = '';
  /** @internal */
  readonly list: BoardList = new BoardList(this);
  readonly #words = new WordsController(this, boardWords);
  #home = '';
  #more: BoardMore | undefined;
  /** All of the board. */
  readonly #whole = once(
    () => import('./board-more.ts'),
    ({ BoardMore }) => {
      for (const sheet of BoardMore.styles) this.adopt(sheet);
      this.#more = new BoardMore(this);
      this.requestUpdate();
      return this.#more;
    },
  );

  /** Which board it is now. */
  get question(): Question {
    const area = this.walked || this.community.area;
    return { area, period: known<Period>(periods, this.period, 'month'), of: known(boards, this.of, 'members') };
  }

  /** @internal As many as are asked for at once. */
  get size(): number {
    const { limit, compact, isHall } = this;
    return toLimit(limit, compact ? 5 : isHall ? 9 : 20);
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
    if (this.isHall) return [...super.sheets(), hall];
    return this.compact ? [...super.sheets(), compact] : super.sheets();
  }

  protected override willUpdate(): void {
    const { area } = this.community;
    // Another page's area is where one begins anew.
    if (area !== this.#home) {
      this.#home = area;
      this.walked = '';
    }
  }

  protected override updated(): void {
    if (this.list.state.status !== 'loading' || this.community.problem) void this.#whole();
  }

  protected override render(): TemplateResult {
    const { words, isHall, compact, question } = this;
    const more = this.#more;
    const { state, shown } = this.list;
    const { status } = state;
    const title = this.heading || (compact || isHall ? words.titleOf(words.period[question.period]) : words.title);
    const looks = [
      isHall ? 'hall' : compact && 'compact',
      (status === 'stale' || status === 'offline') && 'old',
      status === 'loading' && shown && 'asking',
    ];
    return html`<section class="fm ${looks.filter(Boolean).join(' ')}" lang=${this.community.lang} aria-label=${title} aria-busy=${status === 'loading'}>
      ${more?.renderStale()} ${compact || isHall ? nothing : html`<div class="crumbs">${more?.renderCrumbs()}</div>`}
      <div class="head">
        <div>${heading(this.headingLevel, title, 'title')} ${compact ? nothing : html`<p>${words.sub[question.of]}${more?.renderAsOf()}</p>`}</div>
        ${more?.renderHeadAct()}
      </div>
      ${compact || isHall ? nothing : (more?.renderBar() ?? html`<div class="bar"></div>`)}
      <div class="lines">${this.renderLines()}</div>
      ${more?.renderEnds()}
    </section>`;
  }

  private renderLines(): unknown {
    const { state, shown } = this.list;
    if (state.status !== 'error' && !this.community.problem) {
      if (!shown) return html`<slot name="loading">${ghost(!this.compact)}</slot>`;
      if (shown.board.items.length) return this.renderBoard(shown);
    }
    return this.#more?.renderInstead() ?? (state.status === 'empty' ? nothing : plainFailure(this));
  }

  private renderBoard({ board, asked }: Shown): unknown {
    const { words, compact } = this;
    const view = { ...asked, words };
    const first = compact ? 0 : 3;
    const rest = board.items.slice(first);
    return html`${first ? podium(board.items.slice(0, first), view, this.#more?.free(board)) : nothing}
    ${rest.length ? table(rest, view, `${words.title} · ${words.period[asked.period]}`) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-points-leaderboard': FmPointsLeaderboard;
  }
}
