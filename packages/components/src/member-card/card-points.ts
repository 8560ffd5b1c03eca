import { type Account, complete, pointsIn, type Standing } from '@five-micro/sdk';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { sums } from '../points-leaderboard/entries.ts';
import { moves } from '../points-leaderboard/moves.ts';
import { whyWords } from '../points-leaderboard/why-words/index.ts';
import { LiveController, ResourceController, WordsController } from '../shared/controllers/index.ts';
import { FmElement } from '../shared/elements.ts';
import { exact } from '../shared/format.ts';
import { seldom } from '../shared/seldom.ts';
import { buttonStyles, stateStyles } from '../shared/styles/index.ts';
import { icon } from '../shared/ui/icon.ts';
import { heading, skeletonLines } from '../shared/ui/index.ts';
import { within } from '../shared/within.ts';
import { FmCardSumEvent } from './card-deed-events.ts';
import { deedsStyles } from './card-deeds.styles.ts';
import { sectionStyles } from './card.styles.ts';
import { deedsWords } from './deeds-words/index.ts';

interface Points {
  readonly month: Account;
  readonly ever: number;
  readonly standing: Standing;
}

/**
 * @summary 我的积分: this month's points by kind of deed, where that stands and who sees it, and every entry behind a button.
 * @fires fm-card-sum - to the card; does not bubble
 */
export class FmCardPoints extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, stateStyles, sectionStyles, deedsStyles];

  /** The portal's pages, by the area's settings. */
  @property({ attribute: false }) links: Readonly<Record<string, string>> = {};
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private why: 'closed' | 'open' | 'failed' = 'closed';

  private readonly words = new WordsController(this, deedsWords);
  private readonly kinds = new WordsController(this, whyWords);
  private readonly points = new ResourceController<Points>(this, {
    key: () => {
      const { client, area, lang, epoch } = this.community;
      return client && area ? [client, area, lang, epoch] : null;
    },
    isEmpty: ({ month }) => !month.points,
    load: async (signal) => {
      const { client, area } = this.community;
      if (!client) throw new Error('asked without a client');
      const { me } = complete(client);
      const [month, all, standing] = await Promise.all([
        me.points({ period: 'month', limit: 1 }, { signal }),
        me.points({ period: 'all', limit: 1 }, { signal }),
        pointsIn(client).standing({ area, period: 'month' }, { signal }),
      ]);
      this.dispatchEvent(new FmCardSumEvent({ points: month.points, rank: standing.rank }));
      return { month, ever: all.points, standing };
    },
  });

  constructor() {
    super();
    const lookAgain = seldom(() => void this.reload(), 2000);
    new LiveController(this, ({ type }) => {
      if (moves.has(type)) lookAgain();
    });
  }

  /** Asks again; what is shown stays meanwhile. */
  reload(): Promise<void> {
    return this.points.reload();
  }

  /** Lays every entry open, as its button does. */
  async open(): Promise<void> {
    try {
      await import('../points-leaderboard/points-why.define.ts');
      this.why = 'open';
    } catch {
      this.why = 'failed';
    }
  }

  protected override render(): TemplateResult {
    const { state, value } = this.points;
    const { words } = this.words;
    return html`<section class="fm sec" part="section" lang=${this.community.lang}>
      <header>
        ${heading(this.headingLevel, words.points, 'sec-name')}
        <button type="button" class="btn quiet" @click=${() => void this.open()}>${words.why}</button>
      </header>
      <div class="card">
        ${
          state.status === 'error'
            ? html`<p class="kindly" role="status">
                ${words.failed}<button type="button" class="btn quiet" @click=${() => void this.reload()}>${this.common.words.retry}</button>
              </p>`
            : value
              ? this.renderPoints(value)
              : html`<div class="late ghost" aria-hidden="true">${skeletonLines(50, 95, 75)}</div>`
        }
      </div>
      ${this.why === 'failed' ? html`<p class="small" role="alert">${this.common.words.errors['network.unreachable']}</p>` : nothing}
      ${this.why === 'open' ? this.renderWhy() : nothing}
    </section>`;
  }

  private renderPoints({ month, ever, standing }: Points): TemplateResult {
    const { words } = this.words;
    const kinds = sums(month, this.kinds.words);
    const page = this.links['leaderboard'];
    return html`<div class="pts">
      ${
        month.points
          ? html`<p class="top">
                <span><span class="muted small">${words.thisMonth}</span> <b>${words.pts(exact(month.points))}</b></span>
                <span class="muted small"
                  >${words.rank(standing.rank)} · <span class="ph">${standing.listed ? words.listed : words.onlyYou}</span></span
                >
              </p>
              ${stack(kinds)}
              <ul class="key">
                ${kinds.map(({ name, points }, at) => html`<li><i class="k${at + 1}" aria-hidden="true"></i>${name}<b>${exact(points)}</b></li>`)}
              </ul>`
          : html`<p class="top"><b>${words.noPoints}</b><span class="muted small">${words.noPointsHint}</span></p>`
      }
      <p class="ever">
        <span>${words.ever(exact(ever))}</span>
        ${page ? html`<a class="btn quiet" href=${page}>${words.board}${icon('right')}</a>` : nothing}
      </p>
    </div>`;
  }

  private renderWhy(): TemplateResult {
    return html`<fm-points-why
      ${within(this.community, this.headingLevel + 1)}
      .now=${this.now}
      @fm-sheet-close=${(event: Event) => {
        event.stopPropagation();
        this.why = 'closed';
      }}
    ></fm-points-why>`;
  }
}

/** The kinds side by side, as wide as they count; the list below says it in words. */
function stack(kinds: readonly { points: number }[]): TemplateResult {
  const parts = kinds.map(({ points }) => Math.max(0, points));
  const total = parts.reduce((sum, points) => sum + points, 0) || 1;
  const gap = 0.6;
  let x = 0;
  return html`<svg class="stack" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    ${parts.map((points, at) => {
      const width = Math.max(1, (points / total) * 100 - gap);
      const rect = svg`<rect class="k${at + 1}" x=${x} y="0" width=${width} height="10"></rect>`;
      x += width + gap;
      return rect;
    })}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-card-points': FmCardPoints;
  }
}
