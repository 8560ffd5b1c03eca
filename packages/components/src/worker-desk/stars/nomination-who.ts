import type { Member } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { type Where, within } from '../../shared/within.ts';
import '../desk-pick.define.ts';
import type { DeskPickedEvent } from '../desk-pick.ts';
import type { StarDeskWords } from './words/index.ts';

interface Chosen {
  readonly member: Pick<Member, 'name'> | undefined;
  readonly onOther: () => void;
}

/** Who it is, once that is known, and the way to say that it is somebody else. */
export const chosenOne = ({ name }: Pick<Member, 'name'>, { identify }: StarDeskWords, onOther: () => void): TemplateResult =>
  html`<p class="chosen" role="status"><b>${icon('check')}${identify.chosen(name)}</b><button type="button" class="btn quiet" @click=${onOther}>${identify.other}</button></p>`;

/** The search among residents for who it is. `label` is what is asked. */
export const searchFor = (
  label: string,
  { identify }: StarDeskWords,
  place: Where,
  level: number,
  onPick: (member: Member) => void,
): TemplateResult => html`<fm-desk-pick
  ${within(place, level)}
  label=${label}
  placeholder=${identify.placeholder}
  take=${identify.take}
  @fm-desk-picked=${({ member }: DeskPickedEvent) => onPick(member)}
></fm-desk-pick>`;

/** Whom a nomination is about: a worker finds out, before that person is asked. */
export function renderIdentify(
  words: StarDeskWords,
  place: Where,
  {
    level,
    member,
    missing,
    onPick,
    onOther,
  }: Chosen & { readonly level: number; readonly missing: boolean; readonly onPick: (member: Member) => void },
): TemplateResult {
  const { identify } = words;
  return html`<div class="form framed">
    <div>${heading(level, identify.title, 'part')}<p class="muted small">${identify.hint}</p></div>
    ${member ? chosenOne(member, words, onOther) : searchFor(identify.label, words, place, level + 1, onPick)}
    ${missing ? html`<p class="field-error" role="alert">${identify.missing}</p>` : nothing}
  </div>`;
}
