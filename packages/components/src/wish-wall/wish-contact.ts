import type { Contact } from '@five-micro/sdk';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { icon } from '../shared/ui/icons.ts';
import type { WishIntent } from './events.ts';
import { WishBox } from './wish-acts.ts';

/** @summary 看电话和门牌: asked for only when pressed, because each look is recorded. */
export class FmWishContact extends WishBox {
  static override styles: CSSResultGroup = [
    WishBox.styles,
    css`
      dl {
        display: grid;
        gap: var(--fm-s3);
      }
      dt {
        display: flex;
        align-items: center;
        gap: 0.45em;
        font-size: var(--fm-t-s);
        color: var(--fm-text-muted);
      }
      dd {
        padding-left: 1.75em;
        font-weight: 600;
        overflow-wrap: anywhere;
        -webkit-user-select: text;
        user-select: text;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--fm-target);
      }
    `,
  ];

  @state() private contact: Contact | undefined;

  /** To the button and no further: each look is recorded, so it takes a press. */
  override lead(_act: WishIntent): Promise<void> {
    return this.toKeyboard('.btn, #contact, .part');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another wish, or one no longer helped with: what was shown is nobody's business here any more.
    const before = changed.get('wish');
    if (changed.has('wish') && before && (before.id !== this.wish?.id || !this.can('contact'))) this.contact = undefined;
  }

  protected override render(): TemplateResult {
    const { help } = this.detail.words;
    return html`<div class="fm" lang=${this.community.lang}>
      <div class="acts" aria-live="polite">
        ${this.act.state.status === 'sign-in' ? this.signIn() : this.contact ? this.renderContact(this.contact) : this.renderAsk()}
        ${this.missing ? html`<p class="part">${help.contactNone}</p>` : this.trouble()}
      </div>
    </div>`;
  }

  private get missing(): boolean {
    return this.act.error?.code === 'wish.no-contact';
  }

  private renderAsk(): TemplateResult | typeof nothing {
    if (this.missing) return nothing;
    const { help } = this.detail.words;
    return html`${this.actButton('contact', help.contact, 'tonal wide', this.handleLook)}
      <p class="hint">${help.contactHint}</p>`;
  }

  private renderContact({ name, phone, address }: Contact): TemplateResult {
    const { help } = this.detail.words;
    if (!name && !phone && !address) return html`<p class="part">${help.contactNone}</p>`;
    return html`<div class="part" id="contact" tabindex="-1" role="group" aria-label=${help.contactTitle}>
      <dl>
        ${name ? html`<div><dt>${icon('person')}${help.contactName}</dt><dd>${name}</dd></div>` : nothing}
        ${
          phone
            ? html`<div>
                <dt>${icon('phone')}${help.contactPhone}</dt>
                <dd class="num"><a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a></dd>
              </div>`
            : nothing
        }
        ${address ? html`<div><dt>${icon('place')}${help.contactAddress}</dt><dd>${address}</dd></div>` : nothing}
      </dl>
      <p class="hint">${help.contactHint}</p>
    </div>`;
  }

  private readonly handleLook = async (): Promise<void> => {
    const { wish } = this;
    const { client } = this.community;
    if (!wish || !client) return;
    const outcome = await this.act.run('contact', ({ signal }) => client.wishes.contact(wish.id, { signal }), {
      subject: wish.id,
    });
    if (!outcome.done || this.wish?.id !== wish.id) return;
    this.contact = outcome.value;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#contact')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-contact': FmWishContact;
  }
}
