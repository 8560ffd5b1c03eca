import { shortened } from '@five-micro/contract/notices';
import type { Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { ActController } from '../shared/controllers/act.ts';
import type { Lang } from '../shared/options.ts';
import { heading } from '../shared/ui/index.ts';
import type { Words } from '../shared/words/index.ts';
import type { CardWords } from './words/index.ts';

/** What brings a wish's sheet to the place where this is done. */
export type Intent = '' | 'fulfil' | 'contact' | 'extend' | 'release' | 'confirm' | 'reopen' | 'edit';

/** What the parts of the card draw with. */
export interface CardView {
  readonly words: CardWords;
  readonly common: Words;
  readonly lang: Lang;
  readonly level: number;
  readonly now: number;
  /** The portal's pages, by the area's settings. */
  readonly links: Readonly<Record<string, string>>;
  readonly onOpen: (wishId: string, intent: Intent) => void;
}

/** A section with its name, what can be done beside it, and paper below. */
export const section = (level: number, name: unknown, act: unknown, content: unknown): TemplateResult => html`
  <section class="sec" part="section">
    <header>${heading(level, name, 'sec-name')}${act}</header>
    ${content}
  </section>
`;

/** A kind sentence where there is nothing. */
export const kindly = (words: string): TemplateResult => html`<p class="card kindly">${words}</p>`;

/** Shown while something waits for the portal's sign-in. */
export const signInLine = ({ signInFirst, signIn }: Words, act: ActController): TemplateResult => html`
  <p role="status">
    ${signInFirst} ${act.canAsk ? html`<button type="button" class="btn quiet" @click=${() => act.askAgain()}>${signIn}</button>` : nothing}
  </p>
`;

/** One of the acts of a row: all of them open the wish's sheet, which does the thing. */
export const opens = (
  view: CardView,
  wish: Pick<Wish, 'id' | 'title'>,
  intent: Intent,
  label: string,
  look: string,
): TemplateResult => html`
  <button type="button" class="btn ${look}" aria-label="${label}：${shortened(wish.title)}" @click=${() => view.onOpen(wish.id, intent)}>${label}</button>
`;
