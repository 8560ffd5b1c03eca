import { type Action, type Area, complete, type FiveMicroError } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ActController } from '../../shared/controllers/act.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { actErrorText, requestIdText } from '../../shared/diagnose.ts';
import { FmElement } from '../../shared/elements.ts';
import { FmSheetCloseEvent } from '../../shared/events.ts';
import { isoDay } from '../../shared/format.ts';
import { buttonStyles, chipStyles, fieldStyles, stateStyles, tagStyles } from '../../shared/styles/index.ts';
import '../../shared/ui/sheet.define.ts';
import type { FmSheet } from '../../shared/ui/sheet.ts';
import { choiceStyles } from '../../wish-wall/wish-choices.styles.ts';
import { meResource } from '../../wish-wall/wish-me.ts';
import '../../wish-wall/wish-photos.define.ts';
import type { FmWishPhotos } from '../../wish-wall/wish-photos.ts';
import { cardStyles, leafStyles } from './action-card.ts';
import { ActionDraft, renderDraft } from './action-form-draft.ts';
import { previewCard, renderDone, renderScope } from './action-form-end.ts';
import { type Host, renderFields } from './action-form-fields.ts';
import {
  emptyValues,
  type FieldName,
  fieldOfPath,
  type FormValues,
  fromAction,
  problemsOf,
  toEdit,
  toNewAction,
} from './action-form-values.ts';
import { actionFormStyles } from './action-form.styles.ts';
import { FmActionSavedEvent } from './events.ts';
import { actionFormWords } from './form-words/index.ts';

/** Where it is drafted: the area's categories, and who may hold it. */
interface Place {
  readonly area: Area;
  readonly hosts: readonly Host[];
  readonly byCommunity: boolean;
}

/** More organisations than any district has. */
const mostHosts = 500;

/**
 * @summary 发起一个行动, or changing one, in a sheet: what, when and where, who; a draft that survives a reload; the card
 * as neighbours will see it.
 * @fires fm-action-saved - `{ action }`, as the server answered it: a draft, or the action that was changed
 * @fires fm-sheet-close - closed, by whatever way: who opened it takes it away
 */
export class FmActionForm extends FmElement {
  static override styles: CSSResultGroup = [
    FmElement.styles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    tagStyles,
    stateStyles,
    choiceStyles,
    leafStyles,
    cardStyles,
    actionFormStyles,
  ];

  /** The action that is changed; without it a new one is drafted. */
  @property({ attribute: false }) action: Action | undefined;
  /** The slug of the organisation that would hold a new one. */
  @property() host = '';
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private values: FormValues = emptyValues;
  @state() private following = false;
  @state() private problems: Partial<Record<FieldName, string>> = {};
  @state() private posted: Action | undefined;
  @query('fm-sheet') private sheet!: FmSheet | null;
  @query('fm-wish-photos') private picker!: FmWishPhotos | null;

  private readonly form = new WordsController(this, actionFormWords);
  private readonly act = new ActController(this);
  private readonly me = meResource(this);
  private readonly place = new ResourceController<Place | undefined>(this, {
    key: () => {
      const { client, lang, epoch } = this.community;
      return client && this.#area ? [client, this.#area, lang, epoch, this.me.value?.id] : null;
    },
    load: (signal) => this.#load(signal),
    reflect: false,
  });
  #base: FormValues = emptyValues;
  readonly #draft = new ActionDraft();

  get #area(): string {
    return this.action?.area ?? this.community.area;
  }

  async #load(signal: AbortSignal): Promise<Place | undefined> {
    const { client } = this.community;
    const me = this.me.value;
    if (!client) return undefined;
    const area = await client.areas.get({ area: this.#area }, { signal });
    const worker = area.can.includes('desk') && me?.roles.some(({ role }) => role === 'worker') === true;
    if (!worker || this.action) return { area, hosts: me?.organisations ?? [], byCommunity: worker };
    const hosts = await client.areas.organisations({ area: this.#area }, { signal }).toArray({ limit: mostHosts });
    return { area, hosts, byCommunity: true };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || (changed.has('action') && this.action?.id !== changed.get('action')?.id)) this.#begin();
    const found = this.#draft.take(this.#keyOfDraft(), this.values, this.#base);
    if (found) this.values = found;
    const place = this.place.value;
    // Who speaks for organisations alone has none that is preset.
    const [first] = place?.hosts ?? [];
    if (place && !place.byCommunity && !this.action && first && !place.hosts.some(({ slug }) => slug === this.values.host)) {
      this.values = { ...this.values, host: first.slug };
      this.#base = { ...this.#base, host: first.slug };
    }
  }

  /** A draft belongs to who writes it. */
  #keyOfDraft(): string {
    const me = this.me.value;
    if (!me) return '';
    return this.action ? `action-edit:${this.action.id}:${this.action.updatedAt}:${me.id}` : `action:${this.#area}:${me.id}`;
  }

  #begin(): void {
    this.#base = this.action ? fromAction(this.action) : { ...emptyValues, host: this.host };
    this.values = this.#base;
    this.following = false;
    this.problems = {};
    this.posted = undefined;
    this.#draft.leave();
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const { words } = this.form;
    const title = this.action ? words.titleEdit : words.title;
    return html`<fm-sheet open heading-hidden heading=${title} lang=${lang} mode=${mode} theme=${theme}>
      <div class="fm" lang=${lang}>
        <div class="pane">${
          this.posted
            ? renderDone(this.posted, this.form.words, this.headingLevel, this.renderCard(), this.#close, this.#startOver)
            : this.renderForm(title)
        }</div>
      </div>
    </fm-sheet>`;
  }

  private renderForm(title: string): TemplateResult {
    const { words } = this.form;
    const { client, lang, mode } = this.community;
    const place = this.place.value;
    const intro = place && !place.byCommunity ? words.introRepresentative : words.intro;
    return html`<div class="form-head">
        <div role="heading" aria-level=${this.headingLevel} tabindex="-1" id="head">${title}</div>
        ${this.action ? nothing : html`<p class="muted">${intro}</p>`}
      </div>
      ${this.renderNoPlace()}
      <form class="action-form" novalidate aria-labelledby="head" @submit=${this.handleSubmit} @keydown=${this.handleKey}>
        <div class="parts">
          ${renderFields({
            words,
            values: this.values,
            problems: this.problems,
            lang,
            mode,
            level: this.headingLevel + 1,
            client,
            categories: place?.area.settings.actionCategories ?? [],
            hosts: place?.hosts ?? [],
            byCommunity: place?.byCommunity ?? true,
            today: isoDay(this.now()),
            action: this.action,
            set: (name, value) => this.#set(name, value),
          })}
        </div>
        <div class="preview" aria-hidden="true">
          <p class="small muted">${words.preview}</p>
          ${this.renderCard()}
        </div>
        ${this.renderEnd()}
      </form>`;
  }

  private renderNoPlace(): TemplateResult | typeof nothing {
    const { state } = this.place;
    if (state.status !== 'error') return nothing;
    return html`<p class="warn" role="alert">
      ${this.form.words.noPlace}${actErrorText(state.error, this.common.words)}
      <button type="button" class="btn line" @click=${() => void this.place.reload()}>${this.common.words.retry}</button>
    </p>`;
  }

  private renderCard(): TemplateResult {
    const { values, action, form } = this;
    return previewCard(values, this.place.value?.area, action?.taken ?? 0, form.words, this.community.lang);
  }

  private renderEnd(): TemplateResult {
    const { words } = this.form;
    const { state, busy } = this.act;
    const common = this.common.words;
    const wrong = Object.keys(this.problems).length > 0;
    return html`<div class="end">
      ${this.action ? renderScope(this.action, words, this.following, (following) => (this.following = following)) : nothing}
      ${wrong ? html`<p class="warn" role="alert">${words.errors.summary}</p>` : nothing}
      ${
        state.status === 'failed' && !wrong
          ? html`<p class="warn" role="alert">${actErrorText(state.error, common)} ${requestIdText(state.error, common) ?? ''}</p>`
          : nothing
      }
      ${
        state.status === 'sign-in'
          ? html`<p class="tells" role="status">${common.signInFirst}${this.act.canAsk ? html`<button type="button" class="btn line" @click=${() => this.act.askAgain()}>${common.signIn}</button>` : nothing}</p>`
          : nothing
      }
      <div class="buttons">
        <button type="button" class="btn line" @click=${this.#close}>${words.leave}</button>
        <button type="submit" class="btn primary" aria-disabled=${busy ? 'true' : 'false'} aria-busy=${busy ? 'true' : 'false'}>
          ${busy ? words.saving : this.action ? words.saveEdit : words.save}
        </button>
      </div>
      ${renderDraft(this.#draft, words, this.#startOver)}
    </div>`;
  }

  #set<N extends FieldName>(name: N, value: FormValues[N]): void {
    this.values = { ...this.values, [name]: value };
    const { [name]: _mended, ...problems } = this.problems;
    this.problems = problems;
    if (this.act.state.status === 'failed') this.act.cancel();
    this.#draft.save(this.values, this.#base);
  }

  /** Enter confirms a word in an input method; it never sends a form that is half written. */
  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  };

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.problems = problemsOf(this.values, this.now(), this.action?.taken ?? 0, this.form.words);
    if (Object.keys(this.problems).length) void this.#focus('[aria-invalid="true"]');
    else if (!this.picker || this.picker.report()) void this.#save();
  };

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  async #save(): Promise<void> {
    const { client } = this.community;
    const { action, values } = this;
    const area = this.#area;
    const posting = toNewAction(values);
    if (!client || !posting) return;
    const edit = toEdit(this.#base, values, this.following);
    const { actions } = complete(client);
    const outcome = await this.act.run(
      action ? 'edit-action' : 'post-action',
      (options) => (action ? actions.edit(action.id, edit, options) : actions.post(posting, { area }, options)),
      { body: action ? edit : posting, ...(action && { subject: action.id }) },
    );
    if (!outcome.done) {
      if (outcome.error) this.#refused(outcome.error);
      return;
    }
    this.#draft.forget();
    const byWorker = this.place.value?.byCommunity === true;
    if (!action && !byWorker) {
      this.posted = outcome.value;
      void this.#focus('#done');
    }
    this.dispatchEvent(new FmActionSavedEvent(outcome.value));
    // A worker goes on where it came from: there the draft is read once more and published.
    if (action || byWorker) this.#close();
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

  readonly #close = (): void => {
    if (this.sheet?.open) this.sheet.close();
    else this.dispatchEvent(new FmSheetCloseEvent());
  };

  readonly #startOver = (): void => {
    this.#draft.forget();
    this.#begin();
    void this.#focus('#head');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-action-form': FmActionForm;
  }
}
