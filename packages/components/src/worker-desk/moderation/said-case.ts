import type { ModerationCase, Wish } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { WordsController } from '../../shared/controllers/words.ts';
import { ifDefined } from '../../shared/ui/field.ts';
import { describedBy, field } from '../../shared/ui/index.ts';
import { countGraphemes } from '../../wish-wall/wish-form-values.ts';
import { DeskOpenWishEvent } from '../desk-events.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import { ReasonController } from '../desk-reason.ts';
import { decide } from './said-decide.ts';
import { saidHead, type SaidView, whyHere } from './said-view.ts';
import { saidStyles } from './said.styles.ts';
import { saidWords } from './words/index.ts';

/** It was decided. Stays inside the panel. */
export class SaidDecidedEvent extends Event {
  constructor(
    readonly id: string,
    /** As it is now, where it is part of one. */
    readonly wish: Wish | undefined,
    readonly act: 'show' | 'hide',
    /** What became of it. */
    readonly words: string,
  ) {
    super('fm-said-decided');
  }
}

/** As many characters as each part may have on the wall. */
const most: Readonly<Record<ModerationCase['part'], number>> = {
  title: 60,
  place: 60,
  story: 1000,
  note: 500,
  thanks: 500,
  closing: 500,
  step: 60,
  update: 500,
  sentence: 60,
  bring: 100,
  'for-whom': 100,
  reason: 200,
  quotes: 0,
  photo: 0,
  portrait: 0,
};

/** What a colleague who was quicker looks like. */
const decidedMeanwhile = /^(wish|project|star|nomination|action)\.(state|no-part|unknown)$/;

/**
 * @summary One text or picture that waits for a worker: shown in better words, as it is, or hidden with a reason.
 * @fires fm-said-decided - with the server's answer; does not bubble
 * @fires fm-desk-open-wish @fires fm-paper-ask - do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmSaidCase extends FmDeskPaper {
  static override styles = [FmDeskPaper.styles, saidStyles];

  @property({ attribute: false }) said: ModerationCase | undefined;

  /** The words for the wall; null while nobody rewords them. */
  @state() private wording: string | null = null;
  @state() private wrong: string | undefined;

  private readonly words = new WordsController(this, saidWords);
  private readonly reason = new ReasonController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('said');
    const { said } = this;
    if (!changed.has('said')) return;
    const same = before?.id === said?.id && before?.words === said?.words && before?.state === said?.state;
    if (same && before?.proposed === said?.proposed) return;
    if (!this.act.busy || before?.id !== said?.id) this.act.cancel();
    this.wording = said?.proposed ?? null;
    this.reason.clear();
    this.wrong = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { said } = this;
    if (!said) return nothing;
    const { words } = this.words;
    const view: SaidView = {
      said,
      words,
      desk: this.desk.words,
      lang: this.community.lang,
      level: this.headingLevel,
      onOpenWish: () => said.wish && this.dispatchEvent(new DeskOpenWishEvent(said.wish)),
    };
    const can = (verb: string) => !this.gone && said.can.includes(verb);
    const nobody = !this.gone && !can('show') && !can('hide');
    return this.renderPaper(
      words.gone,
      html`<div class="case-in">
          ${saidHead(view)}
          ${whyHere({ ...said, hidden: said.state === 'hidden', photoWaits: said.photo !== null && said.state === 'held' }, view)}
          ${can('show') && said.words !== null && most[said.part] > 0 ? this.renderWording() : nothing}
          ${nobody ? html`<p class="muted">${words.cannot}</p>` : nothing}
        </div>
        ${can('hide') ? this.renderHiding(said) : nothing} ${can('show') || can('hide') ? this.renderActs(said, can) : nothing}`,
    );
  }

  private renderWording(): TemplateResult {
    const { words } = this.words;
    const { wording } = this;
    if (wording === null) {
      return html`<p>
        <button type="button" class="btn line" @click=${this.handleReword}>${words.reword}</button>
      </p>`;
    }
    const box = { id: 'wording', label: words.wording, hint: words.wordingHint, error: this.wrong };
    return html`<div>
      ${field({
        ...box,
        control: html`<div class="input">
          <textarea
            id="wording"
            rows="4"
            .value=${live(wording)}
            aria-invalid=${box.error ? 'true' : nothing}
            aria-describedby=${ifDefined(describedBy(box))}
            @input=${(event: InputEvent) => {
              if (!(event.target instanceof HTMLTextAreaElement)) return;
              this.wording = event.target.value;
              this.wrong = undefined;
            }}
          ></textarea>
        </div>`,
      })}
      ${
        this.said?.proposed === null
          ? html`<button type="button" class="btn quiet" @click=${() => {
              this.wording = null;
            }}>${words.keepWords}</button>`
          : nothing
      }
    </div>`;
  }

  private renderHiding(said: ModerationCase): TemplateResult {
    const { words } = this.words;
    return this.reason.render({
      title: words.hideWhy,
      label: words.hideTo(said.writer.name),
      hint: words.hideHint,
      level: this.headingLevel + 1,
      reasons: words.reasons,
      missing: words.hideMissing,
    });
  }

  private renderActs(said: ModerationCase, can: (verb: string) => boolean): TemplateResult {
    const { words } = this.words;
    const reworded = this.wording !== null && this.wording.trim() !== said.words;
    const { busy } = this.act;
    const asIs = said.photo && said.state === 'held' ? words.showPhoto : words.show[said.state];
    return html`<div class="case-act">
      ${this.renderTrouble()}
      ${can('show') && reworded ? html`<button type="button" class="btn primary" ?disabled=${busy} @click=${this.handleShowWording}>${words.showWording}</button>` : nothing}
      ${can('show') ? html`<button type="button" class="btn ${reworded ? 'line' : 'primary'}" ?disabled=${busy} @click=${this.handleShow}>${asIs}</button>` : nothing}
      ${can('hide') ? html`<button type="button" class="btn line" ?disabled=${busy} @click=${this.handleHide}>${words.hide}</button>` : nothing}
      <span class="muted small">${this.desk.words.autoNext}</span>
    </div>`;
  }

  private readonly handleReword = (): void => {
    this.wording = this.said?.words ?? '';
    this.focusOn('#wording');
  };

  private readonly handleShowWording = (): void => {
    const { words } = this.words;
    const wording = this.wording?.trim() ?? '';
    const limit = this.said ? most[this.said.part] : 0;
    if (!wording || countGraphemes(wording) > limit) {
      this.wrong = wording ? words.wordingLong(limit) : words.wordingMissing;
      this.focusOn('#wording');
      return;
    }
    void this.#decide('show', { wording }, words.done.wording);
  };

  private readonly handleShow = (): void => {
    const { done } = this.words.words;
    void this.#decide('show', {}, this.said?.state === 'reported' ? done.keep : done.show);
  };

  private readonly handleHide = (): void => {
    const reason = this.reason.take();
    if (reason !== undefined) void this.#decide('hide', { reason }, this.words.words.done.hide);
  };

  async #decide(act: 'show', said: { wording?: string }, done: string): Promise<void>;
  async #decide(act: 'hide', said: { reason: string }, done: string): Promise<void>;
  async #decide(act: 'show' | 'hide', decision: { wording?: string; reason?: string }, done: string): Promise<void> {
    const { said } = this;
    const { client } = this.community;
    if (!said || !client) return;
    const outcome = await this.act.run(act, (options) => decide(client, said, act, decision, options), {
      subject: said.id,
      body: [said.words, decision],
    });
    if (outcome.done) this.dispatchEvent(new SaidDecidedEvent(said.id, outcome.value, act, done));
    // The fresh list will say so; until then the server's own words stand there.
    else if (outcome.error && decidedMeanwhile.test(outcome.error.code)) this.ask('refresh');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-said-case': FmSaidCase;
  }
  interface HTMLElementEventMap {
    'fm-said-decided': SaidDecidedEvent;
  }
}
