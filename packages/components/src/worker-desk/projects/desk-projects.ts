import { type CommentCase, complete, type Page, type Project } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { money } from '../../shared/ballot/money.ts';
import type { LiveFact } from '../../shared/controllers/live.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { day } from '../../shared/format.ts';
import { icon } from '../../shared/ui/icons.ts';
import { within } from '../../shared/within.ts';
import { day24, type Row, waited } from '../desk-list.ts';
import { FmFilteredPanel } from '../desk-filtered.ts';
import { panelLimit } from '../desk-panel.ts';
import { hitName, kindsOf } from '../hits.ts';
import './comment-case.define.ts';
import type { CommentDecidedEvent, DeskProjectEvent } from './events.ts';
import './project-case.define.ts';
import { statusTag } from './project-facts.ts';
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
export class FmDeskProjects extends FmFilteredPanel<Thing, Filter> {
  protected override filter: Filter = 'waiting';
  protected readonly filters: readonly Filter[] = filters;
  protected readonly counted = 'waiting';
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

  protected get said() {
    return this.words.words;
  }

  protected override get counts(): boolean {
    return super.counts && this.waiting.state.status !== 'loading';
  }

  protected override get besides(): Page<CommentCase> | undefined {
    return this.waiting.value;
  }

  protected override question(): readonly unknown[] {
    return [...super.question(), this.shelved];
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
    const order = this.filter === 'building' ? 'updated' : this.filter === 'waiting' ? 'oldest' : 'newest';
    const { items, nextCursor } = await projects.list({ ...page, status: statuses[this.filter], order }, { signal });
    return { items: items.map(ofProject), nextCursor };
  }

  protected hears(fact: LiveFact): boolean {
    if (!fact.type.startsWith('project.')) return fact.type.startsWith('round.');
    if (fact.type.startsWith('project.comment')) void this.waiting.reload();
    return true;
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
    return html`${this.renderFilters(nothing, (filter) => (filter === 'said' ? count : nothing))}
      ${
        this.filter === 'said'
          ? html`<p><button type="button" class="btn quiet" @click=${this.handleShelf}>${icon('eye')}${this.shelved ? words.said.waiting : words.said.hidden}</button></p>`
          : nothing
      }`;
  }

  protected renderCase(thing: Thing, framed: 'yes' | 'no', gone: boolean): TemplateResult {
    return thing.kind === 'project'
      ? html`<fm-project-case
          class="paper"
          ${within(this.community, this.headingLevel)}
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
          ${within(this.community, this.headingLevel)}
          .said=${thing.said}
          .told=${this.told}
          .gone=${gone}
          .framed=${framed}
          @fm-comment-decided=${this.handleDecided}
          @fm-paper-ask=${this.handleAsk}
        ></fm-comment-case>`;
  }

  protected override show(filter: Filter): void {
    this.shelved = false;
    super.show(filter);
  }

  private readonly handleShelf = (): void => {
    this.shelved = !this.shelved;
    this.letGo();
  };

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
