import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

export interface Field {
  /** The id of the control inside; hint and error get `-hint` and `-error`. */
  id: string;
  label: unknown;
  hint?: unknown;
  error?: string | undefined;
  /** The control, wrapped in `.input` where it is a text box. Give it `aria-describedby=${describedBy(field)}`. */
  control: unknown;
}

/** What a control says it is described by: its error first, because that is what has to be heard. */
export const describedBy = (field: { id: string; hint?: unknown; error?: string | undefined }): string | undefined =>
  [field.error ? `${field.id}-error` : '', field.hint ? `${field.id}-hint` : ''].filter(Boolean).join(' ') || undefined;

/** Label, hint, control, error, in that order, for the eye and for the ear. */
export const field = (options: Field): TemplateResult => html`
  <div class="field ${options.error ? 'bad' : ''}">
    <label for=${options.id}>${options.label}</label>
    ${options.hint ? html`<p class="hint" id="${options.id}-hint">${options.hint}</p>` : nothing} ${options.control}
    ${options.error ? html`<p class="field-error" id="${options.id}-error">${options.error}</p>` : nothing}
  </div>
`;

export { ifDefined };
