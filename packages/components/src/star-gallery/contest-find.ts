import type { Round, RoundOption } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/ui/icons.ts';
import type { ContestWords } from './words/contest.ts';

/** What is looked for among the candidates. */
export interface Sought {
  readonly q: string;
  readonly place: string;
  readonly title: string;
}

export const nothingSought: Sought = { q: '', place: '', title: '' };

/** As the server folds what is searched: compatibility forms, lower case. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

export function narrowed(options: readonly RoundOption[], { q, place, title }: Sought): RoundOption[] {
  const wanted = folded(q);
  return options.filter(
    (option) =>
      (!place || option.place === place) &&
      (!title || option.starTitle === title) &&
      (!wanted || folded(`${option.title} ${option.words}`).includes(wanted)),
  );
}

const sorted = (names: readonly (string | null)[]): string[] =>
  [...new Set(names.flatMap((name) => name ?? []))].sort((a, b) => a.localeCompare(b, 'zh-CN'));

interface FindView {
  readonly words: ContestWords;
  readonly round: Round;
  readonly sought: Sought;
  /** The names of honours by their codes. */
  readonly titles: ReadonlyMap<string, string>;
  readonly onSeek: (change: Partial<Sought>) => void;
}

/** By name or deed, by community, by honour. What there is one of alone is not asked for. */
export function findBar({ words, round, sought, titles, onSeek }: FindView): TemplateResult {
  const places = sorted(round.options.map(({ place }) => place));
  const codes = [...titles.keys()].filter((code) => round.options.some(({ starTitle }) => starTitle === code));
  /** What an input method is still composing is not looked for. */
  const type = (event: Event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement && !(event instanceof InputEvent && event.isComposing)) onSeek({ q: target.value });
  };
  const choose = ({ target }: Event) => {
    if (target instanceof HTMLSelectElement) onSeek({ place: target.value });
  };
  return html`<div class="find" role="search">
    <label class="input">
      ${icon('search')}<span class="vh">${words.searchLabel}</span>
      <input type="search" .value=${sought.q} placeholder=${words.search} @input=${type} @compositionend=${type} />
    </label>
    ${
      places.length > 1
        ? html`<label class="input">
            ${icon('place')}<span class="vh">${words.community}</span>
            <select @change=${choose}>
              <option value="" ?selected=${!sought.place}>${words.everywhere(places.length)}</option>
              ${places.map((place) => html`<option value=${place} ?selected=${sought.place === place}>${place}</option>`)}
            </select>
            ${icon('down')}
          </label>`
        : nothing
    }
    ${
      codes.length > 1
        ? html`<div class="chips" role="group" aria-label=${words.titles}>
            ${['', ...codes].map(
              (code) =>
                html`<button type="button" class="chip" aria-pressed=${sought.title === code ? 'true' : 'false'} @click=${() => onSeek({ title: code })}>${titles.get(code) ?? words.all}</button>`,
            )}
          </div>`
        : nothing
    }
  </div>`;
}
