import { complete, type Member, type PaperBallot, type Round } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ActController, type Outcome } from '../../shared/controllers/act.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { FmElement } from '../../shared/elements.ts';
import { moment } from '../../shared/format.ts';
import { buttonStyles, fieldStyles, tagStyles } from '../../shared/styles/index.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading, skeletonLines } from '../../shared/ui/index.ts';
import { within } from '../../shared/within.ts';
import { caseStyles } from '../case.styles.ts';
import { FindController } from '../desk-find.ts';
import '../desk-pick.define.ts';
import type { DeskPickedEvent, FmDeskPick } from '../desk-pick.ts';
import { twice } from '../desk-twice.ts';
import { deskFormStyles, findStyles } from '../forms/form.styles.ts';
import { keepHalfWritten } from '../forms/keys.ts';
import { troubleOf } from '../forms/trouble.ts';
import { candidateText, renderPicks } from './picks.ts';
import { wrongOnPaper } from './round-facts.ts';
import { picksStyles, roundPaperStyles } from './rounds.styles.ts';
import { deskWords } from '../words/index.ts';
import { roundWords } from './words/index.ts';

/** What is being done. Nothing of it is kept in this browser: what somebody voted is nobody's to find there. */
type Doing =
  | { readonly at: 'closed' | 'list' | 'finding' }
  | { readonly at: 'choosing'; readonly member: Member; readonly choices: readonly string[] }
  | { readonly at: 'comparing'; readonly id: string; readonly armed: boolean };

const most = 1000;

/**
 * @summary Paper ballots of a round: one worker enters what is on the paper, another compares and confirms, either withdraws.
 * @fires fm-paper-counted - one more counts, or the round has ended; does not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmRoundPaper extends FmElement {
  static override styles = [
    FmElement.styles,
    buttonStyles,
    fieldStyles,
    tagStyles,
    caseStyles,
    deskFormStyles,
    findStyles,
    picksStyles,
    roundPaperStyles,
  ];

  /** With its options. */
  @property({ attribute: false }) round: Round | undefined;

  @state() private doing: Doing = { at: 'closed' };
  @state() private wrong = '';
  @state() private told = '';
  @query('fm-desk-pick') private readonly pick!: FmDeskPick | null;

  private readonly act = new ActController(this);
  private readonly find = new FindController(this, candidateText);
  private readonly words = new WordsController(this, roundWords);
  private readonly desk = new WordsController(this, deskWords);
  /** Asked for when somebody opens it: whole names stand there. */
  readonly papers = new ResourceController<PaperBallot[]>(this, {
    reflect: false,
    key: () => {
      const { client, lang, epoch } = this.community;
      return client && this.round && this.doing.at !== 'closed' ? [client, this.round.id, lang, epoch] : null;
    },
    load: async (signal) => {
      const { client } = this.community;
      if (!client || !this.round) return [];
      return complete(client).rounds.paperBallots(this.round.id, { limit: 100 }, { signal }).toArray({ limit: most });
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('round') || changed.get('round')?.id === this.round?.id) return;
    this.act.cancel();
    this.doing = { at: 'closed' };
    this.told = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { paper } = this.words.words;
    const { doing, round } = this;
    if (!round) return nothing;
    return html`<section class="fm papers" lang=${this.community.lang}>
      <div>${heading(this.headingLevel, paper.title, 'part')}<p class="muted small">${paper.hint}</p></div>
      <p role="status" class=${this.told ? 'told' : 'vh'}>${this.told ? html`${icon('check')}${this.told}` : nothing}</p>
      ${
        doing.at === 'closed'
          ? html`<p class="tags"><button type="button" class="btn line" @click=${this.handleShow}>${icon('eye')}${paper.show}</button><span class="muted small">${paper.logged}</span></p>`
          : html`${this.renderEntering(round, doing)} ${this.renderList(round, doing)}`
      }
    </section>`;
  }

  private renderEntering(round: Round, doing: Doing): TemplateResult {
    const { paper } = this.words.words;
    if (doing.at === 'choosing') return this.renderChoices(round, doing);
    if (doing.at !== 'finding') {
      return html`<p class="tags">
        <button type="button" class="btn line enter" ?disabled=${this.act.busy} @click=${this.handleFind}>${icon('pen')}${paper.enter}</button>
        <button type="button" class="btn quiet" @click=${() => void this.papers.reload()}>${paper.again}</button>
      </p>`;
    }
    return html`<div class="form framed">
      <fm-desk-pick
        ${within(this.community, this.headingLevel + 1)}
        label=${paper.who}
        placeholder=${paper.whoPlaceholder}
        take=${paper.take}
        @fm-desk-picked=${({ member }: DeskPickedEvent) => this.#choose(member)}
      ></fm-desk-pick>
      <p><button type="button" class="btn quiet" @click=${this.handleLeave}>${paper.leave}</button></p>
    </div>`;
  }

  private renderChoices({ options }: Round, doing: Extract<Doing, { at: 'choosing' }>): TemplateResult {
    const { paper } = this.words.words;
    const { member, choices } = doing;
    return html`<form class="form framed" novalidate @submit=${this.handleEnter} @keydown=${keepHalfWritten}>
      <fieldset id="choices" aria-describedby=${this.wrong ? 'choices-error' : nothing}>
        <legend tabindex="-1">${paper.choose(member.name)}</legend>
        ${renderPicks({
          items: options.map(({ id, title, place, cost }) => ({ id, title, note: place ?? '', cost })),
          chosen: choices,
          find: this.find,
          desk: this.desk.words,
          lang: this.community.lang,
          bad: this.wrong !== '',
          onChange: (now) => {
            this.wrong = '';
            this.doing = { ...doing, choices: now };
          },
        })}
        ${this.wrong ? html`<p class="field-error" role="alert" id="choices-error">${this.wrong}</p>` : nothing}
      </fieldset>
      ${troubleOf(this.act, this.common.words)}
      <p class="tags">
        <button class="btn primary" ?disabled=${this.act.busy}>${paper.save}</button>
        <button type="button" class="btn quiet" @click=${this.handleFind}>${paper.other}</button>
        <button type="button" class="btn quiet" @click=${this.handleLeave}>${paper.leave}</button>
      </p>
    </form>`;
  }

  private renderList(round: Round, doing: Doing): TemplateResult {
    const { paper } = this.words.words;
    const { state } = this.papers;
    const all = this.papers.value;
    if (state.status === 'error') {
      return html`<p class="field-error" role="alert">${paper.failed}<button type="button" class="btn quiet" @click=${() => void this.papers.reload()}>${this.common.words.retry}</button></p>`;
    }
    if (!all) return html`<div class="late" aria-hidden="true">${skeletonLines(75, 50)}</div>`;
    if (!all.length) return html`<p class="muted">${paper.none}</p>`;
    const ordered = [...all].sort((a, b) => Number(b.state === 'entered') - Number(a.state === 'entered'));
    return html`<ul>${ordered.map((one) => this.renderOne(round, one, doing))}</ul>`;
  }

  private renderOne(round: Round, one: PaperBallot, doing: Doing): TemplateResult {
    const { paper } = this.words.words;
    const comparing = doing.at === 'comparing' && doing.id === one.id;
    const can = (verb: string) => one.can.includes(verb);
    const failed = this.act.state.status !== 'idle' && 'subject' in this.act.state && this.act.state.subject === one.id;
    return html`<li data-id=${one.id}>
      <p class="head-of">
        <b>${one.voter}</b><span class="tag ${one.state === 'entered' ? 'wait' : one.state === 'confirmed' ? 'ok' : ''}">${paper.states[one.state]}</span
        ><span class="muted small">${moment(one.enteredAt, this.community.lang)}</span>
      </p>
      ${one.mine && one.state === 'entered' ? html`<p class="muted small">${paper.mine}</p>` : nothing}
      ${comparing ? this.renderComparing(round, one, doing.armed) : nothing} ${failed ? troubleOf(this.act, this.common.words) : nothing}
      <p class="tags">
        ${can('confirm') && !comparing ? html`<button type="button" class="btn line" @click=${() => this.#compare(one.id)}>${icon('eye')}${paper.compare}</button>` : nothing}
        ${can('withdraw') ? html`<button type="button" class="btn quiet" ?disabled=${this.act.busy} @click=${() => void this.#withdraw(one)}>${paper.withdraw}</button>` : nothing}
      </p>
    </li>`;
  }

  private renderComparing({ options }: Round, { id, voter, choices }: PaperBallot, armed: boolean): TemplateResult {
    const { paper } = this.words.words;
    const titles = (choices ?? []).map((choice) => options.find((one) => one.id === choice)?.title ?? choice);
    const said = titles.join(this.community.lang === 'en' ? ', ' : '、') || paper.blank;
    return html`<ol class="will" tabindex="-1">${titles.length ? titles.map((title) => html`<li>${title}</li>`) : html`<li>${paper.blank}</li>`}</ol>
      ${twice({
        armed,
        act: paper.confirm,
        follows: paper.follows(voter, said),
        really: paper.really,
        leave: paper.confirmLeave,
        busy: this.act.busy,
        onArm: () => {
          this.doing = { at: 'comparing', id, armed: true };
          this.#focus('.follows');
        },
        onLeave: () => (this.doing = { at: 'comparing', id, armed: false }),
        onDo: () => void this.#confirm(id),
      })}`;
  }

  private readonly handleShow = (): void => {
    this.doing = { at: 'list' };
    this.#focus('.enter');
  };

  private readonly handleFind = (): void => {
    this.act.cancel();
    this.told = this.wrong = '';
    this.doing = { at: 'finding' };
    void this.updateComplete.then(() => this.pick?.focusStart());
  };

  private readonly handleLeave = (): void => {
    this.act.cancel();
    this.wrong = '';
    this.doing = { at: 'list' };
    this.#focus('.enter');
  };

  #choose(member: Member): void {
    this.find.clear();
    this.doing = { at: 'choosing', member, choices: [] };
    this.#focus('legend');
  }

  #compare(id: string): void {
    this.act.cancel();
    this.told = '';
    this.doing = { at: 'comparing', id, armed: false };
    this.#focus('.will');
  }

  private readonly handleEnter = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { doing, round } = this;
    const { client } = this.community;
    if (doing.at !== 'choosing' || !round || !client) return;
    this.wrong = wrongOnPaper(doing.choices, round, this.words.words, this.community.lang);
    if (this.wrong) return;
    const body = { member: doing.member.id, choices: [...doing.choices] };
    const outcome = await this.act.run('paper-ballot', (options) => complete(client).rounds.enterPaper(round.id, body, options), {
      body,
    });
    this.#settle(outcome, this.words.words.paper.entered);
  };

  async #confirm(id: string): Promise<void> {
    const { client } = this.community;
    const { round } = this;
    if (!client || !round) return;
    const work = (options: { signal: AbortSignal; idempotencyKey: string }) =>
      complete(client).rounds.confirmPaper(round.id, id, options);
    const outcome = await this.act.run('paper-ballot', work, { subject: id, body: 'confirm' });
    this.#settle(outcome, this.words.words.paper.confirmed);
    if (outcome.done) this.dispatchEvent(new Event('fm-paper-counted'));
  }

  async #withdraw({ id }: PaperBallot): Promise<void> {
    const { client } = this.community;
    const { round } = this;
    if (!client || !round) return;
    const work = (options: { signal: AbortSignal; idempotencyKey: string }) =>
      complete(client).rounds.withdrawPaper(round.id, id, options);
    const outcome = await this.act.run('paper-ballot', work, { subject: id, body: 'withdraw' });
    this.#settle(outcome, this.words.words.paper.withdrawn);
  }

  #settle(outcome: Outcome<PaperBallot>, told: string): void {
    if (outcome.done) {
      this.told = told;
      this.doing = { at: 'list' };
      void this.papers.reload();
      this.#focus('.enter');
      return;
    }
    const code = outcome.error?.code ?? '';
    // A colleague, or the voter, was quicker: the list says how it stands. A round that is over is the case's to show.
    if (code.startsWith('paper-ballot.')) void this.papers.reload();
    else if (code.startsWith('round.')) this.dispatchEvent(new Event('fm-paper-counted'));
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-round-paper': FmRoundPaper;
  }
}
