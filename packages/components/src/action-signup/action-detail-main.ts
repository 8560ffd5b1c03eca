import type { Action, Area } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../shared/format.ts';
import { heading } from '../shared/ui/states.ts';
import type { DetailWords } from './words/detail.ts';

const calledOff = ({ status, reason }: Action, words: DetailWords): TemplateResult | typeof nothing =>
  status === 'cancelled'
    ? html`<div class="called-off" role="note"><b>${words.cancelled}</b>${reason ? html`<p>${reason}</p>` : nothing}</div>`
    : nothing;

/** Whoever holds it reads that something of it is gone for the others. */
const away = ({ withheld = [] }: Action, words: DetailWords): TemplateResult | typeof nothing =>
  withheld.some(({ state }) => state === 'hidden') ? html`<p class="away" role="note">${words.putAway}</p>` : nothing;

const pictures = (photos: Action['photos'], words: DetailWords): TemplateResult =>
  html`<ul class="pics">
    ${photos.map(
      ({ url, width, height }, i) =>
        html`<li>
          <a href=${url} target="_blank" rel="noopener">
            <img src=${url} width=${width} height=${height} alt=${fill(words.photoOf, { index: i + 1, of: photos.length })} loading="lazy" />
          </a>
        </li>`,
    )}
  </ul>`;

function story({ story, photos }: Action, words: DetailWords, level: number): TemplateResult | typeof nothing {
  const lines = story
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (!lines.length && !photos.length) return nothing;
  return html`<section class="story">
    ${heading(level, words.about)} ${lines.map((line) => html`<p>${line}</p>`)} ${photos.length ? pictures(photos, words) : nothing}
  </section>`;
}

/** Who holds it; an organisation's name leads to its page, where the portal has one. */
function hostOf({ host }: Action, place: Area | undefined): unknown {
  const page = place?.settings.links['organisation'];
  return host.slug && page ? html`<a href=${page.replace('{slug}', encodeURIComponent(host.slug))}>${host.name}</a>` : host.name;
}

function facts(action: Action, words: DetailWords, level: number, place: Area | undefined): TemplateResult {
  const { bring, forWhom, minimumAge, series } = action;
  const all: [string, unknown][] = [
    [words.host, hostOf(action, place)],
    [words.bring, bring],
    [words.forWhom, forWhom],
    [words.age, minimumAge && fill(words.ageText, { age: minimumAge })],
    [words.series, series && fill(words.seriesText, { index: series.index, of: series.of })],
  ];
  return html`<section>
    ${heading(level, words.facts)}
    <dl class="facts">
      ${all.map(([name, value]) =>
        value
          ? html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`
          : nothing,
      )}
    </dl>
  </section>`;
}

/** What one reads before one comes: why it was called off, the story, and the plain facts. */
export const renderMain = (action: Action, words: DetailWords, level: number, place: Area | undefined): TemplateResult =>
  html`${calledOff(action, words)}${away(action, words)}${story(action, words, level)}${facts(action, words, level, place)}`;
