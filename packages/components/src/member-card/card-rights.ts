import { html, type TemplateResult } from 'lit';
import { heading } from '../shared/ui/index.ts';
import './card-export.define.ts';
import type { Place } from './card-over.ts';
import type { CardView } from './card-view.ts';

/** 你的资料, last and calm: take a copy, or leave. */
export function cardRights(
  { words, level }: CardView,
  { client, area, lang, mode, theme }: Place,
  now: () => number,
  onErase: () => void,
): TemplateResult {
  const { rights } = words;
  return html`<section class="ledge">
    ${heading(level, rights.title, 'ledge-name')}
    <ul>
      <li>
        <fm-card-export .client=${client} .area=${area} .lang=${lang} .mode=${mode} .theme=${theme} .now=${now}></fm-card-export>
        <p>${rights.exportText}</p>
      </li>
      <li>
        <button type="button" class="btn plain" @click=${onErase}>${rights.erase}</button>
        <p>${rights.eraseText}</p>
      </li>
    </ul>
  </section>`;
}
