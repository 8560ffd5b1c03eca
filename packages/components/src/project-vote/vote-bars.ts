import type { Outcome, Round, RoundOption } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { money } from '../shared/ballot/money.ts';
import { exact } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { heading } from '../shared/ui/states.ts';
import type { Counted } from './vote-results.ts';
import { whyLost } from './why-lost.ts';
import type { MoreWords } from './words/more.ts';

type Fared = Outcome['options'][number];

export interface ResultsView {
  readonly words: MoreWords;
  readonly lang: Lang;
  /** Of what stands inside. */
  readonly level: number;
  /** Nothing to press. */
  readonly still: boolean;
  readonly apiUrl: string;
  /** With `{round}` for its id; empty where the page has none. */
  readonly recountHref: string;
  readonly isOtherwise: boolean;
  readonly onOtherwise: () => void;
  readonly onOpen: (id: string) => void;
  /** One's own receipt, where this device has it. */
  readonly slip: unknown;
  /** Where another one is looked up. */
  readonly lookUp: unknown;
}

/** Why it lost, or what those who chose it paid. */
export function whyOf({ why, left, paid }: Fared, words: MoreWords, lang: Lang): string {
  return why === 'won' ? (paid?.length ? paidText(paid, words, lang) : '') : whyLost({ why, left }, words.why, lang);
}

function paidText(paid: NonNullable<Fared['paid']>, words: MoreWords, lang: Lang): string {
  const voters = exact(paid.reduce((sum, one) => sum + one.voters, 0));
  const amounts = paid.map(({ amount }) => amount);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)].map((amount) => money(amount, lang));
  return least === most ? words.paid(voters, most ?? '') : words.paidFrom(voters, least ?? '', most ?? '');
}

/** One bar for each, those with the most votes first. */
export function bars(
  round: Round,
  fared: readonly Pick<Fared, 'id' | 'votes'>[],
  outcome: Outcome | null,
  view: ResultsView,
): TemplateResult {
  const { words, lang, still, onOpen } = view;
  const most = Math.max(1, ...fared.map(({ votes }) => votes));
  const sorted = [...fared].sort((a, b) => b.votes - a.votes);
  return html`<ol class="bars">
    ${sorted.map(({ id, votes }) => {
      const option = round.options.find((one) => one.id === id);
      const result = outcome?.options.find((one) => one.id === id);
      const won = result?.won ?? false;
      const small = [option?.cost == null ? '' : money(option.cost, lang), result ? whyOf(result, words, lang) : ''].filter(
        Boolean,
      );
      const title = option?.title ?? '';
      return html`<li class=${won ? 'win' : ''}>
        <span class="name"
          >${still ? title : html`<button type="button" @click=${() => onOpen(id)}>${title}</button>`}
          ${won ? html`<span class="tag own">${words.won}</span>` : nothing}</span
        >
        <b class="num">${words.votes(exact(votes))}</b>
        <svg class="track" aria-hidden="true"><rect width="${(votes / most) * 100}%" height="100%" rx="6"></rect></svg>
        <small>${small.join(' · ')}</small>
      </li>`;
    })}
  </ol>`;
}

/** What the rule is, in words that a neighbour would use. */
function ruleOf({ rule, winners, budget, completion }: Round, words: MoreWords): string {
  const { whyRule } = words;
  if (rule === 'equal-shares') return whyRule.shares + (completion === 'add1' ? words.add1 : '');
  if (budget === null) return whyRule.top(winners ?? 1);
  return winners === null ? whyRule.greedy : whyRule.both(winners);
}

function why({ round }: Counted, outcome: Outcome, view: ResultsView): TemplateResult {
  const { words, lang, level, apiUrl, recountHref, still } = view;
  const { length } = outcome.winners;
  const record = `${apiUrl}/rounds/${encodeURIComponent(round.id)}`;
  const recount = recountHref.replaceAll('{id}', encodeURIComponent(round.id));
  return html`<section class="why">
    ${heading(level, length ? words.whyTitle(length) : words.whyNone)}
    <p>
      ${ruleOf(round, words)}${outcome.budget === null ? nothing : words.spent(money(outcome.budget, lang), money(outcome.spent, lang))}
    </p>
    ${round.tie ? html`<p>${words.tieRule}</p>` : nothing}
    <p>${words.recountText}</p>
    ${
      still
        ? nothing
        : html`<p class="links">
            ${recount ? html`<a href=${recount}>${words.recount}</a>` : nothing}<a href="${record}/record.json" download>${words.record}</a
            ><a href="${record}/export.pb" download>${words.pb}</a>
          </p>`
    }
  </section>`;
}

/** What the other rule would have made of the same ballots: one tap away, and no more than worked out. */
function otherwise({ round, results }: Counted, outcome: Outcome, view: ResultsView): TemplateResult | typeof nothing {
  const other = results.otherwise;
  if (!other || view.still) return nothing;
  const { words, level, isOtherwise, onOtherwise } = view;
  const title = (id: string) => round.options.find((one: RoundOption) => one.id === id)?.title ?? '';
  const only = (these: readonly string[], those: readonly string[]) => these.filter((id) => !those.includes(id));
  const changes = [
    ...only(other.winners, outcome.winners).map((id) => ({ id, in: true })),
    ...only(outcome.winners, other.winners).map((id) => ({ id, in: false })),
  ];
  return html`<section class="other">
    <button type="button" class="btn line wide" aria-expanded=${isOtherwise} @click=${onOtherwise}>${words.otherwise}</button>
    ${
      isOtherwise
        ? html`<div>
            ${heading(level, words.otherwiseTitle[other.rule])}
            ${
              changes.length
                ? html`<ul>
                    ${changes.map(
                      (one) =>
                        html`<li><span class="tag ${one.in ? 'ok' : 'wait'}">${one.in ? words.otherwiseIn : words.otherwiseOut}</span> ${title(one.id)}</li>`,
                    )}
                  </ul>`
                : html`<p>${words.otherwiseSame}</p>`
            }
            <p class="muted">${words.otherwiseOnly}</p>
          </div>`
        : nothing
    }
  </section>`;
}

/** After the close: how each fared, and why. */
export function renderOutcome(counted: Counted, outcome: Outcome, view: ResultsView): TemplateResult {
  return html`<div class="res">
    ${bars(counted.round, outcome.options, outcome, view)}
    <div class="beside">${view.slip} ${why(counted, outcome, view)} ${otherwise(counted, outcome, view)} ${view.lookUp}</div>
  </div>`;
}
