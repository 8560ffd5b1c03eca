import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, heading } from '../../shared/ui/index.ts';
import { ifDefined } from '../../shared/ui/field.ts';
import type { ReasonController } from '../desk-reason.ts';
import type { CaseView } from './case-view.ts';

interface Said {
  value: string;
  error: string | undefined;
  onInput: (value: string) => void;
}

/** Why a wish goes back. */
export const caseReply = ({ wish, words, level }: CaseView, reason: ReasonController): TemplateResult =>
  reason.render({
    title: words.reply,
    label: words.replyTo(wish.wisher.name),
    hint: words.replyHint,
    level: level + 1,
    reasons: words.reasons,
    missing: words.reasonMissing,
    most: 500,
  });

/** What was seen on a visit: without it nothing is closed. */
export function caseVisit({ words, level }: CaseView, { value, error, onInput }: Said): TemplateResult {
  const box = { id: 'note', label: words.visitLabel, hint: words.visitHint, error };
  return html`<div class="reply">
    ${heading(level + 1, words.visit, 'part')}
    ${field({
      ...box,
      control: html`<div class="input">
        <textarea
          id="note"
          rows="3"
          maxlength="500"
          .value=${live(value)}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${ifDefined(describedBy(box))}
          @input=${(event: InputEvent) => event.target instanceof HTMLTextAreaElement && onInput(event.target.value)}
        ></textarea>
      </div>`,
    })}
  </div>`;
}
