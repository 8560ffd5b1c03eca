import { type CommentCase, complete } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { WordsController } from '../../shared/controllers/words.ts';
import { moment } from '../../shared/format.ts';
import { icon } from '../../shared/ui/icons.ts';
import { countGraphemes } from '../../wish-wall/wish-form-values.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import { ReasonController } from '../desk-reason.ts';
import { DeskForm } from '../forms/desk-form.ts';
import { deskFormStyles } from '../forms/form.styles.ts';
import { marked } from '../hits.ts';
import { whyHere } from '../moderation/said-view.ts';
import { saidStyles } from '../moderation/said.styles.ts';
import { saidWords } from '../moderation/words/index.ts';
import { CommentDecidedEvent } from './events.ts';
import { projectWords } from './words/index.ts';

const longest = 500;

/**
 * @summary A comment on a project that waits for a worker, or that a worker has hidden: shown in better words, as it is, or
 * hidden with a reason.
 * @fires fm-comment-decided @fires fm-paper-ask - do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmCommentCase extends FmDeskPaper {
  static override styles = [FmDeskPaper.styles, deskFormStyles, saidStyles];

  @property({ attribute: false }) said: CommentCase | undefined;

  @state() private rewording = false;

  private readonly words = new WordsController(this, projectWords);
  private readonly reason = new ReasonController(this);
  private readonly moderation = new WordsController(this, saidWords);
  private readonly form = new DeskForm(this, () => undefined);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('said');
    const { said } = this;
    if (!changed.has('said') || !said) return;
    if (before?.comment.id === said.comment.id && before.comment.words === said.comment.words) return;
    this.act.cancel();
    this.rewording = said.proposed !== null;
    this.form.begin({ wording: said.proposed ?? said.comment.words });
    this.reason.clear();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { said } = this;
    if (!said) return nothing;
    const { words } = this.words;
    const shared = this.moderation.words;
    const can = (verb: string) => !this.gone && said.comment.can.includes(verb);
    return this.renderPaper(
      words.said.gone,
      html`<div class="case-in">
          ${this.renderHead(said)} ${this.renderWhy(said)} ${can('show') ? this.renderWording() : nothing}
          ${!this.gone && !can('show') && !can('hide') ? html`<p class="muted">${shared.cannot}</p>` : nothing}
        </div>
        ${
          can('hide')
            ? this.reason.render({
                title: shared.hideWhy,
                label: shared.hideTo(said.comment.author.name),
                hint: shared.hideHint,
                level: this.headingLevel + 1,
                reasons: shared.reasons.slice(0, 3),
                missing: shared.hideMissing,
              })
            : nothing
        }
        ${can('show') || can('hide') ? this.renderActs(said, can) : nothing}`,
    );
  }

  private renderHead({ project, comment }: CommentCase): TemplateResult {
    const { lang } = this.community;
    const { hits } = this.desk.words;
    return html`<header>
      <p class="kind">${icon('pen')}${this.words.words.said.of(project.title)}</p>
      <div class="wish" role="heading" aria-level=${this.headingLevel} tabindex="-1">
        <span>${marked(comment.words, comment.screening?.hits ?? [], hits)}</span>
      </div>
      <div class="who"><span>${[comment.author.name, project.areaName, moment(comment.at, lang)].join(' · ')}</span></div>
    </header>`;
  }

  private renderWhy({ comment, reports }: CommentCase): TemplateResult {
    const { words, withheld, screening } = comment;
    const waiting = { words, hits: screening?.hits ?? [], reports, hidden: withheld === 'hidden', photoWaits: false };
    const { lang } = this.community;
    return whyHere(waiting, { words: this.moderation.words, desk: this.desk.words, lang, level: this.headingLevel });
  }

  private renderWording(): TemplateResult {
    const { said } = this.words.words;
    if (this.rewording) return this.form.box({ name: 'wording', label: said.wording, hint: said.wordingHint, rows: 4 });
    return html`<p>
      <button type="button" class="btn line" @click=${() => {
        this.rewording = true;
        this.focusOn('#wording');
      }}>${this.moderation.words.reword}</button>
    </p>`;
  }

  private renderActs({ comment }: CommentCase, can: (verb: string) => boolean): TemplateResult {
    const shared = this.moderation.words;
    const { busy } = this.act;
    const reworded = this.rewording && this.form.text('wording') !== comment.words;
    const asIs =
      comment.withheld === 'reported'
        ? shared.show.reported
        : comment.withheld === 'hidden'
          ? shared.show.hidden
          : shared.show.held;
    return html`<div class="case-act">
      ${this.renderTrouble()}
      ${can('show') && reworded ? html`<button type="button" class="btn primary" ?disabled=${busy} @click=${this.handleWording}>${shared.showWording}</button>` : nothing}
      ${can('show') ? html`<button type="button" class="btn ${reworded ? 'line' : 'primary'}" ?disabled=${busy} @click=${() => void this.#decide('show', undefined)}>${asIs}</button>` : nothing}
      ${can('hide') ? html`<button type="button" class="btn line" ?disabled=${busy} @click=${this.handleHide}>${shared.hide}</button>` : nothing}
      <span class="muted small">${this.desk.words.autoNext}</span>
    </div>`;
  }

  private readonly handleWording = (): void => {
    const shared = this.moderation.words;
    const wording = this.form.text('wording');
    const wrong = !wording ? shared.wordingMissing : countGraphemes(wording) > longest && shared.wordingLong(longest);
    if (this.form.passes({ wording: wrong })) void this.#decide('show', wording);
  };

  private readonly handleHide = (): void => {
    const reason = this.reason.take();
    if (reason !== undefined) void this.#decide('hide', reason);
  };

  async #decide(act: 'show' | 'hide', words: string | undefined): Promise<void> {
    const { said } = this;
    const { client } = this.community;
    if (!said || !client) return;
    const { done } = this.moderation.words;
    const comment = said.comment.id;
    const { projects } = complete(client);
    const outcome = await this.act.run(
      act,
      (options) =>
        act === 'hide'
          ? projects.hide(said.project.id, { comment, reason: words ?? '' }, options)
          : projects.show(said.project.id, { comment, ...(words !== undefined && { wording: words }) }, options),
      { subject: comment, body: [act, words] },
    );
    const shown = words === undefined ? (said.comment.withheld === 'reported' ? done.keep : done.show) : done.wording;
    if (outcome.done) this.dispatchEvent(new CommentDecidedEvent(comment, act === 'hide' ? done.hide : shown));
    else if (outcome.error && ['project.state', 'project.no-comment', 'project.unknown'].includes(outcome.error.code))
      this.ask('refresh');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-comment-case': FmCommentCase;
  }
}
