import type { Area, Project, Round } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { DueController } from '../shared/controllers/due.ts';
import { LiveController } from '../shared/controllers/live.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { clock, fill } from '../shared/format.ts';
import { HallScan } from '../shared/hall/scan.ts';
import { scanStyles } from '../shared/hall/scan.styles.ts';
import { seldom } from '../shared/seldom.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { fieldStyles } from '../shared/styles/field.styles.ts';
import { stateStyles } from '../shared/styles/state.styles.ts';
import { tagStyles } from '../shared/styles/tag.styles.ts';
import { slipStyles, trayStyles } from '../shared/ballot/ballot.styles.ts';
import { toneStyles } from '../shared/styles/tones.styles.ts';
import { timelineStyles } from '../shared/styles/timeline.styles.ts';
import { goTo } from '../shared/ui/go-to.ts';
import { icon } from '../shared/ui/icons.ts';
import { errorState } from '../shared/ui/problem.ts';
import { emptyState, staleLine } from '../shared/ui/states.ts';
import { sharedWords } from '../shared/words/index.ts';
import type { FmProjectVote } from './project-vote.ts';
import { progressStyles } from './project-progress.styles.ts';
import { VoteAfter } from './vote-after.ts';
import { barStyles } from './vote-bars.styles.ts';
import { ghostCards } from './vote-card.ts';
import { VoteDoors } from './vote-doors.ts';
import { VoteLead } from './vote-lead.ts';
import { moreStyles } from './vote-more.styles.ts';
import { isSome, type ProjectsView, renderLost, renderProgress, renderProposals, VoteProjects } from './vote-projects.ts';
import { phaseOf } from './vote-round.ts';
import { type OthersView, renderAlsoOpen, renderOthers, renderSub } from './vote-sub.ts';
import { TrayPart } from './vote-tray-part.ts';
import { moreWords } from './words/more.ts';

/** That somebody voted is told to nobody, so how many did is asked for now and then. */
const lookEvery = 120_000;
/** Five thousand may vote, comment and support within minutes. */
const pause = 3_000;

/**
 * All of it but the cards: the ballot and its receipt, results and why, how winners get on, and what happens while it is
 * looked at. A file of its own, so that what is voted on need not wait for it.
 */
export class VoteMore implements ReactiveController {
  static readonly styles = [
    toneStyles,
    buttonStyles,
    fieldStyles,
    tagStyles,
    stateStyles,
    trayStyles,
    slipStyles,
    timelineStyles,
    progressStyles,
    moreStyles,
    barStyles,
    scanStyles,
  ];

  readonly doors: VoteDoors;
  readonly place: ResourceController<Area>;
  readonly #host: FmProjectVote;
  readonly tray: TrayPart;
  readonly #after: VoteAfter;
  readonly #projects: VoteProjects;
  readonly #lead: VoteLead;
  readonly #scan: HallScan;
  readonly #words: WordsController<(typeof moreWords)['zh-CN']>;
  readonly #common: WordsController<(typeof sharedWords)['zh-CN']>;
  #lookedAt: number;

  constructor(host: FmProjectVote) {
    this.#host = host;
    this.#words = new WordsController(host, moreWords);
    this.#common = new WordsController(host, sharedWords);
    this.place = new ResourceController<Area>(host, {
      key: () => {
        const { client, area, epoch } = host.community;
        return client && area ? [client, area, epoch] : null;
      },
      load: async (signal) => {
        const { client, area } = host.community;
        if (!client) throw new Error('asked without a client');
        return client.areas.get({ area }, { signal });
      },
      reflect: false,
    });
    this.tray = new TrayPart(host, {
      words: () => this.#words.words,
      common: () => this.#common.words,
      place: () => this.place.value,
      isOffline: () => this.look === 'old',
    });
    this.#after = new VoteAfter(host, {
      words: () => this.#words.words,
      retry: () => this.#common.words.retry,
      place: () => this.place.value,
      own: { shown: this.tray, last: this.tray.past(() => this.#after.last) },
      onOpen: (id) => this.doors.open(id),
    });
    this.#projects = new VoteProjects(host);
    this.#lead = new VoteLead(host, {
      project: () => this.#built,
      onOpen: (id, saying) => this.doors.open(id, saying),
    });
    this.#scan = new HallScan(host);
    this.doors = new VoteDoors(host, {
      onChanged: () => void this.#projects.reload(),
    });
    this.#lookedAt = host.now();
    new MinuteController(host);
    new DueController(host, { at: () => this.#turn(), now: () => host.now(), ask: () => void this.#look() });
    const rounds = seldom(() => void this.#look(), pause);
    const projects = seldom(() => {
      if (host.isConnected) void Promise.all([this.#projects.reload(), this.#lead.reload()]);
    }, pause);
    new LiveController(host, ({ type }) => {
      const everything = type === 'resync' || type === 'consent.changed';
      // A title that a worker has put away stands on the ballot too.
      if (everything || type.startsWith('round.') || type.startsWith('project.part-')) rounds();
      if (everything || type.startsWith('project.')) projects();
    });
    host.addController(this);
  }

  /** Not fresh, or about to give way to another round. */
  get look(): 'old' | '' {
    const { status } = this.#host.votes.state;
    return status === 'stale' || status === 'offline' ? 'old' : '';
  }

  async reload(): Promise<void> {
    await Promise.all([this.place, this.#after, this.#projects, this.#lead].map((one) => one.reload()));
  }

  hostUpdate(): void {
    if (this.#host.now() - this.#lookedAt >= lookEvery && !document.hidden) void this.#look();
  }

  /** The line above content that is not fresh. */
  renderStale(): TemplateResult | typeof nothing {
    const { state } = this.#host.votes;
    const { words } = this.#common;
    if (state.status !== 'stale' && state.status !== 'offline') return nothing;
    // Nothing is pressed on a hall screen: it says from when it is.
    if (this.#host.isHall) return html`<p class="as-of">${this.#words.words.asOf(clock(state.since))}</p>`;
    return staleLine(fill(words.stale, { time: clock(state.since) }), words.refresh, () => void this.#host.reload());
  }

  renderSub(): unknown {
    const round = this.#host.votes.shown?.round;
    return round ? renderSub(round, this.#words.words, this.#host.community.lang, this.#host.now()) : undefined;
  }

  /** On a compact vote the way to all of it. */
  renderHeadAct(): TemplateResult | typeof nothing {
    const { compact, allHref, votes, now } = this.#host;
    const href = allHref || this.place.value?.settings.links['projects'];
    if (!compact || !href) return nothing;
    const { words } = this.#words;
    const round = votes.shown?.round;
    const during = round && phaseOf(round, now()) === 'during';
    return html`<a class="btn ${during ? 'primary' : 'line'} all" href=${href}>${during ? words.all : words.allAfter}</a>`;
  }

  /** Above the cards: what else is open, and who may not vote, or not yet. */
  renderAbove(): TemplateResult | typeof nothing {
    const { votes, compact, isHall } = this.#host;
    const round = votes.shown?.round;
    if (!round || compact || isHall) return nothing;
    return html`${renderAlsoOpen(votes.shown.others, this.#othersView)}${this.#renderNotice(round)}`;
  }

  get #othersView(): OthersView {
    const { community, headingLevel, now } = this.#host;
    return {
      words: this.#words.words,
      lang: community.lang,
      now: now(),
      level: headingLevel + 1,
      onShow: (id) => void this.#showRound(id),
    };
  }

  #renderNotice(round: Round): TemplateResult | typeof nothing {
    if (phaseOf(round, this.#host.now()) === 'before') {
      const { words } = this.#words;
      return html`<div class="notice" role="note">${icon('clock')}<div><b>${words.beforeTitle}</b><p>${words.before}</p></div></div>`;
    }
    return this.tray.renderNotice(round);
  }

  /** The round that is shown is over: how it went, in the place of the cards. */
  renderResults(): unknown {
    return html`${this.tray.renderNote()}${this.#after.renderShown() ?? ghostCards(3)}`;
  }

  /** In the place of the round: an error, or that there is none. */
  renderInstead(): TemplateResult {
    const host = this.#host;
    const { words } = this.#words;
    const { state } = host.votes;
    const { problem } = host.community;
    const level = host.headingLevel + 1;
    if (problem || state.status === 'error') {
      const error = state.status === 'error' ? state.error : undefined;
      const onRetry = host.isHall ? undefined : () => void host.reload();
      const view = { words: this.#common.words, place: host.community, title: host.words.failed, level, onRetry };
      return html`<slot name="error">${errorState(problem ? { ...view, problem } : { ...view, error })}</slot>`;
    }
    const some = this.#projects.value && isSome(this.#projects.value);
    if (some || (!this.#projects.value && this.#projects.state.status === 'loading')) return html``;
    const propose = this.#propose('primary');
    const text = propose === nothing ? words.emptyRead : words.emptyText;
    return html`<slot name="empty">${emptyState({ drawing: 'wall', title: words.emptyTitle, text, level, actions: propose === nothing ? undefined : propose })}</slot>`;
  }

  /** Below: the ballot, the last results, other rounds, winners and proposals; what lies open over all. */
  renderEnds(): unknown {
    const host = this.#host;
    const { shown, state } = host.votes;
    const open = this.doors.render();
    // What was opened by its address needs no vote.
    if (host.community.problem || state.status === 'error' || !shown) return open;
    const { round } = shown;
    if (host.compact) return this.#renderChosen(2);
    if (host.isHall)
      return html`${this.#scan.render(this.place.value?.settings.links['projects'] ?? '', this.#words.words)}${round && phaseOf(round, host.now()) !== 'after' ? nothing : this.#renderChosen(3)}`;
    return html`${round ? html`${this.tray.render(round)}${this.#after.renderLive(round)}` : nothing} ${this.#after.renderLast()}
      ${this.#renderChosen()} ${this.#renderProposed()} ${renderLost(this.#projects.value, this.#projectsView())} ${renderOthers(shown.others, this.#othersView)} ${open}`;
  }

  /** What stands on the page with all its steps. */
  get #built(): Project | undefined {
    const { compact, isHall } = this.#host;
    const first = this.#projects.value?.chosen[0];
    return first?.status === 'under-way' && !compact && !isHall ? first : undefined;
  }

  #renderChosen(most = Number.POSITIVE_INFINITY): unknown {
    const chosen = this.#projects.value?.chosen.slice(0, most) ?? [];
    if (!chosen.length) return nothing;
    const { headingLevel } = this.#host;
    return renderProgress(chosen, this.#projectsView(), this.#built ? this.#lead.render(headingLevel + 2) : nothing);
  }

  #renderProposed(): unknown {
    const { proposed = [], chosen = [] } = this.#projects.value ?? {};
    const propose = this.#propose('line');
    if (!proposed.length && (propose === nothing || !(this.#host.votes.shown?.round || chosen.length))) return nothing;
    return renderProposals(proposed, this.#projectsView(), { propose, more: this.#renderMore() });
  }

  #renderMore(): TemplateResult | typeof nothing {
    const { value, more, loadMore } = this.#projects;
    if (!value?.next) return nothing;
    const { words } = this.#words;
    return html`<p class="more">
      <button type="button" class="btn line" aria-disabled=${more === 'busy'} @click=${loadMore}>${more === 'failed' ? words.moreFailed : words.more}</button>
    </p>`;
  }

  #propose(look: 'primary' | 'line'): TemplateResult | typeof nothing {
    const { compact, isHall } = this.#host;
    if (compact || isHall || !this.place.value?.can.includes('post-project')) return nothing;
    return html`<button type="button" class="btn ${look}" @click=${() => void this.doors.propose()}>${icon('pen')}${this.#words.words.propose}</button>`;
  }

  #projectsView(): ProjectsView {
    const { community, headingLevel, isHall, compact, now } = this.#host;
    const level = this.place.value?.level;
    return {
      words: this.#words.words,
      lang: community.lang,
      now: now(),
      level: headingLevel + 2,
      still: isHall || compact,
      showArea: level === 'street' || level === 'district',
      onOpen: (id) => this.doors.open(id),
    };
  }

  /** Another round, from its beginning. */
  async #showRound(id: string): Promise<void> {
    const host = this.#host;
    host.round = id;
    await host.updateComplete;
    await host.votes.settled;
    await goTo(host, '.title', 'start');
  }

  /** When the round that is shown begins or ends, which no fact tells. */
  #turn(): number | undefined {
    const { shown } = this.#host.votes;
    const round = shown?.round;
    if (!round || round.status !== 'open') return undefined;
    const opens = Date.parse(round.opensAt);
    const closes = Date.parse(round.closesAt);
    if (opens > this.#host.now()) return opens;
    // Begun by this clock, and the answer is from before.
    return round.can.includes('ballot') || (round.mine && !round.mine.eligible) ? closes + 1 : Math.min(opens, closes + 1);
  }

  async #look(): Promise<void> {
    if (!this.#host.isConnected) return;
    this.#lookedAt = this.#host.now();
    await Promise.all([this.#host.votes.reload(), this.#after.look()]);
  }
}
