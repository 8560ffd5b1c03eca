import { complete, type Round, type RoundResults, type Rounds } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WorkOptions } from '../../shared/controllers/act.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import type { ActName } from '../../shared/events.ts';
import { moment } from '../../shared/format.ts';
import { icon } from '../../shared/ui/icons.ts';
import { skeletonLines } from '../../shared/ui/index.ts';
import { within } from '../../shared/within.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import { ReasonController } from '../desk-reason.ts';
import { twice } from '../desk-twice.ts';
import { DeskRoundEvent, RoundDiscardedEvent, RoundEditEvent } from './events.ts';
import { phaseTag, roundFacts, roundOptions, roundResults } from './round-facts.ts';
import './round-paper.define.ts';
import { roundCaseStyles } from './rounds.styles.ts';
import { roundWords } from './words/index.ts';

/** A round with its options, which lists leave out, and how it stands. */
interface Whole {
  readonly round: Round;
  readonly results: RoundResults | undefined;
}

const anHour = 3_600_000;

/**
 * @summary One round in a worker's hand: a draft that is changed and opened, an open one with its turnout and paper
 * ballots, a closed one with its results. Shows what `round.can` lists and nothing else.
 * @fires fm-desk-round @fires fm-round-edit @fires fm-round-discarded @fires fm-paper-ask - do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmRoundCase extends FmDeskPaper {
  static override styles = [FmDeskPaper.styles, roundCaseStyles];

  /** As the list has it, without options. */
  @property({ attribute: false }) round: Round | undefined;
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private deciding: 'nothing' | 'open' | 'discard' | 'close' = 'nothing';
  /** It was changed while somebody was about to open it. */
  @state() private rewritten = false;

  private readonly words = new WordsController(this, roundWords);
  private readonly reason = new ReasonController(this);
  private readonly whole = new ResourceController<Whole | undefined>(this, {
    reflect: false,
    key: () => {
      const { client, lang, epoch } = this.community;
      const { round } = this;
      return client && round ? [client, round.id, round.updatedAt, round.status, round.turnout.ballots, lang, epoch] : null;
    },
    load: async (signal) => {
      const { client } = this.community;
      const { round } = this;
      if (!client || !round) return undefined;
      const { rounds } = complete(client);
      const [whole, results] = await Promise.all([
        rounds.get(round.id, { signal }),
        round.status === 'draft' ? undefined : rounds.results(round.id, { signal }),
      ]);
      return { round: whole, results };
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('round');
    const { round } = this;
    if (!changed.has('round')) return;
    const same = before?.id === round?.id && before?.status === round?.status;
    // A colleague has changed the draft: nobody freezes what they have not read.
    const redrafted = same && round?.status === 'draft' && before?.updatedAt !== round.updatedAt && !this.act.busy;
    if (same && !redrafted) return;
    this.rewritten = redrafted && this.deciding === 'open';
    this.act.cancel();
    this.#leave();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { round } = this;
    if (!round) return nothing;
    const { words } = this.words;
    const { lang } = this.community;
    const level = this.headingLevel + 1;
    const value = this.whole.value;
    const whole = value?.round.id === round.id ? value : undefined;
    const view = { words, level, lang, apiUrl: this.community.client?.apiUrl ?? '', now: this.now() };
    const over = round.status === 'open' && Date.parse(round.closesAt) <= this.now();
    return this.renderPaper(
      over ? words.over : words.gone,
      html`<div class="case-in">
          <header>
            <p class="kind">${phaseTag(round, words, this.now())}<span>${[words.of[round.of], round.areaName].join(' · ')}</span></p>
            <div class="wish" role="heading" aria-level=${this.headingLevel} tabindex="-1">${round.title}</div>
            ${roundFacts(whole?.round ?? round, words, lang, this.desk.words.stop)}
          </header>
          <div role="status">${this.rewritten ? html`<p class="follows">${icon('info')}${words.rewritten}</p>` : nothing}</div>
          ${whole ? html`${whole.results ? roundResults(whole.round, whole.results, view) : nothing}${whole.results?.outcome ? nothing : roundOptions(whole.round, words, level, lang)}` : this.renderNoWhole()}
          ${whole && !this.gone && round.can.includes('paper-ballots') ? this.renderPaperBallots(whole.round) : nothing}
        </div>
        ${this.gone ? nothing : this.renderActs(whole?.round ?? round, this.#isRead(whole?.round))}`,
    );
  }

  /** Whether all of it stands there as it is now: a draft as it was before is not opened. */
  #isRead(whole: Round | undefined): boolean {
    return whole !== undefined && (whole.status !== 'draft' || whole.updatedAt === this.round?.updatedAt);
  }

  private renderNoWhole(): TemplateResult {
    const { words } = this.words;
    if (this.whole.state.status !== 'error')
      return html`<div class="late" aria-hidden="true">${skeletonLines(30, 75, 75, 50)}</div>`;
    return html`<p class="field-error" role="alert">
      ${words.failed}<button type="button" class="btn quiet" @click=${() => void this.whole.reload()}>${this.common.words.retry}</button>
    </p>`;
  }

  private renderPaperBallots(round: Round): TemplateResult {
    return html`<fm-round-paper
      ${within(this.community, this.headingLevel + 1)}
      .round=${round}
      @fm-paper-counted=${() => this.ask('refresh')}
    ></fm-round-paper>`;
  }

  private renderActs(round: Round, known: boolean): TemplateResult | typeof nothing {
    if (this.deciding === 'close') return this.renderClosing();
    const { words } = this.words;
    const can = (verb: string) => known && round.can.includes(verb);
    if (!can('open') && !can('edit') && !can('discard') && !can('close')) return nothing;
    const { deciding } = this;
    const free = deciding === 'nothing';
    const due = Date.parse(round.closesAt) <= this.now();
    const { busy } = this.act;
    return html`<div class="case-act">
      ${this.renderTrouble()}
      ${can('open') && free ? this.renderOpening(round) : nothing}
      ${can('open') && deciding === 'open' ? html`<div class="deciding">${this.renderOpening(round)}</div>` : nothing}
      ${can('discard') && deciding === 'discard' ? html`<div class="deciding">${this.renderDiscarding(round)}</div>` : nothing}
      ${
        can('edit') && free
          ? html`<button type="button" class="btn line" ?disabled=${busy} @click=${() => this.dispatchEvent(new RoundEditEvent(round))}>${words.edit}</button>`
          : nothing
      }
      ${
        can('discard') && free
          ? html`<button type="button" class="btn quiet" ?disabled=${busy} @click=${() => this.#decide('discard', '.follows')}>${words.discard.act}</button>`
          : nothing
      }
      ${
        can('close')
          ? html`<button type="button" class="btn ${due ? 'primary' : 'line'}" ?disabled=${busy} @click=${() => (due ? void this.#close({}) : this.#decide('close', '#reason'))}>${due ? words.close.due : words.close.act}</button>`
          : nothing
      }
    </div>`;
  }

  private renderOpening(round: Round): TemplateResult {
    const { open } = this.words.words;
    const opens = moment(round.opensAt, this.community.lang);
    const late = this.now() - Date.parse(round.opensAt);
    // A few minutes ago is what “at once” looks like by now.
    const begins = late < 0 ? open.later(opens) : late < anHour ? open.now : open.late(opens);
    return twice({
      armed: this.deciding === 'open',
      act: open.act,
      primary: true,
      follows: open.follows(round.options.length, begins),
      really: open.really,
      leave: open.leave,
      busy: this.act.busy,
      onArm: () => this.#decide('open', '.follows'),
      onLeave: this.#back,
      onDo: () => void this.#open(),
    });
  }

  private renderDiscarding({ id }: Round): TemplateResult {
    const { discard } = this.words.words;
    return twice({
      armed: true,
      ...discard,
      busy: this.act.busy,
      onArm: () => {},
      onLeave: this.#back,
      onDo: () => void this.#discard(id),
    });
  }

  private renderClosing(): TemplateResult {
    const { close } = this.words.words;
    return html`${this.reason.render({
      title: close.title,
      label: close.label,
      hint: close.hint,
      level: this.headingLevel + 1,
      reasons: close.reasons,
      missing: close.missing,
    })}
      <div class="case-act">
        ${this.renderTrouble()}
        <button type="button" class="btn line" @click=${this.#back}>${close.leave}</button>
        <button type="button" class="btn grave" ?disabled=${this.act.busy} @click=${this.handleClose}>${close.really}</button>
      </div>`;
  }

  private readonly handleClose = (): void => {
    const reason = this.reason.take();
    if (reason !== undefined) void this.#close({ reason });
  };

  #decide(deciding: 'open' | 'discard' | 'close', focus: string): void {
    this.deciding = deciding;
    this.act.cancel();
    this.focusOn(focus);
  }

  #leave(): void {
    this.deciding = 'nothing';
    this.reason.clear();
  }

  /** Thought better of it: a keyboard goes on among the acts. */
  readonly #back = (): void => {
    this.#leave();
    this.focusOn('.case-act .btn');
  };

  async #open(): Promise<void> {
    const round = await this.#do('open-round', (rounds, id, options) => rounds.open(id, options), {});
    if (round) this.dispatchEvent(new DeskRoundEvent(round, this.words.words.open.done));
  }

  async #close(body: { reason?: string }): Promise<void> {
    const round = await this.#do('close-round', (rounds, id, options) => rounds.close(id, body, options), body);
    if (round) this.dispatchEvent(new DeskRoundEvent(round, this.words.words.close.done));
  }

  async #discard(id: string): Promise<void> {
    const gone = await this.#do('discard-round', (rounds, draft, options) => rounds.discard(draft, options), {});
    if (gone) this.dispatchEvent(new RoundDiscardedEvent(id, this.words.words.discard.done));
  }

  async #do<T>(act: ActName, work: (rounds: Rounds, id: string, options: WorkOptions) => PromiseLike<T>, body: object) {
    const { client } = this.community;
    const { round } = this;
    if (!client || !round) return undefined;
    const outcome = await this.act.run(act, (options) => work(complete(client).rounds, round.id, options), {
      subject: round.id,
      body,
    });
    if (outcome.done) {
      this.#leave();
      return outcome.value;
    }
    if (outcome.error && ['round.state', 'round.closed', 'round.unknown'].includes(outcome.error.code)) this.ask('refresh');
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-round-case': FmRoundCase;
  }
}
