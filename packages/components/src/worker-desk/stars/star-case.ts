import { complete, type Star, type StarEdit } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { WordsController } from '../../shared/controllers/words.ts';
import { day } from '../../shared/format.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { meResource } from '../../wish-wall/wish-me.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import { ReasonController } from '../desk-reason.ts';
import { DeskForm } from '../forms/desk-form.ts';
import { deskFormStyles } from '../forms/form.styles.ts';
import { hidePlace } from '../moderation/hide-place.ts';
import { DeskStarEvent } from './events.ts';
import { quoteBoxes, quoteProblems, quotesOf, quoteValues, wordBoxes, wordsProblems } from './star-words-form.ts';
import { starCaseStyles } from './stars.styles.ts';
import { starDeskWords } from './words/index.ts';

/**
 * @summary A star that hangs: its story and quotes are changed, or it is taken down with a reason.
 * @fires fm-desk-star @fires fm-paper-ask - do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmStarCase extends FmDeskPaper {
  static override styles = [FmDeskPaper.styles, deskFormStyles, starCaseStyles];

  @property({ attribute: false }) star: Star | undefined;

  @state() private doing: 'nothing' | 'edit' | 'take-down' = 'nothing';

  private readonly words = new WordsController(this, starDeskWords);
  private readonly reason = new ReasonController(this);
  private readonly me = meResource(this);
  private readonly form = new DeskForm(this, () => this.me.value?.id);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('star') || changed.get('star')?.id === this.star?.id) return;
    this.act.cancel();
    this.#leave();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { star } = this;
    if (!star) return nothing;
    const { words } = this.words;
    return this.renderPaper(
      words.gone,
      html`<div class="case-in">
          ${this.renderHead(star)}
          ${
            this.doing === 'edit'
              ? html`<div class="form">
                  ${heading(this.headingLevel + 1, words.edit.title, 'part')}
                  ${wordBoxes(this.form, words)} ${quoteBoxes(this.form, words, this.headingLevel + 1)}
                </div>`
              : html`${this.renderQuotes(star.quotes)} ${star.waiting ? this.renderWaiting(star.waiting) : nothing}`
          }
          ${this.renderHiding(star)}
        </div>
        ${this.doing === 'take-down' ? this.renderReason() : nothing} ${this.gone ? nothing : this.renderActs(star)}`,
    );
  }

  private renderHead(star: Star): TemplateResult {
    const { words } = this.words;
    const { facts } = words;
    const rows: [string, string | undefined][] = [
      [facts.title, star.title.name],
      [facts.period, star.period],
      [facts.name, words.nameAs[star.nameAs]],
      [facts.record, words.record(star.record.wishes, star.record.hours)],
      [facts.round, star.round?.title],
      [facts.awarded, day(star.awardedAt, this.community.lang)],
    ];
    return html`<header>
        <p class="kind"><span class="tag ok">${words.star}</span><span>${star.areaName}</span></p>
        <div class="wish" role="heading" aria-level=${this.headingLevel} tabindex="-1">${star.name}</div>
        <p class="lead">${star.sentence}</p>
      </header>
      ${star.portrait ? this.renderPortrait(star, star.portrait) : nothing}
      <div>
        ${star.story ? html`<p class="said">${star.story}</p>` : nothing}
        <dl class="facts">
          ${rows.map(([name, value]) => (value ? html`<dt>${name}</dt><dd class="num">${value}</dd>` : nothing))}
        </dl>
      </div>`;
  }

  /** A face that its owner has changed is shown to nobody before a worker has looked at it. */
  private renderPortrait(star: Star, portrait: NonNullable<Star['portrait']>): TemplateResult {
    const { words } = this.words;
    const waits = !portrait.public && !this.gone && star.can.includes('edit');
    return html`<div class="after">
      <img class="portrait" src=${portrait.url} alt=${words.portrait(star.name)} />
      ${
        waits
          ? html`<button type="button" class="btn line" ?disabled=${this.act.busy} @click=${() => void this.#edit(star, { portrait: portrait.id }, words.done.portrait)}>
                ${icon('eye')}${words.showPortrait}
              </button>
              <p class="small muted">${words.portraitWaits}</p>`
          : nothing
      }
    </div>`;
  }

  /** What nobody else reads before the person has nodded. */
  private renderWaiting({ sentence, story, quotes = [] }: NonNullable<Star['waiting']>): TemplateResult {
    return html`<div class="waiting">
      ${heading(this.headingLevel + 1, this.words.words.waiting, 'part')}
      ${[sentence, story].map((text) => (text ? html`<p class="said">${text}</p>` : nothing))} ${this.renderQuotes(quotes)}
    </div>`;
  }

  private renderQuotes(quotes: Star['quotes']): TemplateResult | typeof nothing {
    if (!quotes.length) return nothing;
    return html`<div>
      ${heading(this.headingLevel + 1, this.words.words.quotes, 'part')}
      ${quotes.map(({ words, by }) => html`<blockquote><p>${words}</p><footer>${by}</footer></blockquote>`)}
    </div>`;
  }

  private renderHiding(star: Star): TemplateResult {
    return hidePlace(
      { kind: 'star', of: star },
      {
        place: this.community,
        level: this.headingLevel,
        gone: this.gone,
        onHidden: (now, words) => this.dispatchEvent(new DeskStarEvent(star.id, now as Star, words)),
        onRefresh: () => this.ask('refresh'),
      },
    );
  }

  private renderReason(): TemplateResult {
    const { takeDown } = this.words.words;
    return this.reason.render({
      title: takeDown.title,
      label: takeDown.label,
      hint: takeDown.hint,
      level: this.headingLevel + 1,
      reasons: takeDown.reasons,
      missing: takeDown.missing,
    });
  }

  private renderActs(star: Star): TemplateResult | typeof nothing {
    const { words } = this.words;
    const { busy } = this.act;
    const button = (label: unknown, onClick: () => void, look = 'line') =>
      html`<button type="button" class="btn ${look}" ?disabled=${busy} @click=${onClick}>${label}</button>`;
    const can = (verb: string) => star.can.includes(verb);
    if (!can('edit') && !can('take-down')) return nothing;
    const leave = button(words.leave, () => this.#back());
    if (this.doing === 'edit')
      return html`<div class="case-act">${this.renderTrouble()} ${button(words.edit.save, () => this.#save(star), 'primary')} ${leave}</div>`;
    if (this.doing === 'take-down')
      return html`<div class="case-act">${this.renderTrouble()} ${leave} ${button(words.takeDown.really, () => void this.#takeDown(star), 'grave')}</div>`;
    return html`<div class="case-act">
      ${this.renderTrouble()} ${can('edit') ? button(html`${icon('pen')}${words.edit.act}`, () => this.#begin(star)) : nothing}
      ${
        can('take-down')
          ? button(words.takeDown.act, () => {
              this.doing = 'take-down';
              this.focusOn('#reason');
            })
          : nothing
      }
    </div>`;
  }

  #begin({ id, waiting, ...said }: Star): void {
    this.doing = 'edit';
    const sentence = waiting?.sentence ?? said.sentence;
    const story = waiting?.story ?? said.story;
    const quotes = waiting?.quotes ?? said.quotes;
    this.form.begin({ sentence, story, ...quoteValues(quotes) }, `star:${id}`);
    this.focusOn('#sentence');
  }

  #leave(): void {
    if (this.doing === 'edit') this.form.forget();
    this.doing = 'nothing';
    this.reason.clear();
  }

  /** Thought better of it: a keyboard goes on among the acts. */
  #back(): void {
    this.#leave();
    this.focusOn('.case-act .btn');
  }

  #save(star: Star): void {
    const { form } = this;
    const { words } = this.words;
    if (!form.passes({ ...wordsProblems(form, words, ['sentence', 'story']), ...quoteProblems(form, words) })) return;
    const body = { sentence: form.text('sentence'), story: form.text('story'), quotes: quotesOf(form) };
    void this.#edit(star, body, words.done.edit);
  }

  async #edit({ id }: Star, body: StarEdit, told: string): Promise<void> {
    const { client } = this.community;
    const { form } = this;
    if (!client) return;
    const outcome = await this.act.run('edit-star', (options) => complete(client).stars.edit(id, body, options), {
      subject: id,
      body,
    });
    if (outcome.done) {
      this.#leave();
      this.dispatchEvent(
        new DeskStarEvent(
          id,
          outcome.value,
          outcome.value.waiting && told === this.words.words.done.edit ? this.words.words.done.waits : told,
        ),
      );
    } else if (form.refused(outcome.error)) this.act.cancel();
    else this.#goneMeanwhile(outcome.error?.code);
  }

  async #takeDown({ id }: Star): Promise<void> {
    const { client } = this.community;
    const reason = this.reason.take();
    if (!client || reason === undefined) return;
    const work = (options: { signal: AbortSignal; idempotencyKey: string }) =>
      complete(client).stars.takeDown(id, { reason }, options);
    const outcome = await this.act.run('take-down', work, { subject: id, body: { reason } });
    if (outcome.done) this.dispatchEvent(new DeskStarEvent(id, undefined, this.words.words.done.takeDown));
    else this.#goneMeanwhile(outcome.error?.code);
  }

  #goneMeanwhile(code: string | undefined): void {
    if (code === 'star.state' || code === 'star.unknown') this.ask('refresh');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-star-case': FmStarCase;
  }
}
