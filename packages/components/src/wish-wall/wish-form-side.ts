import type { FiveMicroError, Me, Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { ActController } from '../shared/controllers/act.ts';
import { errorText, requestIdText } from '../shared/diagnose.ts';
import { icon, kindIcon } from '../shared/ui/icons.ts';
import { paperOf } from '../shared/ui/paper.ts';
import { phrases } from '../shared/ui/phrases.ts';
import { emptyState, heading } from '../shared/ui/states.ts';
import type { Words } from '../shared/words/index.ts';
import type { FormWords } from './form-words/index.ts';
import { type FormValues, maskPreview } from './wish-form-values.ts';

export interface SideView {
  words: FormWords;
  values: FormValues;
  areaName: string;
  level: number;
  me: Me | undefined;
  onBehalfOf: string | undefined;
}

/** How the wall will name the one it is for, as far as that can be known here. */
export function nameOnWall({ words, values, me, onBehalfOf }: SideView): string {
  if (onBehalfOf || !me?.consents.wishAuthor) return words.anonymous;
  const name = values.relation === 'self' ? me.maskedName : maskPreview(values.name);
  return name || words.anonymous;
}

const note = (
  words: FormWords,
  kind: FormValues['kind'],
  title: unknown,
  who: string,
  areaName: string,
  corner: unknown,
  paper = 1,
) =>
  html`<div class="note p${paper} t6">
    <p class="top">
      <span class="kind">${kind ? html`${icon(kindIcon[kind])}${words.kinds[kind]}` : nothing}</span>${corner}
    </p>
    <p class="want">${title}</p>
    <p class="who">${words.for} <b>${who}</b>${areaName ? ` · ${areaName}` : ''}</p>
  </div>`;

/** The note as it will hang on the wall; there is room for it on wide screens only. */
export const renderPreview = (view: SideView): TemplateResult => {
  const { words, values, areaName } = view;
  const title = values.title.trim() ? phrases(values.title.trim()) : html`<span class="muted">${words.previewEmpty}</span>`;
  return html`<div class="preview" aria-hidden="true">
    <p class="small muted">${words.preview}</p>
    ${note(words, values.kind, title, nameOnWall(view), areaName, html`<time>${words.now}</time>`)}
  </div>`;
};

/** 谁能看到什么, by what this person decided and by what is written so far. */
export function renderWhoSees(view: SideView): TemplateResult {
  const { words, values, areaName, me, onBehalfOf, level } = view;
  const { who } = words;
  const pictures = values.photos.length > 0;
  const photosPublic = pictures && !onBehalfOf && me?.consents.photos === true;
  const everyone = [
    who.words,
    who.kind,
    onBehalfOf ? who.asChosen : nameOnWall(view),
    areaName,
    values.story.trim() && who.story,
    values.place.trim() && who.place,
    photosPublic && who.photosChecked,
  ].filter(Boolean);
  return html`<div class="public">
    ${heading(level, who.title)}
    <dl>
      <div>
        <dt>${icon('eye')}${who.everyone}</dt>
        <dd>${everyone.join(who.and)}</dd>
      </div>
      <div>
        <dt>${icon('lock')}${who.few}</dt>
        <dd>${pictures && !photosPublic ? who.fewPhotos : who.fewWords}</dd>
      </div>
    </dl>
    ${me && !onBehalfOf ? html`<p class="hint">${who.change}</p>` : nothing}
  </div>`;
}

/** After it was handed in: the note, with what it waits for. */
export const renderDone = (view: SideView, wish: Wish, onClose: () => void, onAnother: () => void): TemplateResult => {
  const { words, level, onBehalfOf } = view;
  const { done } = words;
  const shown = wish.forWhom.relation === 'self' ? wish.wisher.name : wish.forWhom.name;
  return html`<div class="done">
    ${note(words, wish.kind, phrases(wish.title), shown, wish.areaName, html`<span class="tag wait">${done.waiting}</span>`, paperOf(wish.id))}
    <div class="calm" part="message">
      <div role="heading" aria-level=${level} tabindex="-1" id="done">${done.title}</div>
      <p>${phrases(onBehalfOf ? done.textFor : done.text)}</p>
      <div class="btns">
        <button type="button" class="btn primary" @click=${onClose}>${done.close}</button>
        ${onBehalfOf ? nothing : html`<button type="button" class="btn quiet" @click=${onAnother}>${done.another}</button>`}
      </div>
    </div>
  </div>`;
};

export interface FailedView {
  words: FormWords;
  common: Words;
  error: FiveMicroError | undefined;
  editing: boolean;
  /** Whether the words are in the draft, or only here. */
  kept: boolean;
  level: number;
  onAgain: () => void;
  onBack: () => void;
}

/** It was not handed in, or nobody knows: says which, and that nothing that was written is lost. */
export function renderFailed({ words, common, error, editing, kept, level, onAgain, onBack }: FailedView): TemplateResult {
  const unknown = error?.saved === 'unknown';
  const again = !error || error.retryable || unknown;
  return emptyState({
    drawing: 'broken',
    title: unknown ? words.maybe : editing ? words.failedEdit : words.failed,
    text: [error ? errorText(error, common) : '', unknown ? words.maybeText : kept ? words.kept : words.keptHere].join(''),
    role: 'alert',
    level,
    code: requestIdText(error, common),
    actions: html`${
      again
        ? html`<button type="button" class="btn primary" @click=${onAgain}>${icon('refresh')}${words.again}</button>`
        : nothing
    }<button type="button" class="btn ${again ? 'line' : 'primary'}" @click=${onBack}>${words.toDraft}</button>`,
  });
}

/** While the portal signs someone in: what was written is handed in by itself afterwards. */
export const renderSignIn = ({ login }: FormWords, level: number, act: ActController): TemplateResult =>
  html`<div class="ask" role="status">
    ${heading(level, login.title)}
    <p class="muted">${phrases(login.text)}</p>
    <div class="two">
      ${act.canAsk ? html`<button type="button" class="btn primary" @click=${() => act.askAgain()}>${login.go}</button>` : nothing}
      <button type="button" class="btn quiet" @click=${() => act.cancel()}>${login.later}</button>
    </div>
  </div>`;
