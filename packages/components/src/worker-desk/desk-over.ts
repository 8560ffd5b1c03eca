import type { Member, Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { type Where, within } from '../shared/within.ts';
import type { DeskWishForEvent } from './desk-events.ts';
import './wishes/desk-register.define.ts';

/** What lies over the desk. */
export type Over =
  | { readonly show: 'register' }
  | { readonly show: 'form'; readonly member: Member }
  | { readonly show: 'history'; readonly wish: Pick<Wish, 'id'> };

export interface OverHandlers {
  onWishFor: (member: Member) => void;
  onPosted: (member: Member) => void;
  onChanged: () => void;
  onLeave: () => void;
}

/** Form and detail come when they are asked for. */
export async function loadOver({ show }: Over): Promise<void> {
  if (show === 'form') await import('../wish-wall/wish-form.define.ts');
  if (show === 'history') await import('../wish-wall/wish-detail.define.ts');
}

export function renderOver(over: Over | undefined, where: Where, level: number, handlers: OverHandlers): TemplateResult {
  return html`<fm-desk-register
      ${within(where, level)}
      .open=${over?.show === 'register'}
      @fm-desk-wish-for=${({ member }: DeskWishForEvent) => handlers.onWishFor(member)}
      @fm-sheet-close=${() => over?.show === 'register' && handlers.onLeave()}
    ></fm-desk-register>
    ${over && over.show !== 'register' ? renderSheet(over, where, level, handlers) : nothing}`;
}

/** Both bring their own sheet and stay until they say that they were closed. */
function renderSheet(
  over: Exclude<Over, { show: 'register' }>,
  where: Where,
  level: number,
  handlers: OverHandlers,
): TemplateResult {
  if (over.show === 'form') {
    return html`<fm-wish-form
      ${within(where, level)}
      .onBehalfOf=${{ memberId: over.member.id, name: over.member.name }}
      @fm-wish-posted=${() => handlers.onPosted(over.member)}
      @fm-sheet-close=${handlers.onLeave}
    ></fm-wish-form>`;
  }
  return html`<fm-wish-detail
    ${within(where, level)}
    .wishId=${over.wish.id}
    @fm-wish-changed=${handlers.onChanged}
    @fm-sheet-close=${handlers.onLeave}
  ></fm-wish-detail>`;
}
