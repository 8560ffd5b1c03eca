import { complete } from '@five-micro/sdk';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ActController, WordsController } from '../shared/controllers/index.ts';
import { errorText, requestIdText } from '../shared/diagnose.ts';
import { FmElement } from '../shared/elements.ts';
import { isoDay } from '../shared/format.ts';
import { buttonStyles } from '../shared/styles/index.ts';
import { icon } from '../shared/ui/icons.ts';
import { signInLine } from './card-view.ts';
import { cardWords } from './words/index.ts';

/** Where the archive is. `url` stands for the bytes in this page and ends with the element. */
type Archive = { readonly status: 'none' } | { readonly status: 'packed'; readonly file: string; readonly url: string };

/**
 * @summary 带走一份: everything of mine as one file, put into the downloads. Where the browser does not do that by
 * itself, a link stays to be pressed.
 * @fires fm-before-act @fires fm-login-required
 */
export class FmCardExport extends FmElement {
  static override styles = [
    FmElement.styles,
    buttonStyles,
    css`
      .btn.quiet {
        margin-left: -0.6em;
      }
      .told {
        display: grid;
        gap: var(--fm-s1);
        justify-items: start;
        font-size: var(--fm-t-s);
      }
      .told a {
        display: inline-flex;
        align-items: center;
        min-height: var(--fm-target);
      }
      .bad {
        color: var(--fm-negative);
      }
    `,
  ];

  /** `quiet` or `line`. */
  @property() look = 'quiet';
  /** The present, in milliseconds: the file is named after the day. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private archive: Archive = { status: 'none' };

  private readonly words = new WordsController(this, cardWords);
  private readonly act = new ActController(this);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drop();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('archive') || this.archive.status !== 'packed') return;
    this.renderRoot.querySelector<HTMLAnchorElement>('a[download]')?.click();
  }

  protected override render(): TemplateResult {
    const { rights } = this.words.words;
    const busy = this.act.isBusy('export');
    return html`<div class="fm" lang=${this.community.lang}>
      <button type="button" class="btn ${this.look === 'line' ? 'line' : 'quiet'}" aria-disabled=${busy ? 'true' : 'false'} aria-busy=${busy ? 'true' : 'false'} @click=${this.handlePress}>
        ${icon('save')}${rights.export}
      </button>
      <div class="told" role="status">${this.renderTold()}</div>
    </div>`;
  }

  private renderTold(): TemplateResult | typeof nothing {
    const { rights } = this.words.words;
    const common = this.common.words;
    const { state } = this.act;
    if (state.status === 'sign-in') return signInLine(common, this.act);
    if (state.status === 'busy') return html`<p class="muted">${rights.packing}</p>`;
    if (state.status === 'failed') {
      const id = requestIdText(state.error, common);
      return html`<p class="bad">${rights.notPacked}${errorText(state.error, common)}</p>
        ${id ? html`<p class="tiny muted num">${id}</p>` : nothing}`;
    }
    if (this.archive.status === 'none') return nothing;
    const { file, url } = this.archive;
    return html`<p>${rights.packed(file)}</p>
      <a href=${url} download=${file}>${rights.saveHere}</a>`;
  }

  private readonly handlePress = async (): Promise<void> => {
    const { client } = this.community;
    if (!client || this.act.isBusy('export')) return;
    this.#drop();
    const outcome = await this.act.run('export', ({ signal }) => complete(client).me.export({ signal }));
    if (!outcome.done || !this.isConnected) return;
    const file = this.words.words.rights.file(isoDay(this.now()));
    this.archive = { status: 'packed', file, url: URL.createObjectURL(outcome.value) };
  };

  #drop(): void {
    if (this.archive.status === 'packed') URL.revokeObjectURL(this.archive.url);
    this.archive = { status: 'none' };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-card-export': FmCardExport;
  }
}
