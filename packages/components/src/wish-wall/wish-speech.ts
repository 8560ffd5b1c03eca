import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { WordsController } from '../shared/controllers/words.ts';
import { field } from '../shared/ui/field.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import { countGraphemes } from './wish-form-values.ts';
import { type PublicPart, type PublicThing, partsOf, type Said, type SaidVerb, type Speech } from './wish-parts.ts';
import { WishBox } from './wish-acts.ts';
import { choices } from './wish-choices.ts';
import { choiceStyles } from './wish-choices.styles.ts';
import { speechWords } from './speech-words/index.ts';

/** Longest words to a worker, and of a worker's reason. */
const reasonLength = 200;

const shorten = (text: string): string => {
  const all = [...text.replace(/\s+/g, ' ')];
  return all.length > 40 ? `${all.slice(0, 39).join('')}…` : all.join('');
};

/** It was reported, hidden or shown. Stays inside the page around it. */
export class SaidChangedEvent extends Event {
  constructor(readonly verb: SaidVerb) {
    super('fm-said-changed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-said-changed': SaidChangedEvent;
  }
}

/**
 * A small sheet over a wish, or over another thing, about one text or picture that stands before everyone.
 * @fires fm-sheet-close - closed, by whatever way
 * @fires fm-said-changed - of a thing that is no wish
 */
export abstract class WishSpeech extends WishBox {
  static override styles: CSSResultGroup = [
    WishBox.styles,
    choiceStyles,
    css`
      fm-sheet {
        --fm-sheet-width: 520px;
      }
      .sheet {
        padding: var(--fm-s6) var(--fm-s5) max(var(--fm-s6), env(safe-area-inset-bottom));
      }
      .box > [role='heading'] {
        padding-right: var(--fm-target);
        font-size: var(--fm-t-xl);
      }
      .box:focus {
        outline: 0;
      }
      /* A select is as wide as its longest choice unless it is told otherwise. */
      .box,
      .box > .field {
        grid-template-columns: minmax(0, 1fr);
      }
      select {
        min-width: 0;
      }
      .pick label {
        overflow-wrap: anywhere;
      }
      .now {
        padding: var(--fm-s3) var(--fm-s4);
        border-radius: var(--fm-radius);
        background: var(--fm-surface-sunken);
      }
      .now.held,
      .now.reported {
        background: var(--fm-caution-soft);
        color: var(--fm-caution);
      }
      .thumb {
        display: block;
        max-height: 160px;
        width: auto;
        height: auto;
        border-radius: var(--fm-radius-s);
        background: var(--fm-surface-sunken);
      }
      @container (min-width: 480px) {
        .sheet {
          padding: var(--fm-s8);
        }
      }
    `,
  ];

  /** Whose words or pictures it is about. */
  @property() speech: Speech = '';

  /** What it is about, where that is no wish. */
  @property({ attribute: false }) thing: PublicThing | undefined;

  @state() private chosenKey = '';
  @query('fm-sheet') private readonly sheet!: FmSheet;

  protected readonly say = new WordsController(this, speechWords);

  protected get parts(): readonly PublicPart[] {
    if (this.thing) return this.thing.parts;
    return this.wish ? partsOf(this.wish, this.speech) : [];
  }

  /** The one it is about: what was chosen, or the longest words, which are what is mostly meant. */
  protected get about(): PublicPart | undefined {
    const { parts } = this;
    const longest = [...parts].sort((a, b) => b.words.length - a.words.length)[0];
    return parts.find(({ key }) => key === this.chosenKey) ?? longest;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('speech')) this.chosenKey = '';
    // Settled once: words that change meanwhile do not turn the sheet to something else.
    if (!this.chosenKey) this.chosenKey = this.about?.key ?? '';
  }

  /** What the sheet is called. */
  protected abstract get name(): string;
  protected abstract renderInside(): TemplateResult;

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    return html`<fm-sheet open heading-hidden heading=${this.name} lang=${lang} mode=${mode} theme=${theme}>
      <div class="fm" lang=${lang}><div class="sheet">${this.renderInside()}</div></div>
    </fm-sheet>`;
  }

  /** Which of several it is about; one alone is shown, not asked for. */
  protected renderWhich(): TemplateResult | typeof nothing {
    const { words } = this.say;
    const { parts, about: part } = this;
    if (!part) return nothing;
    const names: Record<string, string> = { ...words.part, photo: '' };
    const nameOf = ({ part, index, label }: PublicPart) =>
      label ?? (part === 'photo' ? words.part.photo(index) : (names[part] ?? ''));
    const picture = part.photo
      ? html`<img class="thumb" src=${part.photo.url} width=${part.photo.width} height=${part.photo.height} alt=${nameOf(part)} />`
      : nothing;
    if (parts.length === 1) return part.photo ? picture : html`<p class="quote">${shorten(part.words)}</p>`;
    const take = (key: string) => {
      this.chosenKey = key;
      this.chose();
    };
    // A long list of cards would push what is asked next out of sight.
    if (parts.length > 5)
      return html`${field({
        id: 'part',
        label: words.which,
        control: html`<span class="input"><select id="part" @change=${({ target }: Event) => target instanceof HTMLSelectElement && take(target.value)}>
          ${parts.map((one) => html`<option value=${one.key} ?selected=${one.key === part.key}>${[nameOf(one), shorten(one.words)].filter(Boolean).join('：')}</option>`)}
        </select></span>`,
      })}
      ${part.photo ? picture : html`<p class="quote">${shorten(part.words)}</p>`}`;
    return choices({
      name: 'part',
      legend: words.which,
      options: parts.map((one) => ({ value: one.key, label: nameOf(one), note: shorten(one.words) || undefined })),
      value: part.key,
      look: 'cards',
      more: picture,
      onChange: take,
    });
  }

  /** Another part was chosen: what was written about the one before does not fit it. */
  protected chose(): void {
    this.act.cancel();
    this.mistakes = {};
  }

  protected override wordsMistake(text: string, needed = true, most = reasonLength): string | undefined {
    const length = countGraphemes(text.trim());
    if (length === 0 && needed) return this.detail.words.needWords;
    return length > most ? this.detail.words.tooLong(most) : undefined;
  }

  protected override can(act: string): boolean {
    return this.thing ? this.thing.can.includes(act) : super.can(act);
  }

  /** Of a thing that is no wish: tells whoever knows how, and the page around it. */
  protected async sendTo(thing: PublicThing, verb: SaidVerb, part: PublicPart, said: Said): Promise<boolean> {
    const { key } = part;
    const outcome = await this.act.run(verb, (options) => thing.send(verb, part, said, options), { body: [key, said] });
    if (outcome.done) this.dispatchEvent(new SaidChangedEvent(verb));
    else {
      await this.updateComplete;
      this.focusMistake();
    }
    return outcome.done;
  }

  /** Closes it, with the event. */
  readonly close = (): void => this.sheet.close();
}
