import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { FmBase, type Sheet } from '../shared/base.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { once } from '../shared/once.ts';
import { btnStyles } from '../shared/styles/btn.styles.ts';
import { listStyles } from '../shared/styles/list.styles.ts';
import { heading } from '../shared/ui/heading.ts';
import { plainFailure } from '../shared/ui/plain.ts';
import { voteStyles } from './project-vote.styles.ts';
import { type CardView, ghostCards, howItWorks, voteCard } from './vote-card.ts';
import type { VoteMore } from './vote-more.ts';
import { phaseOf, type Shown, VoteRound } from './vote-round.ts';
import { voteWords } from './words/index.ts';

const hall: Sheet = async () => (await import('./hall.styles.ts')).hallStyles;
const compact: Sheet = async () => (await import('./compact.styles.ts')).compactStyles;

/**
 * @tag fm-project-vote
 * @summary 微实事: what is to be built or done in a community, chosen by its residents. Before a round what is coming,
 * during it the ballot, after it what won and why, and then how every winner gets on. What it shows follows what
 * happens, without a reload.
 *
 * What is voted on comes first; everything else (`VoteMore`) is loaded when that is there, or with the first press.
 * @fires fm-ballot-cast - `{ round, revision }`, after the server's answer. It says that, not what was chosen.
 * @fires fm-project-open - Before a project opens; `preventDefault()` where the portal shows it on a page of its own.
 * @fires fm-project-posted - `{ project }`, proposed; a worker looks at it first.
 * @fires fm-before-act - Before `vote`, `post-project`, `comment`, `ask-correction` and `rate` are sent; see `FmBeforeActEvent`.
 * @fires fm-login-required - Someone has to sign in first; see `fm-community`.
 * @slot loading - In the place of the skeletons.
 * @slot empty - In the place of the words where nothing is voted on and nothing was.
 * @slot error - In the place of the words about an error.
 * @csspart heading - Its title.
 * @csspart card - One project on the ballot.
 * @csspart act - The button on it that chooses it.
 * @csspart tray - The bar in which what is chosen collects.
 * @csspart primary - The button that casts the ballot.
 * @csspart message - What is said where nothing is to be shown: it is empty, or something went wrong.
 * @csspart stale - The line above what is not fresh.
 */
export class FmProjectVote extends FmBase {
  static override styles: CSSResultGroup = [FmBase.styles, btnStyles, listStyles, voteStyles];
  static override properties: PropertyDeclarations = {
    round: {},
    project: {},
    compact: { type: Boolean, reflect: true },
    display: { reflect: true },
    heading: {},
    allHref: { attribute: 'all-href' },
    recountHref: { attribute: 'recount-href' },
    now: { attribute: false },
  };

  /** The id of a round; by default the one that takes ballots, or will next, or was the last. */
  round = '';
  /** The id of a project that lies open, for a page that was asked for one by its address; empty again when it is closed. */
  project = '';
  /** For home pages and sidebars: what it is about, until when, and the way to it. */
  compact = false;
  /** `hall` for the screen in the community centre: big type, nothing to press. */
  display: '' | 'hall' = '';
  /** Another title. */
  heading = '';
  /** Where a compact vote's 去投票 leads; without it the area's link `projects`, if it has one. */
  allHref = '';
  /** Where 自己再数一遍 leads, with `{id}` for the round's; without it the area's link `recount`, else the round's record. */
  recountHref = '';
  /** The present, in milliseconds. */
  now: () => number = Date.now;

  /** @internal */
  readonly votes: VoteRound = new VoteRound(this);
  readonly #words = new WordsController(this, voteWords);
  #more: VoteMore | undefined;
  /** All of it. */
  readonly #whole = once(
    () => import('./vote-more.ts'),
    ({ VoteMore }) => {
      for (const sheet of VoteMore.styles) this.adopt(sheet);
      this.#more = new VoteMore(this);
      this.requestUpdate();
      return this.#more;
    },
  );

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
    await Promise.all([this.votes.reload(), this.#more?.reload()]);
  }

  protected override sheets(): Sheet[] {
    return [...super.sheets(), ...(this.isHall ? [hall] : this.compact ? [compact] : [])];
  }

  protected override updated(): void {
    if (this.votes.state.status !== 'loading' || this.community.problem) void this.#whole();
  }

  protected override render(): TemplateResult {
    const { words, isHall, votes, community } = this;
    const more = this.#more;
    const { shown, state } = votes;
    const round = shown?.round;
    const title = this.heading || round?.title || words.title;
    const look = isHall ? 'hall' : this.compact ? 'compact' : '';
    return html`<section class="fm ${look} ${more?.look}" lang=${community.lang} aria-label=${title} aria-busy=${state.status === 'loading'}>
      ${more?.renderStale()}
      <div class="head">
        <div>
          ${heading(this.headingLevel, title, 'title')}
          <p>${more?.renderSub() ?? '\u00a0'}</p>
        </div>
        ${more?.renderHeadAct()}
      </div>
      ${this.#renderRound(shown)} ${more?.renderEnds()}
    </section>`;
  }

  #renderRound(shown: Shown | undefined): unknown {
    const { words, community, votes, isHall } = this;
    const more = this.#more;
    if (votes.state.status === 'error' || community.problem || (shown && !shown.round)) {
      return more?.renderInstead() ?? (shown ? nothing : plainFailure(this));
    }
    const round = shown?.round;
    if (!round) return html`<slot name="loading">${ghostCards(this.compact ? 2 : 6)}</slot>`;
    if (phaseOf(round, this.now()) === 'after') return more?.renderResults() ?? ghostCards(3);
    const still = isHall || this.compact;
    const view: CardView = {
      words,
      lang: community.lang,
      level: this.headingLevel + 1,
      still,
      votes: !still && (more ? more.tray.ballot.isMade : round.can.includes('ballot') && !round.mine?.voted),
      isChosen: (option) => more?.tray.ballot.has(option.id) ?? false,
      isShut: (option) => more?.tray.isShut(option) ?? false,
      onPick: (option) => void this.#whole().then((whole) => whole?.tray.ballot.toggle(option.id)),
      onOpen: (option) => void this.#whole().then((whole) => whole?.doors.open(option.id)),
    };
    return html`${this.compact ? nothing : howItWorks(round, words, community.lang)} ${more?.renderAbove()}
      <ul class="opts">
        ${round.options.map((option) => voteCard(option, view))}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-project-vote': FmProjectVote;
  }
}
