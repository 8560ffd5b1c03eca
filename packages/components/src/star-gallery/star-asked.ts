import { type FiveMicroError, type Nomination, type NomineeConsent, starsIn } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ActController } from '../shared/controllers/act.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { FmElement } from '../shared/elements.ts';
import { scaleDown } from '../shared/pictures.ts';
import { buttonStyles, chipStyles, fieldStyles, stateStyles } from '../shared/styles/index.ts';
import { errorState, skeletonLines } from '../shared/ui/index.ts';
import { icon } from '../shared/ui/icons.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import '../shared/ui/sheet.define.ts';
import { choices } from '../wish-wall/wish-choices.ts';
import { choiceStyles } from '../wish-wall/wish-choices.styles.ts';
import { meResource } from '../wish-wall/wish-me.ts';
import { FmNominationAnsweredEvent } from './events.ts';
import { face } from './star-card.ts';
import { formsStyles } from './star-forms.styles.ts';
import { portraitStyles } from './star-portrait.styles.ts';
import { PortraitUpload } from './star-portrait.ts';
import { Saying } from '../shared/controllers/saying.ts';
import { statusOf } from './star-own.ts';
import { moreWords } from './words/more.ts';
import { type AskedWords, askedWords } from './words/asked.ts';

/**
 * @summary What a nominee is asked, in a sheet: whether they agree, how their name is written, with a portrait or without;
 * and how neighbours will see it.
 * @fires fm-nomination-answered - `{ nomination }`
 * @fires fm-sheet-close
 */
export class FmStarAsked extends FmElement {
  static override styles: CSSResultGroup = [
    FmElement.styles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    choiceStyles,
    stateStyles,
    portraitStyles,
    formsStyles,
  ];

  @property({ attribute: false }) nominationId = '';
  /** Makes a picture fit to be sent. */
  @property({ attribute: false }) scaleDown: (file: Blob) => Promise<Blob> = scaleDown;
  @state() private as: NomineeConsent['name'] = 'masked';
  @state() private missing = false;
  @state() private answered: Nomination | undefined;
  @query('fm-sheet') private sheet!: FmSheet;

  private readonly words = new WordsController(this, askedWords);
  private readonly act = new ActController(this);
  private readonly saying = new Saying(this, this.act);
  private readonly portrait = new PortraitUpload(this, {
    words: () => this.words.words,
    common: () => this.common.words,
    scaleDown: () => this.scaleDown,
  });
  private readonly me = meResource(this);
  private readonly more = new WordsController(this, moreWords);
  private readonly nomination = new ResourceController<Nomination>(this, {
    key: () => (this.community.client ? [this.community.client, this.community.epoch, this.nominationId] : null),
    load: async (signal) => {
      const { client } = this.community;
      if (!client) throw new Error('asked without a client');
      const nomination = await starsIn(client).nomination(this.nominationId, { signal });
      if (nomination.status === 'consented') this.#begin(nomination);
      return nomination;
    },
  });

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const { words } = this.words;
    const { value } = this.nomination;
    const title = value ? words.title(value.title.name) : words.plainTitle;
    return html`<fm-sheet open heading-hidden heading=${title} lang=${lang} mode=${mode} theme=${theme}>
      <div class="fm" lang=${lang}><div class="pane">${this.renderContent(words, title)}</div></div>
    </fm-sheet>${this.saying.render()}`;
  }

  private renderContent(words: AskedWords, title: string): TemplateResult {
    const { state: now, value } = this.nomination;
    if (now.status === 'error') {
      const onRetry = () => void this.nomination.reload();
      const view = { words: this.common.words, place: this.community, title: words.failed, level: this.headingLevel };
      return errorState({ ...view, error: now.error, onRetry });
    }
    if (!value) return html`<div class="late" aria-hidden="true">${skeletonLines(50, 95, 75)}</div>`;
    if (this.answered) return this.renderDone(words, this.answered);
    if (!value.can.includes('consent')) return this.renderOver(words, value, title);
    if (value.status === 'consented') return this.renderAgain(words, value, title);
    return html`<div class="top"><div role="heading" aria-level=${this.headingLevel}>${title}</div><p>${words.intro}</p></div>
      <blockquote><p>“${value.sentence}”</p>${value.story ? html`<p class="hush">${value.story}</p>` : nothing}<footer>${words.by}</footer></blockquote>
      ${this.renderChoices(words)} ${this.renderPreview(words, value)}
      <p class="hush">${words.consents}</p>
      <div class="yes">
        <button type="button" class="btn primary" aria-disabled=${this.#stands ? nothing : 'true'} @click=${this.#agree}>${this.act.busy ? words.busy : words.yes}</button>
        <button type="button" class="btn line" aria-disabled=${this.act.busy ? 'true' : nothing} @click=${this.#decline}>${words.no}</button>
      </div>
      <p class="hush">${icon('back')} ${words.later}</p>`;
  }

  private renderChoices(words: AskedWords): TemplateResult {
    const { state: picture } = this.portrait;
    const wanted = picture.status !== 'none';
    const error =
      picture.status === 'failed' ? picture.text : this.missing && picture.status === 'wanted' ? words.pictureMissing : undefined;
    return html`${choices({
      name: 'name',
      legend: words.name,
      look: 'chips',
      value: this.as,
      options: [
        { value: 'masked', label: words.masked },
        { value: 'full', label: words.full },
      ],
      onChange: (as) => (this.as = as),
    })}
    ${choices({
      name: 'picture',
      legend: words.picture,
      look: 'chips',
      value: wanted ? 'with' : 'without',
      options: [
        { value: 'with', label: words.withPicture },
        { value: 'without', label: words.without },
      ],
      onChange: (value) => {
        this.missing = false;
        this.portrait.show({ status: value === 'with' ? 'wanted' : 'none' });
      },
      error,
      more: wanted ? this.portrait.render(picture.status === 'ready' ? words.other : words.choose) : nothing,
    })}`;
  }

  /** As they will stand in the gallery, whatever they choose. */
  private renderPreview(words: AskedWords, one: Nomination): TemplateResult {
    const me = this.me.value;
    const name = this.as === 'full' ? (me?.name ?? one.name) : (me?.maskedName ?? one.name);
    const { state: picture } = this.portrait;
    const portrait =
      picture.status === 'ready' ? { id: picture.id, url: picture.url, width: 400, height: 500, public: false } : null;
    return html`<div class="asif" aria-live="polite">
      ${face(portrait, [...name][0] ?? '', name)}
      <div><p>${words.preview}</p><b>${name}</b><p>${words.from(one.areaName, one.title.name)}</p></div>
    </div>`;
  }

  /** They agreed: how they are shown is still theirs to change. */
  private renderAgain(words: AskedWords, one: Nomination, title: string): TemplateResult {
    return html`<div class="top"><div role="heading" aria-level=${this.headingLevel}>${title}</div><p>${words.again}</p></div>
      ${this.renderChoices(words)} ${this.renderPreview(words, one)}
      <div class="yes">
        <button type="button" class="btn primary" aria-disabled=${this.#stands ? nothing : 'true'} @click=${this.#agree}>${this.act.busy ? words.busy : words.save}</button>
        ${one.can.includes('withdraw') ? html`<button type="button" class="btn line" @click=${this.#withdraw}>${words.takeBack}</button>` : nothing}
      </div>`;
  }

  private renderOver(words: AskedWords, one: Nomination, title: string): TemplateResult {
    return html`<div class="top"><div role="heading" aria-level=${this.headingLevel}>${title}</div><p>${one.mine && !one.aboutMe ? statusOf(one, this.more.words) : words.over}</p></div>
      ${one.mine && !one.aboutMe ? html`<blockquote><p>“${one.sentence}”</p>${one.story ? html`<p class="hush">${one.story}</p>` : nothing}</blockquote>` : nothing}
      ${one.aboutMe && one.can.includes('withdraw') ? html`<button type="button" class="btn line" @click=${this.#withdraw}>${words.takeBack}</button>` : nothing}`;
  }

  private renderDone(words: AskedWords, { status }: Nomination): TemplateResult {
    const agreed = status === 'consented';
    const text = agreed ? words.doneYesText : status === 'withdrawn' ? words.takenBack : words.doneNoText;
    return html`<div class="top">
        <div role="heading" aria-level=${this.headingLevel} tabindex="-1" id="done">${agreed ? words.doneYes : words.doneNo}</div>
        <p>${text}</p>
      </div>
      <button type="button" class="btn primary" @click=${() => this.sheet.close()}>${words.doneGo}</button>`;
  }

  get #stands(): boolean {
    return !this.act.busy && this.portrait.state.status !== 'sending';
  }

  /** As they have agreed to be shown. */
  #begin({ name, portrait }: Nomination): void {
    this.as = name.endsWith('**') ? 'masked' : 'full';
    if (portrait) this.portrait.show({ status: 'ready', id: portrait.id, url: portrait.url });
  }

  readonly #agree = (): void => {
    if (!this.#stands) return;
    const { state: picture } = this.portrait;
    this.missing = picture.status === 'wanted' || picture.status === 'failed';
    if (this.missing) return;
    const portrait = picture.status === 'ready' ? picture.id : null;
    const body = { name: this.as, portrait };
    void this.#answer(
      this.act.run('consent', (options) => starsIn(this.#client).consent(this.nominationId, body, options), {
        subject: this.nominationId,
        body,
      }),
    );
  };

  readonly #decline = (): void => {
    if (this.act.busy) return;
    const body = {};
    void this.#answer(
      this.act.run('decline-nomination', (options) => starsIn(this.#client).decline(this.nominationId, body, options), {
        subject: this.nominationId,
        body,
      }),
    );
  };

  readonly #withdraw = (): void => {
    void this.#answer(
      this.act.run('withdraw-nomination', (options) => starsIn(this.#client).withdraw(this.nominationId, options), {
        subject: this.nominationId,
      }),
    );
  };

  async #answer(run: ReturnType<ActController['run']>): Promise<void> {
    this.saying.load();
    const outcome = await run;
    if (outcome.done) {
      const nomination = outcome.value as Nomination;
      this.answered = nomination;
      this.dispatchEvent(new FmNominationAnsweredEvent(nomination));
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#done')?.focus();
    } else if (outcome.why === 'failed') this.#refused(outcome.error);
  }

  #refused(error: FiveMicroError | undefined): void {
    this.saying.fail(error);
    if (error && (error.status === 409 || error.status === 404)) void this.nomination.reload();
  }

  get #client() {
    const { client } = this.community;
    if (!client) throw new Error('asked without a client');
    return client;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-star-asked': FmStarAsked;
  }
}
