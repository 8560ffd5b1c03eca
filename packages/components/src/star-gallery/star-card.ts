import type { Photo, Star } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../shared/ui/heading.ts';
import { paperOf } from '../shared/ui/paper.ts';
import { phrases } from '../shared/ui/phrases.ts';
import type { GalleryWords } from './words/index.ts';

/** A portrait in its arch, or the first character of the name on paper. Decoration: the name stands beside it. */
export const face = (portrait: Photo | null | undefined, initial: string, name: string): TemplateResult =>
  portrait
    ? html`<span class="face"><img src=${portrait.url} alt="" width=${portrait.width} height=${portrait.height} loading="lazy" decoding="async" /></span>`
    : html`<span class="face p${paperOf(name)}" aria-hidden="true">${initial}</span>`;

/** `2026`, `2026 年四季度`, `2026 年 11 月`. */
export function periodName(period: string, words: GalleryWords): string {
  const [year = '', part = ''] = period.split('-');
  if (!part) return words.year(year);
  return part.startsWith('Q') ? words.quarter(year, part.slice(1)) : words.month(year, Number(part));
}

const star = html`<svg class="i gold" viewBox="0 0 24 24" aria-hidden="true">
  <path d="m12 4 2.4 5 5.5.7-4 3.8 1 5.5-4.900-2.700L7.100 19l1-5.500-4-3.800L9.600 9z"></path>
</svg>`;

/** ★ 服务之星 · 2026 */
export const badge = ({ title, period }: Pick<Star, 'title' | 'period'>, words: GalleryWords): TemplateResult =>
  html`<span class="badge">${star}<span>${title.name} · <span class="keep">${periodName(period, words)}</span></span></span>`;

export interface CardOptions {
  readonly words: GalleryWords;
  /** The level of the names. */
  readonly level: number;
  /** Several communities are shown together: each says which. */
  readonly showArea: boolean;
  /** Nothing to press. */
  readonly still: boolean;
  readonly onOpen: (star: Star) => void;
}

export function starCard(one: Star, { words, level, showArea, still, onOpen }: CardOptions): TemplateResult {
  const name = still
    ? one.name
    : html`<button type="button" data-star=${one.id} aria-haspopup="dialog" @click=${() => onOpen(one)}>${one.name}</button>`;
  return html`<li part="card" class="star ${one.mine && !still ? 'own' : ''}">
    ${face(one.portrait, one.initial, one.name)} ${badge(one, words)} ${heading(level, name)}
    <p class="line">${phrases(one.sentence)}</p>
    ${showArea ? html`<p class="where">${one.areaName}</p>` : nothing}
  </li>`;
}

/** The shape of the gallery while it opens. */
export const ghosts = (count: number): TemplateResult => html`
  <ul class="stars ghosts" aria-hidden="true">
    ${[...Array(count).keys()].map(() => html`<li class="star"><span class="face"></span><i></i><i></i></li>`)}
  </ul>
`;
