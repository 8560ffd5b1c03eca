import { type Area, isFiveMicroError, type Project, projectsIn } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ShareController } from '../shared/adapter/share.ts';
import { sharedProject } from '../shared/adapter/shareable.ts';
import { ActController } from '../shared/controllers/act.ts';
import { LiveController } from '../shared/controllers/live.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { actErrorText } from '../shared/diagnose.ts';
import { FmElement } from '../shared/elements.ts';
import { clock } from '../shared/format.ts';
import { seldom } from '../shared/seldom.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { fieldStyles } from '../shared/styles/field.styles.ts';
import { stateStyles } from '../shared/styles/state.styles.ts';
import { tagStyles } from '../shared/styles/tag.styles.ts';
import { timelineStyles } from '../shared/styles/timeline.styles.ts';
import { goTo } from '../shared/ui/go-to.ts';
import '../shared/ui/icons.ts';
import { errorState } from '../shared/ui/problem.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import { emptyState, skeletonLines, staleLine } from '../shared/ui/states.ts';
import { SaidOver } from '../wish-wall/said-over.ts';
import { meResource } from '../wish-wall/wish-me.ts';
import { FmProjectChangedEvent } from './events.ts';
import { projectDetailStyles } from './project-detail.styles.ts';
import { progressStyles } from './project-progress.styles.ts';
import { type MainView, renderProgress, renderRating, renderStory, renderTop } from './project-main.ts';
import { projectThing } from './project-parts.ts';
import { ProjectSays } from './project-says.ts';
import { detailWords } from './words/detail.ts';

/** A project that everyone talks about is asked for now and then. */
const pause = 2_000;

/**
 * @summary One project in a sheet: the proposal, how far it is, what neighbours say about it and what they want put right.
 * @fires fm-project-changed - `{ project }`, after an act of this member; stays inside the element around it
 * @fires fm-sheet-close - closed, by whatever way: who opened it takes it away
 * @fires fm-login-required - an act needs a sign-in; it goes on by itself afterwards
 */
export class FmProjectDetail extends FmElement {
  static override styles: CSSResultGroup = [
    FmElement.styles,
    buttonStyles,
    fieldStyles,
    tagStyles,
    stateStyles,
    timelineStyles,
    progressStyles,
    projectDetailStyles,
  ];

  @property({ attribute: 'project-id' }) projectId = '';
  /** Opened to say something oneself: the words are begun as soon as it is there. */
  @property({ attribute: false }) saying = false;
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private over: 'form' | 'withdraw' | undefined;
  /** What the last act came to. */
  @state() private said = '';
  @query('fm-sheet') private sheet!: FmSheet;

  private readonly detail = new WordsController(this, detailWords);
  private readonly act = new ActController(this);
  private readonly project = new ResourceController<Project>(this, {
    key: () => (this.community.client && this.projectId ? [this.community.client, this.projectId, this.community.epoch] : null),
    load: async (signal) => {
      const project = await projectsIn(this.#client).get(this.projectId, { signal });
      // Opened by its address it may be another community's than the page's: that one is listened to.
      this.area = project.area;
      return project;
    },
  });
  private readonly me = meResource(this);
  private readonly place = new ResourceController<Area>(this, {
    // Only while something is built there is something to put right.
    key: () => {
      const project = this.project.value;
      return this.community.client && project?.status === 'under-way' ? [this.community.client, project.area] : null;
    },
    load: (signal) => this.#client.areas.get({ area: this.project.value?.area }, { signal }),
    reflect: false,
  });
  private readonly unfit = new SaidOver(this, {
    thing: () => this.project.value && projectThing(this.project.value, this.detail.words, this.#client),
    words: () => this.detail.words.unfit,
    onChanged: () => void this.project.reload(),
    onFailed: () => {
      this.said = this.common.words.errors['network.unreachable'];
    },
  });
  private readonly says = new ProjectSays(this, {
    act: this.act,
    words: () => this.detail.words,
    isOffline: () => this.#offline,
    needed: () => this.place.value && (this.place.value.settings.correctionSupport ?? 3),
    who: () => this.me.value?.id,
    onMoved: () => void this.project.reload(),
    say: (text) => {
      this.said = text;
    },
  });

  constructor() {
    super();
    new ShareController(this, sharedProject, () => this.project.value);
    new MinuteController(this);
    const again = seldom(() => {
      if (this.isConnected) void Promise.all([this.project.reload(), this.says.reload()]);
    }, pause);
    new LiveController(this, (fact) => {
      const everything = fact.type === 'resync' || fact.type === 'consent.changed';
      if (everything || ('id' in fact && fact.id === this.projectId)) again();
    });
  }

  get #client() {
    const { client } = this.community;
    if (!client) throw new Error('fm-project-detail has no client');
    return client;
  }

  get #offline(): boolean {
    const { status } = this.project.state;
    return status === 'offline' || status === 'stale';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.saying && this.project.value?.can.includes('comments')) {
      this.saying = false;
      void this.says.begin();
    }
    if (!changed.has('projectId') || changed.get('projectId') === undefined) return;
    this.over = undefined;
    this.said = '';
    this.says.leave();
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const name = this.project.value?.title ?? this.detail.words.loading;
    return html`<fm-sheet open heading-hidden heading=${name} lang=${lang} mode=${mode} theme=${theme}>
        <div class="fm" lang=${lang}>${this.renderState()}</div>
      </fm-sheet>
      ${this.renderForm()}${this.unfit.render()}`;
  }

  private renderState(): TemplateResult {
    const { words } = this.detail;
    const { state } = this.project;
    if (state.status !== 'error' && state.value) {
      const again = () => void this.project.reload();
      const stale =
        state.status === 'stale' || state.status === 'offline'
          ? staleLine(words.offline(clock(state.since)), this.common.words.refresh, again)
          : nothing;
      return html`${stale}${this.renderProject(state.value)}`;
    }
    if (state.status !== 'error') {
      return html`<div class="opening late" role="status">
        <span class="vh">${words.loading}</span>${skeletonLines(30, 95, 75, 50)}<span class="skeleton tall"></span>
      </div>`;
    }
    const level = this.headingLevel;
    const { error } = state;
    const gone = isFiveMicroError(error) && error.code === 'project.unknown';
    const back = html`<button type="button" class="btn line" @click=${() => this.sheet.close()}>${words.back}</button>`;
    return html`<div class="pane">
      ${
        gone
          ? emptyState({ drawing: 'search', title: words.gone, text: words.goneText, level, actions: back })
          : errorState({
              error,
              words: this.common.words,
              place: this.community,
              title: words.failed,
              level,
              onRetry: () => void this.project.reload(),
            })
      }
    </div>`;
  }

  private renderProject(project: Project): TemplateResult {
    const { lang } = this.community;
    const view: MainView = { words: this.detail.words, lang, now: this.now(), level: this.headingLevel + 1 };
    return html`<article class="project">
      ${renderTop(project, { ...view, level: this.headingLevel })}
      <div class="main">${renderProgress(project, view)} ${renderStory(project, view)} ${this.renderOwn(project)}
        <p class="unfit">${this.unfit.renderButton()}</p></div>
      <aside>
        ${renderRating(project, view, this.act.busy, (rating) => void this.#rate(project, rating))} ${this.renderTrouble()}
        ${this.says.render(project.can.includes('comments'))}
      </aside>
    </article>`;
  }

  /** What one may do with one's own proposal. */
  private renderOwn({ can }: Project): TemplateResult | typeof nothing {
    const { words } = this.detail;
    if (!can.includes('edit') && !can.includes('withdraw')) return nothing;
    if (this.over === 'withdraw') {
      return html`<div class="box" role="group" aria-labelledby="withdraw-ask">
        <p id="withdraw-ask">${words.withdrawAsk}</p>
        <p class="btns">
          <button type="button" class="btn primary" aria-busy=${this.act.busy} @click=${this.handleWithdraw}>${words.withdrawYes}</button>
          <button type="button" class="btn line" @click=${() => void this.ask(undefined)}>${words.withdrawNo}</button>
        </p>
      </div>`;
    }
    const edit = html`<button type="button" class="btn line" @click=${this.handleEdit}>${words.edit}</button>`;
    const withdraw = html`<button type="button" class="btn quiet" @click=${() => void this.ask('withdraw')}>${words.withdraw}</button>`;
    return html`<p class="btns own">${can.includes('edit') ? edit : nothing}${can.includes('withdraw') ? withdraw : nothing}</p>`;
  }

  /** What became of an act, or what it waits for. */
  private renderTrouble(): TemplateResult {
    const { state } = this.act;
    const common = this.common.words;
    if (state.status === 'sign-in' && !state.shownByPage) {
      return html`<div class="box" role="status">
        <p>${this.detail.words.login}</p>
        <p class="btns">
          <button type="button" class="btn primary" @click=${() => this.act.askAgain()}>${common.signIn}</button>
          <button type="button" class="btn quiet" @click=${() => this.act.cancel()}>${common.cancel}</button>
        </p>
      </div>`;
    }
    if (state.status === 'failed') return html`<p class="trouble" role="alert">${actErrorText(state.error, common)}</p>`;
    return html`<p class="small muted" role="status">${this.said}</p>`;
  }

  private renderForm(): TemplateResult | typeof nothing {
    const project = this.project.value;
    if (this.over !== 'form' || !project) return nothing;
    const { client, lang, mode, theme } = this.community;
    return html`<fm-project-form
      .client=${client}
      .project=${project}
      area=${project.area}
      lang=${lang}
      mode=${mode}
      theme=${theme}
      heading-level=${this.headingLevel}
      @fm-project-changed=${({ project: now }: FmProjectChangedEvent) => this.project.replace(now)}
      @fm-sheet-close=${(event: Event) => {
        // The project below stays open, and whoever opened that hears nothing of it.
        event.stopPropagation();
        this.#show(undefined);
      }}
    ></fm-project-form>`;
  }

  #show(over: 'form' | 'withdraw' | undefined): void {
    this.over = over;
  }

  private readonly handleEdit = async (): Promise<void> => {
    try {
      await import('./project-form.define.ts');
      this.over = 'form';
    } catch {
      this.said = this.common.words.errors['network.unreachable'];
    }
  };

  /** What was pressed gives way to the question, and the other way round. */
  private async ask(over: 'withdraw' | undefined): Promise<void> {
    this.#show(over);
    await goTo(this, over ? '.box' : '.own button');
  }

  private readonly handleWithdraw = async (): Promise<void> => {
    const id = this.projectId;
    const outcome = await this.act.run('withdraw', (options) => projectsIn(this.#client).withdraw(id, options), {
      subject: id,
      body: {},
    });
    if (outcome.done) this.#changed(outcome.value);
    this.over = undefined;
    await goTo(this, '.want');
  };

  async #rate(project: Project, rating: number): Promise<void> {
    const body = { rating };
    const outcome = await this.act.run('rate', (options) => projectsIn(this.#client).rate(project.id, body, options), {
      subject: project.id,
      body,
    });
    if (outcome.done) this.#changed(outcome.value);
  }

  #changed(project: Project): void {
    this.project.replace(project);
    this.dispatchEvent(new FmProjectChangedEvent(project));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-project-detail': FmProjectDetail;
  }
}
