import type { Area, Round, RoundOption } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { BallotController } from '../shared/ballot/ballot.ts';
import { refusal } from '../shared/ballot/limits.ts';
import { forCheckers } from '../shared/ballot/for-checkers.ts';
import { ReceiptSlip, type SlipView } from '../shared/ballot/slip.ts';
import { ballotNote, ballotTray, type TrayView } from '../shared/ballot/tray.ts';
import { voterOf } from '../shared/ballot/voter.ts';
import { type BallotWords, ballotWords } from '../shared/ballot/words/index.ts';
import { ActController } from '../shared/controllers/act.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { icon } from '../shared/ui/icons.ts';
import { heading } from '../shared/ui/states.ts';
import type { Words } from '../shared/words/index.ts';
import { meResource } from '../wish-wall/wish-me.ts';
import type { FmProjectVote } from './project-vote.ts';
import { phaseOf } from './vote-round.ts';
import type { MoreWords } from './words/more.ts';

interface PartOptions {
  words: () => MoreWords;
  common: () => Words;
  place: () => Area | undefined;
  isOffline: () => boolean;
}

/** What a round that is over shows of whoever looks. */
export interface OwnSlip {
  /** Their receipt, where this device has it. */
  renderSlip(): unknown;
  /** Where one on paper or in a picture is looked up. */
  renderLookUp(): unknown;
}

/** One's ballot on the page: who may not vote and what helps, the tray, the receipt, and how ballots are counted. */
export class TrayPart implements OwnSlip {
  readonly ballot: BallotController;
  readonly #host: FmProjectVote;
  readonly #options: PartOptions;
  readonly #act: ActController;
  readonly #slip: ReceiptSlip;
  readonly #words: WordsController<BallotWords>;
  readonly #me: ReturnType<typeof meResource>;

  constructor(host: FmProjectVote, options: PartOptions) {
    this.#host = host;
    this.#options = options;
    this.#act = new ActController(host);
    this.#words = new WordsController(host, ballotWords);
    this.#me = meResource(host);
    this.ballot = new BallotController(host, {
      round: () => host.votes.shown?.round,
      who: () => voterOf(this.#me),
      act: this.#act,
      reload: () => host.votes.reload(),
      now: () => host.now(),
    });
    this.#slip = new ReceiptSlip(host, this.ballot, () => host.now());
  }

  isShut(option: RoundOption): boolean {
    const { chosen, limits } = this.ballot;
    return !this.ballot.has(option.id) && refusal(chosen, option, limits) !== undefined;
  }

  /** Who may not vote is told so before they choose, and what can be done about it. */
  renderNotice(round: Round): TemplateResult | typeof nothing {
    if (round.mine === null || round.mine.eligible) return nothing;
    const words = this.#options.words();
    const place = this.#options.place();
    const me = place?.settings.links['me'];
    const contact = place?.settings.contact;
    return html`<div class="notice" role="note">
      ${icon('info')}
      <div>
        <b>${words.notYours(round.areaName)}</b>
        <p>${words.notYoursText}</p>
        ${contact ? html`<p class="muted">${words.askWorker(contact)}</p>` : nothing}
        ${me ? html`<a class="btn line" href=${me}>${words.reportIn}</a>` : nothing}
      </div>
    </div>`;
  }

  /** Above what there is to see, where what was begun came to nothing: it closed meanwhile. */
  renderNote(): TemplateResult | typeof nothing {
    const { ballot } = this;
    const hasSlip = ballot.phase === 'cast' || (ballot.round?.status === 'closed' && ballot.receipt);
    return ballot.isMade || hasSlip ? nothing : ballotNote(ballot, this.#view);
  }

  render(round: Round): unknown {
    const tray = this.ballot.isMade ? ballotTray(this.ballot, this.#view) : nothing;
    if (phaseOf(round, this.#host.now()) !== 'during') return this.#renderSignIn();
    return html`${this.#renderSignIn()} ${tray}
      <div class="kept">${this.renderSlip()} ${this.#renderTold(round, this.#words.words)}</div>`;
  }

  renderSlip(): unknown {
    return this.#slip.render(this.#slipView);
  }

  /** Whoever has their slip here looks it up there. */
  renderLookUp(): unknown {
    return this.#lookUp(this.ballot, this.#slip);
  }

  #lookUp(ballot: BallotController, slip: ReceiptSlip): unknown {
    const { round } = ballot;
    return html`${ballot.receipt ? nothing : slip.renderLookUp(this.#slipView)}
    ${round ? forCheckers(round, this.#words.words) : nothing}`;
  }

  /** The same of another round, that is over. */
  past(round: () => Round | undefined): OwnSlip {
    const host = this.#host;
    const now = () => host.now();
    const ballot = new BallotController(host, {
      round,
      who: () => voterOf(this.#me),
      act: this.#act,
      reload: async () => undefined,
      now,
    });
    const slip = new ReceiptSlip(host, ballot, now);
    return {
      renderSlip: () => slip.render(this.#slipView),
      renderLookUp: () => this.#lookUp(ballot, slip),
    };
  }

  get #slipView(): SlipView {
    return { words: this.#words.words, common: this.#options.common(), level: this.#host.headingLevel + 1 };
  }

  get #view(): TrayView {
    const { lang } = this.#host.community;
    return { words: this.#words.words, common: this.#options.common(), lang, onCast: () => this.#cast() };
  }

  /** What is counted, who sees it, and what the receipt does not protect against. */
  #renderTold(round: Round, words: BallotWords): TemplateResult {
    return html`<section class="told">
      ${heading(this.#host.headingLevel + 1, words.told)}
      <p>${round.live ? words.live : words.secret}${words.published}${words.ties}</p>
      <p class="muted">${words.paper}</p>
      ${forCheckers(round, words)}
    </section>`;
  }

  #renderSignIn(): TemplateResult | typeof nothing {
    const { state } = this.#act;
    if (state.status !== 'sign-in' || state.shownByPage) return nothing;
    const words = this.#options.words();
    return html`<div class="notice" role="status">
      ${icon('info')}
      <div>
        <p>${words.signIn}</p>
        <p class="btns">
          <button type="button" class="btn primary" @click=${() => this.#act.askAgain()}>${words.signInAct}</button>
          <button type="button" class="btn quiet" @click=${() => this.#act.cancel()}>${words.signInLater}</button>
        </p>
      </div>
    </div>`;
  }

  #cast(): void {
    if (this.#options.isOffline()) {
      this.ballot.say(() => this.#options.words().offline);
    } else void this.ballot.cast();
  }
}
