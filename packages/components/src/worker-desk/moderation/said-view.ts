import type { ModerationCase } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { moment } from '../../shared/format.ts';
import type { Lang } from '../../shared/options.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { hitName, kindsOf, marked } from '../hits.ts';
import type { DeskWords } from '../words/index.ts';
import type { SaidWords } from './words/index.ts';

/** What the parts of a case draw with. */
export interface SaidView {
  readonly said: ModerationCase;
  readonly words: SaidWords;
  readonly desk: DeskWords;
  readonly lang: Lang;
  readonly level: number;
  readonly onOpenWish: () => void;
}

/** What kind of text or picture it is. */
export function partName({ part, project, nomination, action }: ModerationCase, words: SaidWords): string {
  const own: Record<string, string> = project
    ? words.partOfProject
    : nomination
      ? words.partOfStar
      : action
        ? words.partOfAction
        : {};
  return own[part] ?? words.part[part];
}

/** The thing that it is part of. */
export const wholeOf = ({ wish, project, nomination, action }: ModerationCase) => wish ?? project ?? nomination ?? action;

function contextOf({ wish, project, nomination, action, photo }: ModerationCase, words: SaidWords): string {
  if (project) return words.ofProject(project.title);
  if (nomination) return words.ofStar(nomination.name, nomination.title);
  if (action) return words.ofAction(action.title);
  return (photo ? words.ofPhoto : words.of)(wish?.title ?? '');
}

/** What it is and whose, the words with their hits or the picture, and the wish around it. */
export function saidHead({ said, words, desk, lang, level, onOpenWish }: SaidView): TemplateResult {
  const { photo } = said;
  return html`<header>
      <p class="kind">${icon(photo ? 'camera' : 'pen')}${partName(said, words)} · ${moment(said.since, lang)}</p>
      <div class="wish" role="heading" aria-level=${level} tabindex="-1">
        ${said.words === null ? words.aPhoto : html`<span class="vh">${partName(said, words)}：</span><span>${marked(said.words, said.hits, desk.hits)}</span>`}
      </div>
      <div class="who">
        <span>${said.writer.name} · ${wholeOf(said)?.areaName ?? ''} · <b>${words.state[said.state]}</b></span>
      </div>
    </header>
    ${
      photo
        ? html`<figure class="photo">
            <a href=${photo.url} target="_blank" rel="noopener"><img src=${photo.url} alt=${words.photoAlt(said.writer.name)} width=${photo.width} height=${photo.height} /></a>
          </figure>`
        : nothing
    }
    <p class="context">
      <span>${contextOf(said, words)}</span>
      ${said.wish ? html`<button type="button" class="btn quiet" @click=${onOpenWish}>${icon('eye')}${words.openWish}</button>` : nothing}
    </p>`;
}

/** Words or a picture that wait for a worker, as far as why they do. */
type Waiting = Pick<ModerationCase, 'words' | 'hits' | 'reports'> & { readonly hidden: boolean; readonly photoWaits: boolean };

/** Why it is here: what was found, why a word is on the list, what neighbours said with their newest words. */
export function whyHere(
  { words: text, hits, reports, hidden, photoWaits }: Waiting,
  { words, desk, lang, level }: Pick<SaidView, 'words' | 'desk' | 'lang' | 'level'>,
): TemplateResult {
  const listing = (items: readonly string[]) => items.join(lang === 'en' ? ', ' : '、');
  const kinds = kindsOf(hits.filter(({ kind }) => kind !== 'word')).map((kind) => hitName(kind, desk.hits));
  const listed = new Map(
    hits.flatMap(({ kind, start, end, reason }) => (kind === 'word' && text ? [[text.slice(start, end), reason] as const] : [])),
  );
  const found = [
    ...(kinds.length ? [row('warn', words.wrote(listing(kinds)), nothing)] : []),
    ...[...listed].map(([word, reason]) => row('warn', words.listed(word), reason)),
  ];
  const reasons = [...new Set(reports.map(({ reason }) => words.reports[reason]))];
  const newest = reports.filter((report) => report.words).at(-1);
  const hint = newest?.words ? html`<q>${newest.words}</q> ${moment(newest.at, lang)}` : nothing;
  return html`<div>
    ${heading(level + 1, words.why, 'part')}
    <ul class="look">
      ${hidden ? row('warn', words.wasHidden, nothing) : nothing} ${found}
      ${reports.length ? row('warn', words.because(words.reported(reports.length), listing(reasons)), hint) : nothing}
      ${photoWaits ? row('warn', words.photoWaits, words.photoConsent) : nothing}
      ${text !== null && found.length === 0 ? row('', words.nothingFound, nothing) : nothing}
    </ul>
  </div>`;
}

const row = (tone: 'warn' | '', said: string, hint: unknown): TemplateResult => html`<li class=${tone}>
  ${icon(tone ? 'info' : 'check')}<span>${said}${hint && hint !== nothing ? html`<small>${hint}</small>` : nothing}</span>
</li>`;
