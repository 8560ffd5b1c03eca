import type { Photo, Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { ago, day, fill } from '../shared/days.ts';
import type { Lang } from '../shared/options.ts';
import { glyph, kindIcon } from '../shared/ui/glyph.ts';
import { heading } from '../shared/ui/heading.ts';
import { paperOf } from '../shared/ui/paper.ts';
import { phrases } from '../shared/ui/phrases.ts';
import type { WallWords } from './words/zh-CN.ts';

export interface NoteOptions {
  words: WallWords;
  lang: Lang;
  now: number;
  /** Of the wish's title. */
  level: number;
  compact: boolean;
  /** On a street's or district's wall each note says where it is from, whatever else it says. */
  showArea: boolean;
  /** Nothing can be begun while the page is not connected. */
  offline: boolean;
  /** True while the note turns over to its back. */
  turning: boolean;
  onOpen: (wish: Wish) => void;
  onHelp: (wish: Wish) => void;
}

export const isHelped = (wish: Wish): boolean => wish.status === 'confirmed' || wish.status === 'closed';

/** The paper and the tilt stay with the wish, wherever it stands in the list. */
const sheet = (wish: Wish, more: string): string => `note p${paperOf(wish.id)} t${paperOf(`${wish.id}t`)} ${more}`;

const title = (wish: Wish, { level, onOpen }: NoteOptions): TemplateResult =>
  heading(level, html`<button type="button" @click=${() => onOpen(wish)}>${phrases(wish.title)}</button>`, 'want');

const top = (wish: Wish, when: string, { words, lang, now }: NoteOptions): TemplateResult => html`<p class="top">
  <span class="kind">${glyph(kindIcon[wish.kind])}${words.kind[wish.kind]}</span><time datetime=${when}>${ago(when, lang, now)}</time>
</p>`;

/** 为 李** · 怡康社区 · 已有 1 位，还差 2 位 */
function who(wish: Wish, { words, compact, showArea }: NoteOptions): TemplateResult {
  const { claimersWanted: wanted, claimersHeld: held } = wish;
  const several =
    wish.status !== 'open' || wanted < 2 ? '' : fill(held ? words.partly : words.wanted, { held, wanted, left: wanted - held });
  const where = showArea || !(several || compact) ? wish.areaName : '';
  return html`<p class="who">
    ${words.forWhom}<b>${wish.forWhom.name}</b>${where && html` · <span class="keep">${where}</span>`}${several && html` · <span class="keep">${several}</span>`}
  </p>`;
}

/** Who helps, as the ribbon and the thank-you name them. */
function helpers(wish: Wish, { words }: NoteOptions): string {
  const { claims } = wish;
  const first = claims.find((claim) => claim.mine) ?? claims[0];
  if (!first) return '';
  const name = first.mine && !first.organisation ? words.me : first.name;
  return claims.length > 1 ? fill(words.several, { name, count: claims.length }) : name;
}

function open(wish: Wish, options: NoteOptions): TemplateResult {
  const { words, compact, offline, onHelp } = options;
  const canHelp = wish.can.includes('claim');
  const button = html`<button
    part="act"
    type="button"
    class="btn ${compact ? '' : 'wide'}"
    ?disabled=${offline}
    aria-label=${offline ? nothing : fill(words.helpWhat, { title: wish.title })}
    @click=${() => onHelp(wish)}
  >
    ${offline ? words.offlineHelp : words.help}
  </button>`;
  const end = canHelp ? button : wish.mine ? html`<span class="small muted">${words.own}</span>` : nothing;
  const front = html`${top(wish, wish.publishedAt ?? wish.createdAt, options)} ${title(wish, options)}`;
  return html`<li part="card" class=${sheet(wish, '')}>
    ${front}
    ${
      compact
        ? html`<div class="foot">${who(wish, options)}${end}</div>`
        : html`${who(wish, options)}
            <p class="act">${end}</p>`
    }
  </li>`;
}

function claimed(wish: Wish, options: NoteOptions): TemplateResult {
  const { words, lang, now } = options;
  const due = wish.claims
    .filter((claim) => claim.state === 'active')
    .map((claim) => claim.dueAt)
    .sort()[0];
  const state = wish.status === 'fulfilled' || !due ? words.reported : fill(words.dueBy, { day: day(due, lang, now) });
  return html`<li part="card" class=${sheet(wish, 'claimed')}>
    ${top(wish, wish.publishedAt ?? wish.createdAt, options)} ${title(wish, options)} ${who(wish, options)}
    <p class="ribbon"><b>${helpers(wish, options)}</b><span>${state}</span></p>
  </li>`;
}

const picture = (wish: Wish): Photo | undefined =>
  [...wish.claims.flatMap((claim) => claim.photos), ...wish.photos].find((photo) => photo.public);

/** A picture that cannot be had leaves no hole. */
const withoutPicture = (event: Event): void => {
  if (event.target instanceof HTMLImageElement) event.target.closest('figure')?.setAttribute('hidden', '');
};

function helped(wish: Wish, options: NoteOptions): TemplateResult {
  const { words, lang, now, compact, turning } = options;
  const at = wish.confirmation?.at ?? wish.closing?.at ?? wish.updatedAt;
  const photo = compact ? undefined : picture(wish);
  const said = wish.confirmation?.thanks ? fill(words.quote, { words: wish.confirmation.thanks }) : wish.closing?.note;
  const by = helpers(wish, options);
  return html`<li part="card" class="${sheet(wish, 'done')} ${turning ? 'turning' : ''}">
    <p class="top">
      <span class="kind">${glyph('check')}${words.helped}</span><time datetime=${at}>${ago(at, lang, now)}</time>
    </p>
    ${
      photo
        ? html`<figure>
            <img
              src=${photo.url}
              width=${photo.width}
              height=${photo.height}
              alt=${fill(words.photoOf, { title: wish.title })}
              loading="lazy"
              @error=${withoutPicture}
            />
          </figure>`
        : nothing
    }
    ${title(wish, options)} ${said ? html`<blockquote>${phrases(said)}</blockquote>` : nothing}
    <p class="who">
      ${wish.confirmation ? html`<b>${wish.wisher.name}</b>${by && words.thanks}` : words.visited}<b>${by}</b>
    </p>
  </li>`;
}

function expired(wish: Wish, options: NoteOptions): TemplateResult {
  const { words, lang, now } = options;
  return html`<li part="card" class=${sheet(wish, '')}>
    ${top(wish, wish.publishedAt ?? wish.createdAt, options)} ${title(wish, options)} ${who(wish, options)}
    <p class="state">${wish.wantedBy ? fill(words.expired, { day: day(wish.wantedBy, lang, now) }) : words.expiredPlain}</p>
  </li>`;
}

/** One wish on its sheet of paper, by how far it is: open, claimed with a ribbon, or turned over to the thank-you. */
export function wishNote(wish: Wish, options: NoteOptions): TemplateResult {
  switch (wish.status) {
    case 'claimed':
    case 'fulfilled':
      return claimed(wish, options);
    case 'confirmed':
    case 'closed':
      return helped(wish, options);
    case 'expired':
      return expired(wish, options);
    default:
      return open(wish, options);
  }
}

/** The shape of notes that are on their way; under 0.4 s nothing appears, so that a quick answer does not flicker. */
export const ghostNotes = (howMany: number): TemplateResult => html`<ul class="notes ghosts" aria-hidden="true">
  ${[...Array(howMany).keys()].map((i) => html`<li class="note ghost p${(i % 6) + 1} t${(i % 6) + 1}"><i></i><i></i><i></i><i></i></li>`)}
</ul>`;
