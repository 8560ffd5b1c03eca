import type { Hide, Show } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { choices } from './wish-choices.ts';
import { storyLength } from './wish-form-values.ts';
import { addressOf, type PublicPart } from './wish-parts.ts';
import { WishSpeech } from './wish-speech.ts';

type Deed = 'hide' | 'show';

/** @summary 收起来或放出来: a worker decides about a text or picture; whoever wrote it is told. */
export class FmWishModerate extends WishSpeech {
  @state() private deed: Deed | '' = '';
  @state() private reason = '';
  /** What everyone shall read; undefined while it was not touched. */
  @state() private wording: string | undefined;
  /** The words as they stood when the worker began to write. */
  private read = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.wording === undefined && this.reason === '') this.read = this.about?.words ?? '';
  }

  protected get name(): string {
    return this.say.words.moderate.title;
  }

  /** What makes sense for the part as it stands, and is allowed. */
  private get deeds(): Deed[] {
    const state = this.about?.state;
    const sensible: Deed[] = state === 'hidden' ? ['show'] : state === undefined ? ['hide'] : ['show', 'hide'];
    return sensible.filter((deed) => this.can(deed));
  }

  private get chosen(): Deed | undefined {
    const { deeds } = this;
    return deeds.find((deed) => deed === this.deed) ?? (deeds.length === 1 ? deeds[0] : undefined);
  }

  protected override chose(): void {
    super.chose();
    this.deed = '';
    this.wording = undefined;
    this.read = this.about?.words ?? '';
  }

  protected renderInside(): TemplateResult {
    const { moderate } = this.say.words;
    const { about: part, chosen } = this;
    if (this.act.state.status === 'sign-in') return this.signIn({ title: moderate.login, text: moderate.loginText });
    const now = Object.entries(moderate.now).find(([state]) => state === (part?.state ?? 'shown'))?.[1];
    return html`<form class="box" novalidate aria-label=${this.name} @submit=${this.handleSubmit}>
      ${this.heading(this.name)} ${this.renderWhich()}
      ${now ? html`<p class="now ${part?.state ?? ''}">${now}</p>` : nothing} ${this.renderDeeds()}
      ${chosen === 'hide' ? this.renderReason() : chosen === 'show' && !part?.photo ? this.renderWording() : nothing}
      ${this.trouble()}
      <div class="two">
        ${
          chosen
            ? this.actButton(
                chosen,
                chosen === 'hide' ? moderate.hideAct : moderate.showAct,
                'primary',
                () => undefined,
                'submit',
              )
            : nothing
        }
        <button type="button" class="btn quiet" @click=${this.close}>${this.detail.words.cancel}</button>
      </div>
    </form>`;
  }

  private renderDeeds(): TemplateResult | typeof nothing {
    const { moderate } = this.say.words;
    const { deeds } = this;
    if (deeds.length < 2) return nothing;
    const reported = this.about?.state === 'reported';
    const label = { show: reported ? moderate.stays : moderate.show, hide: reported ? moderate.hide : moderate.keep };
    return choices<Deed>({
      name: 'deed',
      legend: moderate.what,
      options: deeds.map((value) => ({ value, label: label[value] })),
      value: this.deed,
      look: 'cards',
      onChange: (deed) => {
        this.deed = deed;
        this.mistakes = {};
      },
    });
  }

  private renderReason(): TemplateResult {
    const { moderate } = this.say.words;
    const write = (text: string) => {
      this.reason = text;
    };
    return this.textarea('reason', moderate.reason, this.reason, write, moderate.reasonHint);
  }

  private renderWording(): TemplateResult {
    const { moderate } = this.say.words;
    const write = (text: string) => {
      this.wording = text;
    };
    return this.textarea('wording', moderate.wording, this.wording ?? this.about?.words ?? '', write, moderate.wordingHint);
  }

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.chosen === 'hide') void this.hide();
    else if (this.chosen === 'show') void this.show();
  };

  private async hide(): Promise<void> {
    const { about: part } = this;
    if (!part || !this.isRight({ reason: this.wordsMistake(this.reason) })) return;
    const said = { ...this.seen(part), reason: this.reason.trim() };
    const body: Hide = { ...addressOf(part), ...said };
    if (this.thing) await this.sendTo(this.thing, 'hide', part, said);
    else await this.perform('hide', body, (client, id, options) => client.wishes.hide(id, body, options));
    this.readAgain();
  }

  private async show(): Promise<void> {
    const { about: part } = this;
    if (!part) return;
    const wording = this.wording?.trim() ?? part.words;
    const changed = !part.photo && wording !== part.words;
    const missing = changed && !wording ? this.say.words.moderate.wordingNeeded : undefined;
    if (!this.isRight({ wording: missing ?? this.wordsMistake(wording, false, storyLength) })) return;
    const said = { ...this.seen(part), ...(changed && { wording }) };
    const body: Show = { ...addressOf(part), ...said };
    if (this.thing) await this.sendTo(this.thing, 'show', part, said);
    else await this.perform('show', body, (client, id, options) => client.wishes.show(id, body, options));
    this.readAgain();
  }

  /** Whoever was told that the words are others now has these before them. */
  private readAgain(): void {
    if (this.act.error?.code.endsWith('.state')) this.read = this.about?.words ?? '';
  }

  /** What is said anew meanwhile is not decided about unseen. */
  private seen({ photo }: PublicPart): Pick<Hide, 'seen'> {
    return photo ? {} : { seen: { words: this.read } };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-moderate': FmWishModerate;
  }
}
