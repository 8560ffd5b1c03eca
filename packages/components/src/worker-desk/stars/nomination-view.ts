import type { FiveMicroCore, Nomination } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { day } from '../../shared/format.ts';
import type { Lang, Mode } from '../../shared/options.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { choices } from '../../wish-wall/wish-choices.ts';
import type { Picture } from '../../wish-wall/wish-form-values.ts';
import '../../wish-wall/wish-photos.define.ts';
import type { PicturesChangeEvent } from '../../wish-wall/wish-photos.ts';
import { hitName, type HitNames, kindsOf, marked } from '../hits.ts';
import type { StarDeskWords } from './words/index.ts';

interface View {
  readonly words: StarDeskWords;
  readonly lang: Lang;
  /** Of the case's own heading. */
  readonly level: number;
  readonly hits: HitNames;
}

const tones: Partial<Record<Nomination['status'], string>> = {
  proposed: 'wait',
  asked: 'wait',
  consented: 'ok',
  voting: 'own',
  awarded: 'ok',
};

/** Whoever won their contest has agreed already, and waits for the star. */
export const nominationTag = ({ status, won }: Nomination, words: StarDeskWords): TemplateResult =>
  html`<span class="tag ${tones[status] ?? ''}">${status === 'consented' && won ? words.won : words.status[status]}</span>`;

/** Who it is about, the sentence and the story, and what is known of it. */
export function nominationHead(nomination: Nomination, { words, lang, level, hits }: View): TemplateResult {
  const { facts } = words;
  const { portrait, status, screening } = nomination;
  const said = (part: string, text: string) => marked(text, screening?.find((one) => one.part === part)?.hits ?? [], hits);
  const rows: [string, string | null][] = [
    [facts.title, nomination.title.name],
    [facts.period, nomination.period],
    [facts.when, day(nomination.createdAt, lang)],
    [facts.asked, status === 'proposed' ? (nomination.asked ? words.askedBefore : words.notAsked) : null],
    [facts.reason, nomination.reason],
  ];
  return html`<header>
      <p class="kind">${nominationTag(nomination, words)}<span>${nomination.areaName}</span></p>
      <div class="wish" role="heading" aria-level=${level} tabindex="-1">${said('who', nomination.name)}</div>
      <p class="lead">${said('sentence', nomination.sentence)}</p>
    </header>
    ${portrait ? html`<img class="portrait" src=${portrait.url} alt=${words.portrait(nomination.name)} />` : nothing}
    <div>
      ${nomination.story ? html`<p class="said">${said('story', nomination.story)}</p>` : nothing}
      <dl class="facts">
        ${rows.map(([name, value]) => (value ? html`<dt>${name}</dt><dd class="num">${value}</dd>` : nothing))}
      </dl>
    </div>`;
}

/** What was found in the words, before somebody is asked with them. */
export function nominationChecks(
  { screening }: Nomination,
  { words, lang, level, hits }: View,
  open: boolean,
  onToggle: () => void,
): TemplateResult {
  const found = screening?.flatMap((one) => one.hits) ?? [];
  const names = kindsOf(found).map((kind) => hitName(kind, hits));
  const reasons = found.flatMap(({ reason }) => reason ?? []);
  return html`${heading(level + 1, words.checks, 'part')}
    <ul class="look">
      <li class=${names.length ? 'warn' : ''}>
        ${icon(names.length ? 'info' : 'check')}
        <span
          >${names.length ? words.found(names.join(lang === 'en' ? ', ' : '、')) : words.nothingFound}${
            names.length ? html`<small>${[words.foundHint, ...reasons].join(' ')}</small>` : nothing
          }</span
        >
        ${names.length ? nothing : html`<button type="button" class="btn quiet" aria-expanded=${open ? 'true' : 'false'} @click=${onToggle}>${open ? words.keep : words.change}</button>`}
      </li>
    </ul>`;
}

/** What somebody without a phone has said in person. */
export interface Behalf {
  readonly name: 'masked' | 'full';
  readonly said: boolean;
  readonly missing: boolean;
}

export function renderBehalf(
  behalf: Behalf,
  pictures: Picture[],
  view: View & {
    client: FiveMicroCore | undefined;
    mode: Mode;
    onChange: (behalf: Behalf) => void;
    onPictures: (pictures: Picture[]) => void;
  },
): TemplateResult {
  const { lang, mode, client, level, onChange, onPictures } = view;
  const words = view.words.behalf;
  return html`<div class="form framed">
    <div>${heading(level + 1, words.title, 'part')}<p class="muted small">${words.hint}</p></div>
    ${choices<'masked' | 'full'>({
      name: 'name-as',
      legend: words.name,
      look: 'chips',
      options: [
        { value: 'masked', label: words.masked },
        { value: 'full', label: words.full },
      ],
      value: behalf.name,
      onChange: (name) => onChange({ ...behalf, name }),
    })}
    <fm-wish-photos
      .client=${client}
      lang=${lang}
      mode=${mode}
      label=${words.portrait}
      .most=${1}
      hint=${words.portraitHint}
      .pictures=${pictures}
      @fm-pictures-change=${(event: PicturesChangeEvent) => onPictures(event.pictures)}
    ></fm-wish-photos>
    <div class="field">
      <label class="tick"
        ><input
          type="checkbox"
          id="said"
          .checked=${behalf.said}
          aria-invalid=${behalf.missing ? 'true' : nothing}
          aria-describedby=${behalf.missing ? 'said-error' : nothing}
          @change=${({ target }: Event) => target instanceof HTMLInputElement && onChange({ ...behalf, said: target.checked, missing: false })}
        /><span>${words.said}</span></label
      >
      ${behalf.missing ? html`<p class="field-error" id="said-error">${words.saidMissing}</p>` : nothing}
    </div>
  </div>`;
}
