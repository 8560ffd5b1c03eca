import type { Action } from '@five-micro/sdk';
import { html, type TemplateResult } from 'lit';
import { fill } from '../shared/days.ts';
import type { Lang } from '../shared/options.ts';
import { glyph } from '../shared/ui/glyph.ts';
import { heading } from '../shared/ui/heading.ts';
import { phrases } from '../shared/ui/phrases.ts';
import { leafOf, span } from './action-days.ts';
import { isOwn } from './action-list.ts';
import type { ActionWords } from './words/zh-CN.ts';

export interface CardOptions {
  readonly words: ActionWords;
  readonly lang: Lang;
  readonly now: number;
  /** Of the title. */
  readonly level: number;
  /** A street's or district's card says which community it is in. */
  readonly showArea: boolean;
  /** Nothing to press, on a screen that nobody touches. */
  readonly still: boolean;
  /** The category and how it stands, and what can be done: nothing before the rest is loaded, which says it better. */
  readonly kind: (action: Action) => unknown;
  readonly side: (action: Action) => unknown;
  readonly onOpen: (action: Action) => void;
  readonly onSignUp: (action: Action) => void;
}

/** The calendar leaf that leads an action; decoration, the words say it too. */
export function leaf(when: string, { words, lang, now }: Pick<CardOptions, 'words' | 'lang' | 'now'>): TemplateResult {
  const { month, date, weekday, isToday } = leafOf(when, lang, now);
  return html`<div class="leaf" aria-hidden="true"><span>${month}</span><b>${date}</b><small>${isToday ? words.today : weekday}</small></div>`;
}

/** Places in words and as a bar. */
export function capacity({ places, taken, waiting }: Action, words: ActionWords): TemplateResult {
  const left = places - taken;
  const said =
    left > 0
      ? html`<b>${fill(words.left, { count: left })}</b>`
      : html`<span>${waiting ? fill(words.fullWaiting, { count: waiting }) : words.full}</span>`;
  return html`<div class="cap ${left > 0 ? '' : 'full'}">
    <p>${said}<span class="muted num">${taken} / ${places}</span></p>
    <svg aria-hidden="true"><rect width="${(taken / places) * 100}%" height="100%" rx="3"></rect></svg>
  </div>`;
}

/** What the button says that signs up, and whether it is for a place. */
export function signUpText({ places, taken, minimumAge }: Action, words: ActionWords): { text: string; free: boolean } {
  const free = places > taken;
  return {
    text: (free ? words.signUp : words.wait) + (minimumAge ? ` · ${fill(words.age, { age: minimumAge })}` : ''),
    free,
  };
}

function open(action: Action, { words, still, onSignUp }: CardOptions): unknown {
  if (still || action.mine || !action.can.includes('sign-up')) return capacity(action, words);
  const { text, free } = signUpText(action, words);
  return html`${capacity(action, words)}
    <button type="button" part="act" class="btn wide ${free ? 'tonal' : 'line'}" @click=${() => onSignUp(action)}>${text}</button>`;
}

/** One action: its leaf, what and where it is, and what can be done about it. */
export function actionCard(action: Action, options: CardOptions): TemplateResult {
  const { words, lang, now, level, showArea, still, kind, side, onOpen } = options;
  const { category, startsAt, endsAt, areaName, place, status } = action;
  const title = phrases(action.title);
  const { said, weekday } = leafOf(startsAt, lang, now);
  return html`<li part="card" class="act c-${category} ${isOwn(action) ? 'mine' : ''} ${status}">
    ${leaf(startsAt, options)}
    <div>
      <p class="kind">${glyph(category)}<span>${kind(action)}</span></p>
      ${heading(level, still ? title : html`<button type="button" @click=${() => onOpen(action)}>${title}</button>`, 'want')}
      <p class="meta">
        <span class="num">${glyph('clock')}<time datetime=${startsAt}><span class="vh">${said} ${weekday} </span>${span(startsAt, endsAt, words)}</time></span>
        <span>${glyph('place')}<span>${showArea ? `${areaName} · ` : ''}${place}</span></span>
      </p>
    </div>
    <div class="side">${side(action) ?? open(action, options)}</div>
  </li>`;
}

/** The shape of cards that are on their way; under 0.4 s nothing appears, so that a quick answer does not flicker. */
export const ghostCards = (howMany: number): TemplateResult => html`<ul class="acts ghosts" aria-hidden="true">
  ${[...Array(howMany).keys()].map(() => html`<li class="act"><div class="leaf"></div><div><i></i><i></i><i></i></div><div class="side"><i></i><i></i></div></li>`)}
</ul>`;
