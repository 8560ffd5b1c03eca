import { type Area, type Round, type RoundOption, type RoundResults, roundsIn } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BallotController } from '../shared/ballot/ballot.ts';
import { slipStyles, trayStyles } from '../shared/ballot/ballot.styles.ts';
import { forCheckers } from '../shared/ballot/for-checkers.ts';
import { ReceiptSlip } from '../shared/ballot/slip.ts';
import { ballotNote, ballotTray, type TrayView } from '../shared/ballot/tray.ts';
import { voterOf } from '../shared/ballot/voter.ts';
import { ballotWords } from '../shared/ballot/words/index.ts';
import { ActController } from '../shared/controllers/act.ts';
import { DueController } from '../shared/controllers/due.ts';
import { LiveController } from '../shared/controllers/live.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { FmElement } from '../shared/elements.ts';
import { clock, fill } from '../shared/format.ts';
import { seldom } from '../shared/seldom.ts';
import { buttonStyles, chipStyles, fieldStyles, stateStyles } from '../shared/styles/index.ts';
import { icon } from '../shared/ui/icons.ts';
import { emptyState, errorState, skeletonLines, staleLine } from '../shared/ui/index.ts';
import { goTo } from '../shared/ui/go-to.ts';
import { meResource } from '../wish-wall/wish-me.ts';
import { candidates, type CandidatesView, fromWhere } from './contest-cards.ts';
import { findBar, narrowed, nothingSought, type Sought } from './contest-find.ts';
import { inDrawnOrder, visitorSeed } from './contest-order.ts';
import { contestGhost, howCounted, whyNot } from './contest-parts.ts';
import { ContestReading } from './contest-reading.ts';
import { contestResults } from './contest-results.ts';
import { ruleBox, turnoutLine } from './contest-rule.ts';
import { contestStyles } from './star-contest.styles.ts';
import { Saying } from '../shared/controllers/saying.ts';
import { contestWords } from './words/contest.ts';

/** How many candidates at first, and how many more each time. */
const step = 12;
/** Many may take their consent back at once. */
const pause = 2_000;

/**
 * @summary A contest of stars: how to vote, whom one can choose from in an order drawn for each voter, the ballot in its
 * tray, the receipt, and how it ended.
 * @slot act - What else can be done here, as nominating.
 * @fires fm-ballot-cast
 * @fires fm-contest-back - Back to the gallery. Does not bubble.
 */
export class FmStarContest extends FmElement {
  static override styles: CSSResultGroup = [
    FmElement.styles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    stateStyles,
    trayStyles,
    slipStyles,
    contestStyles,
  ];

  /** The round's id. */
  @property() round = '';
  /** What the way back is called; empty where there is none. */
  @property({ attribute: false }) back = '';
  @property({ attribute: false }) now: () => number = Date.now;
  @state() private sought: Sought = nothingSought;
  @state() private shown = step;
  @state() private shownOthers = step;

  private readonly words = new WordsController(this, contestWords);
  private readonly ballotWords = new WordsController(this, ballotWords);
  private readonly act = new ActController(this);
  private readonly saying = new Saying(this, this.act);
  private readonly me = meResource(this);
  private readonly contest = new ResourceController<Round>(this, {
    key: () => (this.community.client && this.round ? [this.community.client, this.community.epoch, this.round] : null),
    load: (signal) => roundsIn(this.#client).get(this.round, { signal }),
  });
  private readonly place = new ResourceController<Area>(this, {
    key: () => (this.community.client && this.contest.value ? [this.community.client, this.contest.value.area] : null),
    load: (signal) => this.#client.areas.get({ area: this.contest.value?.area ?? '' }, { signal }),
    reflect: false,
  });
  private readonly results = new ResourceController<RoundResults>(this, {
    key: () => {
      const { value } = this.contest;
      const wanted = value && (value.status === 'closed' || value.live);
      return this.community.client && wanted ? [this.community.client, value.id, value.status] : null;
    },
    load: (signal) => roundsIn(this.#client).results(this.round, { signal }),
    reflect: false,
  });
  private readonly ballot: BallotController = new BallotController(this, {
    round: () => this.contest.value,
    who: () => voterOf(this.me),
    act: this.act,
    reload: () => this.contest.reload(),
    now: () => this.now(),
  });
  private readonly slip = new ReceiptSlip(this, this.ballot, () => this.now());
  private readonly reading = new ContestReading(this, {
    ballot: () => this.ballot,
    from: (option) => fromWhere(option, this.#titles),
    note: () => this.ballot.note?.(this.ballotWords.words, this.common.words, this.community.lang) ?? '',
    onFailed: () => this.saying.say(this.common.words.errors['network.unreachable'], 'bad'),
  });
  /** Drawn once: whoever signs in while they look goes on with the order they have. */
  #seed = '';

  constructor() {
    super();
    new DueController(this, {
      at: () => this.#due,
      now: () => this.now(),
      ask: () => void this.contest.reload(),
    });
    const again = seldom(() => void this.contest.reload(), pause);
    new LiveController(this, (fact) => {
      const { type } = fact;
      const here = 'id' in fact && fact.id === this.round && type.startsWith('round.');
      // A name or a face that is not to be seen any more goes from here, too.
      if (here || type === 'resync' || /^star\.(withdrawn|part-)/.test(type) || type === 'consent.changed') again();
      if (here && this.contest.value?.live) void this.results.reload();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('round')) {
      this.#seed = '';
      this.sought = nothingSought;
      this.shown = this.shownOthers = step;
    }
    const who = voterOf(this.me);
    if (!this.#seed && who !== undefined) this.#seed = `${this.round} ${who === 'visitor' ? visitorSeed() : who}`;
  }

  /** Somebody came here by a press: the keyboard, and whoever listens, go on at the title once it is there. */
  async begin(): Promise<void> {
    await this.updateComplete;
    // Without an order of one's own there is nothing to see yet.
    await Promise.all([this.contest.settled, this.me.settled]);
    await goTo(this, '.title', 'start');
  }

  protected override render(): TemplateResult {
    const { lang } = this.community;
    const { state: now, value } = this.contest;
    const old = now.status === 'stale' || now.status === 'offline';
    return html`<div class="fm ${old ? 'old' : ''}" lang=${lang}>
      ${this.back ? html`<button type="button" class="btn quiet back" @click=${this.#goBack}>${icon('back')}${this.back}</button>` : nothing}
      ${old ? staleLine(fill(this.common.words.stale, { time: clock(now.since) }), this.common.words.refresh, () => void this.contest.reload()) : nothing}
      ${now.status === 'error' ? this.renderError(now.error) : value && this.#seed ? this.renderRound(value) : contestGhost()}
      ${this.saying.render()}
    </div>`;
  }

  private renderError(error: unknown): TemplateResult {
    const onRetry = () => void this.contest.reload();
    return errorState({
      words: this.common.words,
      place: this.community,
      title: this.words.words.failed,
      level: this.headingLevel,
      error,
      onRetry,
    });
  }

  private renderRound(round: Round): TemplateResult {
    const { words } = this.words;
    const { lang } = this.community;
    const now = this.now();
    const over = round.status === 'closed';
    return html`<div class="head">
        <div>
          <div role="heading" aria-level=${this.headingLevel} class="title" tabindex="-1">${round.title}</div>
          <p>${round.status === 'closed' ? words.ended : words.sub(round.areaName, round.options.length)}</p>
          ${turnoutLine(round, words)}
        </div>
        ${over ? nothing : html`<slot name="act"></slot>`}
      </div>
      ${over ? nothing : ruleBox(round, { words, lang, now })}
      ${whyNot(round, words, { lang, now })}
      ${over ? html`${ballotNote(this.ballot, this.#tray)}${this.renderResults(round)}` : nothing} ${this.renderAfter(round)}
      ${over ? nothing : this.renderChoice(round)}
      ${this.reading.render(round)}`;
  }

  /** The receipt, and what it is good for; or what became of a ballot that is no more. */
  private renderAfter(round: Round): TemplateResult | typeof nothing {
    const words = this.ballotWords.words;
    const level = this.headingLevel + 1;
    const slip = this.slip.render({ words, common: this.common.words, level });
    if (slip !== nothing)
      return html`<div class="after">${slip}${round.status === 'closed' ? nothing : howCounted(round, words, level)}</div>`;
    return this.ballot.phase === 'none' && round.status !== 'closed' ? ballotNote(this.ballot, this.#tray) : nothing;
  }

  private renderChoice(round: Round): TemplateResult {
    const { words } = this.words;
    const found = narrowed(inDrawnOrder(round.options, this.#seed), this.sought);
    const view: CandidatesView = {
      words,
      level: this.headingLevel + 1,
      titles: this.#titles,
      voting: this.ballot.isMade,
      has: (id) => this.ballot.has(id),
      onPick: (option: RoundOption) => this.ballot.toggle(option.id),
      onRead: (option) => void this.reading.open(option),
      votes: new Map((this.results.value?.votes ?? []).map(({ id, votes }) => [id, votes])),
    };
    const left = Math.min(step, found.length - this.shown);
    return html`${findBar({ words, round, sought: this.sought, titles: this.#titles, onSeek: this.#seek })}
      <p class="found" role="status"><b>${words.found(found.length)}</b>${found.length > 1 ? words.order : nothing}</p>
      ${
        found.length
          ? candidates(found.slice(0, this.shown), view)
          : emptyState({
              drawing: 'search',
              title: words.nobody,
              level: view.level,
              actions: html`<button type="button" class="btn line" @click=${() => this.#seek(nothingSought)}>${words.clear}</button>`,
            })
      }
      ${left > 0 ? html`<p class="more"><button type="button" class="btn line" @click=${() => void this.#more(found)}>${words.more(left)}</button></p>` : nothing}
      ${ballotTray(this.ballot, this.#tray)}`;
  }

  private renderResults(round: Round): TemplateResult {
    const { words } = this.words;
    const { value, state: now } = this.results;
    const common = this.common.words;
    if (now.status === 'error') {
      const again = () => void this.results.reload();
      return html`<p class="why">${words.resultsFailed} <button type="button" class="btn quiet" @click=${again}>${common.retry}</button></p>`;
    }
    return html`${
      value
        ? contestResults(round, value, {
            words,
            level: this.headingLevel + 1,
            titles: this.#titles,
            most: this.shownOthers,
            step,
            onMore: () => (this.shownOthers += step),
            onRead: (option) => void this.reading.open(option),
            record: `${this.community.apiUrl}/rounds/${round.id}/record.json`,
            recount: (this.place.value?.settings.links['recount'] ?? '').replaceAll('{id}', encodeURIComponent(round.id)),
            checkers: forCheckers(round, this.ballotWords.words),
          })
        : html`<div class="late ghost results" aria-hidden="true">${skeletonLines(30, 95, 95)}</div>`
    }
    ${this.ballot.receipt ? nothing : this.slip.renderLookUp({ words: this.ballotWords.words, common })}`;
  }

  readonly #goBack = (): void => {
    this.dispatchEvent(new Event('fm-contest-back'));
  };

  readonly #seek = (change: Partial<Sought>): void => {
    this.sought = { ...this.sought, ...change };
    this.shown = step;
  };

  /** Below what is shown; the keyboard goes on at the first of them. */
  async #more(found: readonly RoundOption[]): Promise<void> {
    const first = found[this.shown];
    this.shown += step;
    await this.updateComplete;
    if (first) this.renderRoot.querySelector<HTMLElement>(`[data-cand="${first.id}"]`)?.focus();
  }

  get #tray(): TrayView {
    const onCast = () => {
      this.saying.load();
      void this.ballot.cast();
    };
    return { words: this.ballotWords.words, common: this.common.words, lang: this.community.lang, onCast };
  }

  get #titles(): ReadonlyMap<string, string> {
    return new Map((this.place.value?.settings.starTitles ?? []).map(({ code, name }) => [code, name]));
  }

  /** When ballots begin to be taken, or end: no live fact tells. */
  get #due(): number | undefined {
    const { value } = this.contest;
    if (value?.status !== 'open') return undefined;
    const opens = new Date(value.opensAt).getTime();
    return opens > this.now() && !value.can.includes('ballot') ? opens : new Date(value.closesAt).getTime() + 1;
  }

  get #client() {
    const { client } = this.community;
    if (!client) throw new Error('asked without a client');
    return client;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-star-contest': FmStarContest;
  }
}
