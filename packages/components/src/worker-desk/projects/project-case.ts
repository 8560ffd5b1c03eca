import { complete, type Project } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { WordsController } from '../../shared/controllers/words.ts';
import type { ActName } from '../../shared/events.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { within } from '../../shared/within.ts';
import { meResource } from '../../wish-wall/wish-me.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import { ReasonController } from '../desk-reason.ts';
import { DeskForm } from '../forms/desk-form.ts';
import { deskFormStyles } from '../forms/form.styles.ts';
import { hitName, kindsOf, marked } from '../hits.ts';
import { hidePlace } from '../moderation/hide-place.ts';
import { DeskProjectEvent, type ProjectMergeEvent, type ProjectSaidEvent } from './events.ts';
import './project-build.define.ts';
import { projectFacts, projectPhotos, statusTag } from './project-facts.ts';
import './project-said.define.ts';
import './project-same.define.ts';
import { projectCaseStyles } from './projects.styles.ts';
import { hitsIn, hitsOf, listBody, proposed, wordingProblems } from './wording.ts';
import { projectWords } from './words/index.ts';

type Work = (
  projects: ReturnType<typeof complete>['projects'],
  options: { signal: AbortSignal; idempotencyKey: string },
) => PromiseLike<Project>;

/**
 * @summary One project in a worker's hand: a proposal that is listed, declined or merged; one that is started, reported on
 * and put right; what neighbours say. Shows what `project.can` lists and nothing else.
 * @fires fm-desk-project @fires fm-paper-ask - do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmProjectCase extends FmDeskPaper {
  static override styles = [FmDeskPaper.styles, deskFormStyles, projectCaseStyles];

  @property({ attribute: false }) project: Project | undefined;
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private wording = false;
  /** Its proposer has changed it while it was in hand. */
  @state() private rewritten = false;

  private readonly words = new WordsController(this, projectWords);
  private readonly reason = new ReasonController(this);
  private readonly me = meResource(this);
  private readonly form = new DeskForm(this, () => this.me.value?.id);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('project');
    const { project } = this;
    if (!changed.has('project') || !project) return;
    if (before?.id === project.id && before.updatedAt === project.updatedAt && before.status === project.status) return;
    if (before?.id !== project.id) {
      this.act.cancel();
      this.reason.clear();
    }
    this.rewritten = before?.id === project.id && before.status === project.status && project.status === 'proposed';
    this.wording = hitsOf(project).length > 0;
    this.form.begin(proposed(project), project.can.includes('list') ? `project-list:${project.id}:${project.updatedAt}` : '');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { project } = this;
    if (!project) return nothing;
    const { words } = this.words;
    const can = (verb: string) => !this.gone && project.can.includes(verb);
    const { hits } = this.desk.words;
    return this.renderPaper(
      words.gone,
      html`<div class="case-in">
          <header>
            <p class="kind tags">${statusTag(project, words)}<span>${project.areaName}</span></p>
            <div class="wish" role="heading" aria-level=${this.headingLevel} tabindex="-1">${marked(project.title, hitsIn(project, 'title'), hits)}</div>
          </header>
          <div role="status">${this.rewritten ? html`<p class="follows">${icon('info')}${this.desk.words.rewritten}</p>` : nothing}</div>
          <div>
            <p class="said">${marked(project.story, hitsIn(project, 'story'), hits)}</p>
            ${projectFacts(project, words, this.community.lang, marked(project.place, hitsIn(project, 'place'), hits))}
          </div>
          ${projectPhotos(project.photos, words)} ${this.renderOriginal(project)}
          ${this.renderHiding(project)}
          ${project.mine && project.status === 'proposed' ? html`<p class="muted">${words.own}</p>` : nothing}
          ${can('list') ? this.renderChecks(project) : nothing} ${can('merge') ? this.renderSame(project) : nothing}
          ${this.renderBuild(project)} ${this.renderComments(project)}
        </div>
        ${can('decline') ? this.renderDeclining(project) : nothing} ${can('list') || can('decline') ? this.renderActs(can) : nothing}`,
    );
  }

  private renderHiding(project: Project): TemplateResult {
    return hidePlace(
      { kind: 'project', of: project },
      {
        place: this.community,
        level: this.headingLevel,
        gone: this.gone,
        onHidden: (now, words) => this.dispatchEvent(new DeskProjectEvent(now as Project, words)),
        onRefresh: () => this.ask('refresh'),
      },
    );
  }

  private renderOriginal({ original }: Project): TemplateResult | typeof nothing {
    if (!original) return nothing;
    return html`<details>
      <summary>${this.words.words.original}</summary>
      <p class="said">${[original.title, original.story, original.place].join('\n')}</p>
    </details>`;
  }

  private renderChecks(project: Project): TemplateResult {
    const { words } = this.words;
    const { hits } = this.desk.words;
    const found = hitsOf(project);
    const names = kindsOf(found).map((kind) => hitName(kind, hits));
    const reasons = found.flatMap(({ reason }) => reason ?? []);
    return html`<div class="form">
      ${heading(this.headingLevel + 1, words.checks, 'part')}
      <ul class="look">
        <li class=${names.length ? 'warn' : ''}>
          ${icon(names.length ? 'info' : 'check')}
          <span
            >${names.length ? words.found(names.join(this.community.lang === 'en' ? ', ' : '、')) : words.nothingFound}${
              names.length ? html`<small>${[words.foundHint, ...reasons].join(' ')}</small>` : nothing
            }</span
          >
          ${names.length ? nothing : html`<button type="button" class="btn quiet" aria-expanded=${this.wording ? 'true' : 'false'} @click=${this.handleWording}>${this.wording ? words.keep : words.change}</button>`}
        </li>
      </ul>
      ${this.wording || this.form.found ? this.renderWording() : nothing}
      <p class="muted small">${words.listHint}</p>
    </div>`;
  }

  private renderWording(): TemplateResult {
    const { words } = this.words;
    const { form } = this;
    return html`${form.box({ name: 'title', label: words.title })} ${form.box({ name: 'story', label: words.story, rows: 4 })}
      <div class="row-of">
        ${form.box({ name: 'place', label: words.place })}
        ${form.box({ name: 'cost', label: words.cost, unit: words.yuan })}
      </div>
      ${form.found ? html`<p class="draft">${words.draft}<button type="button" class="btn quiet" @click=${() => form.startOver()}>${words.startOver}</button></p>` : nothing}`;
  }

  private renderSame(project: Project): TemplateResult {
    return html`<fm-project-same
      ${within(this.community, this.headingLevel + 1)}
      .project=${project}
      .busy=${this.act.busy}
      @fm-project-merge=${({ into }: ProjectMergeEvent) =>
        void this.#do(
          'merge',
          this.words.words.done.merge,
          (projects, options) => projects.merge(project.id, { into: into.id }, options),
          {
            into: into.id,
          },
        )}
    ></fm-project-same>`;
  }

  private renderBuild(project: Project): TemplateResult | typeof nothing {
    if (!['selected', 'under-way', 'done'].includes(project.status)) return nothing;
    return html`<fm-project-build
      ${within(this.community, this.headingLevel + 1)}
      .project=${project}
      .gone=${this.gone}
      .now=${this.now}
      @fm-desk-project=${({ project: now, words }: DeskProjectEvent) => this.dispatchEvent(new DeskProjectEvent(now, words))}
      @fm-paper-ask=${() => this.ask('refresh')}
    ></fm-project-build>`;
  }

  private renderComments(project: Project): TemplateResult | typeof nothing {
    if (!project.can.includes('comments') && project.comments === 0) return nothing;
    return html`<fm-project-said
      ${within(this.community, this.headingLevel + 1)}
      .project=${project}
      .gone=${this.gone}
      .now=${this.now}
      @fm-project-said-done=${({ words }: ProjectSaidEvent) => void this.#askAnew(project.id, words)}
      @fm-paper-ask=${() => this.ask('refresh')}
    ></fm-project-said>`;
  }

  private renderDeclining({ proposer }: Project): TemplateResult {
    const { words } = this.words;
    return this.reason.render({
      title: words.declineWhy,
      label: words.declineTo(proposer.name),
      hint: words.declineHint,
      level: this.headingLevel + 1,
      reasons: words.reasons,
      missing: words.declineMissing,
    });
  }

  private renderActs(can: (verb: string) => boolean): TemplateResult {
    const { words } = this.words;
    const { busy } = this.act;
    // What a round did not choose may stand in a later one.
    const again = this.project?.status === 'not-selected';
    return html`<div class="case-act">
      ${this.renderTrouble()}
      ${can('list') ? html`<button type="button" class="btn primary" ?disabled=${busy} @click=${this.handleList}>${again ? words.enlistAgain : words.enlist}</button>` : nothing}
      ${can('decline') ? html`<button type="button" class="btn line" ?disabled=${busy} @click=${this.handleDecline}>${words.decline}</button>` : nothing}
      <span class="muted small">${this.desk.words.autoNext}</span>
    </div>`;
  }

  private readonly handleWording = (): void => {
    this.wording = !this.wording;
    if (this.wording) this.focusOn('#title');
    else this.form.startOver();
  };

  private readonly handleList = (): void => {
    const { project, form } = this;
    const { words } = this.words;
    if (!project) return;
    const text = (name: string) => form.text(name);
    const problems = wordingProblems(text, words);
    if (Object.values(problems).some(Boolean)) this.wording = true;
    if (!form.passes(problems)) return;
    const body = listBody(project, text);
    void this.#do('list-project', words.done.enlist, (projects, options) => projects.enlist(project.id, body, options), body);
  };

  private readonly handleDecline = (): void => {
    const { project } = this;
    const reason = this.reason.take();
    if (!project || reason === undefined) return;
    const { done } = this.words.words;
    void this.#do('decline', done.decline, (projects, options) => projects.decline(project.id, { reason }, options), { reason });
  };

  async #do(act: ActName, words: string, work: Work, body: object): Promise<void> {
    const { client } = this.community;
    const { project } = this;
    if (!client || !project) return;
    const outcome = await this.act.run(act, (options) => work(complete(client).projects, options), { subject: project.id, body });
    if (outcome.done) {
      this.form.forget();
      this.dispatchEvent(new DeskProjectEvent(outcome.value, words));
    } else if (outcome.error?.code === 'project.state' || outcome.error?.code === 'project.unknown') this.ask('refresh');
    else if (this.form.refused(outcome.error)) this.wording = true;
  }

  /** What was done about a comment changes what may be done with the project. */
  async #askAnew(id: string, words: string): Promise<void> {
    const { client } = this.community;
    if (!client) return;
    try {
      const project = await complete(client).projects.get(id);
      if (this.project?.id === id) this.dispatchEvent(new DeskProjectEvent(project, words));
    } catch {
      this.ask('refresh');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-project-case': FmProjectCase;
  }
}
