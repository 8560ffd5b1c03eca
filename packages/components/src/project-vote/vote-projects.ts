import { type PageQuery, type Project, projectsIn } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { ResourceController } from '../shared/controllers/resource.ts';
import { dayOfWeek, exact } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { goTo } from '../shared/ui/go-to.ts';
import { icon } from '../shared/ui/icons.ts';
import { heading } from '../shared/ui/states.ts';
import type { FmProjectVote } from './project-vote.ts';
import { facts, picture } from './vote-card.ts';
import { whyLost } from './why-lost.ts';
import type { MoreWords } from './words/more.ts';

/** Of each, as many as a page of one community shows; what is older is found in its rounds. */
const most = 24;

/** What was chosen and is being built, and what is proposed for the next round. */
interface Projects {
  readonly chosen: readonly Project[];
  readonly proposed: readonly Project[];
  /** What rounds did not choose, the last first. */
  readonly lost: readonly Project[];
  /** More is proposed than is shown. */
  readonly next: string | null;
}

/** Where there are more proposals than are shown: the next of them below. */
export class VoteProjects extends ResourceController<Projects> {
  more: 'idle' | 'busy' | 'failed' = 'idle';
  readonly #host: FmProjectVote;
  /** How many a reload brings back: as many as were added below. */
  #depth = most;

  constructor(host: FmProjectVote) {
    super(host, {
      key: () => {
        const { client, area, epoch } = host.community;
        return client && area ? [client, area, epoch] : null;
      },
      load: async (signal) => {
        const { client, area } = host.community;
        if (!client) throw new Error('asked without a client');
        const [chosen, lost, proposed] = await Promise.all([
          projectsIn(client).list({ area, status: 'selected,under-way,done', order: 'updated', limit: most }, { signal }),
          projectsIn(client).list({ area, status: 'not-selected', order: 'updated', limit: 100 }, { signal }),
          this.#proposed({ limit: Math.min(100, this.#depth) }, signal),
        ]);
        return { chosen: inOrder(chosen.items), lost: lost.items, ...proposed };
      },
      reflect: false,
    });
    this.#host = host;
  }

  readonly loadMore = async (): Promise<void> => {
    const before = this.value;
    if (!before?.next || this.more === 'busy') return;
    this.#show('busy');
    try {
      const { proposed, next } = await this.#proposed({ limit: most, cursor: before.next });
      this.#show('idle');
      // All of it was read anew meanwhile: this page belongs to what is gone.
      const now = this.value;
      if (now?.next !== before.next) return;
      this.#depth += most;
      this.replace({ ...now, proposed: [...now.proposed, ...proposed], next });
      const [first] = proposed;
      if (first) await goTo(this.#host, `[data-project="${first.id}"]`);
    } catch {
      this.#show('failed');
    }
  };

  async #proposed(page: PageQuery, signal?: AbortSignal): Promise<Pick<Projects, 'proposed' | 'next'>> {
    const { client, area } = this.#host.community;
    if (!client) throw new Error('asked without a client');
    // One's own are answered to oneself also while nobody else sees them; a visitor may not ask for these.
    const isMember = await client.session.check().catch(() => false);
    const status = isMember ? 'listed,proposed,declined' : 'listed';
    const { items, nextCursor } = await projectsIn(client).list({ area, status, ...page }, signal && { signal });
    return { proposed: items.filter((one) => one.status === 'listed' || one.mine), next: nextCursor };
  }

  #show(more: 'idle' | 'busy' | 'failed'): void {
    this.more = more;
    this.#host.requestUpdate();
  }
}

/** Something to be read at all. */
export const isSome = ({ chosen, proposed, lost }: Projects): boolean => chosen.length + proposed.length + lost.length > 0;

const rank = { 'under-way': 0, selected: 1, done: 2 } as Readonly<Record<string, number>>;

/** What is being built first: that is what changes. */
const inOrder = (items: readonly Project[]): Project[] =>
  [...items].sort((a, b) => (rank[a.status] ?? 3) - (rank[b.status] ?? 3));

export interface ProjectsView {
  readonly words: MoreWords;
  readonly lang: Lang;
  readonly now: number;
  readonly level: number;
  readonly still: boolean;
  readonly showArea: boolean;
  readonly onOpen: (id: string) => void;
}

const track = (percent: number): TemplateResult =>
  html`<svg class="track" aria-hidden="true"><rect width="${percent}%" height="100%" rx="4"></rect></svg>`;

/** Noon of a day: the same day wherever the phone is. */
export const noon = (day: string): string => `${day}T12:00:00+08:00`;

/** One winner: how far it is, who sees to it, until when, and the last that was reported. */
function progressRow(project: Project, { words, lang, now, level, still, showArea, onOpen }: ProjectsView): TemplateResult {
  const { id, title, status, percent, owner, dueOn, openCorrections, milestones, rating, areaName } = project;
  const last = milestones.filter(({ reached }) => reached).at(-1);
  const state = words.state[status as keyof MoreWords['state']];
  const line = [
    showArea ? areaName : '',
    owner ? words.owner(owner) : '',
    dueOn && status !== 'done' ? words.due(dayOfWeek(noon(dueOn), lang, now)) : '',
    rating === null ? '' : `★ ${rating.toFixed(1)}`,
  ].filter(Boolean);
  return html`<li class="prog">
    <div>
      ${heading(level, still ? title : html`<button type="button" aria-label=${words.show(title)} @click=${() => onOpen(id)}>${title}</button>`, 'want')}
      <p class="state">
        <span class="tag ${status === 'done' ? 'ok' : 'own'}">${state}</span>
        ${openCorrections ? html`<span class="tag wait">${words.corrections(openCorrections)}</span>` : nothing}
      </p>
    </div>
    <p class="pct"><b class="num">${words.percent(percent)}</b></p>
    ${track(percent)}
    <p class="small muted">${line.join(' · ')}</p>
    ${last ? html`<p class="last">${icon('check')}<span>${last.title}</span></p>` : nothing}
  </li>`;
}

/** What is being built and moved last stands in full (`lead`), the others in a row each. */
export const renderProgress = (items: readonly Project[], view: ProjectsView, lead: unknown = nothing): TemplateResult => {
  const rows = lead === nothing ? items : items.slice(1);
  return html`<section class="part">
    ${heading(view.level - 1, view.words.progress)}
    <p class="muted">${view.words.progressText(items.length)}</p>
    ${lead}
    ${
      rows.length
        ? html`<ul class="progs">
            ${rows.map((project) => progressRow(project, view))}
          </ul>`
        : nothing
    }
  </section>`;
};

/** What neighbours propose: the next round chooses from these. */
export const renderProposals = (
  items: readonly Project[],
  view: ProjectsView,
  { propose, more }: { readonly propose: unknown; readonly more: unknown },
): TemplateResult => {
  const { words, lang, level, still, onOpen } = view;
  return html`<section class="part">
    <div class="head">
      <div>
        ${heading(level - 1, words.proposals)}
        <p class="muted">${words.proposalsText}</p>
      </div>
      ${propose}
    </div>
    ${items.length ? nothing : html`<p class="muted none">${words.proposalsNone}</p>`}
    <ul class="opts small-cards" ?hidden=${!items.length}>
      ${items.map(
        (project) =>
          html`<li class="opt">
            ${picture(project)}
            <div>
              ${heading(level, still ? project.title : html`<button type="button" data-project=${project.id} @click=${() => onOpen(project.id)}>${project.title}</button>`, 'want')}
              ${facts(project, lang)}
              <p class="small muted">${project.mine ? words.mine : words.proposer(project.proposer.name)}
                ${project.status === 'listed' ? nothing : html`<span class="tag wait">${project.status === 'declined' ? words.declined : words.waiting}</span>`}</p>
            </div>
          </li>`,
      )}
    </ul>
    ${more}
  </section>`;
};

/** What became of what was not chosen: folded, as it is looked for by whoever proposed it or voted for it. */
export const renderLost = (projects: Projects | undefined, view: ProjectsView): TemplateResult | typeof nothing => {
  const { words, lang, showArea, onOpen } = view;
  const items = projects?.lost ?? [];
  if (!items.length) return nothing;
  const row = ({ id, title, areaName, round }: Project) => {
    const votes = round?.votes == null ? '' : words.votes(exact(round.votes));
    const line = [showArea ? areaName : '', round?.title, votes, round ? whyLost(round, words.why, lang) : ''];
    return html`<li>
      <button type="button" class="btn quiet" @click=${() => onOpen(id)}>${title}</button>
      <span class="small muted">${line.filter(Boolean).join(' · ')}</span>
    </li>`;
  };
  return html`<details class="part lost">
    <summary>${words.lost(items.length)}</summary>
    <p class="muted">${words.lostText}</p>
    <ul>
      ${items.map(row)}
    </ul>
  </details>`;
};
