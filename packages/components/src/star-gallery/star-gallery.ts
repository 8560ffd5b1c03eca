import type { Round, Star } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { FmBase, type Sheet } from '../shared/base.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { day } from '../shared/days.ts';
import { toLimit } from '../shared/options.ts';
import { once } from '../shared/once.ts';
import { btnStyles } from '../shared/styles/btn.styles.ts';
import { listStyles } from '../shared/styles/list.styles.ts';
import { heading } from '../shared/ui/heading.ts';
import { plainFailure } from '../shared/ui/plain.ts';
import { phrases } from '../shared/ui/phrases.ts';
import { ghosts, starCard } from './star-card.ts';
import { galleryStyles } from './star-gallery.styles.ts';
import { StarList } from './star-list.ts';
import type { StarMore } from './star-more.ts';
import { galleryWords } from './words/index.ts';

const hall: Sheet = async () => (await import('./hall.styles.ts')).hallStyles;
const compact: Sheet = async () => (await import('./compact.styles.ts')).compactStyles;

/**
 * @tag fm-star-gallery
 * @summary 微星光: the neighbours whom an area and all below it honour; each with a portrait, a sentence, and a story that
 * opens. While there is a contest it leads there, and everything of it happens inside this element.
 *
 * The portraits come first; everything else (`StarMore`) is loaded when they are there, or with the first press.
 * @fires fm-star-open - Before a story opens; `preventDefault()` where the page goes there itself.
 * @fires fm-round-open - Before a contest opens, the same way; a page that is asked for one gives its id to `round`.
 * @fires fm-round-close - The contest has given way to the gallery.
 * @fires fm-star-changed - `{ star }`: the person themself changed how they are shown, or took it down (`star` undefined).
 * @fires fm-nominated - `{ nomination }`: someone was nominated; a worker looks at it.
 * @fires fm-nomination-answered - `{ nomination }`: the nominee said yes, or rather not.
 * @fires fm-ballot-cast - A ballot was taken; it says nothing of what was chosen.
 * @fires fm-before-act - Before `vote`, `nominate`, `consent`, `decline-nomination`, `edit-star` and `take-down` are sent.
 * @fires fm-login-required - Someone has to sign in first; see `fm-community`.
 * @slot loading - In the place of the skeletons.
 * @slot empty - In the place of the words where there is no star.
 * @slot error - In the place of the words about an error.
 * @csspart heading - Its title.
 * @csspart toolbar - The row in which it is narrowed down.
 * @csspart card - One portrait; in a contest one candidate.
 * @csspart act - The button on a candidate that chooses them.
 * @csspart tray - The bar in which who is chosen collects.
 * @csspart primary - The button that casts the ballot.
 * @csspart message - What is said where nothing is to be shown: it is empty, or something went wrong.
 * @csspart stale - The line above what is not fresh.
 */
export class FmStarGallery extends FmBase {
  static override styles: CSSResultGroup = [FmBase.styles, btnStyles, listStyles, galleryStyles];
  static override properties: PropertyDeclarations = {
    starTitle: { attribute: 'star-title' },
    period: {},
    limit: { type: Number },
    compact: { type: Boolean, reflect: true },
    display: { reflect: true },
    heading: {},
    star: {},
    round: {},
    nomination: {},
    allHref: { attribute: 'all-href' },
    now: { attribute: false },
  };

  /** The code of an honour, as `service`. */
  starTitle = '';
  /** A period, as `2026` or `2026-Q4`. */
  period = '';
  /** How many at first, and how many more each time: 12; in a compact gallery 1, on a hall screen 4. */
  limit = 0;
  /** For home pages and sidebars: the newest star, nothing to choose. */
  compact = false;
  /** `hall` for the screen in the community centre: big type, nothing to press. */
  display: '' | 'hall' = '';
  /** Another title. */
  heading = '';
  /** The id of a star whose story lies open, for a page that was asked for one by its address; empty again when it is closed. */
  star = '';
  /** The id of a contest that is shown in the gallery's place; empty shows the gallery. */
  round = '';
  /** The id of a nomination that the nominee is asked about. */
  nomination = '';
  /** Where a compact gallery's 看全部 leads; without it the area's link `stars`, if it has one. */
  allHref = '';
  /** The present, in milliseconds. */
  now: () => number = Date.now;

  /** @internal */
  readonly list: StarList = new StarList(this);
  readonly #words = new WordsController(this, galleryWords);
  #more: StarMore | undefined;
  /** All of it. */
  readonly #whole = once(
    () => import('./star-more.ts'),
    ({ StarMore }) => {
      for (const sheet of StarMore.styles) this.adopt(sheet);
      this.#more = new StarMore(this);
      this.requestUpdate();
      return this.#more;
    },
  );

  /** @internal */
  get words() {
    return this.#words.words;
  }

  /** @internal */
  get isHall(): boolean {
    return this.display === 'hall';
  }

  /** Asks for everything again; resolves when it is there, or failed. */
  async reload(): Promise<void> {
    await Promise.all([this.list.reload(), this.#more?.reload()]);
  }

  protected override sheets(): Sheet[] {
    return [...super.sheets(), ...(this.isHall ? [hall] : []), ...(this.compact ? [compact] : [])];
  }

  protected override willUpdate(): void {
    this.limit = toLimit(this.limit, this.compact ? 1 : this.isHall ? 4 : 12);
  }

  protected override updated(): void {
    if (this.list.state.status !== 'loading' || this.community.problem || this.round) void this.#whole();
  }

  protected override render(): TemplateResult {
    const { words, isHall } = this;
    const more = this.#more;
    const { status } = this.list.state;
    const title = this.heading || words.title;
    const look = isHall ? 'hall' : this.compact ? 'compact' : '';
    const contest = this.round && !look ? more?.renderContest() : undefined;
    return html`<section class="fm ${look} ${more?.look}" lang=${this.community.lang} aria-label=${title} aria-busy=${status === 'loading'}>
      ${
        contest ??
        html`${more?.renderStale()}
          <div class="head">
            <div>${heading(this.headingLevel, title, 'title')} ${look === 'compact' ? nothing : html`<p>${more?.renderSub() ?? words.sub}</p>`}</div>
            ${more?.renderHeadAct()}
          </div>
          ${this.list.shown?.contests.map((one) => this.#renderCall(one))} ${look ? nothing : html`<div class="bar" part="toolbar">${more?.renderBar()}</div>`} ${this.#renderStars()}`
      }
      ${more?.renderEnds()}
    </section>`;
  }

  /** Contests come before those who have their star. */
  #renderCall(contest: Round): unknown {
    const { words } = this;
    const { lang } = this.community;
    const open = new Date(contest.opensAt).getTime() <= this.now();
    const text = open
      ? words.contest(contest.title, day(contest.closesAt, lang, this.now()))
      : words.contestSoon(contest.title, day(contest.opensAt, lang, this.now()));
    return html`<div class="call">
      <b>${phrases(text)}</b>
      ${
        this.isHall
          ? nothing
          : html`<button type="button" class="btn" data-round=${contest.id} @click=${() => void this.#whole().then((more) => more?.doors.openRound(contest))}>${open ? words.contestGo : words.contestLook}</button>`
      }
    </div>`;
  }

  #renderStars(): unknown {
    const { state, shown } = this.list;
    if (state.status !== 'error' && !this.community.problem) {
      if (!shown) return html`<slot name="loading">${ghosts(Math.min(this.limit, 8))}</slot>`;
      if (shown.items.length) return this.#renderItems(shown.items);
    }
    return this.#more?.renderInstead() ?? (state.status === 'empty' ? nothing : plainFailure(this));
  }

  #renderItems(items: readonly Star[]): TemplateResult {
    const options = {
      words: this.words,
      level: this.headingLevel + 1,
      showArea: this.#more?.isWide ?? false,
      still: this.isHall,
      onOpen: (star: Star) => void this.#whole().then((more) => more?.doors.open(star)),
    };
    return html`<ul class="stars">
      ${items.map((one) => starCard(one, options))}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-star-gallery': FmStarGallery;
  }
}
