import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../shared/ui/icons.ts';
import { describedBy, field, ifDefined } from '../shared/ui/field.ts';

export interface Choice<T extends string> {
  value: T;
  label: string;
  /** A second line on a card; on a chip it is what is spoken after the label. */
  note?: string | undefined;
  icon?: IconName | undefined;
}

export interface Choices<T extends string> {
  /** Also the group's id. */
  name: string;
  legend: unknown;
  hint?: unknown;
  options: readonly Choice<T>[];
  value: T | '';
  onChange: (value: T) => void;
  look: 'cards' | 'chips';
  error?: string | undefined;
  /** What belongs to the choice and stands below it: a date, a name. */
  more?: unknown;
}

/** One of several, as native radio buttons. Needs `choiceStyles`, `chipStyles` and `fieldStyles`. */
export function choices<T extends string>(group: Choices<T>): TemplateResult {
  const { name, look, error, hint } = group;
  const option = (choice: Choice<T>) => {
    const on = choice.value === group.value;
    return html`<label class="${look === 'chips' ? 'chip' : ''} ${on ? 'on' : ''}">
      <input
        type="radio"
        name=${name}
        value=${choice.value}
        .checked=${on}
        aria-invalid=${error ? 'true' : nothing}
        @change=${() => group.onChange(choice.value)}
      />
      ${choice.icon ? icon(choice.icon) : nothing}
      <span>${choice.label}${choice.note ? html`<small class=${look === 'chips' ? 'vh' : ''}>${choice.note}</small>` : nothing}</span>
    </label>`;
  };
  return html`<fieldset id=${name} aria-describedby=${ifDefined(describedBy({ id: name, hint, error }))}>
    <legend>${group.legend}</legend>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    <div class=${look === 'chips' ? 'chips' : 'pick'}>${group.options.map(option)}</div>
    ${error ? html`<p class="field-error" id="${name}-error">${error}</p>` : nothing} ${group.more ?? nothing}
  </fieldset>`;
}

export interface DateField {
  id: string;
  label: unknown;
  value: string;
  min: string;
  max: string;
  hint?: unknown;
  error?: string | undefined;
  onChange: (day: string) => void;
}

/** The platform's own date picker: it knows the keyboard, the screen reader and the phone's wheel. */
export const dateField = (date: DateField): TemplateResult =>
  field({
    ...date,
    control: html`<div class="input">
      ${icon('cal')}
      <input
        type="date"
        id=${date.id}
        .value=${date.value}
        min=${date.min}
        max=${date.max}
        aria-invalid=${date.error ? 'true' : nothing}
        aria-describedby=${ifDefined(describedBy(date))}
        @change=${({ target }: Event) => target instanceof HTMLInputElement && date.onChange(target.value)}
      />
    </div>`,
  });
