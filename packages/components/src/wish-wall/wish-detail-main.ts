import type { Claim, Photo, Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { day, dayOfWeek } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { icon, kindIcon } from '../shared/ui/icons.ts';
import { phrases } from '../shared/ui/phrases.ts';
import { heading } from '../shared/ui/states.ts';
import { paperOf } from '../shared/ui/paper.ts';
import type { DetailWords } from './detail-words/index.ts';
import { givenStars } from './wish-stars.ts';

export interface MainOptions {
  wish: Wish;
  words: DetailWords;
  lang: Lang;
  level: number;
}

/** The paper at the top: kind, the wish, for whom, where, by when. */
export function renderPaper({ wish, words, lang, level }: MainOptions): TemplateResult {
  const { header } = words;
  const { relation, name } = wish.forWhom;
  const facts: [Parameters<typeof icon>[0], string][] = [
    ['person', relation === 'self' ? header.own(wish.wisher.name) : header.forSomeone(name)],
    ['place', [wish.areaName, wish.place].filter(Boolean).join(' ')],
  ];
  if (wish.claimersWanted > 1) facts.push(['people', header.helpers(wish.claimersWanted)]);
  if (wish.wantedBy) facts.push(['clock', header.before(dayOfWeek(wish.wantedBy, lang))]);
  return html`<header class="paper p${paperOf(wish.id)}">
    <p class="top">
      <span class="kind">${icon(kindIcon[wish.kind])}${words.kinds[wish.kind]}</span>
      ${wish.status === 'open' ? nothing : html`<span class="tag ${tone(wish)}">${words.status[wish.status]}</span>`}
    </p>
    ${heading(level, phrases(wish.title), 'want')}
    <ul class="facts">
      ${facts.map(([name, text]) => html`<li>${icon(name)}<span>${text}</span></li>`)}
    </ul>
  </header>`;
}

const tone = ({ status }: Wish): string => {
  if (status === 'confirmed' || status === 'closed') return 'ok';
  if (status === 'declined') return 'no';
  return status === 'claimed' || status === 'fulfilled' || status === 'submitted' ? 'wait' : '';
};

const paragraphs = (text: string): TemplateResult[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => html`<p>${line}</p>`);

const pictures = (
  photos: readonly Photo[],
  words: DetailWords,
  altOf: DetailWords['photoOf'],
): TemplateResult | typeof nothing =>
  photos.length === 0
    ? nothing
    : html`<ul class="pics">
        ${photos.map(
          ({ url, width, height, public: shown }, i) =>
            html`<li>
              <a href=${url} target="_blank" rel="noopener">
                <img src=${url} width=${width} height=${height} alt=${altOf(i + 1, photos.length)} loading="lazy" />
              </a>
              ${shown ? nothing : html`<small class="muted">${icon('lock')}${words.photoHidden}</small>`}
            </li>`,
        )}
      </ul>`;

/** What was written, and what a worker said to the wisher alone. */
export function renderStory({ wish, words, level }: MainOptions): TemplateResult | typeof nothing {
  const { reason, original } = wish;
  if (!wish.story && !wish.photos.length && !reason && !original) return nothing;
  return html`<div class="story">
    ${
      wish.status === 'declined' && reason
        ? html`<div class="private" role="note">
            ${heading(level + 1, words.declinedTitle)}
            <p class="quote">${reason}</p>
          </div>`
        : nothing
    }
    ${paragraphs(wish.story)} ${pictures(wish.photos, words, words.photoOf)}
    ${
      original && (original.title !== wish.title || original.story !== wish.story)
        ? html`<div class="private" role="note">
            <p class="small muted">${icon('lock')}${words.privateTitle}</p>
            <p>${words.redacted}</p>
            <p class="quote">${original.title}</p>
            ${original.story ? html`<p class="quote">${original.story}</p>` : nothing}
          </div>`
        : nothing
    }
  </div>`;
}

const helperOf = (claim: Claim, words: DetailWords): TemplateResult =>
  html`<div class="helped">
    ${claim.note ? html`<p class="small muted">${words.answer.said(claim.name)}</p><p class="quote">${claim.note}</p>` : nothing}
    ${pictures(claim.photos, words, words.helpPhotoOf)}
  </div>`;

/** How it went: the helpers' words and pictures, and the thanks. */
export function renderOutcome({ wish, words, lang, level }: MainOptions): TemplateResult | typeof nothing {
  const { confirmation, closing } = wish;
  const told = wish.claims.filter(({ note, photos }) => note || photos.length > 0);
  if (!confirmation && !closing && !told.length) return nothing;
  return html`<section>
    ${heading(level + 1, words.outcome.title)}
    <div class="story">
      ${told.map((claim) => helperOf(claim, words))}
      ${
        confirmation
          ? html`<div class="thanks">
              ${givenStars(confirmation.rating, words.answer.star(confirmation.rating))}
              ${confirmation.thanks ? html`<blockquote>${words.steps.said(confirmation.thanks)}</blockquote>` : nothing}
              <p class="small muted">${words.outcome.thanksBy(wish.wisher.name, day(confirmation.at, lang))}</p>
            </div>`
          : nothing
      }
      ${
        closing
          ? html`<div class="thanks">
              <blockquote>${closing.note}</blockquote>
              <p class="small muted">${words.outcome.closedBy(day(closing.at, lang))}</p>
            </div>`
          : nothing
      }
    </div>
  </section>`;
}
