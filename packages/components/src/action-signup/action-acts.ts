import { type Action, actionsIn, type FiveMicroCore, isFiveMicroError, type MySignUp } from '@five-micro/sdk';
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { ActController } from '../shared/controllers/act.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { actErrorText } from '../shared/diagnose.ts';
import { fill, moment } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import type { ActName } from '../shared/events.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import { sharedWords } from '../shared/words/index.ts';
import { FmActionSignedOffEvent, FmActionSignedUpEvent } from './events.ts';
import { type ActWords, actWords } from './words/acts.ts';

interface ActsHost extends LitElement {
  readonly catalogues?: WordsController<unknown>[];
  readonly community: {
    readonly client: FiveMicroCore | undefined;
    readonly lang: Lang;
    readonly mode: string;
    readonly theme: string;
  };
  readonly headingLevel: number;
  readonly now: () => number;
}

interface ActsOptions {
  /** The action as it is after an act, or after a refusal that says it has moved on. */
  onChanged: (action: Action) => void;
  /** Another action is to be seen. */
  onOpen: (id: string) => void;
  /** It was done: the button that was pressed is gone. */
  onDone: (id: string) => void;
}

/** What is asked before an act, or offered after a refusal, in a small sheet. */
type Ask =
  | { readonly what: 'off'; readonly action: Action }
  | { readonly what: 'full'; readonly action: Action }
  | { readonly what: 'overlap'; readonly id: string; readonly title: string };

/** Signing up and off, from a card and from an opened action alike: asked, done, and said. */
export class ActionActs implements ReactiveController {
  readonly #host: ActsHost;
  readonly #options: ActsOptions;
  readonly #act: ActController;
  readonly #words: WordsController<ActWords>;
  readonly #common: WordsController<(typeof sharedWords)['zh-CN']>;
  #ask: Ask | undefined;
  #said: { readonly text: string; readonly tone: 'good' | 'bad' } | undefined;

  constructor(host: ActsHost, options: ActsOptions) {
    this.#host = host;
    this.#options = options;
    this.#act = new ActController(host);
    this.#words = new WordsController(host, actWords);
    this.#common = new WordsController(host, sharedWords);
    host.addController(this);
  }

  /** The action that something is being done to. */
  get busy(): string | undefined {
    const { state } = this.#act;
    return state.status === 'busy' ? state.subject : undefined;
  }

  hostDisconnected(): void {
    this.#ask = this.#said = undefined;
  }

  /** Resolves when signed in; false where it was given up. For what only opens something. */
  signedIn(act: ActName): Promise<boolean> {
    void this.#load(import('../shared/ui/toast.define.ts'));
    return this.#act.signedIn(act);
  }

  /** One line at the lower edge. */
  say(text: string, tone: 'good' | 'bad'): void {
    this.#said = { text, tone };
    void this.#load(import('../shared/ui/toast.define.ts'));
  }

  /**
   * Signs up. Where there seemed to be a place and it went meanwhile, nobody is put on a waiting list unasked: that is
   * offered.
   */
  async signUp(action: Action, wait = action.taken >= action.places): Promise<void> {
    // Whoever is not signed in is told so by it.
    void this.#load(import('../shared/ui/toast.define.ts'));
    this.#ask = this.#said = undefined;
    const body = wait ? {} : { wait: false };
    const mine = await this.#send('sign-up', action, body, (client, options) =>
      actionsIn(client).signUp(action.id, body, options),
    );
    if (!mine) return;
    const now = await this.#fresh(action, mine);
    this.#host.dispatchEvent(new FmActionSignedUpEvent(now, mine));
    this.#options.onDone(action.id);
    const { lang } = this.#host.community;
    const text =
      mine.state === 'waiting'
        ? fill(this.#words.words.waits, { count: mine.position ?? 1 })
        : fill(this.#words.words.signedUp, { time: moment(now.startsAt, lang, this.#host.now()) });
    this.say(text, 'good');
  }

  /** Asks once more before a place is given up. */
  askOff(action: Action): void {
    void this.#open({ what: 'off', action });
  }

  async #signOff(action: Action): Promise<void> {
    const mine = await this.#send('sign-off', action, {}, (client, options) => actionsIn(client).signOff(action.id, {}, options));
    if (!mine) return;
    const now = await this.#fresh(action, mine);
    this.#host.dispatchEvent(new FmActionSignedOffEvent(now, mine));
    this.#options.onDone(action.id);
    this.say(this.#words.words.signedOff, 'good');
  }

  render(): TemplateResult {
    return html`${this.#renderSaid()}${this.#renderAsk()}`;
  }

  #renderSaid(): TemplateResult | typeof nothing {
    const { state } = this.#act;
    const asks = state.status === 'sign-in' && !state.shownByPage;
    const common = this.#common.words;
    const text = asks ? common.signInFirst : this.#said?.text;
    if (!text) return nothing;
    const { lang, mode } = this.#host.community;
    return html`<fm-toast .text=${text} tone=${asks ? 'bad' : (this.#said?.tone ?? 'bad')} lang=${lang} mode=${mode} @fm-toast-close=${this.#dismiss}
      >${asks ? html`<button type="button" class="btn primary" @click=${() => this.#act.askAgain()}>${common.signIn}</button>` : nothing}</fm-toast
    >`;
  }

  #renderAsk(): TemplateResult | typeof nothing {
    const ask = this.#ask;
    if (!ask) return nothing;
    const all = this.#words.words;
    const { lang, mode, theme } = this.#host.community;
    const { title, text, act, stay } = this.#wordsOf(ask, all);
    const what = ask.what === 'off' ? ask.action : undefined;
    return html`<fm-sheet
      class="ask-sheet"
      open
      heading=${title}
      lang=${lang}
      mode=${mode}
      theme=${theme}
      heading-level=${this.#host.headingLevel}
      @fm-sheet-close=${this.#closed}
    >
      <div class="ask-pane">
        ${what ? html`<p><b>${what.title}</b><br /><span class="muted">${moment(what.startsAt, lang, this.#host.now())}</span></p>` : nothing} ${text ? html`<p>${text}</p>` : nothing}
        <p class="go">
          <button type="button" class="btn primary" @click=${this.#answer}>${act}</button>
          <button type="button" class="btn line" @click=${this.#close}>${stay}</button>
        </p>
      </div>
    </fm-sheet>`;
  }

  #wordsOf(ask: Ask, all: ActWords): ActWords['off'] {
    if (ask.what === 'overlap') return { ...all.overlap, text: fill(all.overlap.text, { title: ask.title }) };
    if (ask.what === 'full')
      return { ...all.full, text: fill(ask.action.waiting ? all.full.text : all.fullFirst, { count: ask.action.waiting }) };
    const { action } = ask;
    const waits = action.mine?.state === 'waiting';
    const { title, text, act, stay } = waits ? all.leave : all.off;
    return { title, text: text + (action.waiting && !waits ? all.offNext : ''), act, stay };
  }

  readonly #answer = (): void => {
    const ask = this.#ask;
    this.#close();
    if (ask?.what === 'off') void this.#signOff(ask.action);
    if (ask?.what === 'full') void this.signUp(ask.action, true);
    if (ask?.what === 'overlap') this.#options.onOpen(ask.id);
  };

  /** Closed, not only taken away: then the keyboard is back on what was pressed, and the next sheet knows where it was. */
  readonly #close = (): void => {
    this.#host.renderRoot.querySelector<FmSheet>('.ask-sheet')?.close();
    this.#ask = undefined;
    this.#host.requestUpdate();
  };

  /** Whoever opened what lies below hears nothing of it. */
  readonly #closed = (event: Event): void => {
    event.stopPropagation();
    this.#ask = undefined;
    this.#host.requestUpdate();
  };

  readonly #dismiss = (): void => {
    this.#said = undefined;
    // Whoever closes the line that asks for a sign-in gives up what was begun; a good word goes by itself meanwhile.
    if (this.#act.state.status !== 'busy') this.#act.cancel();
    this.#host.requestUpdate();
  };

  async #send(
    act: 'sign-up' | 'sign-off',
    action: Action,
    body: object,
    work: (client: FiveMicroCore, options: { signal: AbortSignal; idempotencyKey: string }) => PromiseLike<MySignUp>,
  ): Promise<MySignUp | undefined> {
    const { client } = this.#host.community;
    if (!client) return undefined;
    const outcome = await this.#act.run(act, (options) => work(client, options), { subject: action.id, body });
    if (outcome.done) return outcome.value;
    if (outcome.why === 'failed') await this.#refused(action, outcome.error);
    return undefined;
  }

  async #refused(action: Action, error: unknown): Promise<void> {
    const code = isFiveMicroError(error) ? error.code : '';
    if (isFiveMicroError(error) && code === 'action.overlap' && error.params['id']) {
      const { id, title = '' } = error.params;
      return this.#open({ what: 'overlap', id, title });
    }
    const moved = isFiveMicroError(error) && (error.status === 409 || error.status === 404);
    const now = moved ? await this.#fresh(action) : action;
    if (code === 'action.full') return this.#open({ what: 'full', action: now });
    this.say(actErrorText(error, this.#common.words), 'bad');
  }

  /** The action as it is now; where that cannot be asked, as far as the answer says it. */
  async #fresh(action: Action, mine = action.mine): Promise<Action> {
    const { client } = this.#host.community;
    let now: Action = { ...action, mine };
    try {
      if (client) now = await actionsIn(client).get(action.id);
    } catch {
      // The act is done all the same; the next live fact brings the rest.
    }
    this.#options.onChanged(now);
    return now;
  }

  async #open(ask: Ask): Promise<void> {
    this.#ask = ask;
    await this.#load(import('../shared/ui/sheet.define.ts'));
  }

  async #load(code: Promise<unknown>): Promise<void> {
    await code.catch(() => undefined);
    this.#host.requestUpdate();
  }
}
