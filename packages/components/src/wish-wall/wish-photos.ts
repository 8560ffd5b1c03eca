import { complete } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { adapterWords } from '../shared/adapter/words/index.ts';
import { ActController } from '../shared/controllers/act.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { errorText } from '../shared/diagnose.ts';
import { FmElement } from '../shared/elements.ts';
import { scaleDown, UnreadablePicture } from '../shared/pictures.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { fieldStyles } from '../shared/styles/field.styles.ts';
import { icon } from '../shared/ui/icons.ts';
import { photoWords } from './photo-words/index.ts';
import { mostPhotos, type Picture } from './wish-form-values.ts';
import { photosStyles } from './wish-photos.styles.ts';

/** The pictures that the server has are others now. */
export class PicturesChangeEvent extends Event {
  constructor(readonly pictures: Picture[]) {
    super('fm-pictures-change');
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-pictures-change': PicturesChangeEvent;
  }
}

/** A picture on its way. `failed` can be sent again; `unreadable` cannot. */
type Item =
  | { key: string; preview: string; status: 'ready'; picture: Picture }
  | { key: string; preview: string; status: 'shrinking' | 'sending' | 'failed' | 'unreadable'; file: Blob; trouble?: string };

/**
 * @summary Up to four pictures, or as many as `most` says: made smaller here, sent one after the other, each with its own state in words.
 * @fires fm-pictures-change - does not bubble
 */
export class FmWishPhotos extends FmElement {
  static override styles: CSSResultGroup = [FmElement.styles, buttonStyles, fieldStyles, photosStyles];

  @property() label = '';
  @property() hint = '';
  /** How many there may be. */
  @property({ type: Number }) most = mostPhotos;
  /** What the server said of them. */
  @property() error = '';
  /** Those that the server has. */
  @property({ attribute: false }) pictures: Picture[] = [];
  /** Makes a picture fit to be sent. */
  @property({ attribute: false }) scaleDown: (file: Blob) => Promise<Blob> = scaleDown;

  @state() private items: Item[] = [];
  @state() private tooMany = false;
  /** The app's own picker did not open. */
  @state() private noPicker = false;
  @state() private asked = false;
  @state() private said = '';
  @query('input') private input!: HTMLInputElement | null;

  private readonly act = new ActController(this);
  private readonly photo = new WordsController(this, photoWords);
  private readonly app = new WordsController(this, adapterWords);
  #made = 0;
  #queue: Promise<void> = Promise.resolve();
  #abort = new AbortController();
  readonly #previews = new Set<string>();

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#abort.signal.aborted) this.#abort = new AbortController();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    for (const preview of this.#previews) URL.revokeObjectURL(preview);
    this.#previews.clear();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('pictures')) return;
    const own = this.ready;
    const same = own.length === this.pictures.length && own.every(({ id }, i) => id === this.pictures[i]?.id);
    if (!same) this.items = this.pictures.map((picture) => ({ key: picture.id, preview: picture.url, status: 'ready', picture }));
  }

  /** True where all have been sent; else it says what is missing and takes the focus. */
  report(): boolean {
    this.asked = true;
    if (!this.mistake) return true;
    (this.renderRoot.querySelector<HTMLElement>('li.bad button') ?? this.#adding)?.focus();
    return false;
  }

  get #adding(): HTMLElement | null {
    return this.renderRoot.querySelector('.adding :is(input, button)');
  }

  private get mistake(): string | undefined {
    const { words } = this.photo;
    if (this.items.some(({ status }) => status === 'failed' || status === 'unreadable')) return words.drop;
    return this.items.some(({ status }) => status !== 'ready') ? words.wait : undefined;
  }

  private get ready(): Picture[] {
    return this.items.flatMap((item) => (item.status === 'ready' ? [item.picture] : []));
  }

  protected override render(): TemplateResult {
    const { words } = this.photo;
    const wrong = this.asked ? this.mistake : undefined;
    const noPicker = this.noPicker ? this.app.words.chooseFailed : '';
    const error = this.error || wrong || (this.tooMany ? words.tooMany(this.most) : noPicker);
    return html`<div class="fm" lang=${this.community.lang}>
      <div class="field" role="group" aria-labelledby="label">
        <p class="label" id="label">${this.label}</p>
        <p class="hint" id="hint">${words.hint(this.most)}${this.hint || words.hintPublic}</p>
        <ul class="thumbs">
          ${repeat(
            this.items,
            ({ key }) => key,
            (item, index) => this.renderItem(item, index),
          )}
          ${this.items.length < this.most ? html`<li class="adding">${this.renderAdd(error)}</li>` : nothing}
        </ul>
        <div aria-live="polite">
          <p class="vh">${this.said}</p>
          ${error ? html`<p class="field-error" id="error">${error}</p>` : nothing}
        </div>
      </div>
    </div>`;
  }

  private renderAdd(error: string): TemplateResult {
    const described = `hint${error ? ' error' : ''}`;
    const inside = html`${icon('camera')}<span>${this.photo.words.add}</span>`;
    return this.community.adapter?.chooseImage
      ? html`<button type="button" class="add" aria-describedby=${described} @click=${this.handleChoose}>${inside}</button>`
      : html`<label class="add">
          <input type="file" accept="image/*" multiple aria-describedby=${described} @change=${this.handleFiles} />${inside}
        </label>`;
  }

  private renderItem(item: Item, index: number): TemplateResult {
    const { words } = this.photo;
    const bad = item.status === 'failed' || item.status === 'unreadable';
    return html`<li class=${bad ? 'bad' : ''}>
      <figure>
        ${
          item.status === 'unreadable'
            ? html`<span class="blank">${icon('camera')}</span>`
            : html`<img src=${item.preview} alt=${words.alt(index + 1)} />`
        }
        <figcaption>${this.#stateOf(item)}</figcaption>
      </figure>
      <button type="button" class="icon-btn remove" aria-label=${words.remove(index + 1)} @click=${() => this.handleRemove(item)}>
        ${icon('x')}
      </button>
      ${
        item.status === 'failed'
          ? html`<button type="button" class="btn line again" @click=${() => this.#send(item.key, item.file)}>${words.again}</button>`
          : nothing
      }
    </li>`;
  }

  private readonly handleFiles = (): void => {
    const chosen = [...(this.input?.files ?? [])];
    if (this.input) this.input.value = '';
    void this.#add(chosen);
  };

  /** By the picker of the app around, which may have none for them. */
  private readonly handleChoose = async (): Promise<void> => {
    const { signal } = this.#abort;
    this.noPicker = false;
    try {
      const chosen = await this.community.adapter?.chooseImage?.({ most: this.most - this.items.length, signal });
      if (!signal.aborted) await this.#add([...(chosen ?? [])]);
    } catch {
      this.noPicker = !signal.aborted;
    }
  };

  async #add(chosen: readonly Blob[]): Promise<void> {
    const files = chosen.slice(0, this.most - this.items.length);
    this.tooMany = files.length < chosen.length;
    this.asked = false;
    if (!files.length) return;
    // A picture needs someone it belongs to, so a visitor signs in here already.
    if (!(await this.act.signedIn('post'))) return;
    for (const file of files) {
      const preview = URL.createObjectURL(file);
      this.#previews.add(preview);
      const key = `new-${++this.#made}`;
      this.items = [...this.items, { key, preview, status: 'shrinking', file }];
      this.#send(key, file);
    }
  }

  private readonly handleRemove = async (item: Item): Promise<void> => {
    this.items = this.items.filter(({ key }) => key !== item.key);
    this.tooMany = false;
    this.#tell();
    await this.updateComplete;
    this.#adding?.focus();
  };

  /** One after the other: a phone that scales four photos at once runs out of memory. */
  #send(key: string, file: Blob): void {
    this.#change(key, (item) => ({ key, preview: item.preview, status: 'shrinking', file }));
    const { signal } = this.#abort;
    const left = (): boolean => signal.aborted;
    this.#queue = this.#queue.then(async () => {
      const { client } = this.community;
      if (left() || !client || !this.#has(key)) return;
      try {
        const small = await this.scaleDown(file);
        this.#change(key, (item) => ({ key, preview: item.preview, status: 'sending', file }));
        const { id, url } = await complete(client).uploads.post(small, { signal });
        this.#change(key, (item) => ({ key, preview: item.preview, status: 'ready', picture: { id, url } }));
        this.#tell();
      } catch (error) {
        if (left()) return;
        const status = error instanceof UnreadablePicture ? 'unreadable' : 'failed';
        const trouble = status === 'failed' ? { trouble: errorText(error, this.common.words) } : {};
        this.#change(key, (item) => ({ key, preview: item.preview, status, file, ...trouble }));
      }
    });
  }

  #has(key: string): boolean {
    return this.items.some((item) => item.key === key);
  }

  #change(key: string, change: (item: Item) => Item): void {
    this.items = this.items.map((item) => (item.key === key ? change(item) : item));
    const index = this.items.findIndex((item) => item.key === key);
    const changed = this.items[index];
    // Its way there is seen; only where it ended is worth saying.
    if (changed && changed.status !== 'shrinking' && changed.status !== 'sending') {
      this.said = `${this.photo.words.alt(index + 1)} ${this.#stateOf(changed)}`;
    }
  }

  #stateOf(item: Item): string {
    return ('trouble' in item && item.trouble) || this.photo.words[item.status];
  }

  #tell(): void {
    this.dispatchEvent(new PicturesChangeEvent(this.ready));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-photos': FmWishPhotos;
  }
}
