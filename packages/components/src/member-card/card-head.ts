import { html, nothing, type TemplateResult } from 'lit';
import { day, dayOfWeek } from '../shared/format.ts';
import { icon } from '../shared/ui/icons.ts';
import { avatar } from '../shared/ui/index.ts';
import type { OpenCard } from './card-data.ts';
import type { CardView } from './card-view.ts';

/** A number that says what came of it. */
export interface Sum {
  readonly name: string;
  readonly value: string | undefined;
  readonly unit: string;
}

export interface HeadOptions {
  readonly busy: boolean;
  readonly onReportIn: () => void;
  /** With one's party branch. */
  readonly onBranch: () => void;
  /** Numbers besides those of wishes; what is not known yet has no value. */
  readonly sums: readonly Sum[];
}

/** Who I am here: as neighbours would see it, with the community, what I am in it, and what came of it. */
export function cardHead(card: OpenCard, view: CardView, options: HeadOptions): TemplateResult {
  const { words, lang, level, now } = view;
  const { me } = card;
  const since = me.reportedInAt ? words.reportedIn(day(me.reportedInAt, lang, now)) : words.notReportedIn;
  // One role may be held in several areas; said once it is enough.
  const roles = [...new Set(me.roles.map(({ role }) => Object.entries(words.roles).find(([code]) => code === role)?.[1]))].filter(
    (name) => name !== undefined,
  );
  return html`<div class="me">
    <div class="me-who">
      ${avatar(me.name)}
      <div>
        <div role="heading" aria-level=${level} class="name" part="heading">${me.maskedName}</div>
        <p>${me.area ? `${me.area.name} · ${since}` : words.noArea}</p>
        ${
          roles.length || me.organisations.length
            ? html`<ul class="roles">
                ${roles.map((name) => html`<li class="tag own">${name}</li>`)}
                ${me.organisations.map(({ name }) => html`<li class="tag">${words.representative(name)}</li>`)}
              </ul>`
            : nothing
        }
        ${me.branch ? html`<p class="mine-alone">${icon('lock')}<span><b>${me.branch.name}</b> · ${words.branch.onlyYou}</span></p>` : nothing}
      </div>
    </div>
    <dl class="sums">
      <div><dt>${words.helped}</dt><dd>${me.helped}<small>${words.pieces}</small></dd></div>
      ${
        // Four numbers are too many for a phone.
        options.sums.length > 1
          ? nothing
          : html`<div><dt>${words.wished}</dt><dd>${card.wishes.length}${card.moreWishes ? '+' : ''}<small>${words.pieces}</small></dd></div>`
      }
      ${options.sums.map(({ name, value, unit }) => html`<div><dt>${name}</dt><dd>${value ?? '–'}<small>${unit}</small></dd></div>`)}
    </dl>
    ${reportingIn(card, view, options)}
  </div>`;
}

/** What waits for a worker's look, and what can be done about where one is at home. */
function reportingIn(
  card: OpenCard,
  view: CardView,
  { busy, onReportIn, onBranch }: HeadOptions,
): TemplateResult | typeof nothing {
  const { words, lang, now } = view;
  const { me, area } = card;
  const { waitingReportIn: waits } = me;
  const here = me.reportedInAt !== null && me.area?.slug === area.slug;
  const may = area.can.includes('report-in') && area.level === 'community';
  const elsewhere = waits && waits.area.slug !== area.slug;
  const canReport = may && !here && !(waits && !elsewhere);
  const canNameBranch = may && !waits && (here || canReport);
  const hint = elsewhere ? words.waiting.replaces(waits.area.name) : me.area ? words.waiting.moves(me.area.name) : '';
  if (!waits && !canReport && !canNameBranch) return nothing;
  return html`<div class="report">
    ${
      waits
        ? html`<p class="waits">
            ${icon('clock')}<span><b>${words.waiting.title(waits.area.name, waits.organisation?.name ?? null)}</b>
              <small>${words.waiting.text(waits.area.name, dayOfWeek(waits.at, lang, now))}</small>
              ${waits.organisation ? html`<small>${words.waiting.branchSeen}</small>` : nothing}</span>
          </p>`
        : nothing
    }
    ${canReport && hint ? html`<p class="small muted">${hint}</p>` : nothing}
    ${
      canReport || canNameBranch
        ? html`<p class="go">
            ${canReport ? html`<button type="button" class="btn tonal" ?disabled=${busy} @click=${onReportIn}>${words.reportIn(area.name)}</button>` : nothing}
            ${canNameBranch ? html`<button type="button" class="btn quiet" @click=${onBranch}>${me.branch ? words.branch.change : words.branch.ask}</button>` : nothing}
          </p>`
        : nothing
    }
  </div>`;
}
