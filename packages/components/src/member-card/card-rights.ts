import { html, type TemplateResult } from 'lit';
import { heading } from '../shared/ui/index.ts';
import { type Where, within } from '../shared/within.ts';
import './card-export.define.ts';
import type { CardView } from './card-view.ts';

/** 你的资料, last and calm: take a copy, or leave. */
export function cardRights({ words, level }: CardView, place: Where, now: () => number, onErase: () => void): TemplateResult {
  const { rights } = words;
  return html`<section class="ledge">
    ${heading(level, rights.title, 'ledge-name')}
    <ul>
      <li>
        <fm-card-export ${within(place)} .now=${now}></fm-card-export>
        <p>${rights.exportText}</p>
      </li>
      <li>
        <button type="button" class="btn plain" @click=${onErase}>${rights.erase}</button>
        <p>${rights.eraseText}</p>
      </li>
    </ul>
  </section>`;
}
