import { complete, type Period } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LiveController } from '../shared/controllers/live.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { FmElement } from '../shared/elements.ts';
import { clock, fill } from '../shared/format.ts';
import { buttonStyles, stateStyles } from '../shared/styles/index.ts';
import { errorState, skeletonLines, staleLine } from '../shared/ui/index.ts';
import '../shared/ui/sheet.define.ts';
import { AccountList } from './account-list.ts';
import { entryList, entrySums } from './entries.ts';
import { entryStyles } from './entries.styles.ts';
import { moves } from './moves.ts';
import { whyStyles } from './points-why.styles.ts';
import { whyWords } from './why-words/index.ts';

const perPage = 20;

/**
 * @summary 这些分从哪来: one's own points of a period, by kind of deed and entry by entry, in a sheet.
 * @fires fm-sheet-close
 */
export class FmPointsWhy extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, stateStyles, entryStyles, whyStyles];

  @property() period: Period = 'all';
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  private readonly words = new WordsController(this, whyWords);
  private readonly account = new AccountList(this, {
    key: () => {
      const { client, epoch, lang } = this.community;
      return client ? [client, epoch, lang, this.period] : null;
    },
    perPage,
    read: async (page, signal) => {
      const { client } = this.community;
      if (!client) throw new Error('asked without a client');
      return complete(client).me.points({ period: this.period, ...page }, { signal });
    },
  });

  constructor() {
    super();
    new LiveController(this, ({ type }) => {
      if (moves.has(type)) void this.account.reload();
    });
  }

  /** Another one's entries, or those of another time, are no skeleton for these. */
  get #known() {
    const { state } = this.account;
    return state.status === 'loading' ? undefined : this.account.value;
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const { words } = this.words;
    const value = this.#known;
    const title = value ? words.title[this.period](value.points.toLocaleString('en-US')) : words.plainTitle;
    return html`<fm-sheet open .lang=${lang} .mode=${mode} .theme=${theme} .headingLevel=${this.headingLevel} heading=${title}>
      <div class="fm" lang=${lang}><div class="ledger" role="region" tabindex="0" aria-label=${title}>${this.renderContent()}</div></div>
    </fm-sheet>`;
  }

  private renderContent(): TemplateResult {
    const { state, more } = this.account;
    const value = this.#known;
    const { words } = this.words;
    const common = this.common.words;
    const again = () => void this.account.reload();
    if (state.status === 'error') {
      const view = { words: common, place: this.community, title: words.failed, level: this.headingLevel + 1 };
      return errorState({ ...view, error: state.error, onRetry: again });
    }
    if (!value) return html`<div class="late ghost" aria-hidden="true">${skeletonLines(50, 95, 30, 75, 30, 95, 30)}</div>`;
    const old = state.status === 'stale' || state.status === 'offline';
    const view = { words, lang: this.community.lang, now: this.now() };
    return html`${old ? staleLine(fill(common.stale, { time: clock(state.since) }), common.refresh, again) : nothing}
      ${entrySums(value, words)}
      ${value.items.length ? entryList(value.items, view) : html`<p class="muted">${this.period === 'all' ? words.noneEver : words.none}</p>`}
      ${
        value.nextCursor
          ? html`<p class="earlier">
              <button type="button" class="btn quiet" aria-disabled=${more === 'busy' ? 'true' : 'false'} @click=${this.account.loadMore}>
                ${more === 'failed' ? words.moreFailed : words.more}
              </button>
            </p>`
          : nothing
      }
      ${value.items.length ? html`<p class="small muted">${words.hint}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-points-why': FmPointsWhy;
  }
}
