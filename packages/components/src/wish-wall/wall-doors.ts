import type { Wish } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { ActController } from '../shared/controllers/act.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { errorText } from '../shared/diagnose.ts';
import type { FmElement } from '../shared/elements.ts';
import type { FmWishChangedEvent } from '../shared/events.ts';
import { FmWishOpenEvent } from './events.ts';
import { wallWords } from './words/index.ts';

type Opened = { readonly what: 'wish'; readonly wish: Wish; readonly intent: '' | 'claim' } | { readonly what: 'form' };

/** What opens from a wall: a wish, the form, and a line at the lower edge. Their code is loaded with the first press. */
export class WallDoors implements ReactiveController {
  readonly #host: FmElement;
  readonly #act: ActController;
  readonly #words: WordsController<(typeof wallWords)['zh-CN']>;
  readonly #onChanged: (wish: Wish) => void;
  #opened: Opened | undefined;
  #toast = false;
  #failed: unknown;

  constructor(host: FmElement, onChanged: (wish: Wish) => void) {
    this.#host = host;
    this.#act = new ActController(host);
    this.#words = new WordsController(host, wallWords);
    this.#onChanged = onChanged;
    host.addController(this);
  }

  /** Opens a wish, at the claim box for `claim`. */
  async open(wish: Wish, intent: '' | 'claim'): Promise<void> {
    if (!this.#host.dispatchEvent(new FmWishOpenEvent(wish, intent))) return;
    const code = Promise.all([import('../shared/ui/sheet.define.ts'), import('./wish-detail.define.ts')]);
    if (await this.#arrived(code)) this.#show({ what: 'wish', wish, intent });
  }

  /** Opens the form, for someone who is signed in. */
  readonly post = async (): Promise<void> => {
    void this.#loadToast();
    if (!(await this.#act.signedIn('post'))) return;
    const code = Promise.all([import('../shared/ui/sheet.define.ts'), import('./wish-form.define.ts')]);
    if (await this.#arrived(code)) this.#show({ what: 'form' });
  };

  hostDisconnected(): void {
    this.#opened = undefined;
  }

  render(): TemplateResult {
    return html`${this.renderToast()}${this.renderOpened()}`;
  }

  private renderToast(): TemplateResult | typeof nothing {
    const act = this.#act.state;
    const asks = act.status === 'sign-in' && !act.shownByPage;
    const { words } = this.#host.common;
    const error = act.status === 'failed' ? errorText(act.error, words) : this.#failed ? this.#words.words.moreFailed : '';
    if (!this.#toast || !(asks || error)) return nothing;
    const { lang, mode } = this.#host.community;
    return html`<fm-toast .text=${error || words.signInFirst} tone="bad" lang=${lang} mode=${mode} @fm-toast-close=${this.#dismiss}
      >${asks ? html`<button type="button" class="btn primary" @click=${() => this.#act.askAgain()}>${words.signIn}</button>` : nothing}</fm-toast
    >`;
  }

  private renderOpened(): TemplateResult | typeof nothing {
    const opened = this.#opened;
    if (!opened) return nothing;
    const { client, area, lang, mode, theme } = this.#host.community;
    const isWish = opened.what === 'wish';
    return html`<fm-sheet
      open
      heading=${isWish ? opened.wish.title : this.#words.words.post}
      heading-hidden
      lang=${lang}
      mode=${mode}
      theme=${theme}
      @fm-sheet-close=${this.#closed}
      >${
        isWish
          ? html`<fm-wish-detail
              .client=${client}
              .wishId=${opened.wish.id}
              .intent=${opened.intent || undefined}
              area=${opened.wish.area}
              lang=${lang}
              mode=${mode}
              theme=${theme}
              @fm-wish-changed=${this.#changed}
            ></fm-wish-detail>`
          : html`<fm-wish-form .client=${client} area=${area} lang=${lang} mode=${mode} theme=${theme}></fm-wish-form>`
      }</fm-sheet
    >`;
  }

  /** Closed by itself, it may go. Asked from within (看别的), the sheet closes first, which gives the focus back. */
  readonly #closed = (event: Event): void => {
    if (event.target === event.currentTarget) this.#show(undefined);
    else if (event.currentTarget instanceof HTMLElement && 'open' in event.currentTarget) event.currentTarget.open = false;
  };

  readonly #changed = (event: FmWishChangedEvent): void => this.#onChanged(event.wish);

  readonly #dismiss = (): void => {
    this.#failed = undefined;
    this.#act.cancel();
  };

  /** Code that does not arrive is said like any other failure. */
  async #arrived(code: Promise<unknown>): Promise<boolean> {
    try {
      this.#failed = undefined;
      await code;
    } catch (error) {
      this.#failed = error;
      void this.#loadToast();
    }
    this.#host.requestUpdate();
    return this.#failed === undefined;
  }

  async #loadToast(): Promise<void> {
    this.#toast ||= await import('../shared/ui/toast.define.ts').then(
      () => true,
      () => false,
    );
    this.#host.requestUpdate();
  }

  #show(opened: Opened | undefined): void {
    this.#opened = opened;
    this.#host.requestUpdate();
  }
}
