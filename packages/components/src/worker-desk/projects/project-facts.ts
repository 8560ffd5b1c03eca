import type { Project } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { money } from '../../shared/ballot/money.ts';
import { day } from '../../shared/format.ts';
import type { Lang } from '../../shared/options.ts';
import { noonOf } from '../../wish-wall/wish-days.ts';
import type { ProjectWords } from './words/index.ts';

const tones: Partial<Record<Project['status'], string>> = {
  proposed: 'wait',
  listed: 'own',
  voting: 'own',
  selected: 'wait',
  'under-way': 'own',
  done: 'ok',
};

export const statusTag = ({ status }: Project, words: ProjectWords): TemplateResult =>
  html`<span class="tag ${tones[status] ?? ''}">${words.status[status]}</span>`;

/** A day as the wire has it (`2026-12-18`), in words. */
export const dayOf = (date: string, lang: Lang): string => day(noonOf(date), lang);

/** What is known of a project, as name and value. */
function factsOf(project: Project, { facts }: ProjectWords, lang: Lang, place: unknown): [string, unknown][] {
  const { round, rating, ratings } = project;
  const rows: [string, unknown][] = [
    [facts.place, place],
    [facts.cost, money(project.cost, lang)],
    [facts.proposer, project.proposer.name],
    [facts.proposed, day(project.createdAt, lang)],
    [facts.round, round && (round.votes === null ? round.title : facts.votes(round.title, round.votes))],
    [facts.owner, project.owner],
    [facts.budget, project.budget === null ? null : money(project.budget, lang)],
    [facts.due, project.dueOn && dayOf(project.dueOn, lang)],
    [facts.percent, project.status === 'under-way' ? `${project.percent}%` : null],
    [facts.rating, project.status !== 'done' ? null : rating === null ? facts.fewRated(ratings) : facts.rated(rating, ratings)],
    [facts.reason, project.reason],
    [facts.closing, project.closing],
  ];
  return rows.filter(([, value]) => Boolean(value));
}

/** `place` as it is shown, with what was found in it. */
export const projectFacts = (
  project: Project,
  words: ProjectWords,
  lang: Lang,
  place: unknown,
): TemplateResult => html`<dl class="facts">
  ${factsOf(project, words, lang, place).map(([name, value]) => html`<dt>${name}</dt><dd class="num">${value}</dd>`)}
</dl>`;

export const projectPhotos = (photos: Project['photos'], words: ProjectWords): TemplateResult | typeof nothing =>
  photos.length
    ? html`<div class="photos">${photos.map(({ url }, at) => html`<img src=${url} alt=${words.photo(at + 1)} loading="lazy" />`)}</div>`
    : nothing;
