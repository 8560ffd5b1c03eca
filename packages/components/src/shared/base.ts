import type { FiveMicroCore } from '@five-micro/sdk';
import { type CSSResult, type CSSResultGroup, LitElement, type PropertyDeclarations } from 'lit';
import { CommunityController } from './controllers/community.ts';
import type { WordsController } from './controllers/words.ts';
import { baseStyles } from './styles/base.styles.ts';
import { tokenStyles } from './styles/tokens.styles.ts';

/** Styles that only some need: loaded before the first update that needs them. */
export type Sheet = () => Promise<CSSResult>;

const themes: Sheet = async () => (await import('./styles/themes.styles.ts')).themeStyles;

/**
 * What every element starts from: where it is (`community`) and the tokens. A template is one
 * `<div class="fm" lang=${this.community.lang}>`. Properties are declared without decorators, because a wall shows
 * before anything else is loaded and pays for each helper in bytes.
 *
 * A page sets any of the custom properties on an element or anywhere above it; what it leaves alone comes from the theme.
 * @attribute {'loading' | 'ready' | 'empty' | 'error' | 'stale' | 'offline'} data-state - How it stands, set by the element itself: for styles and tests.
 * @cssproperty --fm-font - The font; by default the page's own.
 * @cssproperty --fm-size - Main text; other sizes follow.
 * @cssproperty --fm-space - The step of all distances.
 * @cssproperty --fm-radius - Corners of cards and buttons.
 * @cssproperty --fm-target - The least height of what is pressed.
 * @cssproperty --fm-tilt - How crooked notes hang: 0 hangs them straight.
 * @cssproperty --fm-accent - Links, main buttons, the focus ring.
 * @cssproperty --fm-accent-strong - The same while it is pressed or hovered.
 * @cssproperty --fm-accent-soft - Its faint background.
 * @cssproperty --fm-on-accent - Text on the accent.
 * @cssproperty --fm-text - Text.
 * @cssproperty --fm-text-muted - Text that says less.
 * @cssproperty --fm-surface - The element's own ground.
 * @cssproperty --fm-surface-raised - Cards and sheets.
 * @cssproperty --fm-surface-sunken - Fields and tracks.
 * @cssproperty --fm-line - Thin lines.
 * @cssproperty --fm-line-strong - Borders of fields.
 * @cssproperty --fm-positive - Done, in time.
 * @cssproperty --fm-positive-soft - Its faint background.
 * @cssproperty --fm-caution - Soon due.
 * @cssproperty --fm-caution-soft - Its faint background.
 * @cssproperty --fm-negative - Wrong, late.
 * @cssproperty --fm-negative-soft - Its faint background.
 * @cssproperty --fm-gold - Honours and first places.
 * @cssproperty --fm-scrim - Over the page behind a sheet.
 * @cssproperty --fm-pin - The pin of a note.
 * @cssproperty --fm-note-1 - Paper of notes, the first of six.
 * @cssproperty --fm-note-2 - Paper of notes.
 * @cssproperty --fm-note-3 - Paper of notes.
 * @cssproperty --fm-note-4 - Paper of notes.
 * @cssproperty --fm-note-5 - Paper of notes.
 * @cssproperty --fm-note-6 - Paper of notes.
 * @cssproperty --fm-note-sheen - Light on paper.
 * @cssproperty --fm-note-edge - The paper's edge.
 * @cssproperty --fm-on-note - What is laid on paper.
 * @cssproperty --fm-shade - The colour of near shadows.
 * @cssproperty --fm-shade-deep - The colour of far shadows.
 * @cssproperty --fm-shadow - Shadow of cards.
 * @cssproperty --fm-shadow-note - Shadow of notes.
 * @cssproperty --fm-shadow-sheet - Shadow of sheets.
 */
export abstract class FmBase extends LitElement {
  static override styles: CSSResultGroup = [tokenStyles, baseStyles];
  static override properties: PropertyDeclarations = {
    apiUrl: { attribute: 'api-url' },
    area: {},
    lang: {},
    mode: {},
    theme: {},
    client: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** The server's `…/api/v1`, for an element without an `fm-community` above it. */
  apiUrl = '';
  /** The slug of an area, where it is not the community's. */
  area = '';
  /** `zh-CN` or `en`. */
  override lang = '';
  /** `elder`: bigger text and targets. */
  mode: '' | 'normal' | 'elder' = '';
  /** How it looks; without it what the community or its area has chosen. */
  theme: '' | 'neutral' | 'party' | 'spring' = '';
  /** A client made by `createCore()`, instead of `api-url`. */
  client: FiveMicroCore | undefined = undefined;
  /** Own level of the heading, 1–6; those inside follow. */
  headingLevel = 2;

  /** @internal */
  readonly catalogues: WordsController<unknown>[] = [];
  /** @internal */
  readonly community: CommunityController = new CommunityController(this);

  readonly #adopted = new Set<Sheet>();

  /** What is needed for how the element is now. */
  protected sheets(): Sheet[] {
    return this.community.theme !== 'neutral' || this.community.mode === 'elder' ? [themes] : [];
  }

  protected adopt({ styleSheet, cssText }: CSSResult): void {
    const root = this.shadowRoot;
    if (!root) return;
    if (styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    else root.append(Object.assign(document.createElement('style'), { textContent: cssText }));
  }

  /** An update waits for its words and styles, so that nobody sees the wrong ones first. */
  protected override async scheduleUpdate(): Promise<void> {
    const sheets = this.sheets().filter((sheet) => !this.#adopted.has(sheet));
    const loading = [
      ...this.catalogues.map((catalogue) => catalogue.load()),
      ...sheets.map((sheet) => this.#load(sheet)),
    ].flatMap((one) => one || []);
    if (loading.length) await Promise.all(loading);
    await super.scheduleUpdate();
  }

  async #load(sheet: Sheet): Promise<void> {
    this.#adopted.add(sheet);
    try {
      this.adopt(await sheet());
    } catch {
      // It looks plainer than it should; the next update tries again.
      this.#adopted.delete(sheet);
    }
  }
}
