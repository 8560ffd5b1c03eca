import type { Area, Contact, Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { day, dayOfWeek, moment } from '../../shared/format.ts';
import type { Lang } from '../../shared/options.ts';
import { icon, kindIcon } from '../../shared/ui/icons.ts';
import { heading, phrases } from '../../shared/ui/index.ts';
import type { Words } from '../../shared/words/index.ts';
import { marked } from '../hits.ts';
import type { DeskWords } from '../words/index.ts';
import { hitsIn } from './screened.ts';

/** What the parts of a case draw with. */
export interface CaseView {
  readonly wish: Wish;
  readonly categories: Area['settings']['wishCategories'];
  readonly words: DeskWords;
  readonly common: Words;
  readonly lang: Lang;
  /** Level of the case's own heading; those of its parts are one deeper. */
  readonly level: number;
  readonly can: (verb: string) => boolean;
}

/** Kind, time, the wish itself, whose it is. `contact` is what stands behind the names. */
export function caseHead({ wish, words, common, lang, level }: CaseView, contact: unknown): TemplateResult {
  const { relation, name } = wish.forWhom;
  const where = wish.place ? marked(wish.place, hitsIn(wish, 'place'), words.hits) : [];
  const facts = [
    relation === 'family' ? words.forFamily(name) : relation === 'neighbour' ? words.forNeighbour(name) : '',
    wish.onBehalf ? words.onBehalf : '',
    wish.wantedBy ? words.wantedBy(dayOfWeek(wish.wantedBy, lang)) : '',
  ].filter(Boolean);
  return html`<header>
    <p class="kind">${icon(kindIcon[wish.kind])}${common.kinds[wish.kind]} · ${words.submittedAt(moment(wish.createdAt, lang))}</p>
    <div class="wish" role="heading" aria-level=${level} tabindex="-1">${hitsIn(wish, 'title').length ? marked(wish.title, hitsIn(wish, 'title'), words.hits) : phrases(wish.title)}</div>
    <div class="who"><span>${wish.wisher.name} · ${wish.areaName} ${where}${facts.map((fact) => ` · ${fact}`)}</span>${contact}</div>
  </header>`;
}

/** Whom to call and where to go, once a worker has asked; spoken, because it takes the place of the button. */
export const caseContact = (contact: Contact, { words, level }: CaseView): TemplateResult => html`
  <div role="status">
    ${heading(level + 1, words.contact, 'vh')}
    <dl class="facts">
      <dt>${words.contactName}</dt>
      <dd>${contact.name ?? words.noContact}</dd>
      <dt>${words.contactPhone}</dt>
      <dd>${contact.phone ? html`<a href="tel:${contact.phone.replace(/[^+\d]/g, '')}">${contact.phone}</a>` : words.noContact}</dd>
      <dt>${words.contactAddress}</dt>
      <dd>${contact.address ?? words.noContact}</dd>
    </dl>
  </div>
`;

/** What was told with it, and what it said before a worker changed it. */
export function caseStory({ wish, words, level }: CaseView): TemplateResult | typeof nothing {
  const { original } = wish;
  const changed = original && (original.title !== wish.title || original.story !== wish.story);
  if (!wish.story && !changed) return nothing;
  return html`<div>
    ${wish.story ? html`${heading(level + 1, words.story, 'vh')}<p class="said">${marked(wish.story, hitsIn(wish, 'story'), words.hits)}</p>` : nothing}
    ${changed ? html`<p class="said muted small"><b>${words.original}</b> ${original.title} ${original.story}</p>` : nothing}
  </div>`;
}

/** Pictures, each with who can see it. */
export const photoList = (photos: Wish['photos'], words: DeskWords): TemplateResult => html`
  <ul class="photos">
    ${photos.map(
      (photo, at) => html`<li>
        <figure>
          <a href=${photo.url} target="_blank" rel="noopener"><img src=${photo.url} alt=${words.photo(at + 1)} loading="lazy" /></a>
          <figcaption>${photo.public ? words.photoPublic : words.photoWaiting}</figcaption>
        </figure>
      </li>`,
    )}
  </ul>
`;

/** Whether strangers do not see the note of this claim. */
const isHeld = (wish: Wish, claim: string): boolean =>
  wish.withheld?.some((one) => one.part === 'note' && one.claim === claim) ?? false;

/** Who promised what until when, and what they said of it. */
export function caseClaims({ wish, words, lang, level }: CaseView): TemplateResult | typeof nothing {
  if (wish.claims.length === 0) return nothing;
  return html`<div>
    ${heading(level + 1, words.claims, 'part')}
    <ul>
      ${wish.claims.map(
        (claim) => html`<li class="helper">
          <p><b>${claim.name}</b> · <span class="muted">${claim.state === 'done' ? words.claimDone : words.claimDue(day(claim.dueAt, lang))}</span></p>
          ${claim.note ? html`<p class="said">${claim.note}</p>` : nothing}
          ${isHeld(wish, claim.id) ? html`<p class="small muted">${icon('lock')}${words.noteHeld}</p>` : nothing}
          ${claim.photos.length ? photoList(claim.photos, words) : nothing}
        </li>`,
      )}
    </ul>
  </div>`;
}
