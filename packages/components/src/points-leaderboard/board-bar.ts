import type { Leaderboard } from '@five-micro/sdk';
import { html, type TemplateResult } from 'lit';
import { avatar } from '../shared/ui/avatar.ts';
import { boards, periods } from './board-list.ts';
import type { FmPointsLeaderboard } from './points-leaderboard.ts';
import type { MoreWords } from './words/more.ts';

/** When, and who: two rows of buttons of which one each is pressed. */
export function boardBar(board: FmPointsLeaderboard, words: MoreWords): TemplateResult {
  const { period, of } = board.question;
  return html`<div class="bar" part="toolbar">${choice(words.periods, periods, words.tab, period, (to) => (board.period = to))}
  ${choice(words.boards, boards, board.words.of, of, (to) => (board.of = to))}</div>`;
}

const choice = <T extends string>(
  label: string,
  options: readonly T[],
  names: Readonly<Record<T, string>>,
  now: T,
  act: (to: T) => void,
): TemplateResult =>
  html`<div class="seg" role="group" aria-label=${label}>
    ${options.map(
      (option) =>
        html`<button type="button" aria-pressed=${option === now ? 'true' : 'false'} @click=${() => act(option)}>${names[option]}</button>`,
    )}
  </div>`;

/** While fewer than three are there, as on the first of a month: the steps that nobody stands on yet. Who asks for two has not seen all. */
export const freeSteps = ({ items, nextCursor }: Leaderboard, words: MoreWords): TemplateResult[] =>
  (nextCursor ? [] : [2, 3].slice(items.length - 1)).map(
    (rank) => html`<li class="s${rank} free" aria-hidden="true">
      ${avatar('')}<span class="pts">${words.free}</span><span class="step">${rank}</span>
    </li>`,
  );
