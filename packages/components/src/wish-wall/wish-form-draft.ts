import { html, nothing, type TemplateResult } from 'lit';
import { forgetDraft, readDraft, saveDraft } from '../shared/draft.ts';
import { clock } from '../shared/format.ts';
import { icon } from '../shared/ui/icons.ts';
import type { FormWords } from './form-words/index.ts';
import { type FormValues, isEmpty, readValues } from './wish-form-values.ts';

/** What is known of the draft. `lost`: this browser keeps none. */
export type DraftState = { status: 'none' } | { status: 'lost' } | { status: 'saved'; at: Date } | { status: 'found'; at: Date };

/** Unattached uploads are deleted after a day; a draft that is nearly as old starts without them. */
const uploadsLive = 23 * 3_600_000;

/** The draft of one form, under a key that may change while it is written (someone signs in). */
export class FormDraft {
  state: DraftState = { status: 'none' };
  #key = '';

  /** True while what is written is in the browser's storage. */
  get kept(): boolean {
    return this.state.status === 'saved' || this.state.status === 'found';
  }

  /**
   * What was left under `key`, where nothing has been typed yet; what was already typed moves along to it.
   * @returns the values to go on with, or undefined where those in the form stay
   */
  use(key: string, values: FormValues, base: FormValues): FormValues | undefined {
    if (!key || key === this.#key) return undefined;
    const before = this.#key;
    this.#key = key;
    if (!isEmpty(values, base)) {
      if (before) forgetDraft(before);
      this.save(values, base);
      return undefined;
    }
    const found = readDraft(key, readValues);
    if (!found || isEmpty(found.value, base)) return undefined;
    this.state = { status: 'found', at: found.savedAt };
    const stale = Date.now() - found.savedAt.getTime() > uploadsLive;
    return stale ? { ...found.value, photos: base.photos } : found.value;
  }

  save(values: FormValues, base: FormValues): void {
    if (!this.#key) return;
    if (isEmpty(values, base)) this.forget();
    else this.state = saveDraft(this.#key, values) ? { status: 'saved', at: new Date() } : { status: 'lost' };
  }

  forget(): void {
    if (this.#key) forgetDraft(this.#key);
    this.state = { status: 'none' };
  }

  /** Lets go of the key, and leaves what is stored under it. */
  leave(): void {
    this.#key = '';
    this.state = { status: 'none' };
  }
}

/** 草稿存在这台手机上了，10:32, or that it is not. */
export function renderDraft(state: DraftState, words: FormWords, onStartOver: () => void): TemplateResult | typeof nothing {
  if (state.status === 'none') return nothing;
  if (state.status === 'lost') return html`<p class="draft">${words.draftLost}</p>`;
  const phone = matchMedia('(pointer: coarse)').matches;
  const text = state.status === 'found' ? words.draftFound(clock(state.at)) : words.draft(clock(state.at), phone);
  return html`<p class="draft">
    ${icon('check')}<span class="num">${text}</span>
    <button type="button" class="btn quiet" @click=${onStartOver}>${words.startOver}</button>
  </p>`;
}
