import type { RoundOption } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { exact } from '../shared/format.ts';
import { icon } from '../shared/ui/icons.ts';
import { heading, phrases } from '../shared/ui/index.ts';
import { face } from './star-card.ts';
import type { ContestWords } from './words/contest.ts';

export interface CandidatesView {
  readonly words: ContestWords;
  readonly level: number;
  readonly titles: ReadonlyMap<string, string>;
  /** Ballots are taken from whoever looks, and are being made. */
  readonly voting: boolean;
  readonly has: (id: string) => boolean;
  readonly onPick: (option: RoundOption) => void;
  readonly onRead: (option: RoundOption) => void;
  /** Where votes are shown while it is open. */
  readonly votes: ReadonlyMap<string, number>;
}

/** 怡康社区 · 服务之星 */
export const fromWhere = ({ place, starTitle }: RoundOption, titles: ReadonlyMap<string, string>): string =>
  [place, starTitle && (titles.get(starTitle) ?? starTitle)].filter(Boolean).join(' · ');

export const firstOf = (name: string): string => [...name.trim()][0] ?? '';

export const candidates = (options: readonly RoundOption[], view: CandidatesView): TemplateResult => html`
  <ul class="cands">
    ${repeat(
      options,
      ({ id }) => id,
      (option) => candidate(option, view),
    )}
  </ul>
`;

function candidate(option: RoundOption, view: CandidatesView): TemplateResult {
  const { words, level, titles, voting, has, onPick, onRead, votes } = view;
  const on = voting && has(option.id);
  const count = votes.get(option.id);
  return html`<li part="card" class="cand ${on ? 'on' : ''}" data-cand=${option.id} tabindex="-1">
    ${face(option.photos[0], firstOf(option.title), option.title)}
    <div class="of">
      ${heading(level, option.title)}
      <p class="from">${fromWhere(option, titles)}</p>
      <p class="say">${phrases(option.words)}</p>
      ${count === undefined ? nothing : html`<p class="from num">${words.votes(exact(count))}</p>`}
    </div>
    <div class="do">
      ${
        voting
          ? html`<button type="button" part="act" class="btn ${on ? 'tonal' : 'line'}" aria-pressed=${on ? 'true' : 'false'} @click=${() => onPick(option)}>
              ${on ? html`${icon('check')}${words.picked}` : words.pick}<span class="vh">${words.pickName(option.title)}</span>
            </button>`
          : nothing
      }
      ${readButton(option, words, onRead)}
    </div>
  </li>`;
}

/** 读故事, where one was written. */
export const readButton = (
  option: RoundOption,
  words: ContestWords,
  onRead: (option: RoundOption) => void,
): TemplateResult | typeof nothing =>
  option.told === false
    ? nothing
    : html`<button type="button" class="btn quiet" data-read=${option.id} aria-haspopup="dialog" @click=${() => onRead(option)}>
    ${words.read}<span class="vh">${words.pickName(option.title)}</span>
  </button>`;
