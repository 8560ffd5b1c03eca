import type { Confirm } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { WishIntent } from './events.ts';
import { WishBox } from './wish-acts.ts';
import { choiceStyles } from './wish-choices.styles.ts';
import { stars, starStyles } from './wish-stars.ts';

const parts = ['confirm', 'reopen'] as const;
type Part = (typeof parts)[number];

/** @summary 帮好了吗: the wisher says thank you, with stars, or that it is not done yet. Silence says nothing. */
export class FmWishAnswer extends WishBox {
  static override styles: CSSResultGroup = [WishBox.styles, choiceStyles, starStyles];

  @state() private shown: Part | undefined;
  @state() private rating = 0;
  @state() private thanks = '';
  @state() private reason = '';

  override lead(act: WishIntent): Promise<void> {
    const part = parts.find((one) => one === act && this.can(one));
    return part ? this.open(part) : super.lead(act);
  }

  protected override render(): TemplateResult {
    const { answer } = this.detail.words;
    return html`<div class="fm" lang=${this.community.lang}>
      <div class="box" tabindex="-1">
        ${this.heading(answer.title)} ${this.act.state.status === 'sign-in' ? this.signIn() : this.renderParts()}
      </div>
    </div>`;
  }

  private renderParts(): TemplateResult {
    const { answer } = this.detail.words;
    if (this.shown === 'confirm') return this.renderConfirm();
    if (this.shown === 'reopen') return this.renderReopen();
    const said = this.wish?.claims.filter(({ note }) => note) ?? [];
    return html`${said.map(
      ({ name, note }) =>
        html`<div>
          <p class="small muted">${answer.said(name)}</p>
          <p class="quote">${note}</p>
        </div>`,
    )}
      <div class="acts">
        ${this.can('confirm') ? this.opener('confirm', answer.confirm, 'primary wide') : nothing}
        ${this.can('reopen') ? this.opener('reopen', answer.reopen, 'line wide') : nothing}
      </div>`;
  }

  private opener(part: Part, text: string, look: string): TemplateResult {
    return html`<button type="button" class="btn ${look}" @click=${() => this.open(part)}>${text}</button>`;
  }

  private renderConfirm(): TemplateResult {
    const { answer, optional } = this.detail.words;
    return html`<form class="part" id="part" tabindex="-1" aria-label=${answer.confirm} novalidate @submit=${this.handleConfirm}>
      ${stars({
        id: 'rating',
        legend: answer.stars,
        value: this.rating,
        nameOf: answer.star,
        error: this.mistakeAt('rating'),
        onChange: (count) => {
          this.rating = count;
        },
      })}
      ${this.textarea(
        'thanks',
        html`${answer.thanks} <span class="muted small">${optional}</span>`,
        this.thanks,
        (text) => {
          this.thanks = text;
        },
        answer.thanksHint,
      )}
      ${this.trouble()} ${this.buttons('confirm', answer.confirmAct)}
    </form>`;
  }

  private renderReopen(): TemplateResult {
    const { answer } = this.detail.words;
    return html`<form class="part" id="part" tabindex="-1" aria-label=${answer.reopen} novalidate @submit=${this.handleReopen}>
      ${this.textarea(
        'reason',
        answer.reopenTitle,
        this.reason,
        (text) => {
          this.reason = text;
        },
        answer.reopenHint,
      )}
      ${this.trouble()} ${this.buttons('reopen', answer.reopenAct)}
    </form>`;
  }

  private buttons(act: Part, text: string): TemplateResult {
    return html`<div class="two">
      ${this.actButton(act, text, 'primary', () => undefined, 'submit')}
      <button type="button" class="btn quiet" @click=${() => this.open(undefined)}>${this.detail.words.cancel}</button>
    </div>`;
  }

  private open(part: Part | undefined): Promise<void> {
    const back = this.shown === 'reopen' ? '.line' : '.primary';
    this.act.cancel();
    this.mistakes = {};
    this.shown = part;
    return this.toKeyboard(part ? '#part' : back);
  }

  private readonly handleConfirm = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const rating = this.rating ? undefined : this.detail.words.answer.starsFirst;
    if (!this.isRight({ rating, thanks: this.wordsMistake(this.thanks, false) })) return;
    const thanks = this.thanks.trim();
    const body: Confirm = { rating: this.rating, ...(thanks && { thanks }) };
    if (await this.perform('confirm', body, (client, id, options) => client.wishes.confirm(id, body, options)))
      this.shown = undefined;
  };

  private readonly handleReopen = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!this.isRight({ reason: this.wordsMistake(this.reason) })) return;
    const body = { reason: this.reason.trim() };
    if (await this.perform('reopen', body, (client, id, options) => client.wishes.reopen(id, body, options)))
      this.shown = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-answer': FmWishAnswer;
  }
}
