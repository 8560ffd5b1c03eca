import type { Action, Nomination, Project, Star } from '@five-micro/sdk';
import { html, type TemplateResult } from 'lit';
import { type Where, within } from '../../shared/within.ts';
import './said-hide.define.ts';
import type { SaidHiddenEvent } from './said-hide.ts';
import type { Whole } from './said-parts.ts';

interface HidePlace {
  readonly place: Where;
  readonly level: number;
  readonly gone: boolean;
  readonly onHidden: (whole: Action | Project | Star | Nomination, words: string) => void;
  readonly onRefresh: () => void;
}

/** Where a worker hides a part of what they read. */
export const hidePlace = (whole: Whole, { place, level, gone, onHidden, onRefresh }: HidePlace): TemplateResult =>
  html`<fm-said-hide
    ${within(place, level)}
    .whole=${whole}
    .gone=${gone}
    @fm-said-hidden=${({ whole: now, words }: SaidHiddenEvent) => onHidden(now, words)}
    @fm-paper-ask=${onRefresh}
  ></fm-said-hide>`;
