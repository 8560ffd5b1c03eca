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

/** So many at first. */
const few = 12;

/** What runs and what comes first, the soonest first: a series of half a year must not hide the one of today. */
function inOrder(actions: readonly Action[], now: number): Action[] {
  const isToCome = ({ status, endsAt }: Action) =>
    status === 'open' || status === 'closed' || (status === 'draft' && Date.parse(endsAt) > now);
  const sorted = [...actions].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  return [...sorted.filter(isToCome), ...sorted.filter((action) => !isToCome(action)).reverse()];
}

/** Who looks after it, by what they may do. */
const isKept = ({ can }: Action): boolean => can.includes('edit') || can.includes('sign-ups');

interface Held {
  readonly actions: readonly Action[];
  readonly mayStart: boolean;
  /** Whether all of them are to be seen. */
  readonly all: boolean;
  /** Nobody opens one where this page cannot. */
  readonly onAction: OnAction | undefined;
  readonly onAll: (all: boolean) => void;
}

/** The actions that it holds; its representatives start them here and look after them. */
export function heldActions(
  { actions, mayStart, all, onAction, onAll }: Held,
  view: OrganisationView,
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
        ? html`<ul class="card people held">${inOrder(actions, now)
            .slice(0, all ? actions.length : few)
            .map(line)}</ul>`
        : html`<p class="card kindly">${words.noActions}</p>`
    }
    ${
      actions.length > few
        ? html`<p class="more">
            <button type="button" class="btn line" aria-expanded=${all ? 'true' : 'false'} @click=${() => onAll(!all)}>
              ${all ? words.fewerActions : words.moreActions(actions.length - few)}
            </button>
          </p>`
        : nothing
    }
  </section>`;
}
