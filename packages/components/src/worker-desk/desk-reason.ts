import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ifDefined } from '../shared/ui/field.ts';
import { describedBy, field, heading } from '../shared/ui/index.ts';

interface ReasonBox {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly level: number;
  /** A chip begins the sentence, the worker finishes it. */
  readonly reasons: readonly { label: string; text: string }[];
  readonly value: string;
  readonly error: string | undefined;
  readonly onInput: (value: string) => void;
}

/** Words for whoever is told no, at most 200 characters as the server takes them. */
export function reasonBox({ title, label, hint, level, reasons, value, error, onInput }: ReasonBox): TemplateResult {
  const box = { id: 'reason', label, hint, error };
  return html`<div class="reply">
    ${heading(level, title, 'part')}
    <div class="chips" role="group" aria-label=${title}>
      ${reasons.map(
        (reason) =>
          html`<button type="button" class="chip" aria-pressed=${value.startsWith(reason.text) ? 'true' : 'false'} @click=${() => onInput(reason.text)}>
            ${reason.label}
          </button>`,
      )}
    </div>
    ${field({
      ...box,
      control: html`<div class="input">
        <textarea
          id="reason"
          rows="3"
          maxlength="200"
          .value=${live(value)}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${ifDefined(describedBy(box))}
          @input=${(event: InputEvent) => event.target instanceof HTMLTextAreaElement && onInput(event.target.value)}
        ></textarea>
      </div>`,
    })}
  </div>`;
}
