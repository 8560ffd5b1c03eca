import type { Member } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { day } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import type { DeskWords } from './words/index.ts';

/** How someone signs in, in words. */
export const accountsOf = ({ accounts, registeredByWorker }: Member, { person }: DeskWords): string =>
  accounts ? person.signsIn(accounts) : registeredByWorker ? person.noAccount : person.noAccountYet;

/** What a worker may know of someone, as name and value. */
export function factsOf(member: Member, words: DeskWords, lang: Lang): [string, string][] {
  const { person } = words;
  return [
    [person.phone, member.phone ?? person.noPhone],
    [person.home, member.area?.name ?? person.noHome],
    ...(member.branch ? [[person.branch, member.branch.name] satisfies [string, string]] : []),
    [person.accounts, accountsOf(member, words)],
    [person.since, day(member.createdAt, lang)],
  ];
}

/** The same as a list. With the name first where it stands nowhere else. */
export const memberFacts = (
  member: Member,
  words: DeskWords,
  lang: Lang,
  named: boolean,
): TemplateResult => html`<dl class="facts">
  ${named ? html`<dt>${words.person.name}</dt><dd>${member.name}</dd>` : nothing}
  ${factsOf(member, words, lang).map(([name, value]) => html`<dt>${name}</dt><dd class="num">${value}</dd>`)}
</dl>`;
