import type { FiveMicroCore, FiveMicroError, Me, Wish } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ActController, type WorkOptions } from '../shared/controllers/act.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { actErrorText, requestIdText } from '../shared/diagnose.ts';
import { FmElement } from '../shared/elements.ts';
import { type ActName, FmWishChangedEvent } from '../shared/events.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { chipStyles } from '../shared/styles/chip.styles.ts';
import { fieldStyles } from '../shared/styles/field.styles.ts';
import { describedBy, field, ifDefined } from '../shared/ui/field.ts';
import { heading } from '../shared/ui/states.ts';
import { detailWords } from './detail-words/index.ts';
import type { WishIntent } from './events.ts';
import { countGraphemes } from './wish-form-values.ts';
import { actStyles } from './wish-acts.styles.ts';

/** The server refused an act; the page around the box decides whether the wish has moved on. Stays inside this page. */
export class WishRefusedEvent extends Event {
  constructor(
    readonly act: ActName,
    readonly error: FiveMicroError,
  ) {
    super('fm-wish-refused', { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-wish-refused': WishRefusedEvent;
  }
}

/** Longest words of a note, reason or thank-you. */
export const noteLength = 500;

/**
 * A box beside a wish, for what one kind of person may do. It shows what `wish.can` lists and nothing else.
 * @fires fm-wish-changed - with the server's answer
 * @fires fm-wish-refused - stays inside the page around it
 */
export abstract class WishBox extends FmElement {
  static override styles: CSSResultGroup = [FmElement.styles, buttonStyles, chipStyles, fieldStyles, actStyles];

  @property({ attribute: false }) wish: Wish | undefined;
  /** Who is looking; undefined for a visitor. */
  @property({ attribute: false }) me: Me | undefined;
  /** Days that a promise may last here. */
  @property({ type: Number }) leaseDays = 7;

  protected readonly act = new ActController(this);
  readonly detail = new WordsController(this, detailWords);
  /** What is wrong with a field before anything was sent, by the field's id. */
  protected mistakes: Record<string, string> = {};

  protected can(act: string): boolean {
    return this.wish?.can.includes(act) ?? false;
  }

  /** Brings the keyboard to where an act is done, and opens what has to be filled in for it. */
  lead(_act: WishIntent): Promise<void> {
    return this.toKeyboard('.box');
  }

  protected async toKeyboard(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Sends an act and tells the page what came of it; true when it is done. */
  protected async perform(
    act: ActName,
    body: object,
    work: (client: FiveMicroCore, id: string, options: WorkOptions) => PromiseLike<Wish>,
  ): Promise<boolean> {
    const { wish } = this;
    const { client } = this.community;
    if (!wish || !client) return false;
    const outcome = await this.act.run(act, (options) => work(client, wish.id, options), { subject: wish.id, body });
    if (outcome.done) this.dispatchEvent(new FmWishChangedEvent(outcome.value, act));
    else if (outcome.error) {
      this.dispatchEvent(new WishRefusedEvent(act, outcome.error));
      await this.updateComplete;
      this.focusMistake();
    }
    return outcome.done;
  }

  /** Says what is wrong at the fields, and puts the keyboard there; true where nothing is. */
  protected isRight(mistakes: Record<string, string | undefined>): boolean {
    this.mistakes = {};
    for (const [name, words] of Object.entries(mistakes)) if (words) this.mistakes[name] = words;
    this.requestUpdate();
    const right = Object.keys(this.mistakes).length === 0;
    if (!right) void this.updateComplete.then(() => this.focusMistake());
    return right;
  }

  /** What is wrong with some words, if anything. */
  protected wordsMistake(text: string, needed = true): string | undefined {
    const length = countGraphemes(text.trim());
    if (length === 0 && needed) return this.detail.words.needWords;
    return length > noteLength ? this.detail.words.tooLong(noteLength) : undefined;
  }

  /** What is wrong at a field: found here, or answered by the server. */
  protected mistakeAt(name: string): string | undefined {
    return (
      this.mistakes[name] ?? this.act.error?.fields.find(({ path }) => path === name || path.startsWith(`${name}.`))?.message
    );
  }

  protected focusMistake(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], .bad input')?.focus();
  }

  protected heading(text: string): TemplateResult {
    return heading(this.headingLevel, text);
  }

  /** A button that does the act; while it is under way it says so and further presses do nothing. */
  protected actButton(
    act: ActName,
    text: string,
    look: string,
    onClick: () => unknown,
    type: 'button' | 'submit' = 'button',
  ): TemplateResult {
    const busy = this.act.isBusy(act, this.wish?.id);
    return html`<button type=${type} class="btn ${look}" aria-busy=${busy} aria-disabled=${busy || nothing} @click=${busy ? nothing : onClick}>
      ${busy ? this.detail.words.acting : text}
    </button>`;
  }

  /** Some words in a box that grows; `id` is also the name of the field on the wire. */
  protected textarea(id: string, label: unknown, value: string, onInput: (text: string) => void, hint?: string): TemplateResult {
    const error = this.mistakeAt(id);
    return field({
      id,
      label,
      hint,
      error,
      control: html`<div class="input tall">
        <textarea
          id=${id}
          rows="3"
          .value=${value}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${ifDefined(describedBy({ id, hint, error }))}
          @input=${({ target }: InputEvent) => target instanceof HTMLTextAreaElement && onInput(target.value)}
        ></textarea>
      </div>`,
    });
  }

  /** What went wrong, whether anything was saved, and the request's number. Nothing where it stands at a field. */
  protected trouble(): TemplateResult | typeof nothing {
    const { state } = this.act;
    if (state.status !== 'failed' || (this.act.error?.fields.length ?? 0) > 0) return nothing;
    const code = requestIdText(state.error, this.common.words);
    return html`<div class="trouble" role="alert">
      <p>${actErrorText(state.error, this.common.words)}</p>
      ${code ? html`<p class="code num">${code}</p>` : nothing}
    </div>`;
  }

  /** While the portal signs someone in: what was begun goes on by itself afterwards. */
  protected signIn(words?: { title: string; text: string }): TemplateResult {
    const { login } = this.detail.words;
    return html`<div class="ask" role="status">
      ${heading(this.headingLevel, words?.title ?? login.title)}
      <p class="muted">${words?.text ?? login.text(this.wish?.wisher.name ?? '')}</p>
      <div class="two">
        ${this.act.canAsk ? html`<button type="button" class="btn primary" @click=${() => this.act.askAgain()}>${login.go}</button>` : nothing}
        <button type="button" class="btn quiet" @click=${() => this.act.cancel()}>${login.later}</button>
      </div>
    </div>`;
  }
}
