import type { Round, RoundOption } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { money } from '../shared/ballot/money.ts';
import type { Lang } from '../shared/options.ts';
import { glyph } from '../shared/ui/glyph.ts';
import { heading } from '../shared/ui/heading.ts';
import { paperOf } from '../shared/ui/paper.ts';
import { phrases } from '../shared/ui/phrases.ts';
import type { VoteWords } from './words/zh-CN.ts';

export interface CardView {
  readonly words: VoteWords;
  readonly lang: Lang;
  /** Of the title. */
  readonly level: number;
  /** Nothing to press, on a screen that nobody touches. */
  readonly still: boolean;
  /** Ballots are taken from whoever looks. */
  readonly votes: boolean;
  readonly isChosen: (option: RoundOption) => boolean;
  /** There is no room for it on the ballot. */
  readonly isShut: (option: RoundOption) => boolean;
  readonly onPick: (option: RoundOption) => void;
  readonly onOpen: (option: RoundOption) => void;
}

/** A resident's photo, or paper with a house on it. */
export const picture = ({ id, photos: [photo] }: Pick<RoundOption, 'id' | 'photos'>): TemplateResult =>
  photo
    ? html`<img class="pic" src=${photo.url} width=${photo.width} height=${photo.height} alt="" loading="lazy" />`
    : html`<svg class="pic p${paperOf(id)}" viewBox="0 0 96 96" aria-hidden="true"><path d="M10 78h76M22 78V48l18-14 18 14v30M35 78V60h10v18M72 78V56a9 9 0 1 0-.1 0" /></svg>`;

/** What it costs, and where it is. */
export const facts = ({ cost, place }: Pick<RoundOption, 'cost' | 'place'>, lang: Lang): TemplateResult => html`<p class="cost">
  ${cost === null ? nothing : html`<span class="num">${glyph('receipt')}${money(cost, lang)}</span>`}
  ${place ? html`<span>${glyph('place')}${place}</span>` : nothing}
</p>`;

/** One project on the ballot. */
export function voteCard(option: RoundOption, view: CardView): TemplateResult {
  const { words, lang, level, still, votes, isChosen, isShut, onPick, onOpen } = view;
  const on = isChosen(option);
  const title = phrases(option.title);
  const text = on ? words.picked : words.pick;
  return html`<li class="opt ${on ? 'on' : ''}" part="card">
    ${picture(option)}
    <div>
      ${heading(level, still ? title : html`<button type="button" @click=${() => onOpen(option)}>${title}</button>`, 'want')}
      <p class="say">${option.words}</p>
      ${facts(option, lang)}
    </div>
    ${
      votes
        ? html`<button
            part="act"
            type="button"
            class="btn wide ${on ? 'tonal' : 'line'}"
            aria-pressed=${on}
            aria-disabled=${isShut(option)}
            aria-label="${text} ${option.title}"
            @click=${() => onPick(option)}
          >
            ${on ? glyph('check') : nothing}${text}
          </button>`
        : nothing
    }
  </li>`;
}

/** How one votes, how it is decided and how much there is: one line on a wide page. */
export function howItWorks({ ballot, rule, winners, budget }: Round, words: VoteWords, lang: Lang): TemplateResult {
  const { min = 0, max = 1 } = ballot;
  const how = ballot.type === 'budget' ? words.within : min > 1 ? words.between(min, max) : words.most(max);
  const then = rule === 'equal-shares' ? words.shares : winners === null ? words.money : words.upTo(winners);
  const line = (name: string, what: string, more?: string) => html`<div>
    <dt>${name}</dt>
    <dd><b>${what}</b>${more ? html` <span>${more}</span>` : nothing}</dd>
  </div>`;
  return html`<dl class="rule">
    ${line(words.how, how, words.change)} ${line(words.rule, words.rules[rule], then)}
    ${budget === null ? nothing : line(words.budget, money(budget, lang))}
  </dl>`;
}

/** The shape of what is on its way. */
export const ghostCards = (howMany: number): TemplateResult => html`<ul class="opts ghosts" aria-hidden="true">
  ${[...Array(howMany).keys()].map(() => html`<li class="opt"><span class="pic"></span><div><i></i><i></i><i></i></div></li>`)}
</ul>`;
