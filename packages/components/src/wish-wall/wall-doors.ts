import type { Wish } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { ActController } from '../shared/controllers/act.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { errorText } from '../shared/diagnose.ts';
import type { FmWishChangedEvent } from '../shared/events.ts';
import { FmWishOpenEvent, type WishIntent } from './events.ts';
import { sharedWords } from '../shared/words/index.ts';
import { whenGone } from '../shared/gone.ts';
import type { FmWishWall } from './wish-wall.ts';
import { moreWords } from './words/more.ts';

type Opened =
  | { readonly what: 'wish'; readonly id: string; readonly area: string; readonly intent: WishIntent }
  | { readonly what: 'form' };

/** What opens from a wall: a wish, the form, and a line at the lower edge. Their code is loaded with the first press. */
export class WallDoors implements ReactiveController {
  readonly #host: FmWishWall;
  readonly #act: ActController;
  readonly #common: WordsController<(typeof sharedWords)['zh-CN']>;
  readonly #words: WordsController<(typeof moreWords)['zh-CN']>;
  readonly #onChanged: (wish: Wish) => void;
  readonly #mayPost: () => Promise<boolean>;
  #opened: Opened | undefined;
  /** What the wall's own `wish` said last. */
  #addressed = '';
  #toast = false;
  #failed: unknown;

  constructor(host: FmWishWall, { onChanged, mayPost }: { onChanged: (wish: Wish) => void; mayPost: () => Promise<boolean> }) {
    this.#host = host;
    this.#mayPost = mayPost;
    this.#act = new ActController(host);
    this.#common = new WordsController(host, sharedWords);
    this.#words = new WordsController(host, moreWords);
    this.#onChanged = onChanged;
    host.addController(this);
  }

  /** Opens a wish, at the claim box for `claim`. */
  async open(wish: Wish, intent: WishIntent): Promise<void> {
    if (this.#host.dispatchEvent(new FmWishOpenEvent(wish, intent))) await this.#openWish(wish.id, wish.area, intent);
  }

  /** Opens the form, for someone who is signed in. */
  readonly post = async (): Promise<void> => {
    void this.#loadToast();
    // Who it is, and so whether they live here, is known only now.
    if (!(await this.#act.signedIn('post')) || !(await this.#mayPost())) return;
    if (await this.#arrived(import('./wish-form.define.ts'))) this.#show({ what: 'form' });
  };

  /** The page was asked for one wish by its address. */
  hostUpdate(): void {
    const { wish, community } = this.#host;
    if (wish === this.#addressed) return;
    this.#addressed = wish;
    if (wish) void this.#openWish(wish, community.area, '');
    else this.#opened = undefined;
  }

  hostDisconnected(): void {
    whenGone(this.#host, () => {
      this.#opened = undefined;
    });
  }

  render(): TemplateResult {
    return html`${this.renderToast()}${this.renderOpened()}`;
  }

  private renderToast(): TemplateResult | typeof nothing {
    const act = this.#act.state;
    const asks = act.status === 'sign-in' && !act.shownByPage;
    const { words } = this.#common;
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
    return opened.what === 'wish'
      ? html`<fm-wish-detail
          .client=${client}
          .wishId=${opened.id}
          .intent=${opened.intent || undefined}
          area=${opened.area}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          @fm-wish-changed=${this.#changed}
          @fm-sheet-close=${this.#closed}
        ></fm-wish-detail>`
      : html`<fm-wish-form
          .client=${client}
          area=${area}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          @fm-sheet-close=${this.#closed}
        ></fm-wish-form>`;
  }

  /** Both are sheets of their own: closed by whatever way, they may go. */
  readonly #closed = (): void => {
    this.#host.wish = this.#addressed = '';
    this.#show(undefined);
  };

  readonly #changed = (event: FmWishChangedEvent): void => this.#onChanged(event.wish);

  readonly #dismiss = (): void => {
    this.#failed = undefined;
    this.#act.cancel();
  };

  async #openWish(id: string, area: string, intent: WishIntent): Promise<void> {
    if (await this.#arrived(import('./wish-detail.define.ts'))) this.#show({ what: 'wish', id, area, intent });
  }

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
