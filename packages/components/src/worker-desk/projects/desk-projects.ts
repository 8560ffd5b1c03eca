import { type CommentCase, complete, type Page, type Project } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { money } from '../../shared/ballot/money.ts';
import type { LiveFact } from '../../shared/controllers/live.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { day } from '../../shared/format.ts';
import { icon } from '../../shared/ui/icons.ts';
import { day24, type Row, waited } from '../desk-list.ts';
import { FmDeskPanel, panelLimit } from '../desk-panel.ts';
import { hitName, kindsOf } from '../hits.ts';
import './comment-case.define.ts';
import type { CommentDecidedEvent, DeskProjectEvent } from './events.ts';
import './project-case.define.ts';
import { statusTag } from './project-facts.ts';
import { projectPanelStyles } from './projects.styles.ts';
import { hitsOf } from './wording.ts';
import { projectWords } from './words/index.ts';

const filters = ['waiting', 'said', 'listed', 'building', 'done', 'out'] as const;
type Filter = (typeof filters)[number];

/** What each filter asks for; what is said has a list of its own. */
const statuses: Record<Exclude<Filter, 'said'>, string> = {
  waiting: 'proposed',
  listed: 'listed,voting,not-selected',
  building: 'selected,under-way',
  done: 'done',
  out: 'declined,merged,withdrawn',
};

/** A line of the list: a project, or what somebody said about one. */
type Thing = { readonly id: string } & (
  | { readonly kind: 'project'; readonly project: Project }
  | { readonly kind: 'said'; readonly said: CommentCase }
);

const ofProject = (project: Project): Thing => ({ id: project.id, kind: 'project', project });
const ofSaid = (said: CommentCase): Thing => ({ id: said.comment.id, kind: 'said', said });

/**
 * @summary 微实事: proposals to be read, the list from which rounds choose, what is built, and what is said about it.
 * @fires fm-desk-count @fires fm-desk-say - to the desk; do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmDeskProjects extends FmDeskPanel<Thing> {
  static override styles = [FmDeskPanel.styles, projectPanelStyles];

  @state() private filter: Filter = 'waiting';
  /** Of what is said: what waits, or what workers have hidden. */
  @state() private shelved = false;

  private readonly words = new WordsController(this, projectWords);
  /** How many comments wait, for their chip. */
  private readonly waiting = new ResourceController<Page<CommentCase> | undefined>(this, {
    reflect: false,
    key: () => {
      const { client, area, epoch } = this.community;
      return client && area ? [client, area, epoch] : null;
    },
    load: async (signal) => {
      const { client, area } = this.community;
      return client && complete(client).projects.queue({ area, limit: panelLimit }, { signal });
    },
  });

  protected override get counts(): boolean {
    return this.filter === 'waiting';
  }

  protected question(): readonly unknown[] {
    return [this.filter, this.shelved];
  }

  protected async read(signal: AbortSignal, cursor?: string): Promise<Page<Thing>> {
    const { client, area } = this.community;
    if (!client) throw new Error('no client');
    const { projects } = complete(client);
    const page = { area, limit: panelLimit, cursor };
    if (this.filter === 'said') {
      const { items, nextCursor } = await projects.queue({ ...page, state: this.shelved ? 'hidden' : 'waiting' }, { signal });
      return { items: items.map(ofSaid), nextCursor };
    }
    const order = this.filter === 'building' ? 'updated' : 'newest';
    const { items, nextCursor } = await projects.list({ ...page, status: statuses[this.filter], order }, { signal });
    return { items: items.map(ofProject), nextCursor };
  }

  protected hears(fact: LiveFact): boolean {
    if (!fact.type.startsWith('project.')) return fact.type.startsWith('round.');
    if (fact.type.startsWith('project.comment')) void this.waiting.reload();
    return true;
  }

  protected get listName(): string {
    return this.words.words.list[this.filter];
  }

  protected override get pickWords(): string {
    return this.words.words.pick;
  }

  protected get emptyWords() {
    return { drawing: 'wall', ...this.words.words.empty[this.filter] } as const;
  }

  protected rowOf(thing: Thing): Row {
    return thing.kind === 'project' ? this.#projectRow(thing.project) : this.#saidRow(thing.said);
  }

  #projectRow(project: Project): Row {
    const { words } = this.words;
    const { lang } = this.community;
    const desk = this.desk.words;
    const waits = project.status === 'proposed';
    const [found] = kindsOf(hitsOf(project));
    return {
      id: project.id,
      kind: html`${statusTag(project, words)}<span class="num">${money(project.cost, lang)}</span>`,
      when: waits ? waited(project.createdAt, desk, this.now()) : day(project.updatedAt, lang, this.now()),
      late: waits && this.now() - Date.parse(project.createdAt) >= 3 * day24,
      title: project.title,
      facts: [project.place, project.proposer.name].join(' · '),
      tag: project.openCorrections
        ? html`<span class="tag no">${words.corrections(project.openCorrections)}</span>`
        : found
          ? html`<span class="tag wait">${desk.wrote(hitName(found, desk.hits))}</span>`
          : project.status === 'under-way'
            ? html`<span class="num">${project.percent}%</span>`
            : nothing,
    };
  }

  #saidRow({ project, comment, since, reports }: CommentCase): Row {
    const desk = this.desk.words;
    const [found] = kindsOf(comment.screening?.hits ?? []);
    return {
      id: comment.id,
      kind: html`${icon('pen')}${project.title}`,
      when: waited(since, desk, this.now()),
      late: !this.shelved && this.now() - Date.parse(since) >= day24,
      title: comment.words,
      facts: comment.author.name,
      tag: reports.length
        ? html`<span class="tag no">${this.words.words.comments.withheld.reported}</span>`
        : found
          ? html`<span class="tag wait">${desk.wrote(hitName(found, desk.hits))}</span>`
          : nothing,
    };
  }

  protected override renderHead(): TemplateResult {
    const { words } = this.words;
    const waiting = this.waiting.value;
    const count = waiting?.items.length
      ? html`<span class="num">${waiting.items.length}${waiting.nextCursor ? '+' : ''}</span>`
      : nothing;
    return html`<div class="chips filters" role="group" aria-label=${words.filter}>
        ${filters.map(
          (filter) =>
            html`<button type="button" class="chip" aria-pressed=${filter === this.filter ? 'true' : 'false'} @click=${() => this.#show(filter, false)}>
              ${words.filters[filter]}${filter === 'said' ? count : nothing}
            </button>`,
        )}
      </div>
      ${
        this.filter === 'said'
          ? html`<p><button type="button" class="btn quiet" @click=${() => this.#show('said', !this.shelved)}>${icon('eye')}${this.shelved ? words.said.waiting : words.said.hidden}</button></p>`
          : nothing
      }`;
  }

  protected renderCase(thing: Thing, framed: 'yes' | 'no', gone: boolean): TemplateResult {
    const { client, area, lang, mode, theme } = this.community;
    return thing.kind === 'project'
      ? html`<fm-project-case
          class="paper"
          .client=${client}
          .area=${area}
          .lang=${lang}
          .mode=${mode}
          .theme=${theme}
          .headingLevel=${this.headingLevel}
          .now=${this.now}
          .project=${thing.project}
          .told=${this.told}
          .gone=${gone}
          .framed=${framed}
          @fm-desk-project=${this.handleProject}
          @fm-paper-ask=${this.handleAsk}
        ></fm-project-case>`
      : html`<fm-comment-case
          class="paper"
          .client=${client}
          .area=${area}
          .lang=${lang}
          .mode=${mode}
          .theme=${theme}
          .headingLevel=${this.headingLevel}
          .said=${thing.said}
          .told=${this.told}
          .gone=${gone}
          .framed=${framed}
          @fm-comment-decided=${this.handleDecided}
          @fm-paper-ask=${this.handleAsk}
        ></fm-comment-case>`;
  }

  #show(filter: Filter, shelved: boolean): void {
    if (filter === this.filter && shelved === this.shelved) return;
    this.filter = filter;
    this.shelved = shelved;
    this.letGo();
  }

  private readonly handleProject = ({ project, words }: DeskProjectEvent): void => {
    const belongs = this.filter !== 'said' && statuses[this.filter].split(',').includes(project.status);
    if (belongs) this.changed(ofProject(project), words);
    else this.decided(project.id, words);
  };

  private readonly handleDecided = ({ id, words }: CommentDecidedEvent): void => {
    this.decided(id, words);
    void this.waiting.reload();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-projects': FmDeskProjects;
  }
}
