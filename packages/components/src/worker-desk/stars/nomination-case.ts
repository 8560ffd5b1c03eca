import { complete, type Member, type Nomination, type Stars } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { WorkOptions } from '../../shared/controllers/act.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import type { ActName } from '../../shared/events.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { choiceStyles } from '../../wish-wall/wish-choices.styles.ts';
import type { Picture } from '../../wish-wall/wish-form-values.ts';
import { meResource } from '../../wish-wall/wish-me.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import type { FmDeskPick } from '../desk-pick.ts';
import { ReasonController } from '../desk-reason.ts';
import { DeskForm } from '../forms/desk-form.ts';
import { deskFormStyles } from '../forms/form.styles.ts';
import { hidePlace } from '../moderation/hide-place.ts';
import { DeskNominationEvent } from './events.ts';
import { renderIdentify } from './nomination-who.ts';
import { type Behalf, nominationChecks, nominationHead, renderBehalf } from './nomination-view.ts';
import { boxOf, changedWords, quoteBoxes, quoteProblems, quotesOf, wordBoxes, wordsProblems } from './star-words-form.ts';
import { starCaseStyles } from './stars.styles.ts';
import { starDeskWords } from './words/index.ts';

const decidedMeanwhile = ['nomination.state', 'nomination.unknown', 'star.state'];

/**
 * @summary One nomination in a worker's hand: read, given to somebody and asked; answered on behalf of who has no phone;
 * awarded. Shows what `nomination.can` lists, and the award of whoever agreed.
 * @fires fm-desk-nomination @fires fm-paper-ask - do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmNominationCase extends FmDeskPaper {
  static override styles = [FmDeskPaper.styles, choiceStyles, deskFormStyles, starCaseStyles];

  @property({ attribute: false }) nomination: Nomination | undefined;

  @state() private wording = false;
  /** Whoever nominated has changed it while it was in hand. */
  @state() private rewritten = false;
  @state() private member: Pick<Member, 'id' | 'name'> | undefined;
  @state() private nobody = false;
  @state() private behalf: Behalf = { name: 'masked', said: false, missing: false };
  @state() private pictures: Picture[] = [];
  @state() private declining = false;
  @query('fm-desk-pick') private readonly pick!: FmDeskPick | null;

  private readonly words = new WordsController(this, starDeskWords);
  private readonly reason = new ReasonController(this);
  private readonly me = meResource(this);
  private readonly form = new DeskForm(this, () => this.me.value?.id);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('nomination');
    const { nomination } = this;
    if (!changed.has('nomination') || !nomination) return;
    if (before?.id === nomination.id && before.updatedAt === nomination.updatedAt) return;
    if (before?.id !== nomination.id || before.status !== nomination.status) {
      this.act.cancel();
      this.member = nomination.member ? { id: nomination.member, name: nomination.name } : undefined;
      this.nobody = this.declining = false;
      this.behalf = { name: 'masked', said: false, missing: false };
      this.pictures = [];
      this.reason.clear();
    }
    this.rewritten = before?.id === nomination.id && before.status === 'proposed' && nomination.status === 'proposed';
    const found = nomination.screening?.filter(({ hits }) => hits.length) ?? [];
    const said = (part: 'who' | 'sentence' | 'story', own: string) => found.find((one) => one.part === part)?.proposed ?? own;
    this.wording = found.length > 0;
    const { name, sentence, story } = nomination;
    const base = { called: said('who', name), sentence: said('sentence', sentence), story: said('story', story) };
    this.form.begin(
      base,
      ['proposed', 'consented'].includes(nomination.status) ? `nomination:${nomination.id}:${nomination.updatedAt}` : '',
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const { nomination } = this;
    if (!nomination) return nothing;
    const { words } = this.words;
    const can = (verb: string) => !this.gone && nomination.can.includes(verb);
    const asking = can('ask') && nomination.status === 'proposed';
    const awarding = !this.gone && nomination.status === 'consented' && !nomination.aboutMe;
    const view = { words, lang: this.community.lang, level: this.headingLevel, hits: this.desk.words.hits };
    const level = this.headingLevel + 1;
    return this.renderPaper(
      words.gone,
      html`<div class="case-in">
          ${nominationHead(nomination, view)}
          ${can('hide') ? this.renderHiding(nomination) : nothing}
          <div role="status">${this.rewritten ? html`<p class="follows">${icon('info')}${this.desk.words.rewritten}</p>` : nothing}</div>
          ${asking ? html`<div class="form">${nominationChecks(nomination, view, this.wording, () => this.#reword())}${this.wording || this.form.found ? this.renderWording() : nothing}</div>${this.renderWho()}` : nothing}
          ${
            can('consent')
              ? renderBehalf(this.behalf, this.pictures, {
                  ...view,
                  client: this.community.client,
                  mode: this.community.mode,
                  onChange: (behalf) => (this.behalf = behalf),
                  onPictures: (pictures) => (this.pictures = pictures),
                })
              : nomination.status === 'asked' && !this.gone
                ? html`<p class="muted">${words.waits}</p>`
                : nothing
          }
          ${
            awarding
              ? html`<div class="form">
                  <div>${heading(level, words.award.title, 'part')}<p class="muted small">${words.award.hint}</p></div>
                  ${this.form.box({ name: 'story', label: words.storyMay, rows: 6 })} ${quoteBoxes(this.form, words, level)}
                </div>`
              : nothing
          }
        </div>
        ${this.declining ? this.renderDeclining() : nothing} ${this.gone ? nothing : this.renderActs(can, asking, awarding)}`,
    );
  }

  private renderHiding(nomination: Nomination): TemplateResult {
    return hidePlace(
      { kind: 'nomination', of: nomination },
      {
        place: this.community,
        level: this.headingLevel,
        gone: this.gone,
        onHidden: (now, words) => this.dispatchEvent(new DeskNominationEvent(now as Nomination, words)),
        onRefresh: () => this.ask('refresh'),
      },
    );
  }

  private renderWording(): TemplateResult {
    const { words } = this.words;
    const { form } = this;
    return html`${form.box({ name: 'called', label: words.who })}
    ${wordBoxes(form, words)}
    ${form.found ? html`<p class="draft">${words.form.found}<button type="button" class="btn quiet" @click=${() => form.startOver()}>${words.form.startOver}</button></p>` : nothing}`;
  }

  private renderWho(): TemplateResult {
    return renderIdentify(this.words.words, this.community, {
      level: this.headingLevel + 1,
      member: this.member,
      missing: this.nobody,
      onPick: (member) => {
        this.member = member;
        this.nobody = false;
        this.focusOn('.case-act .primary');
      },
      onOther: () => {
        this.member = undefined;
        this.#toSearch();
      },
    });
  }

  #toSearch(): void {
    void this.updateComplete.then(() => this.pick?.focusStart());
  }

  private renderDeclining(): TemplateResult {
    const { words } = this.words;
    return this.reason.render({
      title: words.declineTitle,
      label: words.declineLabel,
      hint: words.declineHint,
      level: this.headingLevel + 1,
      reasons: words.reasons,
      missing: words.declineMissing,
    });
  }

  private renderActs(can: (verb: string) => boolean, asking: boolean, awarding: boolean): TemplateResult | typeof nothing {
    const { words } = this.words;
    const { busy } = this.act;
    const button = (label: string, onClick: () => void, look = 'line') =>
      html`<button type="button" class="btn ${look}" ?disabled=${busy} @click=${onClick}>${label}</button>`;
    if (this.declining) {
      return html`<div class="case-act">
        ${this.renderTrouble()} ${button(words.leave, () => this.#back())} ${button(words.declineReally, () => this.#decline(), 'grave')}
      </div>`;
    }
    if (!asking && !awarding && !can('consent') && !can('decline')) return nothing;
    return html`<div class="case-act">
      ${this.renderTrouble()} ${asking ? button(words.ask, () => void this.#ask(), 'primary') : nothing}
      ${can('consent') ? button(words.behalf.consent, () => this.#consent(), 'primary') : nothing}
      ${can('consent') && can('decline') ? button(words.behalf.refuse, () => void this.#refuse()) : nothing}
      ${awarding ? button(words.award.act, () => this.#award(), 'primary') : nothing}
      ${
        can('decline')
          ? button(words.decline, () => {
              this.declining = true;
              this.focusOn('#reason');
            })
          : nothing
      }
    </div>`;
  }

  /** Thought better of it: a keyboard goes on among the acts. */
  #back(): void {
    this.declining = false;
    this.focusOn('.case-act .btn');
  }

  #reword(): void {
    this.wording = !this.wording;
    if (this.wording) this.focusOn('#sentence');
    else this.form.startOver();
  }

  /** What was put right is kept first; then they are asked with exactly these words. */
  async #ask(): Promise<void> {
    const { nomination, form, member } = this;
    const { words } = this.words;
    const problems = wordsProblems(form, words, ['called', 'sentence', 'story']);
    if (Object.values(problems).some(Boolean)) this.wording = true;
    if (!nomination || !form.passes(problems)) return;
    if (!member) {
      this.nobody = true;
      this.#toSearch();
      return;
    }
    const edited = changedWords(form, nomination);
    await this.#do(
      'ask-nominee',
      words.done.ask,
      async (stars, options) => {
        const read = Object.keys(edited).length
          ? await stars.editNomination(nomination.id, edited, { ...options, idempotencyKey: `${options.idempotencyKey}-edit` })
          : nomination;
        return stars.ask(nomination.id, { member: member.id, seen: read.updatedAt }, options);
      },
      { edited, member: member.id },
    );
  }

  #consent(): void {
    const { nomination, behalf, pictures } = this;
    if (!nomination) return;
    if (!behalf.said) {
      this.behalf = { ...behalf, missing: true };
      this.focusOn('#said');
      return;
    }
    const [portrait] = pictures;
    const body = { name: behalf.name, onBehalf: true, ...(portrait && { portrait: portrait.id }) };
    void this.#do(
      'consent',
      this.words.words.done.consent,
      (stars, options) => stars.consent(nomination.id, body, options),
      body,
    );
  }

  async #refuse(): Promise<void> {
    const id = this.nomination?.id ?? '';
    const body = { onBehalf: true };
    await this.#do(
      'decline-nomination',
      this.words.words.done.refuse,
      (stars, options) => stars.decline(id, body, options),
      body,
    );
  }

  #decline(): void {
    const id = this.nomination?.id ?? '';
    const reason = this.reason.take();
    if (reason === undefined) return;
    void this.#do(
      'decline-nomination',
      this.words.words.done.decline,
      (stars, options) => stars.decline(id, { reason }, options),
      { reason },
    );
  }

  #award(): void {
    const { nomination, form } = this;
    const { words } = this.words;
    if (!nomination || !form.passes({ ...wordsProblems(form, words, ['story']), ...quoteProblems(form, words) })) return;
    const quotes = quotesOf(form);
    const body = { nomination: nomination.id, story: form.text('story'), ...(quotes.length && { quotes }) };
    const work = async (stars: Stars, options: WorkOptions): Promise<Nomination> => {
      await stars.award(body, { area: nomination.area }, options);
      return { ...nomination, status: 'awarded', can: [] };
    };
    void this.#do('award', words.award.done, work, body);
  }

  async #do(
    act: ActName,
    words: string,
    work: (stars: Stars, options: WorkOptions) => PromiseLike<Nomination>,
    body: object,
  ): Promise<void> {
    const { client } = this.community;
    const { nomination } = this;
    if (!client || !nomination) return;
    const outcome = await this.act.run(act, (options) => work(complete(client).stars, options), { subject: nomination.id, body });
    if (outcome.done) {
      this.form.forget();
      this.dispatchEvent(new DeskNominationEvent(outcome.value, words));
    } else if (outcome.error && decidedMeanwhile.includes(outcome.error.code)) this.ask('refresh');
    else if (this.form.refused(outcome.error, boxOf)) this.act.cancel();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-nomination-case': FmNominationCase;
  }
}
