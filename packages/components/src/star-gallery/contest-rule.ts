import type { Round } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { limitsOf } from '../shared/ballot/limits.ts';
import { exact, moment } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import type { ContestWords } from './words/contest.ts';

interface RuleView {
  readonly words: ContestWords;
  readonly lang: Lang;
  readonly now: number;
}

/** How to vote, who may, until when: in one line each. */
export function ruleBox(round: Round, { words, lang, now }: RuleView): TemplateResult {
  const { min, max } = limitsOf(round);
  const choose = min > 1 ? words.atLeast(min, max) : Number.isFinite(max) ? words.upTo(max) : '';
  const opens = new Date(round.opensAt).getTime() > now;
  const line = (what: string, bold: string, rest: string) => html`<div><dt>${what}</dt><dd><b>${bold}</b>${rest}</dd></div>`;
  return html`<dl class="rule">
    ${line(words.how, choose, words.changeable)} ${line(words.who, words.residents(round.areaName), words.oneEach)}
    ${opens ? line(words.from, moment(round.opensAt, lang, now), '') : nothing}
    ${line(words.until, moment(round.closesAt, lang, now), round.live ? '' : `${lang === 'en' ? ', ' : '，'}${words.countedThen}`)}
  </dl>`;
}

/** How many voted; why it ended early. */
export function turnoutLine(
  { turnout, electorate, reason, status }: Round,
  words: ContestWords,
): TemplateResult | typeof nothing {
  const { ballots, paper } = turnout;
  if (!ballots && status !== 'closed') return nothing;
  const share = electorate && ballots <= electorate ? words.turnoutOf(`${Math.round((ballots / electorate) * 1000) / 10}%`) : '';
  const plain = status === 'closed' ? words.turnoutEnded : words.turnout;
  const text = paper ? words.turnoutPaper(exact(ballots), exact(paper)) : plain(exact(ballots));
  return html`<p class="turnout">${text}${share}${reason ? html`<br />${words.reason(reason)}` : nothing}</p>`;
}
