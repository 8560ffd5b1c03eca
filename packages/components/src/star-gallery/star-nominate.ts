import { type Area, type FiveMicroError, type Nomination, starsIn } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { ActController } from '../shared/controllers/act.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { forgetDraft, readDraft, saveDraft } from '../shared/draft.ts';
import { FmElement } from '../shared/elements.ts';
import { buttonStyles, chipStyles, fieldStyles } from '../shared/styles/index.ts';
import { describedBy, field } from '../shared/ui/index.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import '../shared/ui/sheet.define.ts';
import { choices } from '../wish-wall/wish-choices.ts';
import { choiceStyles } from '../wish-wall/wish-choices.styles.ts';
import { countGraphemes } from '../wish-wall/wish-form-values.ts';
import { meResource } from '../wish-wall/wish-me.ts';
import { FmNominatedEvent } from './events.ts';
import { isEmpty, mostWords, type Nominee, nobody, readNominee } from './nominate-values.ts';
import { formsStyles } from './star-forms.styles.ts';
import { Saying } from '../shared/controllers/saying.ts';
import { type NominateWords, nominateWords } from './words/nominate.ts';

type FieldName = 'who' | 'title' | 'sentence';

/**
 * @summary 提名一位邻居, in a sheet: who, which star, what they did, whether they were asked; with a draft.
 * @fires fm-nominated - `{ nomination }`, handed in; the sheet stays and says so
 * @fires fm-sheet-close
 */
export class FmStarNominate extends FmElement {
  static override styles: CSSResultGroup = [FmElement.styles, buttonStyles, chipStyles, fieldStyles, choiceStyles, formsStyles];

  @state() private values: Nominee = nobody;
  @state() private problems: Partial<Record<FieldName, string>> = {};
  @state() private done: Nomination | undefined;
  @state() private found = false;
  @query('fm-sheet') private sheet!: FmSheet;

  private readonly words = new WordsController(this, nominateWords);
  private readonly act = new ActController(this);
  private readonly saying = new Saying(this, this.act);
  private readonly me = meResource(this);
  private readonly place = new ResourceController<Area | undefined>(this, {
    key: () => (this.community.client && this.community.area ? [this.community.client, this.community.area] : null),
    load: async (signal) => this.community.client?.areas.get({ area: this.community.area }, { signal }),
    reflect: false,
  });
  #key = '';

  /** A draft belongs to who writes it: on a shared computer the next one must not find it. */
  protected override willUpdate(): void {
    if (this.me.state.status === 'loading' && !this.me.value) return;
    const key = `nominate:${this.community.area}:${this.me.value?.id ?? 'visitor'}`;
    if (key === this.#key) return;
    this.#key = key;
    const draft = readDraft(key, readNominee);
    if (!draft || !isEmpty(this.values)) return;
    this.values = draft.value;
    this.found = true;
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const { words } = this.words;
    return html`<fm-sheet open heading-hidden heading=${words.title} lang=${lang} mode=${mode} theme=${theme}>
      <div class="fm" lang=${lang}><div class="pane">${this.done ? this.renderDone(words, this.done) : this.renderForm(words)}</div></div>
    </fm-sheet>${this.saying.render()}`;
  }

  private renderForm(words: NominateWords): TemplateResult {
    return html`<div class="top">
        <div role="heading" aria-level=${this.headingLevel}>${words.title}</div>
        <p>${words.intro}</p>
      </div>
      <form novalidate @submit=${this.handleSubmit}>
        ${this.found ? html`<p class="kept">${words.found}<button type="button" class="btn quiet" @click=${this.#afresh}>${words.afresh}</button></p>` : nothing}
        ${this.#input('who', words.who, words.whoHint, 40)}
        ${choices({
          name: 'title',
          legend: words.which,
          look: 'chips',
          value: this.values.title,
          options: (this.place.value?.settings.starTitles ?? []).map(({ code, name }) => ({ value: code, label: name })),
          more: this.renderNotes(),
          onChange: (title) => this.#set({ title }, 'title'),
          error: this.problems.title,
        })}
        ${this.#text('sentence', words.sentence, words.sentenceHint, 2)} ${this.#text('story', words.story, words.storyHint, 4)}
        ${choices({
          name: 'asked',
          legend: words.asked,
          look: 'cards',
          value: this.values.asked,
          options: [
            { value: 'yes', label: words.yes, note: words.yesNote },
            { value: 'no', label: words.no, note: words.noNote },
          ],
          onChange: (asked) => this.#set({ asked }),
        })}
        ${Object.keys(this.problems).length ? html`<p class="warn" role="alert">${words.summary}</p>` : nothing}
        <button type="submit" class="btn primary wide" aria-disabled=${this.act.busy ? 'true' : nothing}>${this.act.busy ? words.sending : words.send}</button>
      </form>`;
  }

  /** What each honour is for: of the one that was chosen, else of all. */
  private renderNotes(): TemplateResult | typeof nothing {
    const titles = this.place.value?.settings.starTitles ?? [];
    const noted = titles.filter(({ code, note }) => note && (!this.values.title || code === this.values.title));
    return noted.length
      ? html`<ul class="notes">
          ${noted.map(({ name, note }) => html`<li class="hush"><b>${name}</b> ${note}</li>`)}
        </ul>`
      : nothing;
  }

  private renderDone(words: NominateWords, { name }: Nomination): TemplateResult {
    return html`<div class="top">
        <div role="heading" aria-level=${this.headingLevel} tabindex="-1" id="done">${words.done}</div>
        <p>${words.doneText(name)}</p>
      </div>
      <button type="button" class="btn primary" @click=${() => this.sheet.close()}>${words.doneGo}</button>`;
  }

  #input(id: 'who', label: string, hint: string, most: number): TemplateResult {
    const error = this.problems[id];
    const change = ({ target }: Event) => {
      if (target instanceof HTMLInputElement) this.#set({ [id]: target.value }, id);
    };
    const control = html`<span class="input"><input id=${id} maxlength=${most} autocomplete="off" .value=${this.values[id]} aria-invalid=${error ? 'true' : 'false'} aria-describedby=${describedBy({ id, hint, error }) ?? nothing} @input=${change} @keydown=${this.handleKey} /></span>`;
    return field({ id, label, hint, error, control });
  }

  #text(id: 'sentence' | 'story', label: string, hint: string, rows: number): TemplateResult {
    const error = id === 'sentence' ? this.problems.sentence : undefined;
    const change = ({ target }: Event) => {
      if (target instanceof HTMLTextAreaElement) this.#set({ [id]: target.value }, id === 'sentence' ? id : undefined);
    };
    const control = html`<span class="input"><textarea id=${id} rows=${rows} maxlength=${id === 'story' ? 2000 : 200} .value=${this.values[id]} aria-invalid=${error ? 'true' : 'false'} aria-describedby=${describedBy({ id, hint, error }) ?? nothing} @input=${change}></textarea></span>`;
    return field({ id, label, hint, error, control });
  }

  #set(change: Partial<Nominee>, mended?: FieldName): void {
    this.values = { ...this.values, ...change };
    if (mended) {
      const { [mended]: _gone, ...problems } = this.problems;
      this.problems = problems;
    }
    if (!this.#key) return;
    if (isEmpty(this.values)) forgetDraft(this.#key);
    else saveDraft(this.#key, this.values);
  }

  readonly #afresh = (): void => {
    this.found = false;
    this.#set(nobody);
  };

  /** Enter confirms a word in an input method; it never sends a form that is half written. */
  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') event.preventDefault();
  };

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { words } = this.words;
    const { who, title, sentence } = this.values;
    const over = countGraphemes(sentence.trim()) - mostWords;
    this.problems = {
      ...(!who.trim() && { who: words.whoMissing }),
      ...(!title && { title: words.whichMissing }),
      ...(countGraphemes(sentence.trim()) < 2 && { sentence: words.sentenceMissing }),
      ...(over > 0 && { sentence: words.sentenceLong(over) }),
    };
    if (Object.keys(this.problems).length) void this.#focus('[aria-invalid="true"]');
    else void this.#send();
  };

  async #send(): Promise<void> {
    const { client, area } = this.community;
    if (!client) return;
    const { who, title, sentence, story, asked } = this.values;
    const body = { who: who.trim(), title, sentence: sentence.trim(), story: story.trim(), asked: asked === 'yes' };
    this.saying.load();
    const outcome = await this.act.run('nominate', (options) => starsIn(client).nominate(body, { area }, options), { body });
    if (!outcome.done) {
      if (outcome.why === 'failed') this.#refused(outcome.error);
      return;
    }
    forgetDraft(this.#key);
    this.done = outcome.value;
    this.dispatchEvent(new FmNominatedEvent(outcome.value));
    await this.#focus('#done');
  }

  /** What the server says of a field stands at the field. */
  #refused(error: FiveMicroError | undefined): void {
    const names: readonly FieldName[] = ['who', 'title', 'sentence'];
    const problems: Partial<Record<FieldName, string>> = {};
    for (const { path, message } of error?.fields ?? []) {
      const name = names.find((one) => one === path);
      if (name) problems[name] ??= message;
    }
    this.problems = problems;
    if (Object.keys(problems).length) void this.#focus('[aria-invalid="true"]');
    else this.saying.fail(error);
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-star-nominate': FmStarNominate;
  }
}
