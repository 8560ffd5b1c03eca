import type { Outcome, Round, RoundOption, RoundResults } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { exact } from '../shared/format.ts';
import { icon } from '../shared/ui/icons.ts';
import { heading } from '../shared/ui/index.ts';
import { firstOf, fromWhere, readButton } from './contest-cards.ts';
import { face } from './star-card.ts';
import type { ContestWords } from './words/contest.ts';

interface ResultsView {
  readonly words: ContestWords;
  readonly level: number;
  readonly titles: ReadonlyMap<string, string>;
  /** How many of those who were not chosen are shown. */
  readonly most: number;
  readonly step: number;
  readonly onMore: () => void;
  readonly onRead: (option: RoundOption) => void;
  /** Where all ballots are, as a file. */
  readonly record: string;
  /** The page that counts them again; empty where the portal has none. */
  readonly recount: string;
  /** What only those ask who check. */
  readonly checkers: unknown;
}

type Fared = Outcome['options'][number] & { readonly option: RoundOption };

/** Who was chosen, with their votes; below them all others, those with the most votes first. */
export function contestResults(round: Round, { outcome }: RoundResults, view: ResultsView): TemplateResult | typeof nothing {
  if (!outcome) return nothing;
  const { words, level, most, step, onMore, record, recount, checkers } = view;
  const known = new Map(round.options.map((option) => [option.id, option]));
  const fared = outcome.options.flatMap((one): Fared[] => {
    const option = known.get(one.id);
    return option ? [{ ...one, option }] : [];
  });
  const won = outcome.winners.flatMap((id) => fared.find((one) => one.id === id) ?? []);
  const others = fared.filter((one) => !one.won);
  const top = Math.max(1, ...fared.map(({ votes }) => votes));
  const left = Math.min(step, others.length - most);
  return html`<section class="results">
    ${heading(level, words.results)}
    ${
      won.length
        ? html`<ol class="won">
            ${won.map((one) => winner(one, view))}
          </ol>`
        : html`<p>${round.turnout.ballots ? words.noWinners : words.noBallots}</p>`
    }
    ${
      others.length
        ? html`${heading(level, words.othersTitle)}
            <ol class="bars">
              ${others.slice(0, most).map((one) => bar(one, top, view))}
            </ol>
            ${left > 0 ? html`<p class="more"><button type="button" class="btn line" @click=${onMore}>${words.more(left)}</button></p>` : nothing}`
        : nothing
    }
    <div class="told">
      ${heading(level, words.recount)}
      <p>${words.recountHint}</p>
      <p class="files">
        ${recount ? html`<a class="btn line" href=${recount}>${words.recount}</a>` : nothing}
        <a class="btn line" href=${record} download>${icon('save')}${words.file}</a>
      </p>
      ${checkers}
    </div>
  </section>`;
}

const winner = ({ option, votes }: Fared, { words, level, titles, onRead }: ResultsView): TemplateResult => html`
  <li class="cand">
    ${face(option.photos[0], firstOf(option.title), option.title)}
    <div class="of">
      ${heading(level + 1, option.title)}
      <p class="from">${fromWhere(option, titles)}</p>
      <p class="say">${option.words}</p>
      <p class="got num">${words.votes(exact(votes))}</p>
    </div>
    <div class="do">${readButton(option, words, onRead)}</div>
  </li>
`;

function bar({ option, votes, why }: Fared, top: number, { words, titles }: ResultsView): TemplateResult {
  const reason = why === 'beyond-winners' ? '' : words.why[why];
  return html`<li>
    <span class="name">${option.title}</span><b class="num">${words.votes(exact(votes))}</b>
    <svg class="track" aria-hidden="true"><rect width="${Math.round((votes / top) * 1000) / 10}%" height="100%" rx="4"></rect></svg>
    <small>${[fromWhere(option, titles), reason].filter(Boolean).join(' · ')}</small>
  </li>`;
}
