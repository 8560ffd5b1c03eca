import type { FiveMicro } from '@five-micro/sdk';
import { type CSSResultGroup, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { CommunityController } from './controllers/community.ts';
import { WordsController } from './controllers/words.ts';
import { baseStyles } from './styles/base.styles.ts';
import { tokenStyles } from './styles/tokens.styles.ts';
import { sharedWords } from './words/index.ts';

/**
 * What every element here starts from: where it is (`community`), what it says (`common`), and the tokens.
 * A template is one `<div class="fm" lang=${this.community.lang}>`.
 */
export abstract class FmElement extends LitElement {
  static override styles: CSSResultGroup = [tokenStyles, baseStyles];

  /** The server's `…/api/v1`, for an element without an `fm-community` above it. */
  @property({ attribute: 'api-url' }) apiUrl = '';
  /** The slug of an area, where it is not the community's. */
  @property() area = '';
  /** `zh-CN` or `en`. */
  @property() override lang = '';
  /** `normal` or `elder`. */
  @property() mode = '';
  /** `neutral`, `party` or `spring`. */
  @property() theme = '';
  /** A client made by `createFiveMicro()`, instead of `api-url`. */
  @property({ attribute: false }) client: FiveMicro | undefined;

  /** Own level of the heading, 1–6; those inside follow. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  readonly catalogues: WordsController<unknown>[] = [];
  readonly community = new CommunityController(this);
  readonly common = new WordsController(this, sharedWords);

  /** An update waits for the words of its language, so that nobody sees the wrong one first. */
  protected override async scheduleUpdate(): Promise<void> {
    const loading = this.catalogues.map((catalogue) => catalogue.load()).filter((promise) => promise !== undefined);
    if (loading.length) await Promise.all(loading);
    await super.scheduleUpdate();
  }
}
