import type { Area, Round, RoundOption } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { BallotController } from '../shared/ballot/ballot.ts';
import { refusal } from '../shared/ballot/limits.ts';
import { ReceiptSlip, type SlipView } from '../shared/ballot/slip.ts';
import { ballotTray } from '../shared/ballot/tray.ts';
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

/** One's ballot on the page: who may not vote and what helps, the tray, the receipt, and how ballots are counted. */
export class TrayPart {
  readonly ballot: BallotController;
  readonly #host: FmProjectVote;
  readonly #options: PartOptions;
  readonly #act: ActController;
  readonly #slip: ReceiptSlip;
  readonly #words: WordsController<BallotWords>;

  constructor(host: FmProjectVote, options: PartOptions) {
    this.#host = host;
    this.#options = options;
    this.#act = new ActController(host);
    this.#words = new WordsController(host, ballotWords);
    const me = meResource(host);
    this.ballot = new BallotController(host, {
      round: () => host.votes.shown?.round,
      who: () => {
        const { status } = me.state;
        return me.value?.id ?? (status === 'loading' || status === 'error' ? undefined : 'visitor');
      },
      act: this.#act,
      reload: () => host.votes.reload(),
      now: () => host.now(),
    });
    this.#slip = new ReceiptSlip(host, this.ballot, () => host.now());
  }

  /** Something can be put on the ballot now. */
  get isChoosing(): boolean {
    const { round, phase } = this.ballot;
    return round !== undefined && phaseOf(round, this.#host.now()) === 'during' && (phase === 'choosing' || phase === 'changing');
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

  render(round: Round): unknown {
    const { community, headingLevel } = this.#host;
    const words = this.#words.words;
    const common = this.#options.common();
    const view: SlipView = { words, common, level: headingLevel + 1 };
    const slip = this.#slip.render(view);
    const during = phaseOf(round, this.#host.now()) === 'during';
    const tray = this.isChoosing
      ? ballotTray(this.ballot, { words, common, lang: community.lang, onCast: () => void this.#cast() })
      : nothing;
    return html`${this.#renderSignIn()} ${tray} ${during || slip !== nothing ? html`<div class="kept">${slip} ${during ? this.#renderTold(round, words) : nothing}</div>` : nothing}`;
  }

  /** After the close, for whoever has a code on paper or in a picture. */
  renderLookUp(): TemplateResult {
    return this.#slip.renderLookUp({ words: this.#words.words, common: this.#options.common() });
  }

  /** What is counted, who sees it, and what the receipt does not protect against. */
  #renderTold({ live }: Round, words: BallotWords): TemplateResult {
    return html`<section class="told">
      ${heading(this.#host.headingLevel + 1, words.told)}
      <p>${live ? words.live : words.secret}${words.published}${words.ties}</p>
      <p class="muted">${words.honest}</p>
      <p class="muted">${words.paper}</p>
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

  async #cast(): Promise<void> {
    if (this.#act.busy) return;
    if (this.#options.isOffline()) {
      const { offline } = this.#options.words();
      this.ballot.say(() => offline);
      return;
    }
    if (!(await this.ballot.cast())) return;
    await this.#host.updateComplete;
    // The slip is read next: once the vote is over it cannot be had again.
    const slip = this.#host.renderRoot.querySelector<HTMLElement>('.slip [role=heading]');
    if (slip) slip.tabIndex = -1;
    slip?.focus();
  }
}
