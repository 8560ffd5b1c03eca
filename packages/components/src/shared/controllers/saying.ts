import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { ActController } from './act.ts';
import type { CommunityController } from './community.ts';
import { WordsController } from './words.ts';
import { actErrorText } from '../diagnose.ts';
import { sharedWords } from '../words/index.ts';

interface SayingHost extends LitElement {
  readonly catalogues?: WordsController<unknown>[];
  readonly community: CommunityController;
}

/** One line at the lower edge: what became of an act, why it failed, and that someone has to sign in first. */
export class Saying implements ReactiveController {
  readonly #host: SayingHost;
  readonly #act: ActController;
  readonly #common: WordsController<(typeof sharedWords)['zh-CN']>;
  #said: { readonly text: string; readonly tone: 'good' | 'bad' } | undefined;

  constructor(host: SayingHost, act: ActController) {
    this.#host = host;
    this.#act = act;
    this.#common = new WordsController(host, sharedWords);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#said = undefined;
  }

  say(text: string, tone: 'good' | 'bad' = 'good'): void {
    this.#said = { text, tone };
    this.load();
  }

  fail(error: unknown): void {
    this.say(actErrorText(error, this.#common.words), 'bad');
  }

  /** Before an act: whoever is not signed in is told so by it. */
  load(): void {
    const show = () => this.#host.requestUpdate();
    void import('../ui/toast.define.ts').then(show, show);
  }

  render(): TemplateResult | typeof nothing {
    const { state } = this.#act;
    const asks = state.status === 'sign-in' && !state.shownByPage;
    const common = this.#common.words;
    const text = asks ? common.signInFirst : this.#said?.text;
    if (!text) return nothing;
    const { lang, mode, theme } = this.#host.community;
    return html`<fm-toast .text=${text} tone=${asks ? 'bad' : (this.#said?.tone ?? 'bad')} lang=${lang} mode=${mode} theme=${theme} @fm-toast-close=${this.#dismiss}
      >${asks ? html`<button type="button" class="btn primary" @click=${() => this.#act.askAgain()}>${common.signIn}</button>` : nothing}</fm-toast
    >`;
  }

  readonly #dismiss = (): void => {
    this.#said = undefined;
    // Whoever closes the line that asks for a sign-in gives up what was begun; a good word goes by itself meanwhile.
    if (this.#act.state.status !== 'busy') this.#act.cancel();
    this.#host.requestUpdate();
  };
}
