import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { WishIntent } from './events.ts';
import { WishBox } from './wish-acts.ts';

/** @summary 上门看过，办好了: a worker closes it after a visit. The record says that it is the worker's word. */
export class FmWishVisit extends WishBox {
  @state() private opened = false;
  @state() private note = '';

  override lead(act: WishIntent): Promise<void> {
    return act === 'close' && this.can(act) ? this.open(true) : super.lead(act);
  }

  protected override render(): TemplateResult {
    const { visit } = this.detail.words;
    return html`<div class="fm" lang=${this.community.lang}>
      <div class="box" tabindex="-1">
        ${this.heading(visit.title)}
        ${
          this.act.state.status === 'sign-in'
            ? this.signIn()
            : this.opened
              ? this.renderForm()
              : html`<button type="button" class="btn line wide" @click=${() => this.open(true)}>${visit.close}</button>`
        }
      </div>
    </div>`;
  }

  private renderForm(): TemplateResult {
    const { visit } = this.detail.words;
    return html`<form class="part" id="part" tabindex="-1" aria-label=${visit.closeTitle} novalidate @submit=${this.handleClose}>
      ${this.textarea(
        'note',
        visit.closeWords,
        this.note,
        (text) => {
          this.note = text;
        },
        visit.closeHint,
      )}
      ${this.trouble()}
      <div class="two">
        ${this.actButton('close', visit.closeAct, 'primary', () => undefined, 'submit')}
        <button type="button" class="btn quiet" @click=${() => this.open(false)}>${this.detail.words.cancel}</button>
      </div>
    </form>`;
  }

  private open(opened: boolean): Promise<void> {
    this.act.cancel();
    this.mistakes = {};
    this.opened = opened;
    return this.toKeyboard(opened ? '#part' : '.line');
  }

  private readonly handleClose = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!this.isRight({ note: this.wordsMistake(this.note) })) return;
    const body = { note: this.note.trim() };
    if (await this.perform('close', body, (client, id, options) => client.wishes.close(id, body, options))) this.opened = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-visit': FmWishVisit;
  }
}
