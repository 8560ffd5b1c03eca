import type { Area, FiveMicroError, Wish } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ActController } from '../shared/controllers/act.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { FmElement } from '../shared/elements.ts';
import { FmSheetCloseEvent, FmWishChangedEvent, FmWishPostedEvent } from '../shared/events.ts';
import { isoDay } from '../shared/format.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { chipStyles } from '../shared/styles/chip.styles.ts';
import { fieldStyles } from '../shared/styles/field.styles.ts';
import { noteStyles } from '../shared/styles/note.styles.ts';
import { stateStyles } from '../shared/styles/state.styles.ts';
import { tagStyles } from '../shared/styles/tag.styles.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import '../shared/ui/sheet.define.ts';
import { formWords } from './form-words/index.ts';
import { actStyles } from './wish-acts.styles.ts';
import { choiceStyles } from './wish-choices.styles.ts';
import { FormDraft, renderDraft } from './wish-form-draft.ts';
import { type FormView, renderFirst, renderSecond } from './wish-form-fields.ts';
import { renderDone, renderFailed, renderPreview, renderSignIn, renderWhoSees, type SideView } from './wish-form-side.ts';
import {
  emptyValues,
  type FieldName,
  fieldOfPath,
  type FormValues,
  fromWish,
  problemsInWords,
  stepOf,
  toEdit,
  toNewWish,
} from './wish-form-values.ts';
import { wishFormStyles } from './wish-form.styles.ts';
import { meResource } from './wish-me.ts';
import './wish-photos.define.ts';
import type { FmWishPhotos } from './wish-photos.ts';

/**
 * @tag fm-wish-form
 * @summary 许个心愿, in a sheet: two short pages, a draft that survives a reload, and what of it others will see.
 * @fires fm-wish-posted - `{ wish }`, handed in; the form stays and says so.
 * @fires fm-wish-changed - `{ wish, act: 'edit' }`, where `wish` was given.
 * @fires fm-sheet-close - Closed, by whatever way: who opened it takes it away.
 * @csspart message - What is said when it is handed in, and where it cannot be.
 */
export class FmWishForm extends FmElement {
  static override styles: CSSResultGroup = [
    FmElement.styles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    noteStyles,
    tagStyles,
    stateStyles,
    actStyles,
    choiceStyles,
    wishFormStyles,
  ];

  /** The wish that is changed; without it a new one is written. */
  @property({ attribute: false }) wish: Wish | undefined;
  /** For whom a worker writes it down. */
  @property({ attribute: false }) onBehalfOf: { memberId: string; name: string } | undefined;
  /** Without a sheet of its own, inside another. */
  @property({ type: Boolean }) inline = false;

  @state() private values: FormValues = emptyValues;
  @state() private step: 1 | 2 = 1;
  @state() private problems: Partial<Record<FieldName, string>> = {};
  @state() private picking = false;
  @state() private posted: Wish | undefined;
  @query('fm-sheet') private sheet!: FmSheet | null;
  @query('fm-wish-photos') private picker!: FmWishPhotos | null;

  private readonly form = new WordsController(this, formWords);
  private readonly act = new ActController(this);
  private readonly me = meResource(this);
  private readonly place = new ResourceController<Area | undefined>(this, {
    key: () => (this.community.client && this.community.area ? [this.community.client, this.community.area] : null),
    load: async (signal) => this.community.client?.areas.get({ area: this.community.area }, { signal }),
    reflect: false,
  });
  /** What the form began with. */
  #base: FormValues = emptyValues;
  readonly #draft = new FormDraft();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('wish') && this.wish?.id !== changed.get('wish')?.id) this.#begin();
    const found = this.#draft.use(this.#keyOfDraft(), this.values, this.#base);
    if (found) this.values = found;
  }

  /** A draft belongs to who writes it: on a shared computer the next one must not find someone's phone number. */
  #keyOfDraft(): string {
    if (this.wish) return `edit:${this.wish.id}:${this.wish.updatedAt}`;
    if (this.me.state.status === 'loading' && this.me.value === undefined) return '';
    const { area } = this.community;
    return `wish:${area}:${this.me.value?.id ?? 'visitor'}${this.onBehalfOf ? `:for:${this.onBehalfOf.memberId}` : ''}`;
  }

  #begin(): void {
    this.#base = this.wish ? fromWish(this.wish, this.form.words.anonymous) : emptyValues;
    this.values = this.#base;
    this.step = 1;
    this.problems = {};
    this.picking = false;
    this.posted = undefined;
    this.#draft.leave();
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const inside = html`<div class="fm" lang=${lang}><div class="pane">${this.renderPhase()}</div></div>`;
    if (this.inline) return inside;
    return html`<fm-sheet open heading-hidden heading=${this.#title()} lang=${lang} mode=${mode} theme=${theme}>${inside}</fm-sheet>`;
  }

  private renderPhase(): TemplateResult {
    const { words } = this.form;
    if (this.posted) return renderDone(this.#sideView(), this.posted, this.#close, this.#another);
    const { state } = this.act;
    if (state.status === 'sign-in') return renderSignIn(words, this.headingLevel, this.act);
    if (state.status === 'failed' && !Object.keys(this.problems).length) {
      return renderFailed({
        words,
        common: this.common.words,
        error: this.act.error,
        editing: this.wish !== undefined,
        kept: this.#draft.kept,
        level: this.headingLevel,
        onAgain: () => void this.#post(),
        onBack: () => this.act.cancel(),
      });
    }
    return this.renderForm();
  }

  private renderForm(): TemplateResult {
    const { words } = this.form;
    const view = this.#view();
    const side = this.#sideView();
    const intro = this.wish ? words.introEdit : this.onBehalfOf ? words.introFor : words.intro;
    return html`<div class="wf-head">
        <div role="heading" aria-level=${this.headingLevel} tabindex="-1" id="head">${this.#title()}</div>
        <p class="muted small num" id="step">${words.step(this.step)}</p>
      </div>
      ${this.step === 1 ? html`<p class="muted">${intro}</p>` : nothing}
      ${
        this.wish?.status === 'declined' && this.wish.reason
          ? html`<div class="reason" role="note"><b>${words.reason}</b>${this.wish.reason}</div>`
          : nothing
      }
      <form class="wf" novalidate aria-labelledby="head step" @submit=${this.handleSubmit} @keydown=${this.handleKey}>
        <div class="questions">${this.step === 1 ? renderFirst(view) : renderSecond(view)}</div>
        <div class="side">${renderPreview(side)} ${renderWhoSees(side)}</div>
        ${this.renderEnd()}
      </form>`;
  }

  private renderEnd(): TemplateResult {
    const { words } = this.form;
    const busy = this.act.busy;
    const label = this.step === 1 ? words.next : busy ? words.posting : this.wish ? words.save : words.post;
    return html`<div class="end">
      ${Object.keys(this.problems).length ? html`<p class="warn" role="alert">${words.errors.summary}</p>` : nothing}
      <div class="buttons">
        ${this.step === 2 ? html`<button type="button" class="btn line" @click=${() => this.#go(1)}>${words.back}</button>` : nothing}
        ${this.inline && this.step === 1 ? html`<button type="button" class="btn quiet" @click=${this.#close}>${words.leave}</button>` : nothing}
        <button type="submit" class="btn primary" aria-disabled=${busy || nothing} aria-busy=${busy}>${label}</button>
      </div>
      ${renderDraft(this.#draft.state, words, this.#startOver)}
    </div>`;
  }

  #title(): string {
    const { words } = this.form;
    if (this.wish) return words.titleEdit;
    return this.onBehalfOf ? words.titleFor(this.onBehalfOf.name) : words.title;
  }

  #view(): FormView {
    const { client, lang, mode } = this.community;
    return {
      words: this.form.words,
      values: this.values,
      problems: this.problems,
      lang,
      mode,
      client,
      today: isoDay(Date.now()),
      picking: this.picking,
      named: this.onBehalfOf ? undefined : (this.me.value?.consents.wishAuthor ?? false),
      onBehalfOf: this.onBehalfOf?.name,
      editing: this.wish !== undefined,
      set: (name, value) => this.#set(name, value),
      setPicking: (picking) => {
        this.picking = picking;
      },
    };
  }

  #sideView(): SideView {
    return {
      words: this.form.words,
      values: this.values,
      areaName: this.wish?.areaName ?? this.place.value?.name ?? '',
      level: this.headingLevel + 1,
      me: this.me.value,
      onBehalfOf: this.onBehalfOf?.name,
    };
  }

  #set<N extends FieldName>(name: N, value: FormValues[N]): void {
    this.values = { ...this.values, [name]: value };
    const { [name]: _mended, ...problems } = this.problems;
    this.problems = problems;
    this.#draft.save(this.values, this.#base);
  }

  /** Enter confirms a word in an input method and ends a line; it never sends a form that is half written. */
  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  };

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.#check(this.step)) return;
    if (this.step === 1) this.#go(2);
    else if (!this.picker || this.picker.report()) void this.#post();
  };

  #check(step: 1 | 2): boolean {
    this.problems = problemsInWords(step, this.values, isoDay(Date.now()), this.form.words);
    const right = Object.keys(this.problems).length === 0;
    if (!right) void this.#focus('[aria-invalid="true"]');
    return right;
  }

  #go(step: 1 | 2): void {
    this.step = step;
    this.problems = {};
    this.picking = this.values.wantedBy === 'pick';
    void this.#focus('#head');
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(selector);
    found?.focus();
    if (selector.startsWith('#')) found?.scrollIntoView({ block: 'center' });
  }

  async #post(): Promise<void> {
    const { client, area } = this.community;
    const { values, wish } = this;
    if (!client || values.kind === '') return;
    const edit = toEdit(this.#base, values);
    const posting = toNewWish(values, values.kind, this.onBehalfOf);
    const body = wish ? edit : posting;
    this.problems = {};
    const outcome = await this.act.run(
      wish ? 'edit' : 'post',
      (options) => (wish ? client.wishes.edit(wish.id, edit, options) : client.wishes.post(posting, { area }, options)),
      { body, ...(wish && { subject: wish.id }) },
    );
    if (!outcome.done) {
      if (outcome.error) this.#refused(outcome.error);
      return;
    }
    this.#draft.forget();
    if (wish) this.dispatchEvent(new FmWishChangedEvent(outcome.value, 'edit'));
    else this.dispatchEvent(new FmWishPostedEvent(outcome.value));
    this.posted = outcome.value;
    await this.#focus('#done');
  }

  /** What the server says of a field stands at the field, on its page. */
  #refused(error: FiveMicroError): void {
    const problems: Partial<Record<FieldName, string>> = {};
    for (const { path, message } of error.fields) {
      const name = fieldOfPath(path);
      if (name) problems[name] ??= message;
    }
    this.problems = problems;
    const names = Object.keys(problems);
    if (!names.length) return;
    this.act.cancel();
    const first = error.fields.map(({ path }) => fieldOfPath(path)).find((name) => name !== undefined);
    if (first) this.step = stepOf(first);
    void this.#focus('[aria-invalid="true"]');
  }

  readonly #close = (): void => {
    if (this.sheet) this.sheet.close();
    else this.dispatchEvent(new FmSheetCloseEvent());
  };

  readonly #another = (): void => {
    this.#begin();
    void this.#focus('#head');
  };

  readonly #startOver = (): void => {
    this.#draft.forget();
    this.#begin();
    void this.#focus('#head');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-form': FmWishForm;
  }
}
