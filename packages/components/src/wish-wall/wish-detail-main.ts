import type { Claim, Photo, Wish, WishPart } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { day, dayOfWeek } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { icon, kindIcon } from '../shared/ui/icons.ts';
import { phrases } from '../shared/ui/phrases.ts';
import { heading } from '../shared/ui/states.ts';
import { paperOf } from '../shared/ui/paper.ts';
import type { DetailWords } from './detail-words/index.ts';
import { partsOf, type Speech, speechAct, withheldState } from './wish-parts.ts';
import { givenStars } from './wish-stars.ts';

export interface MainOptions {
  wish: Wish;
  words: DetailWords;
  lang: Lang;
  level: number;
  /** The name of who helps; an organisation's leads to its page. */
  helper: (claim: Claim) => unknown;
  /** Someone finds words or pictures wrong, or a worker decides about them. */
  onSpeech: (speech: Speech) => void;
}

/** Beside what strangers do not see now: why. */
function withheld({ wish, words }: MainOptions, part: WishPart, claim?: string): TemplateResult | typeof nothing {
  const state = withheldState(wish, part, claim);
  // Who decides about it is told how it stands, whoever is concerned that someone looks.
  const table = wish.can.includes('show') ? words.toCheck : words.withheld;
  const said = Object.entries(table).find(([name]) => name === state)?.[1];
  return said ? html`<p class="withheld ${state}">${icon(state === 'hidden' ? 'lock' : 'eye')}<span>${said}</span></p>` : nothing;
}

/** The quiet way to say that something does not belong here. */
function flag({ wish, words, onSpeech }: MainOptions, speech: Speech): TemplateResult | typeof nothing {
  const act = speechAct(wish, speech);
  if (!act) return nothing;
  const { report, reportPhoto, moderate } = words.speech;
  const ask = partsOf(wish, speech).every(({ photo }) => photo) ? reportPhoto : report;
  return html`<button type="button" class="btn quiet flag" @click=${() => onSpeech(speech)}>${act === 'report' ? ask : moderate}</button>`;
}

/** The paper at the top: kind, the wish, for whom, where, by when. */
export function renderPaper(options: MainOptions): TemplateResult {
  const { wish, words, lang, level } = options;
  const { header } = words;
  const { relation, name } = wish.forWhom;
  const facts: [Parameters<typeof icon>[0], string][] = [['place', [wish.areaName, wish.place].filter(Boolean).join(' ')]];
  // Whoever has left is named no more.
  if (!wish.erased) facts.unshift(['person', relation === 'self' ? header.own(wish.wisher.name) : header.forSomeone(name)]);
  if (wish.claimersWanted > 1) facts.push(['people', header.helpers(wish.claimersWanted)]);
  if (wish.wantedBy) facts.push(['clock', header.before(dayOfWeek(wish.wantedBy, lang))]);
  return html`<header class="paper p${paperOf(wish.id)}">
    <p class="top">
      <span class="kind">${icon(kindIcon[wish.kind])}${words.kinds[wish.kind]}</span>
      ${wish.status === 'open' ? nothing : html`<span class="tag ${tone(wish)}">${words.status[wish.status]}</span>`}
    </p>
    ${heading(level, phrases(wish.title), 'want')} ${withheld(options, 'title')}
    <ul class="facts">
      ${facts.map(([name, text]) => html`<li>${icon(name)}<span>${text}</span></li>`)}
    </ul>
    ${withheld(options, 'place')}
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

function pictures(
  options: MainOptions,
  photos: readonly Photo[],
  altOf: DetailWords['photoOf'],
  claim?: string,
): TemplateResult | typeof nothing {
  const { wish, words } = options;
  const hidden = withheldState(wish, 'photo', claim)
    ? withheld(options, 'photo', claim)
    : html`<p class="withheld">${icon('lock')}<span>${words.photoHidden}</span></p>`;
  return photos.length === 0
    ? nothing
    : html`<ul class="pics">
        ${photos.map(
          ({ url, width, height, public: shown }, i) =>
            html`<li>
              <a href=${url} target="_blank" rel="noopener">
                <img src=${url} width=${width} height=${height} alt=${altOf(i + 1, photos.length)} loading="lazy" />
              </a>
              ${shown ? nothing : hidden}
            </li>`,
        )}
      </ul>`;
}

/** What was written, and what a worker said to the wisher alone. */
export function renderStory(options: MainOptions): TemplateResult | typeof nothing {
  const { wish, words, level } = options;
  const { reason, original } = wish;
  if (wish.erased) return html`<p class="muted">${words.erased}</p>`;
  const asks = flag(options, 'wish');
  const kept = withheld(options, 'story');
  if (!wish.story && !wish.photos.length && !reason && !original && asks === nothing && kept === nothing) return nothing;
  return html`<div class="story">
    ${
      wish.status === 'declined' && reason
        ? html`<div class="private" role="note">
            ${heading(level + 1, words.declinedTitle)}
            <p class="quote">${reason}</p>
          </div>`
        : nothing
    }
    ${paragraphs(wish.story)} ${kept} ${pictures(options, wish.photos, words.photoOf)}
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
    ${asks}
  </div>`;
}

const isTold = ({ wish }: MainOptions, { id, note, photos }: Claim): boolean =>
  Boolean(note) || photos.length > 0 || withheldState(wish, 'note', id) !== undefined;

function told(options: MainOptions, claim: Claim): TemplateResult {
  const { words, helper } = options;
  const kept = withheld(options, 'note', claim.id);
  const [before, after] = words.answer.said('\n').split('\n');
  return html`<div class="helped">
    ${
      claim.note || kept !== nothing
        ? html`<p class="small muted">${before}${helper(claim)}${after}</p>${claim.note ? html`<p class="quote">${claim.note}</p>` : nothing}${kept}`
        : nothing
    }
    ${pictures(options, claim.photos, words.helpPhotoOf, claim.id)} ${flag(options, claim.id)}
  </div>`;
}

function thanks(options: MainOptions): TemplateResult | typeof nothing {
  const { wish, words, lang } = options;
  const { confirmation } = wish;
  if (!confirmation) return nothing;
  return html`<div class="thanks">
    ${givenStars(confirmation.rating, words.answer.star(confirmation.rating))}
    ${confirmation.thanks ? html`<blockquote>${words.steps.said(confirmation.thanks)}</blockquote>` : nothing}
    ${withheld(options, 'thanks')}
    <p class="small muted">${words.outcome.thanksBy(wish.wisher.name, day(confirmation.at, lang))}</p>
    ${flag(options, 'thanks')}
  </div>`;
}

function closing(options: MainOptions): TemplateResult | typeof nothing {
  const { wish, words, lang } = options;
  if (!wish.closing) return nothing;
  return html`<div class="thanks">
    ${wish.closing.note ? html`<blockquote>${wish.closing.note}</blockquote>` : nothing} ${withheld(options, 'closing')}
    <p class="small muted">${words.outcome.closedBy(day(wish.closing.at, lang))}</p>
    ${flag(options, 'closing')}
  </div>`;
}

/** How it went: the helpers' words and pictures, and the thanks. */
export function renderOutcome(options: MainOptions): TemplateResult | typeof nothing {
  const { wish, words, level } = options;
  const claims = wish.claims.filter((claim) => isTold(options, claim));
  if (!wish.confirmation && !wish.closing && !claims.length) return nothing;
  return html`<section>
    ${heading(level + 1, words.outcome.title)}
    <div class="story">${claims.map((claim) => told(options, claim))} ${thanks(options)} ${closing(options)}</div>
  </section>`;
}
