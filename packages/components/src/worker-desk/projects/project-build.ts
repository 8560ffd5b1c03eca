import { complete, type Milestone, type Project } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ActController } from '../../shared/controllers/act.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { FmElement } from '../../shared/elements.ts';
import type { ActName } from '../../shared/events.ts';
import { isoDay } from '../../shared/format.ts';
import { buttonStyles, fieldStyles, tagStyles } from '../../shared/styles/index.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { isDay } from '../../wish-wall/wish-days.ts';
import { countGraphemes, type Picture, titleLength } from '../../wish-wall/wish-form-values.ts';
import { meResource } from '../../wish-wall/wish-me.ts';
import '../../wish-wall/wish-photos.define.ts';
import type { FmWishPhotos, PicturesChangeEvent } from '../../wish-wall/wish-photos.ts';
import { caseStyles } from '../case.styles.ts';
import { PaperAskEvent } from '../desk-paper.ts';
import { DeskForm } from '../forms/desk-form.ts';
import { deskFormStyles } from '../forms/form.styles.ts';
import { keepHalfWritten } from '../forms/keys.ts';
import { troubleOf } from '../forms/trouble.ts';
import { fenOf, yuanOf } from '../forms/yuan.ts';
import { DeskProjectEvent } from './events.ts';
import { dayOf, projectPhotos } from './project-facts.ts';
import { threadStyles } from './projects.styles.ts';
import { projectWords } from './words/index.ts';

/** What is being written. */
type Doing =
  | { readonly what: 'nothing' | 'start' | 'done' }
  | { readonly what: 'step'; readonly reached: boolean; readonly of: Milestone | undefined };

const noteLength = 500;

/**
 * @summary From chosen to done: who sees to it, the steps with their photos, and the word that it is done.
 * @fires fm-desk-project - with the project as the server answered it; does not bubble
 * @fires fm-paper-ask - where a colleague was quicker; does not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmProjectBuild extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, fieldStyles, tagStyles, caseStyles, deskFormStyles, threadStyles];

  @property({ attribute: false }) project: Project | undefined;
  @property({ type: Boolean }) gone = false;
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private doing: Doing = { what: 'nothing' };
  @state() private pictures: Picture[] = [];
  @query('fm-wish-photos') private readonly picker!: FmWishPhotos | null;

  private readonly act = new ActController(this);
  private readonly words = new WordsController(this, projectWords);
  private readonly me = meResource(this);
  private readonly form = new DeskForm(this, () => this.me.value?.id);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('project');
    const { project } = this;
    // What is raised meanwhile stands in the way of the end: with its form gone, the other acts come back.
    if (this.doing.what === 'done' && project?.can.includes('done') === false) this.doing = { what: 'nothing' };
    if (!changed.has('project') || !project || (before?.id === project.id && before.status === project.status)) return;
    this.act.cancel();
    if (project.can.includes('start')) this.#begin({ what: 'start' }, { owner: '', budget: yuanOf(project.cost), dueOn: '' });
    else this.doing = { what: 'nothing' };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { project } = this;
    if (!project) return nothing;
    const can = (verb: string) => !this.gone && project.can.includes(verb);
    return html`<section class="fm thread" lang=${this.community.lang}>
      ${can('start') ? this.renderStart() : nothing} ${project.status === 'selected' ? nothing : this.renderSteps(project, can('milestones'))}
      ${can('milestones') ? this.renderFinish(project, can('done')) : nothing}
    </section>`;
  }

  private renderStart(): TemplateResult {
    const { start, yuan } = this.words.words;
    const { form } = this;
    return html`<form class="form framed" novalidate @submit=${this.handleStart} @keydown=${keepHalfWritten}>
      <div>${heading(this.headingLevel, start.title, 'part')}<p class="muted small">${start.hint}</p></div>
      ${form.box({ name: 'owner', label: start.owner, placeholder: start.ownerExample })}
      <div class="row-of">
        ${form.box({ name: 'budget', label: start.budget, hint: start.budgetHint, unit: yuan })}
        ${form.box({ name: 'dueOn', label: start.dueOn, type: 'date', min: isoDay(this.now()) })}
      </div>
      ${this.renderTrouble()}
      <p><button class="btn primary" ?disabled=${this.act.busy}>${start.act}</button></p>
    </form>`;
  }

  private renderSteps(project: Project, may: boolean): TemplateResult {
    const { steps } = this.words.words;
    const { doing } = this;
    const adding = doing.what === 'step' && !doing.of;
    return html`${heading(this.headingLevel, steps.title, 'part')}
      ${project.milestones.length ? html`<ul>${project.milestones.map((one) => this.renderStep(one, may))}</ul>` : html`<p class="muted">${steps.none}</p>`}
      ${adding ? this.renderStepForm(project, doing) : nothing}
      ${
        may && doing.what === 'nothing'
          ? html`<p class="acts">
              <button type="button" class="btn line add" @click=${() => this.#step(true)}>${icon('pen')}${steps.report}</button>
              <button type="button" class="btn quiet" @click=${() => this.#step(false)}>${steps.plan}</button>
            </p>`
          : nothing
      }`;
  }

  private renderStep(one: Milestone, may: boolean): TemplateResult {
    const { words } = this.words;
    const { steps } = words;
    const { doing, project } = this;
    const when = (one.reached ? steps.reached : steps.planned)(dayOf(one.on, this.community.lang));
    const writing = doing.what === 'step' && doing.of?.id === one.id;
    return html`<li class=${one.reached ? '' : 'planned'}>
      <p class="num">${when}${one.percent === null ? nothing : html` · ${steps.percent(one.percent)}`}</p>
      <b>${one.title}</b>
      ${one.words ? html`<p class="said">${one.words}</p>` : nothing} ${projectPhotos(one.photos, words)}
      ${writing && project ? this.renderStepForm(project, doing) : nothing}
      ${
        may && !one.reached && doing.what === 'nothing'
          ? html`<p class="acts">
              <button type="button" class="btn line" @click=${() => this.#step(true, one)}>${icon('check')}${steps.reach}</button>
              <button type="button" class="btn quiet" @click=${() => this.#step(false, one)}>${steps.edit}</button>
            </p>`
          : nothing
      }
    </li>`;
  }

  private renderStepForm({ percent }: Project, { reached, of }: Extract<Doing, { what: 'step' }>): TemplateResult {
    const { client, lang, mode } = this.community;
    const { steps } = this.words.words;
    const { form } = this;
    return html`<form class="form framed" novalidate @submit=${this.handleStep} @keydown=${keepHalfWritten}>
      ${of ? nothing : heading(this.headingLevel + 1, reached ? steps.newReport : steps.newPlan, 'part')}
      ${form.box({ name: 'title', label: steps.name })} ${form.box({ name: 'words', label: steps.words, rows: 3 })}
      <div class="row-of">
        ${form.box({ name: 'on', label: steps.on, type: 'date' })}
        ${form.box({ name: 'percent', label: steps.percentLabel, unit: steps.percentUnit, ...(reached && percent > 0 && { hint: steps.percentHint(percent) }) })}
      </div>
      ${
        reached
          ? html`<fm-wish-photos .client=${client} lang=${lang} mode=${mode} label=${steps.photos} hint=${steps.photosHint} error=${form.problems['photos'] ?? ''} .pictures=${this.pictures}
                @fm-pictures-change=${({ pictures }: PicturesChangeEvent) => (this.pictures = pictures)}></fm-wish-photos>
              <p class="muted small">${steps.reportHint}</p>`
          : nothing
      }
      ${this.renderTrouble()}
      <p class="acts">
        <button class="btn primary" ?disabled=${this.act.busy}>${reached ? steps.saveReport : steps.savePlan}</button>
        <button type="button" class="btn quiet" @click=${this.handleLeave}>${steps.leave}</button>
      </p>
    </form>`;
  }

  private renderFinish({ openCorrections }: Project, may: boolean): TemplateResult | typeof nothing {
    const { finish, steps } = this.words.words;
    if (!may) return openCorrections ? html`<p class="muted">${finish.blocked(openCorrections)}</p>` : nothing;
    if (this.doing.what !== 'done') {
      return this.doing.what === 'nothing'
        ? html`<p><button type="button" class="btn line finish" @click=${() => this.#begin({ what: 'done' }, { note: '' }, '#note')}>${icon('check')}${finish.title}</button></p>`
        : nothing;
    }
    return html`<form class="form framed" novalidate @submit=${this.handleDone} @keydown=${keepHalfWritten}>
      ${heading(this.headingLevel, finish.title, 'part')}
      ${this.form.box({ name: 'note', label: finish.label, hint: finish.hint, rows: 3 })} ${this.renderTrouble()}
      <p class="acts">
        <button class="btn primary" ?disabled=${this.act.busy}>${finish.act}</button>
        <button type="button" class="btn quiet" @click=${this.handleLeave}>${steps.leave}</button>
      </p>
    </form>`;
  }

  private renderTrouble(): TemplateResult | typeof nothing {
    return troubleOf(this.act, this.common.words);
  }

  #step(reached: boolean, of?: Milestone): void {
    const on = reached ? isoDay(this.now()) : (of?.on ?? '');
    const base = { title: of?.title ?? '', words: of?.words ?? '', on, percent: of?.percent == null ? '' : String(of.percent) };
    this.pictures = [];
    this.#begin({ what: 'step', reached, of }, base, '#title');
  }

  #begin(doing: Doing, base: Record<string, string>, focus = ''): void {
    this.doing = doing;
    this.act.cancel();
    const step = doing.what === 'step' ? `${doing.of?.id ?? ''}${doing.reached}` : '';
    this.form.begin(base, `project-${doing.what}:${this.project?.id ?? ''}${step}`);
    if (focus) this.#focus(focus);
  }

  private readonly handleLeave = (): void => {
    this.form.forget();
    this.doing = { what: 'nothing' };
    this.#focus('.add');
  };

  private readonly handleStart = (event: SubmitEvent): void => {
    event.preventDefault();
    const { form } = this;
    const { errors } = this.words.words;
    const owner = form.text('owner');
    const budget = fenOf(form.text('budget'));
    const dueOn = form.text('dueOn');
    const ownerWrong = !owner ? errors.owner : countGraphemes(owner) > 60 ? errors.long(60) : undefined;
    if (!form.passes({ owner: ownerWrong, budget: budget === undefined && errors.cost }) || budget === undefined) return;
    const body = { owner, budget, ...(isDay(dueOn) && { dueOn }) };
    void this.#do('start-project', this.words.words.done.start, (id, all, options) => all.start(id, body, options), body);
  };

  private readonly handleStep = (event: SubmitEvent): void => {
    event.preventDefault();
    const { doing, form } = this;
    if (doing.what !== 'step') return;
    const { errors, done } = this.words.words;
    const title = form.text('title');
    const words = form.text('words');
    const on = form.text('on');
    const percent = form.text('percent').normalize('NFKC').replace('%', '');
    const length = countGraphemes(title);
    const passes = form.passes({
      title: length < 2 ? errors.short : length > titleLength && errors.long(titleLength),
      words: countGraphemes(words) > noteLength && errors.long(noteLength),
      on: !isDay(on) && errors.day,
      percent: percent !== '' && !/^(\d{1,2}|100)$/.test(percent) && errors.percent,
    });
    if (!passes || (this.picker && !this.picker.report())) return;
    const photos = this.pictures.map(({ id }) => id);
    const body = {
      ...(doing.of && { milestone: doing.of.id }),
      title,
      words: words || null,
      on,
      percent: percent === '' ? null : Number(percent),
      ...(doing.reached && { reached: true, photos }),
    };
    const said = doing.reached ? done.reported : done.planned;
    void this.#do('report-progress', said, (id, all, options) => all.milestones(id, body, options), body);
  };

  private readonly handleDone = (event: SubmitEvent): void => {
    event.preventDefault();
    const { errors, done } = this.words.words;
    const note = this.form.text('note');
    if (!this.form.passes({ note: !note ? errors.words : countGraphemes(note) > noteLength && errors.long(noteLength) })) return;
    void this.#do('finish-project', done.done, (id, all, options) => all.done(id, { note }, options), { note });
  };

  async #do(
    act: ActName,
    words: string,
    work: (
      id: string,
      projects: ReturnType<typeof complete>['projects'],
      options: { signal: AbortSignal; idempotencyKey: string },
    ) => PromiseLike<Project>,
    body: object,
  ): Promise<void> {
    const { client } = this.community;
    const { project } = this;
    if (!client || !project) return;
    const { id } = project;
    const outcome = await this.act.run(act, (options) => work(id, complete(client).projects, options), { subject: id, body });
    if (outcome.done) {
      this.form.forget();
      this.doing = { what: 'nothing' };
      this.dispatchEvent(new DeskProjectEvent(outcome.value, words));
    } else if (this.form.refused(outcome.error)) this.act.cancel();
    else if (outcome.error?.code.startsWith('project.')) this.dispatchEvent(new PaperAskEvent('refresh'));
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-project-build': FmProjectBuild;
  }
}
