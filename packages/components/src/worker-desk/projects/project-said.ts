import { type Comment, complete, type Project } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ActController } from '../../shared/controllers/act.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { FmElement } from '../../shared/elements.ts';
import type { ActName } from '../../shared/events.ts';
import { day, isoDay, moment } from '../../shared/format.ts';
import { buttonStyles, fieldStyles, tagStyles } from '../../shared/styles/index.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading, skeletonLines } from '../../shared/ui/index.ts';
import { countGraphemes, type Picture } from '../../wish-wall/wish-form-values.ts';
import { meResource } from '../../wish-wall/wish-me.ts';
import '../../wish-wall/wish-photos.define.ts';
import type { FmWishPhotos, PicturesChangeEvent } from '../../wish-wall/wish-photos.ts';
import { caseStyles } from '../case.styles.ts';
import { PaperAskEvent } from '../desk-paper.ts';
import { DeskForm } from '../forms/desk-form.ts';
import { deskFormStyles } from '../forms/form.styles.ts';
import { keepHalfWritten } from '../forms/keys.ts';
import { troubleOf } from '../forms/trouble.ts';
import { ProjectSaidEvent } from './events.ts';
import { projectPhotos } from './project-facts.ts';
import { threadStyles } from './projects.styles.ts';
import { projectWords } from './words/index.ts';

/** What is written about a comment. */
type Writing = 'corrections' | 'answer' | 'overrule' | 'hide';

const acts: Record<Writing, ActName> = { corrections: 'correct', answer: 'answer', overrule: 'overrule', hide: 'hide' };
const most: Record<Writing, number> = { corrections: 60, answer: 500, overrule: 500, hide: 200 };
const asked = 50;
const mostComments = 500;

type Verbs = ReturnType<typeof complete>['projects'];
type Options = { signal: AbortSignal; idempotencyKey: string };

/** A correction's day, unless a worker says otherwise. */
const aWeek = 7 * 86_400_000;

/**
 * @summary What neighbours say about a project, and its corrections (整改): raised, given to somebody, answered, overruled.
 * @fires fm-project-said-done - after each act; does not bubble
 * @fires fm-paper-ask - where a colleague was quicker; does not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmProjectSaid extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, fieldStyles, tagStyles, caseStyles, deskFormStyles, threadStyles];

  @property({ attribute: false }) project: Project | undefined;
  @property({ type: Boolean }) gone = false;
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private writing: { readonly what: Writing; readonly id: string } | undefined;
  @state() private pictures: Picture[] = [];
  @state() private shown = 5;

  private readonly act = new ActController(this);
  private readonly words = new WordsController(this, projectWords);
  private readonly me = meResource(this);
  private readonly form = new DeskForm(this, () => this.me.value?.id);
  readonly comments = new ResourceController<Comment[]>(this, {
    reflect: false,
    key: () => {
      const { client, lang, epoch } = this.community;
      const { project } = this;
      // What a neighbour says changes the count alone.
      return client && project ? [client, project.id, project.updatedAt, project.comments, lang, epoch] : null;
    },
    load: async (signal) => {
      const { client } = this.community;
      if (!client || !this.project) return [];
      return complete(client).projects.comments(this.project.id, { limit: asked }, { signal }).toArray({ limit: mostComments });
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('project') || changed.get('project')?.id === this.project?.id) return;
    this.act.cancel();
    this.writing = undefined;
    this.shown = 5;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { comments: words } = this.words.words;
    if (!this.project) return nothing;
    const { state } = this.comments;
    const all = this.comments.value;
    return html`<section class="fm thread" lang=${this.community.lang}>
      ${heading(this.headingLevel, words.title, 'part')}
      ${state.status === 'error' ? html`<p class="field-error" role="alert">${words.failed}<button type="button" class="btn quiet" @click=${() => void this.comments.reload()}>${this.common.words.retry}</button></p>` : nothing}
      ${all ? this.renderAll(all) : state.status === 'error' ? nothing : html`<div class="late" aria-hidden="true">${skeletonLines(75, 50)}</div>`}
    </section>`;
  }

  private renderAll(all: readonly Comment[]): TemplateResult {
    const { comments: words } = this.words.words;
    if (!all.length) return html`<p class="muted">${words.none}</p>`;
    // What has to be put right first, then the newest.
    const weight = ({ correction }: Comment) => (correction?.state === 'open' ? 0 : correction?.state === 'answered' ? 1 : 2);
    const ordered = [...all].sort((a, b) => weight(a) - weight(b) || b.at.localeCompare(a.at));
    return html`<ul>${ordered.slice(0, this.shown).map((one) => this.renderOne(one))}</ul>
      ${ordered.length > this.shown ? html`<p><button type="button" class="btn quiet" @click=${() => (this.shown += 20)}>${words.more}</button></p>` : nothing}`;
  }

  private renderOne(one: Comment): TemplateResult {
    const { comments: words } = this.words.words;
    const can = (verb: string) => !this.gone && one.can.includes(verb);
    const withheld = Object.entries(words.withheld).find(([state]) => state === one.withheld)?.[1];
    const { correction } = one;
    const button = (label: string, onClick: () => void, look = 'quiet') =>
      html`<button type="button" class="btn ${look}" ?disabled=${this.act.busy} @click=${onClick}>${label}</button>`;
    const write = (what: Writing) => () => this.#write(what, one);
    // Somebody else may have settled it meanwhile.
    const mine = this.writing?.id === one.id && can(this.writing.what);
    const busy = this.act.state.status !== 'idle' && 'subject' in this.act.state && this.act.state.subject === one.id;
    return html`<li data-id=${one.id}>
      <p>${one.author.name} · ${moment(one.at, this.community.lang)}${withheld ? html` · <b>${withheld}</b>` : nothing}</p>
      <p class="said">${one.words}</p>
      ${one.supporters && !correction ? html`<p class="muted small">${words.by(one.supporters)}</p>` : nothing}
      ${correction ? this.renderCorrection(one, correction) : nothing}
      ${mine ? this.renderForm(one) : busy ? troubleOf(this.act, this.common.words) : nothing}
      ${
        mine
          ? nothing
          : html`<p class="acts">
              ${can('answer') ? button(words.answer, write('answer'), 'line') : nothing}
              ${can('accept') ? button(words.accept, () => void this.#accept(one, true), 'line') : nothing}
              ${can('accept') ? button(words.notYet, () => void this.#accept(one, false)) : nothing}
              ${can('corrections') ? button(correction ? words.assign : words.raise, write('corrections'), correction ? 'quiet' : 'line') : nothing}
              ${can('overrule') ? button(words.overrule, write('overrule')) : nothing}
              ${can('show') ? button(words.show, () => void this.#show(one), 'line') : nothing}
              ${can('hide') ? button(words.hide, write('hide')) : nothing}
            </p>`
      }
    </li>`;
  }

  private renderCorrection(
    _one: Comment,
    { state, owner, dueAt, answer, reason }: NonNullable<Comment['correction']>,
  ): TemplateResult {
    const { words } = this.words;
    const { lang } = this.community;
    const said = words.comments;
    const late = state === 'open' && Date.parse(dueAt) < this.now();
    return html`<div class="correction ${state === 'accepted' || state === 'overruled' ? 'settled' : ''}">
      <p class="tags">
        <b>${said.state[state]}</b><span>${owner ? said.owner(owner) : said.noOwner}</span>
        <span class=${late ? 'late' : ''}>${(late ? said.late : said.due)(day(dueAt, lang))}</span>
      </p>
      ${answer ? html`<p class="said"><b>${said.answered}</b> ${moment(answer.at, lang)}<br />${answer.words}</p>${projectPhotos(answer.photos, words)}` : nothing}
      ${reason ? html`<p class="said"><b>${said.reason}</b><br />${reason}</p>` : nothing}
    </div>`;
  }

  private renderForm(one: Comment): TemplateResult | typeof nothing {
    const { comments: words } = this.words.words;
    const { client, lang, mode } = this.community;
    const { form, writing } = this;
    if (!writing) return nothing;
    const { what } = writing;
    const raising = what === 'corrections' && !one.correction;
    const label = { answer: words.answerLabel, overrule: words.overruleLabel, hide: words.hideLabel };
    const hint = { answer: words.answerHint, overrule: words.overruleHint, hide: words.hideHint };
    const act = {
      corrections: raising ? words.saveRaise : words.saveAssign,
      answer: words.saveAnswer,
      overrule: words.saveOverrule,
      hide: words.hide,
    };
    return html`<form class="form framed" novalidate @submit=${(event: SubmitEvent) => this.#submit(event, one, what)} @keydown=${keepHalfWritten}>
      ${
        what === 'corrections'
          ? html`${raising ? html`<p class="muted small">${words.raiseHint}</p>` : nothing}
              <div class="row-of">
                ${form.box({ name: 'words', label: words.ownerLabel })}
                ${form.box({ name: 'dueOn', label: words.dueLabel, type: 'date', min: isoDay(this.now()) })}
              </div>`
          : form.box({ name: 'words', label: label[what], hint: hint[what], rows: 3 })
      }
      ${
        what === 'answer'
          ? html`<fm-wish-photos .client=${client} lang=${lang} mode=${mode} label=${this.words.words.steps.photos} hint=${this.words.words.steps.photosHint} .pictures=${this.pictures}
              @fm-pictures-change=${({ pictures }: PicturesChangeEvent) => (this.pictures = pictures)}></fm-wish-photos>`
          : nothing
      }
      ${troubleOf(this.act, this.common.words)}
      <p class="acts">
        <button class="btn primary" ?disabled=${this.act.busy}>${what === 'overrule' ? icon('info') : nothing}${act[what]}</button>
        <button type="button" class="btn quiet" @click=${() => this.#leave(one.id)}>${words.leave}</button>
      </p>
    </form>`;
  }

  #write(what: Writing, one: Comment): void {
    const { correction } = one;
    this.act.cancel();
    this.pictures = [];
    this.writing = { what, id: one.id };
    const base = {
      words: what === 'corrections' ? (correction?.owner ?? '') : '',
      dueOn: isoDay(correction?.dueAt ?? this.now() + aWeek),
    };
    this.form.begin(base, `comment-${what}:${one.id}`);
    this.#focus('#words');
  }

  #leave(id: string): void {
    this.form.forget();
    this.act.cancel();
    this.writing = undefined;
    this.#focus(`[data-id="${id}"] .acts .btn`);
  }

  #submit(event: SubmitEvent, one: Comment, what: Writing): void {
    event.preventDefault();
    const { form } = this;
    const { errors, comments: words } = this.words.words;
    const said = form.text('words');
    const dueOn = form.text('dueOn');
    const missing = what === 'corrections' ? errors.owner : errors.words;
    const passes = form.passes({
      words: !said ? missing : countGraphemes(said) > most[what] && errors.long(most[what]),
      dueOn: what === 'corrections' && !dueOn && errors.day,
    });
    if (!passes) return;
    const picker = this.renderRoot.querySelector<FmWishPhotos>('fm-wish-photos');
    if (picker && !picker.report()) return;
    const comment = one.id;
    const photos = this.pictures.map(({ id }) => id);
    const work: Record<Writing, (id: string, all: Verbs, options: Options) => Promise<Comment>> = {
      corrections: (id, all, options) => all.correct(id, { comment, owner: said, dueOn }, options),
      answer: (id, all, options) => all.answer(id, { comment, words: said, photos }, options),
      overrule: (id, all, options) => all.overrule(id, { comment, reason: said }, options),
      hide: (id, all, options) => all.hide(id, { comment, reason: said }, options),
    };
    void this.#do(acts[what], comment, words.done[what], work[what], { said, dueOn, photos });
  }

  #accept({ id: comment }: Comment, accepted: boolean): Promise<void> {
    const { done } = this.words.words.comments;
    const work = (id: string, all: Verbs, options: Options) => all.accept(id, { comment, accepted }, options);
    return this.#do('accept', comment, accepted ? done.accept : done.notYet, work, { accepted });
  }

  #show({ id: comment }: Comment): Promise<void> {
    const work = (id: string, all: Verbs, options: Options) => all.show(id, { comment }, options);
    return this.#do('show', comment, this.words.words.comments.done.show, work, {});
  }

  async #do(
    act: ActName,
    comment: string,
    words: string,
    work: (id: string, all: Verbs, options: Options) => PromiseLike<Comment>,
    body: object,
  ): Promise<void> {
    const { client } = this.community;
    const { project } = this;
    if (!client || !project) return;
    const outcome = await this.act.run(act, (options) => work(project.id, complete(client).projects, options), {
      subject: comment,
      body,
    });
    if (outcome.done) {
      this.form.forget();
      this.writing = undefined;
      void this.comments.reload();
      this.dispatchEvent(new ProjectSaidEvent(words));
    } else if (this.form.refused(outcome.error, (path) => (path === 'dueOn' ? path : 'words'))) this.act.cancel();
    else if (outcome.error?.code.startsWith('project.')) {
      // A colleague was quicker: what stands there now says so.
      void this.comments.reload();
      this.dispatchEvent(new PaperAskEvent('refresh'));
    }
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-project-said': FmProjectSaid;
  }
}
