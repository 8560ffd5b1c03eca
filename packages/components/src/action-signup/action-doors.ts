import { type Action, actionsIn } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { WordsController } from '../shared/controllers/words.ts';
import { whenGone } from '../shared/gone.ts';
import { ActionActs } from './action-acts.ts';
import type { FmActionSignup } from './action-signup.ts';
import { type FmActionChangedEvent, type FmActionCheckedInEvent, FmActionOpenEvent } from './events.ts';
import { moreWords } from './words/more.ts';

type Opened =
  | { readonly what: 'action'; readonly id: string; readonly area: string }
  | { readonly what: 'check-in'; readonly action: Action; readonly code: string }
  | { readonly what: 'form' };

/** What opens from the list: an action, the check-in, the form. Their code is loaded with the first press. */
export class ActionDoors implements ReactiveController {
  readonly acts: ActionActs;
  readonly #host: FmActionSignup;
  readonly #words: WordsController<(typeof moreWords)['zh-CN']>;
  readonly #onChanged: (action: Action | undefined) => void;
  #opened: Opened | undefined;
  /** What the element's own `action` and `code` said last. */
  #addressed = '';
  #code = '';

  constructor(host: FmActionSignup, onChanged: (action: Action | undefined) => void, onDone: (id: string) => void) {
    this.#host = host;
    this.#words = new WordsController(host, moreWords);
    this.#onChanged = onChanged;
    this.acts = new ActionActs(host, { onChanged, onOpen: (id) => void this.#open(id, host.community.area), onDone });
    host.addController(this);
  }

  /** Opens an action, unless the portal has a page of its own for it. */
  open(action: Action): void {
    if (this.#host.dispatchEvent(new FmActionOpenEvent(action))) void this.#open(action.id, action.area);
  }

  /** Opens the check-in; with the digits of a code it checks in at once. */
  async checkIn(action: Action, code = ''): Promise<void> {
    if (await this.#arrived(import('./action-check-in.define.ts'))) this.#show({ what: 'check-in', action, code });
  }

  /** Opens the form, for someone who is signed in. */
  async post(): Promise<void> {
    if (!(await this.acts.signedIn('post-action'))) return;
    if (await this.#arrived(import('../worker-desk/actions/action-form.define.ts'))) this.#show({ what: 'form' });
  }

  /** The page was asked for one action by its address, or by the code on a check-in screen. */
  hostUpdate(): void {
    const { action, code, community } = this.#host;
    if (action === this.#addressed && code === this.#code) return;
    const { client } = community;
    // Before it knows whom to ask, there is nothing to open.
    if (action && !client) return;
    this.#addressed = action;
    this.#code = code;
    if (!action) this.#opened = undefined;
    else if (code) void this.#land(action, code);
    else void this.#open(action, community.area);
  }

  hostDisconnected(): void {
    whenGone(this.#host, () => {
      this.#opened = undefined;
    });
  }

  render(): TemplateResult {
    return html`${this.acts.render()}${this.renderOpened()}`;
  }

  private renderOpened(): TemplateResult | typeof nothing {
    const opened = this.#opened;
    if (!opened) return nothing;
    const { client, area, lang, mode, theme } = this.#host.community;
    const { headingLevel, now } = this.#host;
    switch (opened.what) {
      case 'action':
        return html`<fm-action-detail
          .client=${client}
          .actionId=${opened.id}
          .now=${now}
          area=${opened.area}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${headingLevel}
          @fm-action-changed=${this.#changed}
          @fm-sheet-close=${this.#closed}
        ></fm-action-detail>`;
      case 'check-in':
        return html`<fm-action-check-in
          .client=${client}
          .action=${opened.action}
          .code=${opened.code}
          area=${opened.action.area}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${headingLevel}
          @fm-action-checked-in=${this.#checkedIn}
          @fm-sheet-close=${this.#closed}
        ></fm-action-check-in>`;
      case 'form':
        return html`<fm-action-form
          .client=${client}
          .now=${now}
          area=${area}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${headingLevel}
          @fm-action-saved=${() => this.#onChanged(undefined)}
          @fm-sheet-close=${this.#closed}
        ></fm-action-form>`;
    }
  }

  /** All are sheets of their own: closed by whatever way, they may go. */
  readonly #closed = (): void => {
    this.#host.action = this.#host.code = this.#addressed = this.#code = '';
    this.#show(undefined);
  };

  readonly #changed = ({ action }: FmActionChangedEvent): void => this.#onChanged(action);

  readonly #checkedIn = ({ action }: FmActionCheckedInEvent): void => this.#onChanged(action);

  /** The digits came with the address: the action is asked for, then checked in to. */
  async #land(id: string, code: string): Promise<void> {
    const { client, area } = this.#host.community;
    try {
      const action = client && (await actionsIn(client).get(id));
      if (action && this.#code === code) await this.checkIn(action, code);
    } catch {
      // The action's own page says what is wrong with it.
      if (this.#addressed === id) await this.#open(id, area);
    }
  }

  async #open(id: string, area: string): Promise<void> {
    if (await this.#arrived(import('./action-detail.define.ts'))) this.#show({ what: 'action', id, area });
  }

  /** Code that does not arrive is said like any other failure. */
  async #arrived(code: Promise<unknown>): Promise<boolean> {
    try {
      await code;
      return true;
    } catch {
      this.acts.say(this.#words.words.moreFailed, 'bad');
      return false;
    }
  }

  #show(opened: Opened | undefined): void {
    this.#opened = opened;
    this.#host.requestUpdate();
  }
}
