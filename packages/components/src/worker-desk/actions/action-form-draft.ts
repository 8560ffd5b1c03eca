import { html, nothing, type TemplateResult } from 'lit';
import { forgetDraft, readDraft, saveDraft } from '../../shared/draft.ts';
import { clock } from '../../shared/format.ts';
import { icon } from '../../shared/ui/icons.ts';
import { type FormValues, isSame, readValues } from './action-form-values.ts';
import type { ActionFormWords } from './form-words/index.ts';

/** What is known of the draft. `lost`: this browser keeps none. */
type DraftState = { readonly status: 'none' | 'lost' } | { readonly status: 'saved' | 'found'; readonly at: Date };

/** Unattached uploads are deleted after a day; a draft that is nearly as old starts without them. */
const uploadsLive = 23 * 3_600_000;

/** What was written of one action, kept over a reload. Only for who wrote it: the key has their id. */
export class ActionDraft {
  state: DraftState = { status: 'none' };
  #key = '';

  /** What was left under `key`, once; undefined where something is typed already, or there is nothing to go on with. */
  take(key: string, values: FormValues, base: FormValues): FormValues | undefined {
    if (!key || key === this.#key) return undefined;
    this.#key = key;
    if (!isSame(values, base)) {
      this.save(values, base);
      return undefined;
    }
    const found = readDraft(key, readValues);
    if (!found || isSame(found.value, base)) return undefined;
    this.state = { status: 'found', at: found.savedAt };
    const stale = Date.now() - found.savedAt.getTime() > uploadsLive;
    return stale ? { ...found.value, photos: base.photos } : found.value;
  }

  save(values: FormValues, base: FormValues): void {
    if (!this.#key) return;
    if (isSame(values, base)) this.forget();
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

export function renderDraft(
  { state }: ActionDraft,
  words: ActionFormWords,
  onStartOver: () => void,
): TemplateResult | typeof nothing {
  if (state.status === 'none') return nothing;
  if (!('at' in state)) return html`<p class="draft">${words.draftLost}</p>`;
  const said = state.status === 'found' ? words.draftFound : words.draft;
  return html`<p class="draft">
    ${icon('check')}<span class="num">${said(clock(state.at))}</span>
    <button type="button" class="btn quiet" @click=${onStartOver}>${words.startOver}</button>
  </p>`;
}
