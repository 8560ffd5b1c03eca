import type { OrganisationPage, Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { ago, day, dayOfWeek } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { type IconName, icon } from '../shared/ui/icons.ts';
import { heading, phrases } from '../shared/ui/index.ts';
import { paperOf } from '../shared/ui/paper.ts';
import type { Words } from '../shared/words/index.ts';
import type { Shown } from './organisation-data.ts';
import type { OrganisationWords } from './words/index.ts';

/** What the parts of the page draw with. */
export interface OrganisationView {
  readonly words: OrganisationWords;
  readonly common: Words;
  readonly lang: Lang;
  readonly level: number;
  readonly now: number;
  readonly onGo: (slug: string, name: string) => void;
  /** Absent where this page cannot open a wish: then a title is only read. */
  readonly onOpen: ((wish: Wish) => void) | undefined;
}

const signs: Readonly<Record<OrganisationPage['kind'], IconName>> = {
  party: 'star',
  social: 'people',
  partner: 'heart',
  community: 'home',
};

/** What it is, where it stands in the tree, and what came of it in two numbers. */
export function organisationHead(page: OrganisationPage, view: OrganisationView): TemplateResult {
  const { words, level, onGo } = view;
  const above = page.path.filter(({ slug }) => slug !== page.slug);
  return html`
    ${
      above.length
        ? html`<nav aria-label=${words.above}>
            <ol class="crumbs">
              ${above.map(({ slug, name }) => html`<li><button type="button" class="btn quiet" @click=${() => onGo(slug, name)}>${name}</button>${icon('right')}</li>`)}
              <li aria-current="page">${page.name}</li>
            </ol>
          </nav>`
        : nothing
    }
    <div class="who">
      <div class="is">
        <span class="mark p${paperOf(page.slug)}" aria-hidden="true">${icon(signs[page.kind])}</span>
        <div>
          <div role="heading" aria-level=${level} class="name" part="heading" tabindex="-1">${page.name}</div>
          <p><span class="tag">${words.kinds[page.kind]}</span><span class="muted">${page.area.name}</span></p>
        </div>
      </div>
      <div class="did">
        <dl class="sums">
          <div><dt>${words.helped}</dt><dd>${page.deeds.helped}<small>${words.pieces}</small></dd></div>
          <div><dt>${words.inProgress}</dt><dd>${page.deeds.inProgress}<small>${words.pieces}</small></dd></div>
        </dl>
        ${page.children.length ? html`<p class="tiny muted">${words.withBranches}</p>` : nothing}
      </div>
    </div>
  `;
}

/** The organisations right below it, to walk into. */
export const branches = (
  { children }: OrganisationPage,
  { words, level, onGo }: OrganisationView,
): TemplateResult | typeof nothing =>
  children.length
    ? html`<section class="sec">
        ${heading(level + 1, words.below, 'sec-name')}
        <ul class="chips">
          ${children.map(
            ({ slug, name }) =>
              html`<li><button type="button" class="chip" aria-label=${words.goTo(name)} @click=${() => onGo(slug, name)}>${name}${icon('right')}</button></li>`,
          )}
        </ul>
      </section>`
    : nothing;

const isHelped = ({ status }: Wish): boolean => status === 'confirmed' || status === 'closed';

/** A wish on its paper: how far it is, what was said of it afterwards. */
export function deed(wish: Wish, page: OrganisationPage, view: OrganisationView): TemplateResult {
  const { words, common, lang, level, now, onOpen } = view;
  const done = isHelped(wish);
  const at = wish.confirmation?.at ?? wish.closing?.at ?? wish.publishedAt ?? wish.createdAt;
  const said = wish.confirmation?.thanks ? words.quote(wish.confirmation.thanks) : wish.closing?.note;
  const due = wish.claims.find(({ state }) => state === 'active')?.dueAt;
  // Which branch it was; of the page's own organisation that is no news.
  const names = [...new Set(wish.claims.filter(({ organisation }) => organisation).map(({ name }) => name))];
  const facts = [
    words.forWhom(wish.forWhom.name),
    wish.areaName,
    ...(names.length && names.join() !== page.name ? [words.by(names.join('、'))] : []),
    ...(wish.status === 'closed' ? [words.visited] : []),
    ...(due && !done ? [words.dueBy(day(due, lang, now))] : []),
  ];
  return html`<li part="card" class="note p${paperOf(wish.id)} t${paperOf(`${wish.id}t`)}">
    <p class="top">
      <span class="tag ${done ? 'ok' : 'own'}">${done ? icon('check') : nothing}${common.status[wish.status]}</span>
      <time datetime=${at} title=${dayOfWeek(at, lang, now)}>${ago(at, lang, now)}</time>
    </p>
    ${heading(
      level + 2,
      onOpen
        ? html`<button type="button" aria-label=${words.open(wish.title)} @click=${() => onOpen(wish)}>${phrases(wish.title)}</button>`
        : phrases(wish.title),
      'want',
    )}
    ${said ? html`<blockquote>${phrases(said)}</blockquote>` : nothing}
    <p class="who-for">
      ${facts.map((fact, at) => html`<span>${fact}${at < facts.length - 1 ? ' ·' : ''}</span> `)}
    </p>
  </li>`;
}

/** Who may act for it: for workers and its representatives alone. */
export function representatives(found: NonNullable<Shown['representatives']>, view: OrganisationView): TemplateResult {
  const { words, lang, level, now } = view;
  return html`<section class="sec">
    ${heading(level + 1, words.representatives, 'sec-name')}
    <p class="small muted">${words.representativesHint}</p>
    ${
      found === 'failed'
        ? html`<p class="card kindly" role="status">${words.representativesFailed}</p>`
        : found.length === 0
          ? html`<p class="card kindly">${words.noRepresentatives}</p>`
          : html`<ul class="card people">
              ${found.map(
                ({ name, origin, since }) =>
                  html`<li><b>${name}</b><span class="small muted">${words.origin[origin]} · ${words.since(day(since, lang, now))}</span></li>`,
              )}
            </ul>`
    }
  </section>`;
}
