import type { FiveMicroCore, Member, Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Lang, Mode, Theme } from '../shared/options.ts';
import type { DeskWishForEvent } from './desk-events.ts';
import './wishes/desk-register.define.ts';

/** What lies over the desk. */
export type Over =
  | { readonly show: 'register' }
  | { readonly show: 'form'; readonly member: Member }
  | { readonly show: 'history'; readonly wish: Pick<Wish, 'id'> };

/** Where the elements inside stand, handed on to each of them. */
export interface Place {
  readonly client: FiveMicroCore | undefined;
  readonly area: string;
  readonly lang: Lang;
  readonly mode: Mode;
  readonly theme: Theme;
}

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

export function renderOver(over: Over | undefined, place: Place, level: number, handlers: OverHandlers): TemplateResult {
  return html`<fm-desk-register
      .client=${place.client}
      .area=${place.area}
      .lang=${place.lang}
      .mode=${place.mode}
      .theme=${place.theme}
      .headingLevel=${level}
      .open=${over?.show === 'register'}
      @fm-desk-wish-for=${({ member }: DeskWishForEvent) => handlers.onWishFor(member)}
      @fm-sheet-close=${() => over?.show === 'register' && handlers.onLeave()}
    ></fm-desk-register>
    ${over && over.show !== 'register' ? renderSheet(over, place, level, handlers) : nothing}`;
}

/** Both bring their own sheet and stay until they say that they were closed. */
function renderSheet(
  over: Exclude<Over, { show: 'register' }>,
  { client, area, lang, mode, theme }: Place,
  level: number,
  handlers: OverHandlers,
): TemplateResult {
  if (over.show === 'form') {
    return html`<fm-wish-form
      .client=${client}
      .area=${area}
      .lang=${lang}
      .mode=${mode}
      .theme=${theme}
      .headingLevel=${level}
      .onBehalfOf=${{ memberId: over.member.id, name: over.member.name }}
      @fm-wish-posted=${() => handlers.onPosted(over.member)}
      @fm-sheet-close=${handlers.onLeave}
    ></fm-wish-form>`;
  }
  return html`<fm-wish-detail
    .client=${client}
    .area=${area}
    .lang=${lang}
    .mode=${mode}
    .theme=${theme}
    .headingLevel=${level}
    .wishId=${over.wish.id}
    @fm-wish-changed=${handlers.onChanged}
    @fm-sheet-close=${handlers.onLeave}
  ></fm-wish-detail>`;
}
