import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { glyph } from '../shared/ui/glyph.ts';
import { icon } from '../shared/ui/icon.ts';
import type { FmActionSignup } from './action-signup.ts';
import type { MoreWords } from './words/more.ts';

/** So many categories have a chip of their own; the others share one. */
const chipped = 3;

/** Which categories have a chip: those with most to come, else the catalogue's first. */
export function firstCategories(codes: readonly string[], shown: readonly { category: string }[]): string[] {
  const many = (code: string) => shown.filter(({ category }) => category === code).length;
  return [...codes].sort((a, b) => many(b) - many(a)).slice(0, chipped);
}

export interface BarOptions {
  readonly words: MoreWords;
  /** The area's. */
  readonly categories: readonly { readonly code: string; readonly name: string }[];
  /** Those with a chip of their own. */
  readonly first: readonly string[];
  readonly week: TemplateResult;
  /** Someone is signed in, who may have signed up. */
  readonly isMember: boolean;
}

/** The one toolbar: which day, which ones, what kind. */
export function actionBar(host: FmActionSignup, { words, categories, first, week, isMember }: BarOptions): TemplateResult {
  const { show, category } = host.filters;
  const narrow = Boolean(show || category || host.day);
  const pick = (next: 'free' | 'soon' | 'mine'): void => {
    host.show = show === next ? '' : next;
    if (next === 'soon' || next === 'mine') host.day = '';
    if (next === 'mine') host.category = '';
  };
  const choose = (code: string): void => {
    host.category = category === code ? '' : code;
    if (show === 'mine') host.show = '';
  };
  const chip = (on: boolean, content: unknown, act: () => void): TemplateResult =>
    html`<button type="button" class="chip" aria-pressed=${on} @click=${act}>${content}</button>`;
  const rest = categories.filter(({ code }) => !first.includes(code));
  const isRest = rest.some(({ code }) => code === category);
  const showAll = (): void => {
    host.show = host.category = host.day = '';
  };
  return html`<div class="bar" part="toolbar">
    ${week}
    <div class="chips" role="group" aria-label=${words.shows}>
      ${chip(!narrow, words.all, showAll)} ${chip(show === 'free', words.free, () => pick('free'))}
      ${chip(show === 'soon', words.soon, () => pick('soon'))}
      ${isMember || show === 'mine' ? chip(show === 'mine', words.mine, () => pick('mine')) : nothing}
      ${categories
        .filter(({ code }) => first.includes(code))
        .map(({ code, name }) => chip(category === code, html`${glyph(code)}${name}`, () => choose(code)))}
      ${
        rest.length
          ? html`<label class="chip choose ${isRest ? 'on' : ''}">
              <span class="vh">${words.categories}</span>
              <select
                .value=${live(isRest ? category : '')}
                @change=${({ target }: Event) => {
                  if (!(target instanceof HTMLSelectElement)) return;
                  host.category = target.value;
                  if (show === 'mine') host.show = '';
                }}
              >
                <option value="" ?selected=${!isRest}>${words.moreCategories}</option>
                ${rest.map(({ code, name }) => html`<option value=${code} ?selected=${category === code}>${name}</option>`)}
              </select>
              ${icon('down')}
            </label>`
          : nothing
      }
    </div>
  </div>`;
}
