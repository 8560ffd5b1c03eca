import { html, nothing, type TemplateResult } from 'lit';
import { addDays, noonOf } from './wish-days.ts';
import { dayOfWeek } from '../shared/format.ts';
import type { Lang, Mode } from '../shared/options.ts';
import { describedBy, field, ifDefined } from '../shared/ui/field.ts';
import { type IconName, icon, kindIcon } from '../shared/ui/icons.ts';
import type { FiveMicroCore } from '@five-micro/sdk';
import type { FormWords } from './form-words/index.ts';
import { choices, dateField } from './wish-choices.ts';
import {
  countGraphemes,
  type FieldName,
  type FormValues,
  type Kind,
  kinds,
  maskPreview,
  mostClaimers,
  type Relation,
  relations,
  titleLength,
} from './wish-form-values.ts';
import type { PicturesChangeEvent } from './wish-photos.ts';

/** What the two pages of the form are drawn from. */
export interface FormView {
  words: FormWords;
  values: FormValues;
  /** What is wrong, in words, by field. */
  problems: Partial<Record<FieldName, string>>;
  lang: Lang;
  mode: Mode;
  client: FiveMicroCore | undefined;
  today: string;
  /** True while another day is being chosen. */
  picking: boolean;
  /** True where the wall will write names masked, false where it will write none; undefined where that is not known. */
  named: boolean | undefined;
  onBehalfOf: string | undefined;
  editing: boolean;
  set: <N extends FieldName>(name: N, value: FormValues[N]) => void;
  setPicking: (picking: boolean) => void;
}

/** A wish may wait for a year. */
const farthest = 365;

type TextName = 'title' | 'name' | 'story' | 'place' | 'contactName' | 'phone' | 'address';

interface TextOptions {
  label: unknown;
  hint?: unknown;
  placeholder?: string;
  icon?: IconName;
  rows?: number;
  type?: 'text' | 'tel';
  autocomplete?: AutoFill;
  after?: TemplateResult;
  describedBy?: string;
}

const optional = ({ words }: FormView, label: string): TemplateResult =>
  html`${label} <span class="may">${words.optional}</span>`;

function textField(view: FormView, name: TextName, options: TextOptions): TemplateResult {
  const error = view.problems[name];
  const { hint, rows } = options;
  const described = [describedBy({ id: name, hint, error }), options.describedBy].filter(Boolean).join(' ') || undefined;
  const onInput = ({ target }: Event) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) view.set(name, target.value);
  };
  const invalid = error ? 'true' : nothing;
  const autocomplete = view.onBehalfOf ? 'off' : options.autocomplete;
  const control = rows
    ? html`<textarea id=${name} rows=${rows} .value=${view.values[name]} placeholder=${ifDefined(options.placeholder)} aria-invalid=${invalid} aria-describedby=${ifDefined(described)} @input=${onInput}></textarea>`
    : html`<input
        id=${name}
        type=${options.type ?? 'text'}
        .value=${view.values[name]}
        placeholder=${ifDefined(options.placeholder)}
        autocomplete=${ifDefined(autocomplete)}
        enterkeyhint="next"
        aria-invalid=${invalid}
        aria-describedby=${ifDefined(described)}
        @input=${onInput}
      />`;
  return field({
    id: name,
    label: options.label,
    hint,
    error,
    control: html`<div class="input ${rows ? 'area' : ''}">${options.icon ? icon(options.icon) : nothing}${control}${options.after ?? nothing}</div>`,
  });
}

const numbered = (number: number, text: string): TemplateResult =>
  html`<span class="n" aria-hidden="true">${number}</span>${text}`;

/** 1: which kind, the wish, for whom, by when. */
export function renderFirst(view: FormView): TemplateResult {
  return html`${renderKind(view)} ${renderTitle(view)} ${renderForWhom(view)} ${renderWantedBy(view)}`;
}

function renderKind({ words, values, problems, set }: FormView): TemplateResult {
  const error = problems.kind;
  const option = (kind: Kind) => html`<label class=${values.kind === kind ? 'on' : ''}>
    <input
      type="radio"
      name="kind"
      value=${kind}
      .checked=${values.kind === kind}
      aria-invalid=${error ? 'true' : nothing}
      @change=${() => set('kind', kind)}
    />
    ${icon(kindIcon[kind])}<span>${words.kinds[kind]}</span><small>${words.kindHints[kind]}</small>
  </label>`;
  return html`<fieldset id="kind" aria-describedby=${ifDefined(describedBy({ id: 'kind', error }))}>
    <legend>${numbered(1, words.kind)}</legend>
    <div class="kinds">${kinds.map(option)}</div>
    ${error ? html`<p class="field-error" id="kind-error">${error}</p>` : nothing}
  </fieldset>`;
}

function renderTitle(view: FormView): TemplateResult {
  const { words, values } = view;
  const length = countGraphemes(values.title.trim());
  const left = titleLength - length;
  return textField(view, 'title', {
    label: numbered(2, words.wish),
    hint: words.wishHint,
    rows: 3,
    describedBy: 'title-left',
    after: html`<span class="count num ${left < 0 ? 'over' : ''}" aria-hidden="true">${words.count(length, titleLength)}</span>
      <span class="vh" id="title-left">${words.countSpoken(left)}</span>
      <span class="vh" role="status">${left <= 5 ? words.countSpoken(left) : ''}</span>`,
  });
}

function renderForWhom(view: FormView): TemplateResult {
  const { words, values, named } = view;
  const masked = maskPreview(values.name);
  const shown = named === undefined ? undefined : named ? masked && words.nameMasked(masked) : words.nameHidden(words.anonymous);
  const name =
    values.relation === 'self'
      ? undefined
      : textField(view, 'name', {
          label: optional(view, words.name),
          hint: shown || undefined,
          icon: 'person',
          autocomplete: 'off',
        });
  return choices<Relation>({
    name: 'relation',
    legend: numbered(3, words.forWhom),
    look: 'chips',
    options: relations.map((relation) => ({
      value: relation,
      label: relation === 'self' ? (view.onBehalfOf ?? words.relations.self) : words.relations[relation],
    })),
    value: values.relation,
    error: view.problems.relation,
    onChange: (relation) => view.set('relation', relation),
    more: name,
  });
}

function renderWantedBy(view: FormView): TemplateResult {
  const { words, values, lang, today, picking } = view;
  const { wantedBy } = values;
  const chosen = wantedBy !== '' && wantedBy !== 'pick' ? wantedBy : '';
  const offered = chosen && !picking ? chosen : addDays(today, 7);
  const error = view.problems.wantedBy;
  const pick = (choice: 'none' | 'day' | 'pick') => {
    view.setPicking(choice === 'pick');
    if (choice === 'none') view.set('wantedBy', '');
    else if (choice === 'day') view.set('wantedBy', offered);
    else if (!chosen) view.set('wantedBy', 'pick');
  };
  return choices<'none' | 'day' | 'pick'>({
    name: 'wantedBy',
    legend: numbered(4, words.when),
    look: 'chips',
    options: [
      { value: 'none', label: words.noHurry },
      { value: 'day', label: dayOfWeek(noonOf(offered), lang) },
      { value: 'pick', label: words.pickAnother, icon: 'cal' },
    ],
    value: picking ? 'pick' : chosen ? 'day' : 'none',
    error: picking ? undefined : error,
    onChange: pick,
    more: picking
      ? dateField({
          id: 'wantedDay',
          label: words.pickLabel,
          value: chosen,
          min: today,
          max: addDays(today, farthest),
          error,
          onChange: (day) => view.set('wantedBy', day || 'pick'),
        })
      : undefined,
  });
}

/** 2: the story, where, how to be reached, pictures, how many neighbours. */
export function renderSecond(view: FormView): TemplateResult {
  const { words } = view;
  return html`${textField(view, 'story', { label: optional(view, words.story), hint: words.storyHint, rows: 4 })}
    ${textField(view, 'place', {
      label: optional(view, words.place),
      hint: words.placeHint,
      placeholder: words.placeExample,
      icon: 'place',
      autocomplete: 'off',
    })}
    ${renderContact(view)}
    <fm-wish-photos
      .client=${view.client}
      lang=${view.lang}
      mode=${view.mode}
      label=${words.photos}
      error=${view.problems.photos ?? ''}
      .pictures=${view.values.photos}
      @fm-pictures-change=${({ pictures }: PicturesChangeEvent) => view.set('photos', pictures)}
    ></fm-wish-photos>
    ${renderHelpers(view)}`;
}

function renderContact(view: FormView): TemplateResult {
  const { words, editing } = view;
  return html`<fieldset class="contact" aria-describedby="contact-hint">
    <legend>${icon('lock')}${optional(view, words.contact)}</legend>
    <p class="hint" id="contact-hint">${words.contactHint}${editing ? html`<br />${words.contactKept}${words.contactReplace}` : nothing}</p>
    <div class="three">
      ${textField(view, 'contactName', { label: words.contactName, icon: 'person', autocomplete: 'name' })}
      ${textField(view, 'phone', { label: words.phone, icon: 'phone', type: 'tel', autocomplete: 'tel' })}
      ${textField(view, 'address', {
        label: words.address,
        icon: 'home',
        placeholder: words.addressExample,
        autocomplete: 'street-address',
      })}
    </div>
  </fieldset>`;
}

function renderHelpers({ words, values, problems, set }: FormView): TemplateResult {
  const { claimersWanted } = values;
  const error = problems.claimersWanted;
  const change = (by: 1 | -1) => set('claimersWanted', Math.min(mostClaimers, Math.max(1, claimersWanted + by)));
  return html`<div class="field" role="group" aria-labelledby="helpers" aria-describedby="helpers-hint">
    <p class="label" id="helpers">${words.helpers}</p>
    <p class="hint" id="helpers-hint">${words.helpersHint}</p>
    <div class="stepper">
      <button type="button" class="btn line" aria-label=${words.fewer} aria-disabled=${claimersWanted <= 1} @click=${() => change(-1)}>−</button>
      <output class="num">${words.helpersCount(claimersWanted)}</output>
      <button type="button" class="btn line" aria-label=${words.more} aria-disabled=${claimersWanted >= mostClaimers} @click=${() => change(1)}>+</button>
    </div>
    ${error ? html`<p class="field-error">${error}</p>` : nothing}
  </div>`;
}
