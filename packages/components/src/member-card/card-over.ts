import { html, type TemplateResult } from 'lit';
import { type Where, within } from '../shared/within.ts';
import type { OpenCard } from './card-data.ts';
import type { Intent } from './card-view.ts';
import type { FmReportedInEvent } from './events.ts';

/** What lies over the card. */
export type Over =
  | { readonly show: 'form' }
  | { readonly show: 'branch' }
  | { readonly show: 'erase' }
  | { readonly show: 'wish'; readonly id: string; readonly intent: Intent };

export interface OverHandlers {
  onChanged: () => void;
  onPosted: () => void;
  onReported: (event: FmReportedInEvent) => void;
  onLeave: () => void;
}

/** What lies over the card comes when it is asked for. */
export async function loadOver({ show }: Over): Promise<void> {
  if (show === 'form') await import('../wish-wall/wish-form.define.ts');
  else if (show === 'branch') await import('./card-branch.define.ts');
  else if (show === 'erase') await import('./card-erase.define.ts');
  else await import('../wish-wall/wish-detail.define.ts');
}

/** Each brings its own sheet and stays until it says that it was closed. */
export function renderOver(
  over: Over,
  where: Where,
  level: number,
  { card, now }: { readonly card: OpenCard; readonly now: () => number },
  handlers: OverHandlers,
): TemplateResult {
  if (over.show === 'erase') {
    return html`<fm-card-erase
      ${within(where, level)}
      .card=${card}
      .now=${now}
      @fm-sheet-close=${handlers.onLeave}
    ></fm-card-erase>`;
  }
  if (over.show === 'form') {
    return html`<fm-wish-form
      ${within(where, level)}
      @fm-wish-posted=${handlers.onPosted}
      @fm-sheet-close=${handlers.onLeave}
    ></fm-wish-form>`;
  }
  if (over.show === 'branch') {
    return html`<fm-card-branch
      ${within(where, level)}
      @fm-reported-in=${handlers.onReported}
      @fm-sheet-close=${handlers.onLeave}
    ></fm-card-branch>`;
  }
  return html`<fm-wish-detail
    ${within(where, level)}
    .wishId=${over.id}
    .intent=${over.intent}
    @fm-wish-changed=${handlers.onChanged}
    @fm-wish-posted=${handlers.onPosted}
    @fm-sheet-close=${handlers.onLeave}
  ></fm-wish-detail>`;
}
