/* eslint-disable lit-a11y/no-autofocus -- in a dialog autofocus is where one begins, and here there is one thing to type */
import { type Action, actionsIn, type Area, type MySignUp } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ActController } from '../shared/controllers/act.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { actErrorText, requestIdText } from '../shared/diagnose.ts';
import { FmElement } from '../shared/elements.ts';
import { clock, fill } from '../shared/format.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import { heading } from '../shared/ui/states.ts';
import { checkInStyles } from './action-check-in.styles.ts';
import { duration } from './action-side.ts';
import { CheckInScan } from './check-in-scan.ts';
import { FmActionCheckedInEvent } from './events.ts';
import { checkInWords } from './words/check-in.ts';
import { moreWords } from './words/more.ts';

/** Digits of a code. */
const length = 6;

/** What was typed or pasted, as `482 913` or `４８２９１３`. */
const digitsOf = (raw: string): string => raw.normalize('NFKC').replace(/\D/g, '').slice(0, length);

/**
 * @summary 签到: six digits, or the code of a scanned link, which checks in by itself. The first time notes that one
 * came, a later one that one leaves. Where the app around the page has a scanner, or the browser reads codes by itself, the
 * code on the screen can be scanned from here.
 * @fires fm-action-checked-in - `{ action, signUp }`, after the server's answer
 * @fires fm-sheet-close - closed, by whatever way: who opened it takes it away
 * @fires fm-login-required - checking in needs a sign-in; it goes on by itself afterwards
 */
export class FmActionCheckIn extends FmElement {
  static override styles: CSSResultGroup = [FmElement.styles, buttonStyles, checkInStyles];

  @property({ attribute: false }) action: Action | undefined;
  /** The digits that came with a link. */
  @property() code = '';

  @state() private typed = '';
  @state() private done: { readonly before: MySignUp | null; readonly now: MySignUp } | undefined;
  @state() private focused = false;
  @query('fm-sheet') private sheet!: FmSheet;
  @query('input') private input!: HTMLInputElement | null;

  private readonly words = new WordsController(this, checkInWords);
  private readonly more = new WordsController(this, moreWords);
  private readonly act = new ActController(this);
  private readonly place = new ResourceController<Area | undefined>(this, {
    key: () => (this.community.client && this.community.area ? [this.community.client, this.community.area] : null),
    load: async (signal) => this.community.client?.areas.get({ area: this.community.area }, { signal }),
    reflect: false,
  });
  private readonly scan = new CheckInScan(this, {
    id: () => this.action?.id,
    template: () => this.place.value?.settings.links['checkIn'],
    onCode: (code) => {
      this.typed = code;
      void this.#send();
    },
  });

  /** The code that was tried by itself. */
  #tried = '';

  protected override firstUpdated(): void {
    void this.#begin();
  }

  async #begin(): Promise<void> {
    // The sheet opens with its own update, and takes the keyboard then.
    await Promise.all([this.sheet.updateComplete, this.scan.begin()]);
    await this.updateComplete;
    // A phone's keyboard would lie over what is quicker than typing.
    (this.renderRoot.querySelector<HTMLElement>('.scan') ?? this.input)?.focus();
  }

  protected override updated(): void {
    if (!this.code || this.code === this.#tried || !this.action || !this.community.client) return;
    this.#tried = this.code;
    this.typed = digitsOf(this.code);
    if (this.typed.length === length) void this.#send();
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const { words } = this.words;
    const name = this.done ? this.#outcome().title : this.#isOut() ? words.titleOut : words.title;
    return html`<fm-sheet open heading-hidden heading=${name} lang=${lang} mode=${mode} theme=${theme}>
      <div class="fm" lang=${lang}><div class="pane">${this.done ? this.renderDone() : this.renderPhase()}</div></div>
    </fm-sheet>`;
  }

  private renderPhase(): TemplateResult {
    const { words } = this.words;
    if (this.act.state.status !== 'sign-in') return this.renderForm();
    const common = this.common.words;
    return html`<div role="status">${heading(this.headingLevel, words.signIn, 'title')}
        <p class="muted">${words.signInText}</p></div>
      <p class="go">
        ${this.act.canAsk ? html`<button type="button" class="btn primary" @click=${() => this.act.askAgain()}>${common.signIn}</button>` : nothing}
        <button type="button" class="btn quiet" @click=${() => this.act.cancel()}>${common.cancel}</button>
      </p>`;
  }

  private renderForm(): TemplateResult {
    const { words } = this.words;
    const { typed } = this;
    const busy = this.act.busy;
    const ready = typed.length === length;
    const failed = this.act.state.status === 'failed';
    const out = this.#isOut();
    return html`<form novalidate aria-label=${out ? words.titleOut : words.title} @submit=${this.handleSubmit}>
      <div>
        ${heading(this.headingLevel, out ? words.titleOut : words.title, 'title')}
        <p class="muted small">${this.action?.title}</p>
      </div>
      ${this.scan.render(busy, typed !== '')}
      <label class="boxes ${this.focused ? 'focused' : ''} ${failed ? 'bad' : ''}">
        <span class="say">${words.text}</span>
        <input
          type="text"
          inputmode="numeric"
          autocomplete="one-time-code"
          enterkeyhint="done"
          autofocus
          aria-label=${words.field}
          aria-invalid=${failed ? 'true' : nothing}
          aria-describedby=${failed ? 'trouble' : nothing}
          .value=${typed}
          ?readonly=${busy}
          @input=${this.handleInput}
          @focus=${() => (this.focused = true)}
          @blur=${() => (this.focused = false)}
        />
        <span class="digits num" aria-hidden="true">
          ${[...Array(length).keys()].map((i) => html`<i class=${this.focused && i === Math.min(typed.length, length - 1) ? 'on' : ''}>${typed[i]}</i>`)}
        </span>
      </label>
      ${failed ? this.renderTrouble() : nothing}
      <button type="submit" class="btn primary wide" aria-busy=${busy} aria-disabled=${busy || nothing} ?disabled=${!ready}>
        ${busy ? words.busy : out ? words.actOut : words.act}
      </button>
      <p class="small muted">${words.hint}${this.#credit()}</p>
    </form>`;
  }

  private renderTrouble(): TemplateResult {
    const { state } = this.act;
    const error = state.status === 'failed' ? state.error : undefined;
    // A single field: what the server says of it stands here.
    const text = this.act.error?.fields[0]?.message ?? actErrorText(error, this.common.words);
    const code = requestIdText(error, this.common.words);
    return html`<div class="trouble" id="trouble" role="alert"><p>${text}</p>${code && !this.act.error?.status ? html`<p class="tiny num">${code}</p>` : nothing}</div>`;
  }

  private renderDone(): TemplateResult {
    const { title, text } = this.#outcome();
    return html`<div class="done" role="status" tabindex="-1">
      <svg class="seal" viewBox="0 0 64 64" aria-hidden="true">
        <circle cx="32" cy="32" r="29"></circle>
        <path d="m20 33 8.5 8.5L45 24"></path>
      </svg>
      <div>
        ${heading(this.headingLevel, title, 'title')}
        <p class="muted small">${text}</p>
        <p class="muted small">${this.action?.title}</p>
      </div>
      <button type="button" class="btn line wide" @click=${() => this.sheet.close()}>${this.words.words.done}</button>
    </div>`;
  }

  #isOut(): boolean {
    return this.action?.mine?.state === 'attended' || Boolean(this.action?.mine?.checkedInAt);
  }

  #credit(): string {
    const { words } = this.words;
    const points = this.place.value?.settings.points?.['action-hour'];
    return points ? fill(words.credit, { points }) : words.creditPlain;
  }

  #outcome(): { title: string; text: string } {
    const { words } = this.words;
    const { done, action } = this;
    const { checkedInAt, checkedOutAt } = done?.now ?? {};
    if (!action) return { title: words.title, text: '' };
    // Whom the organiser ticked has no moment of coming.
    const start = Math.max(Date.parse(checkedInAt ?? action.startsAt), Date.parse(action.startsAt));
    const until = (end: string): string =>
      duration(Math.max(0, Math.round((Math.min(Date.parse(end), Date.parse(action.endsAt)) - start) / 60_000)), this.more.words);
    if (checkedOutAt) {
      return {
        title: fill(words.left, { time: clock(checkedOutAt) }),
        text: fill(words.leftText, { hours: until(checkedOutAt) }),
      };
    }
    if (!checkedInAt) return { title: words.listed, text: words.alreadyText };
    if (done?.before?.checkedInAt) return { title: fill(words.already, { time: clock(checkedInAt) }), text: words.alreadyText };
    return {
      title: fill(words.arrived, { time: clock(checkedInAt) }),
      text: fill(words.arrivedText, { end: clock(action.endsAt), hours: until(action.endsAt) }),
    };
  }

  private readonly handleInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.typed = digitsOf(target.value);
    target.value = this.typed;
    this.scan.forget();
    if (this.act.state.status === 'failed') this.act.cancel();
  };

  private readonly handleSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.typed.length === length) void this.#send();
  };

  async #send(): Promise<void> {
    const { action, typed } = this;
    const { client } = this.community;
    if (!action || !client) return;
    const body = { code: typed };
    const outcome = await this.act.run('check-in', (options) => actionsIn(client).checkIn(action.id, body, options), {
      subject: action.id,
      body,
    });
    if (outcome.done) {
      this.done = { before: action.mine, now: outcome.value };
      const now = { ...action, mine: outcome.value };
      this.dispatchEvent(new FmActionCheckedInEvent(now, outcome.value));
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.done')?.focus();
    } else if (outcome.why === 'failed') {
      await this.updateComplete;
      this.input?.select();
      this.input?.focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-action-check-in': FmActionCheckIn;
  }
}
