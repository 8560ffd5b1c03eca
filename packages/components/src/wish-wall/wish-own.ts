import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { WishIntent } from './events.ts';
import { WishBox } from './wish-acts.ts';

/** The wisher wants to change it; the page around the box opens the form. Stays inside this page. */
export class WishEditEvent extends Event {
  constructor() {
    super('fm-wish-edit', { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-wish-edit': WishEditEvent;
  }
}

/**
 * @summary 改一改, 不要了: what a wisher may do with their own wish.
 * @fires fm-wish-edit - stays inside the page around it
 */
export class FmWishOwn extends WishBox {
  @state() private asking = false;

  override async lead(act: WishIntent): Promise<void> {
    if (act === 'withdraw' && this.can(act)) return this.ask(true);
    if (act === 'edit' && this.can(act)) this.dispatchEvent(new WishEditEvent());
    return super.lead(act);
  }

  protected override render(): TemplateResult {
    const { own } = this.detail.words;
    return html`<div class="fm" lang=${this.community.lang}>
      <div class="box" tabindex="-1">
        ${this.wish?.mine ? this.heading(own.title) : this.heading(own.titleFor)}
        ${this.act.state.status === 'sign-in' ? this.signIn() : this.asking ? this.renderAsk() : this.renderActs()}
      </div>
    </div>`;
  }

  private renderActs(): TemplateResult {
    const { own } = this.detail.words;
    const declined = this.wish?.status === 'declined';
    return html`<div class="acts">
      ${
        this.can('edit')
          ? html`<button type="button" class="btn ${declined ? 'primary' : 'line'} wide" @click=${() => this.dispatchEvent(new WishEditEvent())}>
              ${declined ? own.editAgain : own.edit}
            </button>`
          : nothing
      }
      ${
        this.can('withdraw')
          ? html`<button type="button" class="btn quiet wide" id="withdraw" @click=${() => this.ask(true)}>${own.withdraw}</button>`
          : nothing
      }
    </div>`;
  }

  private renderAsk(): TemplateResult {
    const { own } = this.detail.words;
    return html`<div class="part" id="part" tabindex="-1" role="group" aria-label=${own.withdrawTitle}>
      <div>
        <p><b>${own.withdrawTitle}</b></p>
        <p class="muted small">${own.withdrawText}</p>
      </div>
      ${this.trouble()}
      <div class="two">
        ${this.actButton('withdraw', own.withdrawAct, 'line', this.handleWithdraw)}
        <button type="button" class="btn quiet" @click=${() => this.ask(false)}>${own.keep}</button>
      </div>
    </div>`;
  }

  private ask(asking: boolean): Promise<void> {
    this.act.cancel();
    this.asking = asking;
    return this.toKeyboard(asking ? '#part' : '#withdraw');
  }

  private readonly handleWithdraw = async (): Promise<void> => {
    if (await this.perform('withdraw', {}, (client, id, options) => client.wishes.withdraw(id, {}, options))) this.asking = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-own': FmWishOwn;
  }
}
