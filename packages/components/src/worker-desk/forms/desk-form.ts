import { isFiveMicroError } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { forgetDraft, readDraft, saveDraft } from '../../shared/draft.ts';
import { describedBy, field, ifDefined } from '../../shared/ui/field.ts';

type Values = Readonly<Record<string, string>>;

interface FormHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

interface Box {
  readonly name: string;
  readonly label: string;
  readonly hint?: unknown;
  /** Lines; without it the box has one. */
  readonly rows?: number;
  readonly type?: 'date' | 'datetime-local';
  /** A number, with its unit behind it. */
  readonly unit?: string;
  readonly placeholder?: string;
  readonly min?: string;
}

/** A stored draft as values; any script of the page may have written it. */
const readValues = (raw: unknown): Values | undefined =>
  typeof raw === 'object' && raw !== null
    ? Object.fromEntries(Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    : undefined;

/**
 * What a worker writes for one act: text by name, what is wrong with each in words, and a draft that survives a reload.
 * The draft belongs to who writes it: nothing is kept until it is known who that is.
 */
export class DeskForm implements ReactiveController {
  values: Values = {};
  problems: Values = {};
  /** True where it went on with what was left from before. */
  found = false;
  readonly #host: FormHost;
  readonly #who: () => string | undefined;
  #base: Values = {};
  #subject = '';
  #key = '';

  constructor(host: FormHost, who: () => string | undefined) {
    this.#host = host;
    this.#who = who;
    host.addController(this);
  }

  hostUpdate(): void {
    const who = this.#who();
    if (!this.#subject || !who) return;
    const key = `desk:${this.#subject}:${who}`;
    if (key === this.#key) return;
    this.#key = key;
    if (this.changed) {
      this.#save();
      return;
    }
    const draft = readDraft(key, readValues);
    if (!draft) return;
    this.values = { ...this.#base, ...draft.value };
    this.found = this.changed;
  }

  /** Starts with these words, or with the draft that was left of them. `subject` names what is written, and of what. */
  begin(base: Values, subject = ''): void {
    this.#base = this.values = base;
    this.problems = {};
    this.found = false;
    this.#subject = subject;
    this.#key = '';
    this.#host.requestUpdate();
  }

  get changed(): boolean {
    return Object.entries(this.values).some(([name, value]) => value !== (this.#base[name] ?? ''));
  }

  /** What stands in a box, without blanks around it. */
  text(name: string): string {
    return (this.values[name] ?? '').trim();
  }

  set(name: string, value: string): void {
    this.values = { ...this.values, [name]: value };
    const { [name]: _mended, ...problems } = this.problems;
    this.problems = problems;
    this.#save();
    this.#host.requestUpdate();
  }

  /** True where nothing is wrong; else the first box that has to be mended has the keyboard. */
  passes(problems: Readonly<Record<string, string | false | undefined>>): boolean {
    this.problems = Object.fromEntries(
      Object.entries(problems).flatMap(([name, words]) => (words ? [[name, words] satisfies [string, string]] : [])),
    );
    if (Object.keys(this.problems).length === 0) return true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('[aria-invalid=true], .field-error')?.focus(),
    );
    return false;
  }

  /** What the server says of a box stands at the box. False where it says nothing of any. */
  refused(error: unknown, nameOf: (path: string) => string = (path) => path): boolean {
    if (!isFiveMicroError(error)) return false;
    const said = error.fields.map(({ path, message }): [string, string] => [nameOf(path), message]);
    const known = said.filter(([name]) => name in this.values);
    return known.length > 0 && !this.passes(Object.fromEntries(known.reverse()));
  }

  /** It is done: nothing is left to go on with. */
  forget(): void {
    if (this.#key) forgetDraft(this.#key);
    this.begin(this.#base);
  }

  startOver(): void {
    if (this.#key) forgetDraft(this.#key);
    this.begin(this.#base, this.#subject);
  }

  box({ name, label, hint, rows, type, unit, placeholder, min }: Box): TemplateResult {
    const error = this.problems[name];
    const described = ifDefined(describedBy({ id: name, hint, error }));
    const invalid = error ? 'true' : nothing;
    const value = live(this.values[name] ?? '');
    const onInput = ({ target }: Event) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) this.set(name, target.value);
    };
    const control = rows
      ? html`<textarea id=${name} rows=${rows} .value=${value} placeholder=${ifDefined(placeholder)} aria-invalid=${invalid} aria-describedby=${described} @input=${onInput}></textarea>`
      : html`<input id=${name} type=${type ?? 'text'} inputmode=${unit ? 'decimal' : nothing} min=${ifDefined(min)} autocomplete="off" .value=${value} placeholder=${ifDefined(placeholder)} aria-invalid=${invalid} aria-describedby=${described} @input=${onInput} />`;
    return field({
      id: name,
      label,
      hint,
      error,
      control: html`<div class="input ${rows ? 'area' : ''} ${unit || type ? 'short' : ''}">
        ${control}${unit ? html`<span class="muted" aria-hidden="true">${unit}</span>` : nothing}
      </div>`,
    });
  }

  #save(): void {
    if (!this.#key) return;
    if (this.changed) saveDraft(this.#key, this.values);
    else forgetDraft(this.#key);
  }
}
