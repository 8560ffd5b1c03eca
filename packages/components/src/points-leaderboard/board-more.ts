import { type Area, type Leaderboard, pointsIn } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { LiveController } from '../shared/controllers/live.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import type { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { clock, fill, isoDay, moment } from '../shared/format.ts';
import { seldom } from '../shared/seldom.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { chipStyles } from '../shared/styles/chip.styles.ts';
import { stateStyles } from '../shared/styles/state.styles.ts';
import { toneStyles } from '../shared/styles/tones.styles.ts';
import { icon } from '../shared/ui/icon.ts';
import { errorState } from '../shared/ui/problem.ts';
import { emptyState, staleLine } from '../shared/ui/states.ts';
import { sharedWords } from '../shared/words/index.ts';
import { whenGone } from '../shared/gone.ts';
import { within } from '../shared/within.ts';
import { boardBar, freeSteps } from './board-bar.ts';
import { Crumbs } from './board-crumbs.ts';
import './board-drawing.ts';
import type { Shown } from './board-list.ts';
import { listening } from './board-listening.ts';
import { moreStyles, ownStyles } from './board-more.styles.ts';
import { OwnRow } from './board-own.ts';
import { placeOf } from './board-place.ts';
import { figure } from './board-parts.ts';
import { moves } from './moves.ts';
import type { FmPointsLeaderboard } from './points-leaderboard.ts';
import { type MoreWords, moreWords } from './words/more.ts';

/** It looks again, however quiet it is: a hall screen stands for weeks, and a correction is told to those concerned alone. */
const lookEvery = 300_000;

/**
 * All of a board but its lines: where it is, one's own line, more of them, and what happens while it is looked at. A
 * file of its own, so that the lines need not wait for it.
 */
export class BoardMore implements ReactiveController {
  /** Milliseconds between two readings that facts asked for: on a district's board they come in bursts. */
  static pause = 2000;
  static readonly styles = [toneStyles, buttonStyles, chipStyles, stateStyles, moreStyles, ownStyles];

  readonly #board: FmPointsLeaderboard;
  readonly #words: WordsController<MoreWords>;
  readonly #common: WordsController<(typeof sharedWords)['zh-CN']>;
  readonly #own: OwnRow;
  readonly #place: ResourceController<Area>;
  readonly #crumbs: Crumbs;
  /** The next page. */
  #more: 'idle' | 'busy' | 'failed' = 'idle';
  #why: 'closed' | 'open' | 'failed' = 'closed';
  /** What the live region says. */
  #said = '';
  #asked = '';
  #epoch: number;
  #announce = false;
  #lookedAt: number;

  constructor(board: FmPointsLeaderboard) {
    this.#board = board;
    this.#words = new WordsController(board, moreWords);
    this.#common = new WordsController(board, sharedWords);
    this.#own = new OwnRow(board);
    this.#place = placeOf(board);
    this.#crumbs = new Crumbs(board, this.#place);
    this.#asked = this.#question();
    this.#epoch = board.community.epoch;
    this.#lookedAt = board.now();
    new MinuteController(board);
    const lookAgain = seldom(() => void this.#look(), BoardMore.pause);
    new LiveController(listening(board), ({ type }) => {
      if (moves.has(type)) lookAgain();
    });
    board.addController(this);
  }

  async reload(): Promise<void> {
    await Promise.all([this.#place.reload(), this.#own.reload()]);
  }

  /** After another question its answer is announced, once; a period that is over gives way to the next. */
  hostUpdate(): void {
    const { list, community } = this.#board;
    const asked = this.#question();
    if (asked !== this.#asked) {
      this.#announce = true;
      this.#more = 'idle';
    }
    // Whose points they were, or of when, is not asked any more.
    if (asked !== this.#asked || community.epoch !== this.#epoch) this.#why = 'closed';
    this.#asked = asked;
    this.#epoch = community.epoch;
    const { shown, state } = list;
    if (this.#announce && shown && (state.status === 'ready' || state.status === 'empty')) {
      this.#announce = false;
      this.#said = this.#account(shown);
    }
    this.#keepUp(shown);
  }

  hostUpdated(): void {
    this.#crumbs.arrived();
  }

  hostDisconnected(): void {
    whenGone(this.#board, () => {
      this.#why = 'closed';
    });
  }

  /** The line above content that is not fresh. */
  renderStale(): TemplateResult | typeof nothing {
    const { state } = this.#board.list;
    const { words } = this.#common;
    if (state.status !== 'stale' && state.status !== 'offline') return nothing;
    // Nothing is pressed on a hall screen; the board itself says from when it is.
    if (this.#board.isHall) return nothing;
    return staleLine(fill(words.stale, { time: clock(state.since) }), words.refresh, () => void this.#board.reload());
  }

  renderCrumbs(): TemplateResult | typeof nothing {
    return this.#crumbs.render(this.#words.words);
  }

  readonly free = (board: Leaderboard): TemplateResult[] => freeSteps(board, this.#words.words);

  renderBar(): TemplateResult {
    return boardBar(this.#board, this.#words.words);
  }

  /** ，截至 10:32 */
  renderAsOf(): unknown {
    const asOf = this.#board.list.shown?.board.asOf;
    if (!asOf) return nothing;
    const now = this.#board.now();
    const time = isoDay(asOf) === isoDay(now) ? clock(asOf) : moment(asOf, this.#board.community.lang, now);
    return html`<span class="keep">${this.#words.words.asOf(time)}</span>`;
  }

  /** On a hall screen whose board it is, on a compact board the way to all of it. */
  renderHeadAct(): unknown {
    const { isHall, compact, allHref } = this.#board;
    const place = this.#place;
    if (isHall) return place.value ? html`<p class="whose">${place.value.name}</p>` : nothing;
    const href = allHref || place.value?.settings.links['leaderboard'];
    return compact && href
      ? html`<a class="btn quiet all" href=${href}>${this.#words.words.allOfIt}${icon('right')}</a>`
      : nothing;
  }

  /** In the place of the lines: an error, or an empty board. */
  renderInstead(): TemplateResult {
    const board = this.#board;
    const { words } = this.#words;
    const { problem } = board.community;
    const { state } = board.list;
    const level = board.headingLevel + 1;
    if (problem || state.status === 'error') {
      const error = state.status === 'error' ? state.error : undefined;
      const onRetry = board.isHall ? undefined : () => void board.reload();
      const view = { words: this.#common.words, place: board.community, title: board.words.failed, level, onRetry };
      return html`<slot name="error">${errorState(problem ? { ...view, problem } : { ...view, error })}</slot>`;
    }
    const { of, period } = board.list.shown?.asked ?? board.question;
    const showAll = html`<button type="button" class="btn line" @click=${() => (board.period = 'all')}>${words.showAll}</button>`;
    const mayShowAll = period !== 'all' && !board.isHall && !board.compact;
    return html`<slot name="empty"
      >${emptyState({ drawing: 'podium', title: words.empty[of][period], text: words.emptyText[of], level, actions: mayShowAll ? showAll : undefined })}</slot
    >`;
  }

  /** Below the lines: more of them, one's own, and how points come about. */
  renderEnds(): TemplateResult | typeof nothing {
    const { compact, isHall, list, community } = this.#board;
    const { words } = this.#words;
    const { shown, state } = list;
    if (community.problem || state.status === 'error' || !shown) return html`<p class="vh" role="status"></p>`;
    if (isHall) return html`<p class="foot-note">${this.#total(shown)}${words.never}</p>`;
    if (compact) {
      const hint = shown.asked.of === 'members' ? words.compactHint : words.compactOrganisations;
      return html`<p class="foot-note">${this.#own.renderShort(words)}${hint}</p>`;
    }
    // All at once, so that nothing moves aside for what comes a moment later.
    const waits = ({ value, state }: Pick<ResourceController<object>, 'value' | 'state'>): boolean =>
      value === undefined && state.status === 'loading';
    if (waits(this.#place) || (shown.asked.of === 'members' && waits(this.#own))) return this.#moreLine(shown);
    return html`${this.#moreLine(shown)} ${this.#own.render(words, this.#place.value?.settings.links['me'], () => void this.#openWhy())}
      <div class="foot-note">
        <p>${this.#total(shown)}${shown.board.population ? words.population[shown.asked.of](figure(shown.board.population)) : nothing}</p>
        <p>${this.#rules()}${words.never}${shown.asked.of === 'members' ? words.choose : nothing}</p>
      </div>
      <p class="vh" role="status">${this.#said}</p>
      ${this.#renderWhy()}`;
  }

  /** 本月在怡康社区做的事，一共加了 3,210 分。 Its people may have done all of theirs elsewhere. */
  #total({ board, asked }: Shown): string {
    const { words } = this.#words;
    const area = this.#place.value;
    if (!area || area.slug !== asked.area || !board.total) return '';
    const points = figure(board.total);
    return asked.period === 'all'
      ? words.totalEver(area.name, points)
      : words.total(this.#board.words.period[asked.period], area.name, points);
  }

  /** What brings points here, by the area's own rules. */
  #rules(): unknown {
    const { words } = this.#words;
    const { points = {}, features = [] } = this.#place.value?.settings ?? {};
    const votes = features.includes('projects') || features.includes('stars');
    const said = Object.entries(words.rule).flatMap(([rule, say]) =>
      points[rule] && (rule !== 'vote' || votes) ? say(points[rule]) : [],
    );
    return said.length ? html`${words.rules}${said.join(words.ruleAnd)}${words.ruleEnd}` : nothing;
  }

  #moreLine({ board, asked }: Shown): TemplateResult | typeof nothing {
    const { words } = this.#words;
    const shown = board.items.length;
    const gap = asked.of === 'members' ? this.#own.gap(shown) : 0;
    if (!board.nextCursor) return nothing;
    const left = Math.min(this.#board.size, Math.max(1, board.population - shown));
    return html`<p class="more">
      ${gap ? html`<span>${words.gap(figure(gap))}</span>` : nothing}
      <button type="button" class="btn quiet" aria-disabled=${this.#more === 'busy' ? 'true' : 'false'} @click=${this.#loadMore}>
        ${this.#more === 'failed' ? words.moreFailed : words.more(left)}
      </button>
    </p>`;
  }

  #renderWhy(): TemplateResult | typeof nothing {
    if (this.#why === 'failed')
      return html`<p class="offer" role="alert">${this.#common.words.errors['network.unreachable']}</p>`;
    if (this.#why === 'closed') return nothing;
    const { client, lang, mode, theme } = this.#board.community;
    const { area, period } = this.#board.question;
    return html`<fm-points-why
      ${within({ client, area, lang, mode, theme }, this.#board.headingLevel + 1)}
      .period=${period}
      .now=${this.#board.now}
      @fm-sheet-close=${() => this.#showWhy('closed')}
    ></fm-points-why>`;
  }

  readonly #openWhy = async (): Promise<void> => {
    try {
      await import('./points-why.define.ts');
      this.#showWhy('open');
    } catch {
      this.#showWhy('failed');
    }
  };

  #showWhy(why: 'closed' | 'open' | 'failed'): void {
    this.#why = why;
    this.#board.requestUpdate();
  }

  /** The next page, below what is shown; the keyboard goes on at its first line's place. */
  readonly #loadMore = async (): Promise<void> => {
    const { list, size } = this.#board;
    const { shown } = list;
    if (!shown?.board.nextCursor || this.#more === 'busy') return;
    const question = this.#question();
    this.#setMore('busy');
    try {
      const next = await pointsIn(shown.client).leaderboard({ ...shown.asked, limit: size, cursor: shown.board.nextCursor });
      if (question !== this.#question()) return;
      this.#setMore('idle');
      // The lines were loaded anew meanwhile: this page belongs to what is gone.
      const now = list.shown;
      if (now?.board.nextCursor !== shown.board.nextCursor || list.state.status === 'loading') return;
      const items = [...now.board.items, ...next.items];
      list.depth = items.length;
      list.replace({ ...now, board: { ...now.board, items, nextCursor: next.nextCursor } });
      this.#announce = true;
      this.#board.requestUpdate();
      await this.#board.updateComplete;
      // The button may be gone; the reading goes on with what came.
      this.#board.renderRoot.querySelectorAll<HTMLElement>('tbody tr')[now.board.items.length - 3]?.focus();
    } catch {
      if (question === this.#question()) this.#setMore('failed');
    }
  };

  #setMore(more: 'idle' | 'busy' | 'failed'): void {
    this.#more = more;
    this.#board.requestUpdate();
  }

  #question(): string {
    const { area, period, of } = this.#board.question;
    return `${area} ${period} ${of}`;
  }

  #account({ board, asked }: Shown): string {
    const { words } = this.#words;
    const { length } = board.items;
    if (!length) return words.empty[asked.of][asked.period];
    return `${this.#board.words.period[asked.period]} ${board.nextCursor ? words.shownMore(length) : words.shown(length)}`;
  }

  #keepUp(shown: Shown | undefined): void {
    const to = shown?.board.period.to;
    const now = this.#board.now();
    const over = to && Date.parse(to) <= now && this.#lookedAt < Date.parse(to);
    if (over || now - this.#lookedAt >= lookEvery) void this.#look();
  }

  async #look(): Promise<void> {
    this.#lookedAt = this.#board.now();
    await Promise.all([this.#board.list.reload(), this.#own.reload()]);
  }
}
