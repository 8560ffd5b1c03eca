import type { Area } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/ui/icon.ts';
import { periodName } from './star-card.ts';
import type { FmStarGallery } from './star-gallery.ts';
import type { MoreWords } from './words/more.ts';

interface BarView {
  readonly words: MoreWords;
  readonly place: Area | undefined;
  readonly periods: readonly { readonly period: string }[];
}

/** Which honour, as chips. */
export function titleChips(host: FmStarGallery, { words, place }: BarView): TemplateResult {
  const titles = [{ code: '', name: words.all }, ...(place?.settings.starTitles ?? [])];
  return html`<div class="chips" role="group" aria-label=${words.titles}>
    ${titles.map(
      ({ code, name }) =>
        html`<button type="button" class="chip" aria-pressed=${host.starTitle === code ? 'true' : 'false'} @click=${() => (host.starTitle = code)}>${name}</button>`,
    )}
  </div>
`;
}

/** What the honour is for that was chosen. */
export const titleNote = ({ starTitle }: FmStarGallery, { place }: BarView): TemplateResult | typeof nothing => {
  const note = place?.settings.starTitles?.find(({ code }) => code === starTitle)?.note;
  return note ? html`<p class="what-for">${note}</p>` : nothing;
};

/** Of which year, as a native select; where there is one only, there is nothing to choose. */
export function periodSelect(host: FmStarGallery, { words, periods }: BarView): TemplateResult | typeof nothing {
  const known = periods.map(({ period }) => period);
  if (host.period && !known.includes(host.period)) known.push(host.period);
  if (known.length < 2 && !host.period) return nothing;
  const change = ({ target }: Event) => {
    if (target instanceof HTMLSelectElement) host.period = target.value;
  };
  return html`<label class="chip choose">
    <span class="vh">${words.periods}</span>
    <select @change=${change}>
      <option value="" ?selected=${!host.period}>${words.allPeriods}</option>
      ${known.map((period) => html`<option value=${period} ?selected=${host.period === period}>${periodName(period, host.words)}</option>`)}
    </select>
    ${icon('down')}
  </label>`;
}
