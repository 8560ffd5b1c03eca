import type { Round } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { exact, moment } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { heading } from '../shared/ui/states.ts';
import { endOf, phaseOf } from './vote-round.ts';
import type { MoreWords } from './words/more.ts';

const hour = 3_600_000;

/** 还有 14 天; in the last two days by the hour, in the last hour by the minute. */
export function leftOf(until: number, now: number, { left }: MoreWords): string {
  const rest = Math.max(0, until - now);
  if (rest >= 48 * hour) return left.days(Math.floor(rest / (24 * hour)));
  return rest >= hour ? left.hours(Math.floor(rest / hour)) : left.minutes(Math.max(1, Math.ceil(rest / 60_000)));
}

/** When it ended, which may be earlier than was planned; then also why. */
export function endedText(round: Round, words: MoreWords, lang: Lang, now: number): string {
  const at = moment(endOf(round), lang, now);
  return round.reason ? words.early(at, round.reason) : words.closed(at);
}

/** 已有 1,128 位邻居投票，还有 14 天，12月7日 周一 20:00 截止 */
export function renderSub(round: Round, words: MoreWords, lang: Lang, now: number): TemplateResult {
  const phase = phaseOf(round, now);
  const { ballots, paper } = round.turnout;
  const at = (when: string) => moment(when, lang, now);
  const keep = (text: string) => html`<span class="ph">${text}</span>`;
  if (phase === 'before') return keep(words.opensIn(leftOf(Date.parse(round.opensAt), now, words), at(round.opensAt)));
  const count = !ballots ? words.nobody : phase === 'during' ? words.voters(exact(ballots)) : words.turnout(exact(ballots));
  const parts =
    phase === 'during'
      ? [count, leftOf(Date.parse(round.closesAt), now, words), words.closes(at(round.closesAt))]
      : [
          count,
          ...(round.electorate ? [words.of(exact(round.electorate))] : []),
          ...(paper ? [words.paper(exact(paper))] : []),
          endedText(round, words, lang, now),
        ];
  return html`${parts.map((part, i) => keep(part + (i < parts.length - 1 ? words.and : '')))}`;
}

export interface OthersView {
  readonly words: MoreWords;
  readonly lang: Lang;
  readonly now: number;
  readonly level: number;
  readonly onShow: (id: string) => void;
}

/** Rounds of this area and of those around it, one press away. */
export function renderOthers(others: readonly Round[], { words, lang, now, level, onShow }: OthersView): unknown {
  if (!others.length) return nothing;
  return html`<section class="part">
    ${heading(level, words.others)}
    <ul class="others">
      ${others.map((round) => {
        const phase = phaseOf(round, now);
        const when = moment(phase === 'before' ? round.opensAt : endOf(round), lang, now);
        const state = phase === 'after' && round.reason ? 'early' : phase;
        return html`<li>
          <button type="button" class="btn quiet" @click=${() => onShow(round.id)}>${round.title}</button>
          <span class="small muted">${[round.areaName, words.phase[state], when].join(' · ')}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}
