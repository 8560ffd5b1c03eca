import type { Action, Area, FiveMicroCore } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { dayOfWeek } from '../../shared/format.ts';
import type { Lang, Mode } from '../../shared/options.ts';
import { describedBy, field, ifDefined } from '../../shared/ui/field.ts';
import { icon, type IconName } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { choices } from '../../wish-wall/wish-choices.ts';
import { noonOf } from '../../wish-wall/wish-days.ts';
import type { PicturesChangeEvent } from '../../wish-wall/wish-photos.ts';
import { daysOf, type FieldName, type FormValues, mostWeeks, spanOf } from './action-form-values.ts';
import type { ActionFormWords } from './form-words/index.ts';

/** An organisation that may hold it. */
export interface Host {
  readonly slug: string;
  readonly name: string;
}

/** What the form is drawn from. */
interface FormView {
  readonly words: ActionFormWords;
  readonly values: FormValues;
  /** What is wrong, in words, by field. */
  readonly problems: Partial<Record<FieldName, string>>;
  readonly lang: Lang;
  readonly mode: Mode;
  readonly level: number;
  readonly client: FiveMicroCore | undefined;
  readonly categories: Area['settings']['actionCategories'];
  readonly hosts: readonly Host[];
  /** Whether the community itself may hold it: a worker's to say. */
  readonly byCommunity: boolean;
  readonly today: string;
  /** The one that is changed. */
  readonly action: Action | undefined;
  readonly set: <N extends FieldName>(name: N, value: FormValues[N]) => void;
}

type TextName = 'title' | 'story' | 'day' | 'start' | 'end' | 'place' | 'places' | 'minimumAge' | 'bring' | 'forWhom';

interface TextOptions {
  readonly label: string;
  readonly may?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly icon?: IconName;
  readonly rows?: number;
  readonly type?: 'date' | 'time';
  /** A whole number, with its unit behind it. */
  readonly unit?: string;
  readonly min?: string;
}

function textField(view: FormView, name: TextName, options: TextOptions): TemplateResult {
  const { hint, rows, unit } = options;
  const error = view.problems[name];
  const described = describedBy({ id: name, hint, error });
  const invalid = error ? 'true' : nothing;
  const onInput = ({ target }: Event) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) view.set(name, target.value);
  };
  const control = rows
    ? html`<textarea id=${name} rows=${rows} .value=${view.values[name]} placeholder=${ifDefined(options.placeholder)} aria-invalid=${invalid} aria-describedby=${ifDefined(described)} @input=${onInput}></textarea>`
    : html`<input
        id=${name}
        type=${options.type ?? 'text'}
        inputmode=${unit ? 'numeric' : nothing}
        maxlength=${unit ? 5 : nothing}
        min=${ifDefined(options.min)}
        autocomplete="off"
        .value=${view.values[name]}
        placeholder=${ifDefined(options.placeholder)}
        aria-invalid=${invalid}
        aria-describedby=${ifDefined(described)}
        @input=${onInput}
      />`;
  return field({
    id: name,
    label: options.may ? html`${options.label} <span class="may">${view.words.optional}</span>` : options.label,
    hint,
    error,
    control: html`<div class="input ${rows ? 'area' : ''} ${unit || options.type ? 'short' : ''}">
      ${options.icon ? icon(options.icon) : nothing}${control}${unit ? html`<span class="muted" aria-hidden="true">${unit}</span>` : nothing}
    </div>`,
  });
}

/** Of an organisation's action that people see already, a worker has read what it says, and only workers change that. */
const isRead = ({ action, byCommunity }: FormView): boolean => action !== undefined && action.status !== 'draft' && !byCommunity;

/** The three parts of the form: what, when and where, who. */
export const renderFields = (view: FormView): TemplateResult => html`${renderWhat(view)} ${renderWhen(view)} ${renderWho(view)}`;

function renderWhat(view: FormView): TemplateResult {
  const { words } = view;
  return html`<section class="part-of">
    ${heading(view.level, words.what, 'part')}
    ${isRead(view) ? html`<p class="hint">${words.wordsFixed}</p>` : renderWords(view)}
  </section>`;
}

function renderWords(view: FormView): TemplateResult {
  const { words, values, problems, set } = view;
  return html`${choices({
    name: 'category',
    legend: words.category,
    look: 'chips',
    options: view.categories.map(({ code, name }) => ({ value: code, label: name })),
    value: values.category,
    error: problems.category,
    onChange: (code) => set('category', code),
  })}
    ${textField(view, 'title', { label: words.name, hint: words.nameHint, placeholder: words.nameExample })}
    ${textField(view, 'story', { label: words.story, may: true, hint: words.storyHint, rows: 4 })}
    <fm-wish-photos
      .client=${view.client}
      lang=${view.lang}
      mode=${view.mode}
      label=${words.photos}
      hint=${words.photosHint}
      error=${problems.photos ?? ''}
      .pictures=${values.photos}
      @fm-pictures-change=${({ pictures }: PicturesChangeEvent) => set('photos', pictures)}
    ></fm-wish-photos>`;
}

function renderWhen(view: FormView): TemplateResult {
  const { words, values, action } = view;
  const span = spanOf(values);
  const minutes = span ? Math.round((Date.parse(span.endsAt) - Date.parse(span.startsAt)) / 60_000) : 0;
  return html`<section class="part-of">
    ${heading(view.level, words.when, 'part')}
    <div class="row">
      ${textField(view, 'day', { label: words.day, type: 'date', icon: 'cal', ...(!action && { min: view.today }) })}
      ${textField(view, 'start', { label: words.start, type: 'time' })}
      ${textField(view, 'end', { label: words.end, type: 'time' })}
    </div>
    <p class="hint num ${span?.overnight ? 'overnight' : ''}" role="status">
      ${span ? html`${span.overnight ? `${words.overnight(values.end)} · ` : ''}${words.lasts(Math.floor(minutes / 60), minutes % 60)} · ` : nothing}${words.zone}
    </p>
    ${action ? nothing : renderRepeat(view)}
    ${textField(view, 'place', { label: words.place, placeholder: words.placeExample, icon: 'place' })}
  </section>`;
}

function renderRepeat({ words, values, problems, lang, set }: FormView): TemplateResult {
  const { weeks } = values;
  const change = (by: 1 | -1) => set('weeks', Math.min(mostWeeks, Math.max(2, weeks + by)));
  return html`<div class="repeat">
    <label class="check">
      <input
        type="checkbox"
        id="repeat"
        .checked=${weeks > 1}
        @change=${({ target }: Event) => target instanceof HTMLInputElement && set('weeks', target.checked ? 4 : 1)}
      />
      <span>${words.repeat}</span>
    </label>
    ${
      weeks > 1
        ? html`<div class="stepper" role="group" aria-label=${words.weeks}>
            <button type="button" class="btn line" aria-label=${words.fewer} aria-disabled=${weeks <= 2 ? 'true' : 'false'} @click=${() => change(-1)}>−</button>
            <output class="num">${words.weeksCount(weeks)}</output>
            <button type="button" class="btn line" aria-label=${words.more} aria-disabled=${weeks >= mostWeeks ? 'true' : 'false'} @click=${() => change(1)}>+</button>
          </div>`
        : nothing
    }
    ${renderDates(values, words, lang)} ${problems.weeks ? html`<p class="field-error">${problems.weeks}</p>` : nothing}
  </div>`;
}

function renderDates(values: FormValues, words: ActionFormWords, lang: Lang): TemplateResult | typeof nothing {
  const days = daysOf(values);
  if (!days.length) return nothing;
  return html`<div class="dates">
    <p class="hint" id="dates">${words.dates}</p>
    <ol class="num" aria-labelledby="dates">${days.map((day) => html`<li class="tag">${dayOfWeek(noonOf(day), lang)}</li>`)}</ol>
  </div>`;
}

function renderWho(view: FormView): TemplateResult {
  const { words } = view;
  return html`<section class="part-of">
    ${heading(view.level, words.who, 'part')} ${renderHost(view)}
    <div class="row two">
      ${textField(view, 'places', { label: words.places, icon: 'people', unit: words.placesUnit })}
      ${textField(view, 'minimumAge', { label: words.minimumAge, may: true, unit: words.ageUnit })}
    </div>
    ${
      isRead(view)
        ? nothing
        : html`${textField(view, 'bring', { label: words.bring, may: true, placeholder: words.bringExample })}
          ${textField(view, 'forWhom', { label: words.forWhom, may: true, placeholder: words.forWhomExample })}`
    }
  </section>`;
}

function renderHost({ words, values, problems, hosts, byCommunity, action, set }: FormView): TemplateResult {
  if (action) {
    return html`<div class="field"><p class="label">${words.host}</p><p>${action.host.name}<span class="hint"> · ${words.hostFixed}</span></p></div>`;
  }
  const error = problems.host;
  return field({
    id: 'host',
    label: words.host,
    error,
    control: html`<div class="input">
      ${icon('home')}<select
        id="host"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${ifDefined(describedBy({ id: 'host', error }))}
        @change=${({ target }: Event) => target instanceof HTMLSelectElement && set('host', target.value)}
      >
        ${byCommunity ? html`<option value="" ?selected=${values.host === ''}>${words.community}</option>` : nothing}
        ${hosts.map(({ slug, name }) => html`<option value=${slug} ?selected=${slug === values.host}>${name}</option>`)}
      </select>
    </div>`,
  });
}
