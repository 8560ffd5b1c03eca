import { complete, type Project } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { money } from '../../shared/ballot/money.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { FmElement } from '../../shared/elements.ts';
import { buttonStyles, fieldStyles } from '../../shared/styles/index.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { caseStyles } from '../case.styles.ts';
import { FindController } from '../desk-find.ts';
import { twice } from '../desk-twice.ts';
import { findStyles } from '../forms/form.styles.ts';
import { likeness } from '../wishes/likeness.ts';
import { sameStyles } from '../wishes/same.styles.ts';
import { ProjectMergeEvent } from './events.ts';
import { projectSameStyles } from './projects.styles.ts';
import { deskWords } from '../words/index.ts';
import { projectWords } from './words/index.ts';

/** As alike as two have to be before they are put side by side unasked. */
const alike = 0.18;
const asked = 100;

/**
 * @summary Projects of the same community into which one may be merged: those that look alike at once, the others on asking.
 * Shows nothing where they could not be asked for: a proposal that is missing hinders nobody.
 * @fires fm-project-merge - after two presses; does not bubble
 */
export class FmProjectSame extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, fieldStyles, caseStyles, sameStyles, findStyles, projectSameStyles];

  @property({ attribute: false }) project: Project | undefined;
  @property({ type: Boolean }) busy = false;

  @state() private all = false;
  @state() private armed = '';

  private readonly words = new WordsController(this, projectWords);
  private readonly desk = new WordsController(this, deskWords);
  private readonly find = new FindController<Project>(this, ({ title, place }) => `${title} ${place}`);
  readonly candidates = new ResourceController<Project[]>(this, {
    reflect: false,
    key: () => (this.project && this.community.client ? [this.community.client, this.project.id] : null),
    load: (signal) => this.#look(signal),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('project') || changed.get('project')?.id === this.project?.id) return;
    this.all = false;
    this.find.clear();
    this.armed = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { merge } = this.words.words;
    const { project } = this;
    const { state } = this.candidates;
    if (!project || state.status !== 'ready') return nothing;
    const like = (other: Project) =>
      likeness(`${project.title} ${project.story}`, other.title) + likeness(project.title, other.title);
    const others = [...state.value].sort((a, b) => like(b) - like(a));
    const near = others.filter((other) => like(other) >= alike).slice(0, 2);
    const shown = this.all ? this.find.of(others) : near;
    if (others.length === 0) return nothing;
    return html`<section class="fm same" lang=${this.community.lang}>
      ${shown.length || this.all ? html`${heading(this.headingLevel, merge.title, 'part')}<p class="muted small">${merge.hint}</p>` : nothing}
      ${this.all ? this.find.render(others, this.desk.words) : nothing}
      ${shown.length ? html`<ul>${shown.map((other) => this.renderOne(project, other))}</ul>` : nothing}
      ${
        this.all || near.length === others.length
          ? nothing
          : html`<p><button type="button" class="btn quiet" @click=${() => (this.all = true)}>${icon('merge')}${merge.more}</button></p>`
      }
    </section>`;
  }

  private renderOne(project: Project, other: Project): TemplateResult {
    const { words } = this.words;
    const { merge } = words;
    const facts = [words.status[other.status], other.proposer.name, other.place, money(other.cost, this.community.lang)];
    return html`<li>
      <p>${other.title}<small>${facts.join(' · ')}</small></p>
      ${twice({
        armed: this.armed === other.id,
        act: merge.act,
        follows: merge.follows(project.title, other.title),
        really: merge.really,
        leave: merge.leave,
        busy: this.busy,
        onArm: () => {
          this.armed = other.id;
          void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.follows')?.focus());
        },
        onLeave: () => (this.armed = ''),
        onDo: () => this.dispatchEvent(new ProjectMergeEvent(other)),
      })}
    </li>`;
  }

  async #look(signal: AbortSignal): Promise<Project[]> {
    const { project } = this;
    const { client } = this.community;
    if (!project || !client) return [];
    const query = { area: project.area, status: 'listed,proposed', limit: asked };
    const { items } = await complete(client).projects.list(query, { signal });
    return items.filter(({ id, area }) => id !== project.id && area === project.area);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-project-same': FmProjectSame;
  }
}
