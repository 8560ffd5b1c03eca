import type { Round } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { forCheckers } from '../shared/ballot/for-checkers.ts';
import type { BallotWords } from '../shared/ballot/words/index.ts';
import { moment } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { heading, skeletonLines } from '../shared/ui/index.ts';
import type { ContestWords } from './words/contest.ts';

/** The shape of a contest while it opens. */
export const contestGhost = (): TemplateResult => html`<div class="late ghost" aria-hidden="true">
  ${skeletonLines(50, 75)}
  <ul class="cands">
    ${[1, 2, 3, 4].map(() => html`<li class="cand"><span class="face"></span><div class="of ghost">${skeletonLines(30, 75, 50)}</div></li>`)}
  </ul>
</div>`;

/** Who may vote, where it is not whoever looks; when it begins, where it has not. */
export function whyNot(
  { status, opensAt, mine, can, areaName }: Round,
  words: ContestWords,
  { lang, now }: { readonly lang: Lang; readonly now: number },
): TemplateResult | typeof nothing {
  if (status !== 'open' || can.includes('ballot')) return nothing;
  if (new Date(opensAt).getTime() > now) return html`<p class="why">${words.soon(moment(opensAt, lang, now))}</p>`;
  return mine && !mine.eligible ? html`<p class="why">${words.notEligible(areaName)}</p>` : nothing;
}

/** What the receipt is good for, and what not. */
export const howCounted = (round: Round, words: BallotWords, level: number): TemplateResult => html`<div class="told">
  ${heading(level, words.told)}
  <p>${round.live ? words.live : words.secret}</p>
  <p>${words.published}${words.ties}</p>
  <p>${words.paper}</p>
  ${forCheckers(round, words)}
</div>`;
