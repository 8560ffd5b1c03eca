import type { MyClaim } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { day, dayOfWeek } from '../shared/format.ts';
import { phrases, heading } from '../shared/ui/index.ts';
import { claimGroups } from './card-data.ts';
import { type CardView, kindly, opens, section } from './card-view.ts';

export interface Toggle {
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The button that lays out what is over. */
export const toggle = ({ open, onToggle }: Toggle, count: number, more: string, less: string): TemplateResult | typeof nothing =>
  count
    ? html`<button type="button" class="btn quiet" aria-expanded=${open ? 'true' : 'false'} @click=${onToggle}>${open ? less : more}</button>`
    : nothing;

/** 我在帮的: what I promised, what waits for the wisher's word, and behind a button what came true. */
export function cardClaims(claims: readonly MyClaim[], view: CardView, past: Toggle): TemplateResult {
  const { words, level } = view;
  const { active, awaiting, helped } = claimGroups(claims);
  const rows = [
    ...active.map((claim, at) => renderActive(claim, view, at === 0)),
    ...awaiting.map((claim) =>
      renderDone(claim, view, html`<span class="tag wait">${words.awaiting}</span>`, words.awaitingHint),
    ),
    ...(past.open
      ? helped.map((claim) =>
          renderDone(claim, view, html`<span class="tag ok">${view.words.status[claim.wish.status]}</span>`, thanks(claim)),
        )
      : []),
  ];
  return section(
    level,
    words.helping,
    toggle(past, helped.length, words.helpedToggle(helped.length), words.hideHelped),
    rows.length ? html`<ul class="rows deed card">${rows}</ul>` : kindly(words.noHelping),
  );
}

const thanks = ({ wish }: MyClaim): string => wish.confirmation?.thanks ?? wish.closing?.note ?? '';

const about = ({ wish }: MyClaim, { words, common }: CardView): TemplateResult =>
  html`<span class="muted small">${words.forWhom(wish.wisher.name)} · ${common.kinds[wish.kind]}</span>`;

function renderActive(claim: MyClaim, view: CardView, first: boolean): TemplateResult {
  const { words, lang, level, now } = view;
  const { wish } = claim;
  const can = (verb: string) => wish.can.includes(verb);
  const left = Date.parse(claim.dueAt) - now;
  const due = dayOfWeek(claim.dueAt, lang, now);
  return html`<li>
    <div>
      <p class="st"><span class="tag own">${words.inProgress}</span>${about(claim, view)}</p>
      ${heading(level + 1, phrases(wish.title), 'want')}
      <p class="nextup ${left < 0 ? 'pressing' : ''}">${left < 0 ? words.lateSince(due) : words.goBefore(due)}</p>
    </div>
    <p class="go">
      ${can('fulfil') ? opens(view, wish, 'fulfil', words.fulfil, first ? 'primary' : 'tonal') : nothing}
      ${can('contact') ? opens(view, wish, 'contact', words.contact, 'quiet') : nothing}
      ${can('extend') && left < 86_400_000 ? opens(view, wish, 'extend', words.extend, 'quiet') : nothing}
      ${can('release') ? opens(view, wish, 'release', words.release, 'quiet') : nothing}
    </p>
  </li>`;
}

function renderDone(claim: MyClaim, view: CardView, tag: TemplateResult, said: string): TemplateResult {
  const { words, lang, level, now } = view;
  const { wish } = claim;
  return html`<li>
    <div>
      <p class="st">${tag}${about(claim, view)}<span class="muted small">${day(wish.updatedAt, lang, now)}</span></p>
      ${heading(level + 1, phrases(wish.title), 'want')} ${said ? html`<p class="nextup">${said}</p>` : nothing}
    </div>
    <p class="go">${opens(view, wish, '', words.look, 'quiet')}</p>
  </li>`;
}
