import type { Milestone, Photo, Project } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { money } from '../shared/ballot/money.ts';
import { day, dayOfWeek, exact } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { glyph } from '../shared/ui/glyph.ts';
import { heading } from '../shared/ui/states.ts';
import { noon } from './vote-projects.ts';
import { whyLost } from './why-lost.ts';
import type { DetailWords } from './words/detail.ts';

export interface MainView {
  readonly words: DetailWords;
  readonly lang: Lang;
  readonly now: number;
  readonly level: number;
}

/** Each picture opens whole, in a tab of its own. */
export const pictures = (photos: readonly Photo[], words: DetailWords): TemplateResult =>
  html`<ul class="pics">
    ${photos.map(
      ({ url, width, height }, i) =>
        html`<li><a href=${url} target="_blank" rel="noopener"><img src=${url} width=${width} height=${height} alt=${words.photoOf(i + 1, photos.length)} loading="lazy" /></a></li>`,
    )}
  </ul>`;

const paragraphs = (text: string): TemplateResult[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => html`<p>${line}</p>`);

/** Its state, what it costs, where it is, and how it fared in its round. */
export function renderTop(project: Project, { words, lang, now, level }: MainView): TemplateResult {
  const { status, title, areaName, place, cost, proposer, createdAt, round } = project;
  const tone = status === 'done' ? 'ok' : status === 'proposed' || status === 'declined' ? 'wait' : 'own';
  const votes = round ? (round.votes === null ? words.inRound(round.title) : words.votes(round.title, exact(round.votes))) : '';
  const lost = status === 'not-selected' && round ? whyLost(round, words.whyNot, lang) : '';
  return html`<header class="top">
    <p><span class="tag ${tone}">${words.state[status]}</span></p>
    ${heading(level, title, 'want')}
    <ul class="meta">
      <li>${glyph('place')}<span>${areaName} · ${place}</span></li>
      <li class="num">${glyph('receipt')}<span>${money(cost, lang)}</span></li>
      ${votes ? html`<li>${glyph('check')}<span>${votes}</span></li>` : nothing}
      ${lost ? html`<li>${glyph('info')}<span>${words.lost(lost)}</span></li>` : nothing}
    </ul>
    <p class="small muted">${words.proposer(proposer.name, day(createdAt, lang, now))}</p>
  </header>`;
}

/** Why it came back, and what its proposer wrote before a worker put it right. */
function notes({ reason, original, withheld = [] }: Project, words: DetailWords): unknown {
  const away = withheld.some(({ state }) => state === 'hidden');
  return html`${away ? html`<p class="reason" role="note">${words.putAway}</p>` : nothing}${reason ? html`<div class="reason" role="note"><b>${words.reason}</b>${paragraphs(reason)}</div>` : nothing}
  ${original ? html`<div class="reason" role="note"><b>${words.original}</b><p>${original.title}</p>${paragraphs(original.story)}</div>` : nothing}`;
}

export function renderStory(project: Project, { words, level }: MainView): TemplateResult {
  const { story, photos } = project;
  return html`${notes(project, words)}
    <section class="story">
      ${heading(level, words.about)} ${paragraphs(story)} ${photos.length ? pictures(photos, words) : nothing}
    </section>`;
}

function step(one: Milestone, isNext: boolean, { words, lang, now }: MainView): TemplateResult {
  const on = dayOfWeek(noon(one.on), lang, now);
  return html`<li class=${one.reached ? '' : isNext ? 'now' : 'next'}>
    <b>${one.title}</b>
    ${one.words ? html`<p class="small">${one.words}</p>` : nothing}
    <small>${one.reached ? words.milestone(on, one.percent) : words.planned(on)}</small>
    ${one.photos.length ? pictures(one.photos, words) : nothing}
  </li>`;
}

/** How far it is: what was reached, what comes next, and what neighbours still want put right. */
export function renderProgress(project: Project, view: MainView, title = view.words.progress): TemplateResult | typeof nothing {
  const { words, lang, now, level } = view;
  const { status, percent, owner, budget, dueOn, milestones, openCorrections, closing } = project;
  if (!['selected', 'under-way', 'done'].includes(status)) return nothing;
  const next = milestones.findIndex(({ reached }) => !reached);
  const line = [owner ? words.owner(owner) : '', budget === null ? '' : words.budget(money(budget, lang))].filter(Boolean);
  return html`<section class="progress">
    ${heading(level, title)} ${line.length ? html`<p class="muted">${line.join(' · ')}</p>` : nothing}
    <p class="pct">
      <b class="num">${words.percent(percent)}</b>
      ${dueOn && status !== 'done' ? html`<span class="small muted">${words.due(dayOfWeek(noon(dueOn), lang, now))}</span>` : nothing}
    </p>
    <svg class="track" aria-hidden="true"><rect width="${percent}%" height="100%" rx="4"></rect></svg>
    ${openCorrections ? html`<p class="blocks">${words.blocks(openCorrections)}</p>` : nothing}
    ${
      milestones.length
        ? html`<ol class="steps">
            ${milestones.map((one, i) => step(one, i === next, view))}
          </ol>`
        : html`<p class="muted">${words.noSteps}</p>`
    }
    ${closing ? html`<div class="closing"><b>${words.closing}</b>${paragraphs(closing)}</div>` : nothing}
  </section>`;
}

/** From 1 to 5, once it is done. */
export function renderRating(
  project: Project,
  { words, level }: MainView,
  busy: boolean,
  onRate: (stars: number) => void,
): TemplateResult | typeof nothing {
  const { rating, ratings, myRating, can } = project;
  const may = can.includes('rate');
  if (!may && !ratings) return nothing;
  return html`<section class="rate">
    ${heading(level, words.rate)}
    <p class="small muted">${rating === null ? words.fewRatings : words.rating(rating.toFixed(1), exact(ratings))}</p>
    ${
      may
        ? html`<div class="stars" role="group" aria-label=${words.rate}>
              ${[1, 2, 3, 4, 5].map(
                (stars) =>
                  html`<button
                    type="button"
                    class="icon-btn ${stars <= (myRating ?? 0) ? 'lit' : ''}"
                    aria-pressed=${stars === myRating}
                    aria-disabled=${busy}
                    aria-label="${words.stars(stars)} ${words.rates[stars - 1]}"
                    @click=${() => onRate(stars)}
                  >
                    ${glyph('star')}
                  </button>`,
              )}
            </div>
            <p class="small muted" role="status">${myRating ? words.rated(myRating) : words.rateHint}</p>`
        : nothing
    }
  </section>`;
}
