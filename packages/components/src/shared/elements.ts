import type { CSSResultGroup } from 'lit';
import { FmBase } from './base.ts';
import { WordsController } from './controllers/words.ts';
import { toneStyles } from './styles/tones.styles.ts';
import { sharedWords } from './words/index.ts';

/**
 * What elements start from: `FmBase` with the tones and words that they share.
 * @fires fm-before-act - Before an act is sent; see `FmBeforeActEvent`.
 * @fires fm-login-required - Someone has to sign in first, and what was begun goes on afterwards; see `fm-community`.
 */
export abstract class FmElement extends FmBase {
  static override styles: CSSResultGroup = [FmBase.styles, toneStyles];

  /** @internal */
  readonly common = new WordsController(this, sharedWords);
}
