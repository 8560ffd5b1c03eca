import type { Action } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { moment } from '../shared/format.ts';
import { icon } from '../shared/ui/icons.ts';
import { heading } from '../shared/ui/index.ts';
import type { OrganisationView } from './organisation-parts.ts';

/** Opens an action for whoever looks after it, or a new one. */
type OnAction = (action: Action | undefined) => void;

const tones: Readonly<Record<Action['status'], string>> = {
  draft: 'wait',
  open: 'own',
  closed: 'ok',
  finished: '',
  cancelled: 'no',
};

/** Who looks after it, by what they may do. */
const isKept = ({ can }: Action): boolean => can.includes('edit') || can.includes('sign-ups');

/** The actions that it holds; its representatives start them here and look after them. */
export function heldActions(
  actions: readonly Action[],
  mayStart: boolean,
  view: OrganisationView,
  onAction: OnAction | undefined,
): TemplateResult | typeof nothing {
  const { words, lang, level, now } = view;
  if (!actions.length && !mayStart) return nothing;
  const line = (action: Action) => {
    const { title, status, startsAt, place } = action;
    const about = html`<b>${title}</b><span class="small muted num">${moment(startsAt, lang, now)} · ${place}</span>`;
    const keep = onAction && isKept(action);
    return html`<li>
      ${keep ? html`<button type="button" @click=${() => onAction(action)}>${about}</button>` : html`<span class="about">${about}</span>`}
      <span class="tag ${tones[status]}">${words.actionStatus[status]}</span>
    </li>`;
  };
  return html`<section class="sec">
    <div class="sec-head">
      ${heading(level + 1, words.actions, 'sec-name')}
      ${mayStart && onAction ? html`<button type="button" class="btn line" @click=${() => onAction(undefined)}>${icon('pen')}${words.startAction}</button>` : nothing}
    </div>
    ${
      actions.length
        ? html`<ul class="card people held">${actions.map(line)}</ul>`
        : html`<p class="card kindly">${words.noActions}</p>`
    }
  </section>`;
}
