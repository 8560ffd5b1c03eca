import { html, nothing, type TemplateResult } from 'lit';
import type { ActController } from '../../shared/controllers/act.ts';
import { actErrorText, requestIdText } from '../../shared/diagnose.ts';
import type { Words } from '../../shared/words/index.ts';

/** What went wrong with an act, and the way to the sign-in where that is what is missing. */
export function troubleOf(act: ActController, common: Words): TemplateResult | typeof nothing {
  const { state } = act;
  if (state.status === 'sign-in') {
    return html`<p class="sides" role="status">
      ${common.signInFirst}${act.canAsk ? html`<button type="button" class="btn line" @click=${() => act.askAgain()}>${common.signIn}</button>` : nothing}
    </p>`;
  }
  if (state.status !== 'failed') return nothing;
  return html`<p class="field-error" role="alert">${actErrorText(state.error, common)} ${requestIdText(state.error, common) ?? ''}</p>`;
}
