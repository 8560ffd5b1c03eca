import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, heading } from '../../shared/ui/index.ts';
import { ifDefined } from '../../shared/ui/field.ts';
import type { CaseView } from './case-view.ts';

export interface Said {
  value: string;
  error: string | undefined;
  onInput: (value: string) => void;
}

const box = (id: string, label: string, hint: string, { value, error, onInput }: Said): TemplateResult =>
  field({
    id,
    label,
    hint,
    error,
    control: html`<div class="input">
      <textarea
        id=${id}
        rows="3"
        maxlength="500"
        .value=${live(value)}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${ifDefined(describedBy({ id, hint, error }))}
        @input=${(event: InputEvent) => event.target instanceof HTMLTextAreaElement && onInput(event.target.value)}
      ></textarea>
    </div>`,
  });

/** Why a wish goes back: a chip begins the sentence, the worker finishes it. */
export function caseReply({ wish, words, level }: CaseView, said: Said): TemplateResult {
  return html`<div class="reply">
    ${heading(level + 1, words.reply, 'part')}
    <div class="chips" role="group" aria-label=${words.reply}>
      ${words.reasons.map(
        ({ label, text }) =>
          html`<button type="button" class="chip" aria-pressed=${said.value.startsWith(text) ? 'true' : 'false'} @click=${() => said.onInput(text)}>${label}</button>`,
      )}
    </div>
    ${box('reason', words.replyTo(wish.wisher.name), words.replyHint, said)}
  </div>`;
}

/** What was seen on a visit: without it nothing is closed. */
export const caseVisit = ({ words, level }: CaseView, said: Said): TemplateResult => html`
  <div class="reply">${heading(level + 1, words.visit, 'part')} ${box('note', words.visitLabel, words.visitHint, said)}</div>
`;
