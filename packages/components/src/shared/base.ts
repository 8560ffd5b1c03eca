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
  /** `normal` or `elder`. */
  mode = '';
  /** `neutral`, `party` or `spring`. */
  theme = '';
  /** A client made by `createCore()`, instead of `api-url`. */
  client: FiveMicroCore | undefined = undefined;
  /** Own level of the heading, 1–6; those inside follow. */
  headingLevel = 2;

  readonly catalogues: WordsController<unknown>[] = [];
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
