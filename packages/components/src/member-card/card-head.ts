import { html, nothing, type TemplateResult } from 'lit';
import { day } from '../shared/format.ts';
import { avatar, heading } from '../shared/ui/index.ts';
import type { OpenCard } from './card-data.ts';
import type { CardView } from './card-view.ts';

export interface HeadOptions {
  readonly busy: boolean;
  readonly onReportIn: () => void;
}

/** Who I am here: as neighbours would see it, with the community, what I am in it, and what came of it. */
export function cardHead(card: OpenCard, view: CardView, { busy, onReportIn }: HeadOptions): TemplateResult {
  const { words, lang, level, now } = view;
  const { me, area } = card;
  const here = me.reportedInAt !== null && me.area?.slug === area.slug;
  const since = me.reportedInAt ? words.reportedIn(day(me.reportedInAt, lang, now)) : words.notReportedIn;
  // One role may be held in several areas; said once it is enough.
  const roles = [...new Set(me.roles.map(({ role }) => Object.entries(words.roles).find(([code]) => code === role)?.[1]))].filter(
    (name) => name !== undefined,
  );
  return html`<div class="me">
    <div class="me-who">
      ${avatar(me.name)}
      <div>
        ${heading(level, me.maskedName, 'name')}
        <p>${me.area ? `${me.area.name} · ${since}` : words.noArea}</p>
        ${
          roles.length || me.organisations.length
            ? html`<ul class="roles">
                ${roles.map((name) => html`<li class="tag own">${name}</li>`)}
                ${me.organisations.map(({ name }) => html`<li class="tag">${words.representative(name)}</li>`)}
              </ul>`
            : nothing
        }
        ${
          !here && area.can.includes('report-in') && area.level === 'community'
            ? html`<p class="act"><button type="button" class="btn tonal" ?disabled=${busy} @click=${onReportIn}>${words.reportIn(area.name)}</button></p>`
            : nothing
        }
      </div>
    </div>
    <dl class="sums">
      <div><dt>${words.helped}</dt><dd>${me.helped}<small>${words.pieces}</small></dd></div>
      <div><dt>${words.wished}</dt><dd>${card.wishes.length}${card.moreWishes ? '+' : ''}<small>${words.pieces}</small></dd></div>
    </dl>
  </div>`;
}
