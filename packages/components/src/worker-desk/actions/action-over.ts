import type { Action } from '@five-micro/sdk';
import { html, type TemplateResult } from 'lit';
import { type Where, within } from '../../shared/within.ts';
import type { FmActionSavedEvent } from './events.ts';

/** What lies over an action's page. */
export type ActionOver =
  | { readonly show: 'form'; readonly action: Action | undefined }
  | { readonly show: 'check-in'; readonly action: Action };

/** Form and check-in screen come when they are asked for. */
export const loadActionOver = ({ show }: ActionOver): Promise<unknown> =>
  show === 'form' ? import('./action-form.define.ts') : import('./check-in.define.ts');

interface OverOptions {
  readonly place: Where;
  readonly level: number;
  readonly now: () => number;
  /** The slug of the organisation that would hold a new one. */
  readonly host?: string;
  readonly onSaved: (action: Action) => void;
  readonly onToList: () => void;
  readonly onLeave: () => void;
}

/** Both bring their own sheet and stay until they say that they were closed. */
export function renderActionOver(over: ActionOver, options: OverOptions): TemplateResult {
  const { level, now, host = '', onSaved, onToList, onLeave } = options;
  const leave = (event: Event) => {
    // The sheet below is another one.
    event.stopPropagation();
    onLeave();
  };
  if (over.show === 'form') {
    return html`<fm-action-form
      ${within(options.place, level)}
      .now=${now}
      .host=${host}
      .action=${over.action}
      @fm-action-saved=${({ action }: FmActionSavedEvent) => onSaved(action)}
      @fm-sheet-close=${leave}
    ></fm-action-form>`;
  }
  return html`<fm-desk-check-in
    ${within(options.place, level)}
    .now=${now}
    .action=${over.action}
    @fm-check-in-list=${onToList}
    @fm-sheet-close=${leave}
  ></fm-desk-check-in>`;
}
