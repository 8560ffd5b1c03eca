/* eslint-disable lit-a11y/click-events-have-key-events, lit-a11y/no-autofocus -- the scrim is a second way out beside the button and Escape, and in a dialog autofocus is where reading begins */
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { FmElement } from '../elements.ts';
import { FmSheetCloseEvent } from '../events.ts';
import { buttonStyles } from '../styles/button.styles.ts';
import { sheetStyles } from '../styles/sheet.styles.ts';
import { focused } from './focused.ts';
import { icon } from './icon.ts';
import { heading } from './states.ts';

/** https://developer.mozilla.org/docs/Web/API/CloseWatcher: the back gesture of phones, where the platform tells us. */
interface CloseWatcherLike extends EventTarget {
  destroy(): void;
}
declare const CloseWatcher: (new () => CloseWatcherLike) | undefined;

/**
 * @summary A sheet from below on a phone, a window in the middle of a wide screen: a native modal dialog.
 * The focus goes to the heading, or to what carries `autofocus`, and comes back to where it was.
 * @slot - The content.
 * @slot footer - Stays in sight below it, for the primary act.
 * @fires fm-sheet-close - Closed by its button, the scrim, Escape, the back gesture or `open = false`.
 * @cssproperty --fm-sheet-width - Its width on a wide screen (880px).
 */
export class FmSheet extends FmElement {
  static override styles: CSSResultGroup = [FmElement.styles, buttonStyles, sheetStyles];

  @property({ type: Boolean, reflect: true }) open = false;
  /** Its name. */
  @property() heading = '';
  /** The content draws its own heading; the name is only spoken. */
  @property({ type: Boolean, attribute: 'heading-hidden' }) headingHidden = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('.bar') private bar!: HTMLElement;
  @query('.scroll') private scroller!: HTMLElement;
  @state() private hasFooter = false;
  /** Something lies under the bar with the close button: it is solid then and says what is open. */
  @state() private scrolled = false;
  #watcher: CloseWatcherLike | undefined;
  #pressedOutside = false;
  /** Where the keyboard was before it opened. */
  #from: Element | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.destroy();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A dialog that was moved in the document is no longer modal: show it anew.
    if (this.hasUpdated && this.open) void this.updateComplete.then(() => this.#show());
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open) {
      this.#from = focused();
      this.#show();
    } else if (changed.get('open')) this.dialog.close();
  }

  /** Closes it, with the event. */
  close(): void {
    this.dialog.close();
  }

  /** Moves the content so that something in it is in sight: from its top on, where it is not all to be seen already. */
  reveal(element: Element): void {
    const { top, bottom } = element.getBoundingClientRect();
    const least = this.bar.getBoundingClientRect().bottom;
    const most = this.scroller.getBoundingClientRect().bottom;
    if (top < least || bottom > most) element.scrollIntoView({ block: 'start' });
  }

  #show(): void {
    if (!this.open || !this.isConnected) return;
    if (this.dialog.open) this.dialog.close();
    this.dialog.showModal();
    if (typeof CloseWatcher === 'function') {
      this.#watcher?.destroy();
      this.#watcher = new CloseWatcher();
      this.#watcher.addEventListener('close', () => this.dialog.close());
    }
  }

  protected override render(): TemplateResult {
    const { words } = this.common;
    return html`<div class="fm" lang=${this.community.lang}>
      <dialog
        aria-label=${this.heading}
        @close=${this.handleClose}
        @pointerdown=${this.handleDown}
        @click=${this.handleClick}
      >
        <div class="bar ${this.scrolled ? 'solid' : ''}">
          <span class="grip"></span>
          <span class="name" aria-hidden="true">${this.scrolled ? this.heading : nothing}</span>
          <button type="button" class="icon-btn close" aria-label=${words.close} @click=${() => this.close()}>${icon('x')}</button>
        </div>
        <div class="scroll" tabindex="-1" autofocus @scroll=${this.handleScroll}>
          ${this.headingHidden || !this.heading ? nothing : heading(this.headingLevel, this.heading, 'title')}
          <slot></slot>
        </div>
        <div class="foot" ?hidden=${!this.hasFooter}><slot name="footer" @slotchange=${this.handleFooter}></slot></div>
      </dialog>
    </div>`;
  }

  private handleClose(event: Event): void {
    event.stopPropagation();
    // It was shown anew meanwhile: the page has moved it.
    if (this.dialog.open) return;
    this.#watcher?.destroy();
    this.#watcher = undefined;
    this.open = false;
    // A dialog brings the keyboard back by itself; one that was moved in the document has forgotten where it was.
    const isLost = focused() === document.body || this.matches(':focus-within');
    if (isLost && this.#from instanceof HTMLElement) this.#from.focus();
    this.dispatchEvent(new FmSheetCloseEvent());
  }

  /** A press that began inside (text being selected) and ended on the scrim is no wish to leave. */
  private handleDown(event: PointerEvent): void {
    this.#pressedOutside = event.composedPath()[0] === this.dialog && !this.#inside(event);
  }

  private handleClick(event: MouseEvent): void {
    if (this.#pressedOutside && event.composedPath()[0] === this.dialog && !this.#inside(event)) this.close();
    this.#pressedOutside = false;
  }

  private handleScroll({ target }: Event): void {
    if (target instanceof HTMLElement) this.scrolled = target.scrollTop > 0;
  }

  private handleFooter(event: Event): void {
    this.hasFooter = event.target instanceof HTMLSlotElement && event.target.assignedNodes({ flatten: true }).length > 0;
  }

  #inside(event: MouseEvent): boolean {
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    return event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-sheet': FmSheet;
  }
}
