import type { Outcome, Round, RoundResults } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { money } from '../../shared/ballot/money.ts';
import { moment } from '../../shared/format.ts';
import type { Lang } from '../../shared/options.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import type { RoundWords } from './words/index.ts';

/** Where a round is for who looks at it: an open one may not have begun. */
export const phaseOf = ({ status, opensAt }: Round, now: number): keyof RoundWords['status'] =>
  status === 'open' && Date.parse(opensAt) > now ? 'soon' : status;

const tones = { draft: 'wait', soon: 'wait', open: 'own', closed: '' } as const;
export const phaseTag = (round: Round, words: RoundWords, now: number): TemplateResult => {
  const phase = phaseOf(round, now);
  return html`<span class="tag ${tones[phase]}">${words.status[phase]}</span>`;
};

/** What has to be known of a ballot and a rule to say them in words. */
export type Plan = Pick<Round, 'ballot' | 'rule' | 'completion' | 'winners' | 'budget'>;

export const ballotText = ({ ballot }: Pick<Plan, 'ballot'>, { rules }: RoundWords): string =>
  ballot.type === 'budget' ? rules.budgetBallot : rules.approval(ballot.min ?? 0, ballot.max ?? 1);

export function ruleText({ rule, completion, winners, budget }: Plan, { rules }: RoundWords, stop: string): string {
  if (rule === 'equal-shares') return `${rules.shares}${stop}${completion === 'add1' ? rules.add1 : rules.kept}`;
  if (budget === null) return winners === null ? '' : rules.winners(winners);
  return winners === null ? rules.greedy : rules.greedyWinners(winners);
}

function factsOf(round: Round, words: RoundWords, lang: Lang, stop: string): [string, string][] {
  const { facts } = words;
  const { ballots, paper } = round.turnout;
  const turnout = round.electorate === null ? words.turnout(ballots) : words.ofElectorate(ballots, round.electorate);
  const rows: [string, string | null][] = [
    [facts.opens, moment(round.opensAt, lang)],
    [facts.closes, moment(round.closesAt, lang)],
    [facts.turnout, round.status === 'draft' ? null : [turnout, paper ? words.onPaper(paper) : ''].filter(Boolean).join(' · ')],
    [facts.ballot, ballotText(round, words)],
    [facts.rule, ruleText(round, words, stop)],
    [facts.budget, round.budget === null ? null : money(round.budget, lang)],
    [facts.who, words.whoText(moment(round.cutOff, lang))],
    [facts.live, round.status === 'closed' ? null : round.live ? words.liveYes : words.liveNo],
    [facts.tie, round.tie === null ? words.tieDrawn : words.tieSaid(round.tie)],
    [facts.closed, round.closedAt && moment(round.closedAt, lang)],
    [facts.reason, round.reason],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

/** All that is decided about a round, in plain words; digests as they are published. */
export const roundFacts = (round: Round, words: RoundWords, lang: Lang, stop: string): TemplateResult => html`<dl class="facts">
  ${factsOf(round, words, lang, stop).map(([name, value]) => html`<dt>${name}</dt><dd class="num">${value}</dd>`)}
  ${round.openingDigest ? html`<dt>${words.facts.digest}</dt><dd class="digest">${round.openingDigest}</dd>` : nothing}
  ${round.closingDigest ? html`<dt>${words.facts.closing}</dt><dd class="digest">${round.closingDigest}</dd>` : nothing}
</dl>`;

/** What makes a paper no ballot of this round, in words; nothing where it is one. */
export function wrongOnPaper(
  choices: readonly string[],
  { ballot, budget, options }: Round,
  { paper }: RoundWords,
  lang: Lang,
): string {
  const { min = 0, max = options.length } = ballot;
  if (ballot.type === 'approval')
    return choices.length < min ? paper.tooFew(min) : choices.length > max ? paper.tooMany(max) : '';
  const cost = options.filter(({ id }) => choices.includes(id)).reduce((sum, one) => sum + (one.cost ?? 0), 0);
  return budget !== null && cost > budget ? paper.tooDear(money(budget, lang)) : '';
}

/** What stands on the ballot. */
export const roundOptions = ({ options }: Round, words: RoundWords, level: number, lang: Lang): TemplateResult => html`<div>
  ${heading(level, words.options(options.length), 'part')}
  <ol class="options">
    ${options.map(
      ({ title, cost, place }) =>
        html`<li><span>${title}${place ? html`<small>${place}</small>` : nothing}</span>${cost === null ? nothing : html`<span class="num">${money(cost, lang)}</span>`}</li>`,
    )}
  </ol>
</div>`;

/** So long after the close it is said where it goes on. */
const aMonth = 30 * 86_400_000;

/** Who won and why; while it is open and live, the counts. */
export function roundResults(
  round: Round,
  { outcome, otherwise, votes }: RoundResults,
  { words, level, lang, apiUrl, now }: { words: RoundWords; level: number; lang: Lang; apiUrl: string; now: number },
): TemplateResult | typeof nothing {
  const { results } = words;
  const titleOf = (id: string) => round.options.find((one) => one.id === id)?.title ?? id;
  if (!outcome) {
    if (!votes) return nothing;
    const sorted = [...votes].sort((a, b) => b.votes - a.votes);
    return html`<div>
      ${heading(level, results.sofar, 'part')}
      <ol class="options">${sorted.map((one) => html`<li><span>${titleOf(one.id)}</span><span class="num">${results.votes(one.votes)}</span></li>`)}</ol>
    </div>`;
  }
  const names = (one: Outcome) => one.winners.map(titleOf).join(lang === 'en' ? ', ' : '、');
  const fresh = round.closedAt !== null && now - Date.parse(round.closedAt) < aMonth;
  const same = otherwise && [...otherwise.winners].sort().join() === [...outcome.winners].sort().join();
  return html`<div>
    ${heading(level, results.title, 'part')}
    <ol class="options">
      ${outcome.options.map(
        ({ id, votes: count, won, why }) =>
          html`<li class=${won ? 'won' : ''}>
            <span>${titleOf(id)}<small>${won ? html`${icon('check')}${results.won}` : results.why[why]}</small></span><span class="num">${results.votes(count)}</span>
          </li>`,
      )}
    </ol>
    ${outcome.budget === null ? nothing : html`<p class="num">${results.spent(money(outcome.spent, lang), money(outcome.budget, lang))}</p>`}
    ${fresh && outcome.winners.length ? html`<p class="small">${results.next[round.of]}</p>` : nothing}
    ${otherwise ? html`<p class="muted small">${same ? results.same : results.otherwise(names(otherwise))}</p>` : nothing}
    <p class="acts">
      <a class="btn quiet" href="${apiUrl}/rounds/${round.id}/record.json" download>${icon('save')}${results.record}</a>
      <a class="btn quiet" href="${apiUrl}/rounds/${round.id}/export.pb" download>${icon('save')}${results.pb}</a>
    </p>
  </div>`;
}
