import type { Ranked } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../shared/ui/avatar.ts';
import type { BoardOf, Period } from './board-list.ts';
import type { BoardWords } from './words/zh-CN.ts';

/** What the lines of a board draw with. */
export interface BoardView {
  readonly words: BoardWords;
  readonly period: Period;
  readonly of: BoardOf;
}

/** `1,286`: in a ranking every point counts, so nothing is rounded. */
export const figure = (value: number): string => value.toLocaleString('en-US');

/** How someone moved since the period before, as a sign and in words; nothing for all time. */
export function change(delta: number | null, { words, period }: BoardView): unknown {
  if (period === 'all') return nothing;
  if (delta === null) return words.fresh(words.period[period]);
  if (!delta) return words.same;
  return delta > 0
    ? html`<span class="up" aria-hidden="true">▲</span> ${words.up(delta)}`
    : html`<span class="dn" aria-hidden="true">▼</span> ${words.down(-delta)}`;
}

/** 行动 18 小时，圆了 3 个心愿: a line ends between the two, not within one. */
const deedsOf = ({ deeds: { hours, wishes } }: Ranked, words: BoardWords): unknown[] => [
  hours ? html`<span class="ph">${words.hours(hours)}${wishes ? words.and : ''}</span>` : '',
  wishes ? html`<span class="ph">${words.wishes(wishes)}</span>` : '',
];

const perHead = ({ perHead }: Ranked, words: BoardWords): unknown =>
  perHead === undefined ? nothing : html`<small>${words.perHead(figure(perHead))}</small>`;

/** The first three on steps as high as their rank: two who share the first stand equally high. Beside them what is `free`. */
export const podium = (items: readonly Ranked[], { words }: BoardView, free: unknown): TemplateResult => html`
  <ol class="podium" part="podium">
    ${items.map(
      (one) => html`<li class="s${one.rank}">
        <span class="vh">${words.nth(one.rank)}</span>${avatar(one.name)}<b>${one.name}</b>
        <span class="pts">${words.pts(figure(one.points))}${perHead(one, words)}</span>
        <span class="step" aria-hidden="true">${one.rank}</span>
      </li>`,
    )}
    ${free}
  </ol>
`;

/** A plain table of those below. */
export function table(items: readonly Ranked[], view: BoardView, caption: string): TemplateResult {
  const { words, period, of } = view;
  return html`<table class="board">
    <caption class="vh">${caption}</caption>
    <thead>
      <tr>
        <th class="r">${words.rank}</th>
        <th>${words.of[of]}</th>
        ${period === 'all' ? nothing : html`<th class="c">${words.since[period]}</th>`}
        <th class="p">${words.points}</th>
      </tr>
    </thead>
    <tbody>
      ${items.map((one) => row(one, view))}
    </tbody>
  </table>`;
}

function row(one: Ranked, view: BoardView): TemplateResult {
  const { words, period } = view;
  return html`<tr part="row" tabindex="-1" class=${one.mine ? 'mine' : ''}>
    <td class="r">${one.rank}</td>
    <th scope="row">
      <span class="n">${avatar(one.name)}<span
        ><span class="name">${one.name}</span>${one.mine ? html` <em>${words.you}</em>` : nothing}<small
            >${deedsOf(one, words)} ${period === 'all' || one.delta === 0 ? nothing : html`<span class="ch">${change(one.delta, view)}</span>`}</small
          ></span
        ></span
      >
    </th>
    ${period === 'all' ? nothing : html`<td class="c">${change(one.delta, view)}</td>`}
    <td class="p">${words.pts(figure(one.points))}${perHead(one, words)}</td>
  </tr>`;
}

/** The shape of a board while it opens. */
export const ghost = (steps: boolean): TemplateResult => html`
  <div class="ghosts" aria-hidden="true">
    ${
      steps
        ? html`<ol class="podium">
            ${[1, 2, 3].map((rank) => html`<li class="s${rank}">${avatar('')}<span class="step"></span></li>`)}
          </ol>`
        : nothing
    }<i></i><i></i><i></i><i></i><i></i>
  </div>
`;
