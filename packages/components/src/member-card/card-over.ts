import { html, type TemplateResult } from 'lit';
import type { FiveMicro } from '@five-micro/sdk';
import type { Lang, Mode, Theme } from '../shared/options.ts';
import type { Intent } from './card-view.ts';

/** What lies over the card. */
export type Over = { readonly show: 'form' } | { readonly show: 'wish'; readonly id: string; readonly intent: Intent };

export interface Place {
  readonly client: FiveMicro | undefined;
  readonly area: string;
  readonly lang: Lang;
  readonly mode: Mode;
  readonly theme: Theme;
}

export interface OverHandlers {
  onChanged: () => void;
  onPosted: () => void;
  onLeave: () => void;
}

/** Form and detail come when they are asked for. */
export async function loadOver({ show }: Over): Promise<void> {
  if (show === 'form') await import('../wish-wall/wish-form.define.ts');
  else await import('../wish-wall/wish-detail.define.ts');
}

/** Both bring their own sheet and stay until they say that they were closed. */
export function renderOver(
  over: Over,
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
      @fm-wish-posted=${handlers.onPosted}
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
    .wishId=${over.id}
    .intent=${over.intent}
    @fm-wish-changed=${handlers.onChanged}
    @fm-wish-posted=${handlers.onPosted}
    @fm-sheet-close=${handlers.onLeave}
  ></fm-wish-detail>`;
}
