import { type FiveMicroError, type Project, projectsIn } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { money } from '../shared/ballot/money.ts';
import { ActController } from '../shared/controllers/act.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { actErrorText, requestIdText } from '../shared/diagnose.ts';
import { forgetDraft, readDraft, saveDraft } from '../shared/draft.ts';
import { FmElement } from '../shared/elements.ts';
import { clock } from '../shared/format.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { fieldStyles } from '../shared/styles/field.styles.ts';
import { stateStyles } from '../shared/styles/state.styles.ts';
import { describedBy, field, ifDefined } from '../shared/ui/field.ts';
import { icon } from '../shared/ui/icons.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import { emptyState } from '../shared/ui/states.ts';
import { meResource } from '../wish-wall/wish-me.ts';
import type { FmWishPhotos, PicturesChangeEvent } from '../wish-wall/wish-photos.ts';
import { FmProjectChangedEvent, FmProjectPostedEvent } from './events.ts';
import {
  emptyValues,
  fenOf,
  type FieldName,
  fieldOfPath,
  type FormValues,
  fromProject,
  isEmpty,
  problemsOf,
  readValues,
  type TextName,
  toEdit,
  toNewProject,
} from './project-form-values.ts';
import { projectFormStyles } from './project-form.styles.ts';
import { type FormWords, formWords } from './words/form.ts';

/** Unattached uploads are deleted after a day; a draft that is nearly as old starts without them. */
const uploadsLive = 23 * 3_600_000;

type DraftState = { status: 'none' | 'lost' } | { status: 'saved' | 'found'; at: Date };

/**
 * @summary 提一件实事, in a sheet: what, why, where and about how much, a draft that survives a reload, and what of it
 * others will see.
 * @fires fm-project-posted - `{ project }`, handed in; the form stays and says so
 * @fires fm-project-changed - `{ project }` where `project` was given
 * @fires fm-sheet-close - closed, by whatever way: who opened it takes it away
 */
export class FmProjectForm extends FmElement {
  static override styles: CSSResultGroup = [FmElement.styles, buttonStyles, fieldStyles, stateStyles, projectFormStyles];

  /** The proposal that is changed; without it a new one is written. */
  @property({ attribute: false }) project: Project | undefined;

  @state() private values: FormValues = emptyValues;
  @state() private problems: Partial<Record<FieldName, string>> = {};
  @state() private draft: DraftState = { status: 'none' };
  @state() private isDone = false;
  @query('fm-sheet') private sheet!: FmSheet;
  @query('fm-wish-photos') private picker!: FmWishPhotos | null;

  private readonly form = new WordsController(this, formWords);
  private readonly act = new ActController(this);
  private readonly me = meResource(this);
  #base: FormValues = emptyValues;
  #key = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('project') && this.project?.id !== changed.get('project')?.id) this.#begin();
    this.#useDraft();
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const { words } = this.form;
    const title = this.project ? words.titleEdit : words.title;
    return html`<fm-sheet open heading=${title} heading-level=${this.headingLevel} lang=${lang} mode=${mode} theme=${theme}>
      <div class="fm" lang=${lang}><div class="pane">${this.isDone ? this.renderDone() : this.renderFields()}</div></div>
    </fm-sheet>`;
  }

  private renderFields(): TemplateResult {
    const { words } = this.form;
    const { client, lang, mode } = this.community;
    const fen = fenOf(this.values.cost);
    return html`${this.project?.reason ? html`<div class="reason" role="note"><b>${words.reason}</b><p>${this.project.reason}</p></div>` : html`<p class="muted">${words.intro}</p>`}
      <form novalidate @submit=${this.handleSubmit} @keydown=${this.handleKey}>
        ${this.renderText('title', words.name, words.nameHint)} ${this.renderText('story', words.story, words.storyHint, 4)}
        ${this.renderText('place', words.place, words.placeHint)}
        ${this.renderText('cost', words.cost, html`${words.costHint}${fen === undefined ? nothing : html` <b>${words.costIs(money(fen, lang))}</b>`}`)}
        <fm-wish-photos
          .client=${client}
          lang=${lang}
          mode=${mode}
          label="${words.photos} · ${words.optional}"
          hint=${words.photosHint}
          error=${this.problems.photos ?? ''}
          .pictures=${this.values.photos}
          @fm-pictures-change=${({ pictures }: PicturesChangeEvent) => this.#set('photos', pictures)}
        ></fm-wish-photos>
        ${this.renderPublic(words)} ${this.renderTrouble(words)}
        <div class="end">
          <button type="submit" class="btn primary" aria-disabled=${this.act.busy || nothing} aria-busy=${this.act.busy}>
            ${this.act.busy ? words.posting : this.project ? words.save : words.post}
          </button>
          ${this.renderDraft(words)}
        </div>
      </form>`;
  }

  private renderText(name: TextName, label: string, hint: unknown, rows = 0): TemplateResult {
    const error = this.problems[name];
    const described = describedBy({ id: name, hint, error });
    const onInput = ({ target }: Event) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) this.#set(name, target.value);
    };
    const invalid = error ? 'true' : nothing;
    const control = rows
      ? html`<textarea id=${name} rows=${rows} .value=${this.values[name]} aria-invalid=${invalid} aria-describedby=${ifDefined(described)} @input=${onInput}></textarea>`
      : html`<input
          id=${name}
          .value=${this.values[name]}
          inputmode=${name === 'cost' ? 'decimal' : nothing}
          autocomplete="off"
          aria-invalid=${invalid}
          aria-describedby=${ifDefined(described)}
          @input=${onInput}
        />`;
    const after = name === 'cost' ? html`<span class="muted">${this.form.words.unit}</span>` : nothing;
    return field({ id: name, label, hint, error, control: html`<div class="input">${control}${after}</div>` });
  }

  /** 谁看得到, by what this person decided about their name. */
  private renderPublic(words: FormWords): TemplateResult {
    const me = this.me.value;
    const named = me?.consents.wishAuthor ? words.proposerMasked(me.maskedName) : words.proposerHidden;
    return html`<div class="public" role="note">${icon('eye')}<div><b>${words.public}</b><p>${words.everyone}</p>${me ? html`<p>${named}</p>` : nothing}</div></div>`;
  }

  private renderTrouble(words: FormWords): TemplateResult | typeof nothing {
    const { state } = this.act;
    if (Object.keys(this.problems).length) return html`<p class="trouble" role="alert">${words.errors.summary}</p>`;
    if (state.status === 'sign-in' && !state.shownByPage)
      return html`<div class="public" role="status">
        ${icon('info')}
        <div>
          <p>${words.login}</p>
          <p><button type="button" class="btn primary" @click=${() => this.act.askAgain()}>${words.signIn}</button></p>
        </div>
      </div>`;
    if (state.status !== 'failed') return nothing;
    const common = this.common.words;
    return html`<div class="trouble" role="alert">
      <b>${words.failed}</b>
      <p>${actErrorText(state.error, common)}${words.kept}</p>
      <p class="tiny num">${requestIdText(state.error, common)}</p>
    </div>`;
  }

  private renderDraft(words: FormWords): TemplateResult | typeof nothing {
    const { draft } = this;
    if (draft.status === 'none') return nothing;
    if (draft.status === 'lost') return html`<p class="small muted">${words.draftLost}</p>`;
    const { status, at } = draft as Extract<DraftState, { at: Date }>;
    return html`<p class="small muted num">
      ${status === 'found' ? words.draftFound(clock(at)) : words.draft(clock(at))}
      <button type="button" class="btn quiet" @click=${this.handleStartOver}>${words.startOver}</button>
    </p>`;
  }

  private renderDone(): TemplateResult {
    const { words } = this.form;
    return html`<div id="done" tabindex="-1">
      ${emptyState({
        drawing: 'wall',
        title: words.done,
        text: words.doneText,
        role: 'status',
        level: this.headingLevel + 1,
        actions: html`<button type="button" class="btn primary" @click=${() => this.sheet.close()}>${words.close}</button>
          ${this.project ? nothing : html`<button type="button" class="btn quiet" @click=${this.handleStartOver}>${words.another}</button>`}`,
      })}
    </div>`;
  }

  /** Enter confirms a word in an input method; it never sends a form that is half written. */
  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  };

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.act.busy) return;
    this.problems = problemsOf(this.values, this.form.words);
    if (Object.keys(this.problems).length) void this.#focus('[aria-invalid="true"]');
    else if (!this.picker || this.picker.report()) void this.#post();
  };

  private readonly handleStartOver = (): void => {
    if (this.#key) forgetDraft(this.#key);
    this.#begin();
    void this.#focus('#title');
  };

  async #post(): Promise<void> {
    const { client, area } = this.community;
    const { project, values } = this;
    if (!client) return;
    const { post, edit } = projectsIn(client);
    const [posting, change] = [toNewProject(values), toEdit(values)];
    const outcome = await this.act.run(
      'post-project',
      (options) => (project ? edit(project.id, change, options) : post(posting, { area }, options)),
      { body: project ? change : posting, ...(project && { subject: project.id }) },
    );
    if (!outcome.done) {
      if (outcome.error) this.#refused(outcome.error);
      return;
    }
    if (this.#key) forgetDraft(this.#key);
    this.draft = { status: 'none' };
    this.isDone = true;
    this.dispatchEvent(project ? new FmProjectChangedEvent(outcome.value) : new FmProjectPostedEvent(outcome.value));
    await this.#focus('#done');
  }

  /** What the server says of a field stands at the field. */
  #refused(error: FiveMicroError): void {
    const problems: Partial<Record<FieldName, string>> = {};
    for (const { path, message } of error.fields) {
      const name = fieldOfPath(path);
      if (name) problems[name] ??= message;
    }
    this.problems = problems;
    if (!Object.keys(problems).length) return;
    this.act.cancel();
    void this.#focus('[aria-invalid="true"]');
  }

  #begin(): void {
    this.#base = this.project ? fromProject(this.project) : emptyValues;
    this.values = this.#base;
    this.problems = {};
    this.isDone = false;
    this.draft = { status: 'none' };
  }

  /** A draft belongs to who writes it: on a shared computer the next one must not find it. */
  #useDraft(): void {
    const { state, value } = this.me;
    if (state.status === 'loading' && value === undefined) return;
    const who = value?.id ?? 'visitor';
    const key = this.project
      ? `project:${this.project.id}:${this.project.updatedAt}:${who}`
      : `project:${this.community.area}:${who}`;
    if (key === this.#key || this.isDone) return;
    const before = this.#key;
    this.#key = key;
    if (!isEmpty(this.values, this.#base)) {
      if (before) forgetDraft(before);
      this.#save();
      return;
    }
    const found = readDraft(key, readValues);
    if (!found || isEmpty(found.value, this.#base)) return;
    const stale = Date.now() - found.savedAt.getTime() > uploadsLive;
    this.values = stale ? { ...found.value, photos: this.#base.photos } : found.value;
    this.draft = { status: 'found', at: found.savedAt };
  }

  #set<N extends FieldName>(name: N, value: FormValues[N]): void {
    this.values = { ...this.values, [name]: value };
    if (this.problems[name]) {
      const { [name]: _mended, ...rest } = this.problems;
      this.problems = rest;
    }
    this.#save();
  }

  #save(): void {
    if (!this.#key) return;
    if (isEmpty(this.values, this.#base)) {
      forgetDraft(this.#key);
      this.draft = { status: 'none' };
    } else this.draft = saveDraft(this.#key, this.values) ? { status: 'saved', at: new Date() } : { status: 'lost' };
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-project-form': FmProjectForm;
  }
}
