import { css, type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { FmElement } from '../elements.ts';
import { buttonStyles } from '../styles/button.styles.ts';
import { focused } from './focused.ts';
import { icon } from './icon.ts';

/**
 * @summary A line at the lower edge that says what became of an act; spoken politely. Good news goes by itself after
 * some seconds unless it is being read; bad news stays until it is closed. Where it would lie over what has the focus, or
 * over a main act of the element it belongs to, it stands at the upper edge.
 * @slot - One button, as 再试一次 or 去登录.
 * @fires fm-toast-close
 */
export class FmToast extends FmElement {
  static override styles: CSSResultGroup = [
    FmElement.styles,
    buttonStyles,
    css`
      .toast {
        position: fixed;
        z-index: 20;
        inset: auto 16px max(16px, env(safe-area-inset-bottom));
        display: flex;
        align-items: center;
        gap: var(--fm-s2);
        overflow: visible;
        width: fit-content;
        max-width: min(560px, 100% - 32px);
        margin: 0 auto;
        border: 1px solid transparent;
        padding: var(--fm-s1) var(--fm-s1) var(--fm-s1) var(--fm-s5);
        border-radius: var(--fm-radius);
        background: var(--fm-text);
        color: var(--fm-surface);
        box-shadow: var(--fm-shadow-sheet);
      }
      .toast.up {
        inset-block: max(16px, env(safe-area-inset-top)) auto;
      }
      /* Words and their button may stand under each other; the way out keeps its place at the end of the first line. */
      .said {
        display: flex;
        flex: 1 1 auto;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--fm-s1) var(--fm-s5);
        min-width: 0;
        padding-block: var(--fm-s1);
      }
      .said > span {
        flex: 1 1 auto;
      }
      .toast .icon-btn {
        flex: none;
        align-self: flex-start;
        color: inherit;
      }
      .toast :focus-visible {
        outline-color: currentColor;
        outline-offset: -4px;
      }
    `,
  ];

  /** Seconds that good news stays. */
  static stay = 6;

  /** What is said; empty shows nothing. */
  @property() text = '';
  @property({ reflect: true }) tone: 'good' | 'bad' = 'good';

  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // A browser closes what leaves the page, and where the page puts it next it is to be seen again.
    if (this.hasUpdated) this.requestUpdate('text');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('text') && !changed.has('tone')) return;
    clearTimeout(this.#timer);
    // Above all else, an open sheet too. Where the browser cannot do that (before Chrome 114 and Safari 17), a box that is
    // measured holds what is fixed in it: there it stands at the element's lower edge.
    const toast = this.renderRoot.querySelector<HTMLElement>('.toast');
    if (toast?.isConnected && 'popover' in toast) {
      if (!toast.matches(':popover-open')) toast.showPopover();
      this.#makeWay(toast);
    }
    if (this.text && this.tone === 'good') this.#timer = setTimeout(() => this.#leave(), FmToast.stay * 1000);
  }

  close(): void {
    this.text = '';
    this.dispatchEvent(new Event('fm-toast-close'));
  }

  protected override render(): TemplateResult {
    return html`<div class="fm" role=${this.tone === 'bad' ? 'alert' : 'status'} lang=${this.community.lang}>
      ${
        this.text
          ? html`<div class="toast" popover="manual">
              <div class="said"><span>${this.text}</span><slot></slot></div>
              <button type="button" class="icon-btn" aria-label=${this.common.words.close} @click=${this.close}>${icon('x')}</button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #makeWay(toast: HTMLElement): void {
    toast.classList.remove('up');
    const place = toast.getBoundingClientRect();
    const root = this.getRootNode();
    const acts: Iterable<Element> = root instanceof ShadowRoot ? root.querySelectorAll('.primary') : [];
    const at = focused();
    const covered = [...acts, ...(at && at !== document.body ? [at] : [])].some((one) => {
      const { top, right, bottom, left } = one.getBoundingClientRect();
      const over = top < place.bottom && bottom > place.top && left < place.right && right > place.left;
      // Its own button is no reason to go away.
      return over && !this.contains(one) && !this.renderRoot.contains(one);
    });
    toast.classList.toggle('up', covered);
  }

  #leave(): void {
    if (this.matches(':hover, :focus-within')) this.#timer = setTimeout(() => this.#leave(), 1000);
    else this.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-toast': FmToast;
  }
  interface HTMLElementEventMap {
    'fm-toast-close': Event;
  }
}
