import type { Area, Claim, TimelineEntry, Wish } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ShareController } from '../shared/adapter/share.ts';
import { sharedWish } from '../shared/adapter/shareable.ts';
import { ActController } from '../shared/controllers/act.ts';
import { LiveController } from '../shared/controllers/live.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { errorText } from '../shared/diagnose.ts';
import { FmElement } from '../shared/elements.ts';
import type { FmWishChangedEvent } from '../shared/events.ts';
import { clock } from '../shared/format.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { stateStyles } from '../shared/styles/state.styles.ts';
import { tagStyles } from '../shared/styles/tag.styles.ts';
import { timelineStyles } from '../shared/styles/timeline.styles.ts';
import '../shared/ui/drawings.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import { heading, skeletonLines, staleLine } from '../shared/ui/states.ts';
import { detailWords } from './detail-words/index.ts';
import type { WishIntent } from './events.ts';
import type { WishRefusedEvent } from './wish-acts.ts';
import { boxFor, renderBoxes } from './wish-detail-boxes.ts';
import { renderOutcome, renderPaper, renderStory } from './wish-detail-main.ts';
import { type Notice, noticeOf, renderNotice, renderNotOpened } from './wish-detail-notice.ts';
import { DetailOver } from './wish-detail-over.ts';
import { nowOf, renderSteps, stepsOf } from './wish-detail-steps.ts';
import { detailStyles } from './wish-detail.styles.ts';
import { WishLanding } from './wish-landing.ts';
import { meResource } from './wish-me.ts';
import { starStyles } from './wish-stars.ts';

/**
 * @tag fm-wish-detail
 * @summary One wish in a sheet: what it is, how far it has come, and what the one who looks may do now.
 * @fires fm-wish-changed - `{ wish, act }`, after an act of this member.
 * @fires fm-sheet-close - Closed, by whatever way: who opened it takes it away.
 * @fires fm-organisation-open - From an organisation that is shown inside; `preventDefault()` where the page goes there itself.
 * @csspart message - What is said where nothing is to be shown: it is empty, or something went wrong.
 * @csspart stale - The line above what is not fresh.
 */
export class FmWishDetail extends FmElement {
  static override styles: CSSResultGroup = [
    FmElement.styles,
    buttonStyles,
    tagStyles,
    stateStyles,
    timelineStyles,
    starStyles,
    detailStyles,
  ];

  /** The id of the wish. */
  @property({ attribute: 'wish-id' }) wishId = '';
  /** What it is opened for: the page and the keyboard land where that is done. */
  @property() intent: WishIntent | undefined = '';

  @state() private notice: Notice | undefined;
  @state() private editing = false;
  @query('fm-sheet') private sheet!: FmSheet;

  private readonly detail = new WordsController(this, detailWords);
  private readonly wish = new ResourceController<Wish>(this, {
    key: () => (this.community.client && this.wishId ? [this.community.client, this.wishId, this.community.epoch] : null),
    load: async (signal) => this.#arrived(await this.#client.wishes.get(this.wishId, { signal })),
  });
  private readonly steps = new ResourceController<TimelineEntry[]>(this, {
    key: () => (this.wish.value ? [this.wish.value.id, this.wish.value.updatedAt, this.wish.value.status] : null),
    load: () => this.#client.wishes.timeline(this.wishId, { limit: 100 }).toArray({ limit: 200 }),
    reflect: false,
  });
  private readonly place = new ResourceController<Area>(this, {
    key: () => (this.wish.value ? [this.community.client, this.wish.value.area] : null),
    load: (signal) => this.#client.areas.get({ area: this.wish.value?.area }, { signal }),
    reflect: false,
  });
  private readonly me = meResource(this);
  /** Opening the form asks for a sign-in first, so that nothing is written in vain. */
  private readonly act = new ActController(this);
  private readonly over = new DetailOver(this, {
    onChanged: (event) => this.handleSpoken(event),
    onFailed: () => void (this.notice = { tone: 'bad', text: this.detail.words.speech.failed }),
  });
  private readonly landing = new WishLanding(this, {
    isSettled: () =>
      this.wish.value !== undefined && [this.me, this.steps, this.place].every(({ state }) => state.status !== 'loading'),
    boxFor: (intent) => boxFor(this.renderRoot, intent),
    reveal: (element) => this.sheet.reveal(element),
  });

  constructor() {
    super();
    new ShareController(this, sharedWish, () => this.wish.value);
    new LiveController(this, (fact) => {
      const everything = fact.type === 'resync' || fact.type === 'consent.changed';
      if (everything || ('id' in fact && fact.id === this.wishId)) void this.reload();
    });
  }

  get #client() {
    const { client } = this.community;
    if (!client) throw new Error('fm-wish-detail has no client');
    return client;
  }

  /** Asks again; what is shown stays until the answer is there. */
  reload(): Promise<void> {
    void this.steps.reload();
    return this.wish.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('intent') || changed.has('wishId')) this.landing.again();
    if (!changed.has('wishId')) return;
    this.over.close();
    this.notice = undefined;
    this.editing = false;
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const name = this.wish.value?.title ?? this.detail.words.loading;
    return html`<fm-sheet open heading-hidden heading=${name} lang=${lang} mode=${mode} theme=${theme}>
        <div class="fm" lang=${lang}>${this.editing && this.wish.value ? this.renderForm(this.wish.value) : this.renderState()}</div>
      </fm-sheet>
      ${this.over.render(this.wish.value)}`;
  }

  private renderState(): TemplateResult {
    const { words } = this.detail;
    const { state } = this.wish;
    if ('value' in state) {
      const stale =
        state.status === 'stale' || state.status === 'offline'
          ? staleLine(words.offline(clock(state.since)), this.common.words.refresh, () => void this.reload())
          : nothing;
      return html`${stale}${this.renderWish(state.value)}`;
    }
    if (state.status !== 'error') {
      return html`<div class="opening late" role="status">
        <span class="vh">${words.loading}</span>${skeletonLines(30, 95, 75, 50)}<span class="skeleton tall"></span>
      </div>`;
    }
    const view = { error: state.error, words, common: this.common.words, place: this.community, level: this.headingLevel };
    return html`<div class="pane">${renderNotOpened({ ...view, onLeave: this.handleLeave, onRetry: () => void this.reload() })}</div>`;
  }

  private renderWish(wish: Wish): TemplateResult {
    const { words } = this.detail;
    const options = {
      wish,
      words,
      lang: this.community.lang,
      level: this.headingLevel,
      helper: this.renderHelper,
      onSpeech: (speech: string) => void this.over.openSpeech(speech),
    };
    return html`<article class="wish">
      ${renderPaper(options)}
      <div class="main">
        ${renderStory(options)} ${renderOutcome(options)}
        <section>
          ${heading(this.headingLevel + 1, words.way)} ${this.renderWay(wish)}
        </section>
      </div>
      <aside
        class="acts"
        tabindex="-1"
        aria-label=${words.actsLabel}
        @fm-wish-changed=${this.handleChanged}
        @fm-wish-refused=${this.handleRefused}
        @fm-wish-edit=${() => void this.#edit()}
      >
        ${this.renderActs(wish)}
      </aside>
    </article>`;
  }

  private renderWay(wish: Wish): TemplateResult {
    const { words } = this.detail;
    if (this.steps.state.status === 'loading' && !this.steps.value)
      return html`<div class="late">${skeletonLines(50, 30, 50)}</div>`;
    if (this.steps.state.status === 'error') return html`<p class="muted">${words.wayFailed}</p>`;
    const { lang } = this.community;
    const steps = stepsOf(this.steps.value ?? [], { wish, words, lang, leaseDays: this.leaseDays });
    return renderSteps(steps, lang, words.steps.said, this.renderHelper);
  }

  /** Who helps; an organisation's name leads to its page, the portal's own where it has one. */
  private readonly renderHelper = ({ name, organisation }: Claim): unknown => {
    if (!organisation) return name;
    const page = this.place.value?.settings.links['organisation'];
    return page
      ? html`<a class="org" href=${page.replace('{slug}', encodeURIComponent(organisation))}>${name}</a>`
      : html`<button type="button" class="org" @click=${() => void this.over.openOrganisation(organisation, name)}>${name}</button>`;
  };

  /** What just happened, and the boxes of what `can` lists. */
  private renderActs(wish: Wish): TemplateResult {
    const boxes = renderBoxes(wish, {
      community: this.community,
      level: this.headingLevel + 1,
      leaseDays: this.leaseDays,
      me: this.me.value,
      late: this.#isLate(),
    });
    const nothingToDo = boxes.every((box) => box === nothing) && this.notice?.tone !== 'late';
    const said = renderNotice(this.notice, this.detail.words, this.headingLevel + 1, this.handleLeave);
    return html`${said}${boxes}${nothingToDo ? this.renderRest(wish) : nothing}`;
  }

  /** Nothing to be done here by the one who looks: how it stands, and the way back. */
  private renderRest(wish: Wish): TemplateResult {
    const { words } = this.detail;
    const now = wish.erased ? [] : nowOf({ wish, words, lang: this.community.lang, leaseDays: this.leaseDays });
    return html`<div class="rest">
      ${heading(this.headingLevel + 1, words.status[wish.status])}
      ${now.map(({ title, notes }) => html`<p>${title}<br /><span class="muted small">${notes.join(' · ')}</span></p>`)}
      <button type="button" class="btn line" @click=${this.handleLeave}>${words.late.act}</button>
    </div>`;
  }

  private renderForm(wish: Wish): TemplateResult {
    const { client, lang, mode } = this.community;
    return html`<fm-wish-form
      inline
      .client=${client}
      .wish=${wish}
      area=${wish.area}
      lang=${lang}
      mode=${mode}
      heading-level=${this.headingLevel}
      @fm-wish-changed=${this.handleChanged}
      @fm-sheet-close=${this.handleFormClose}
    ></fm-wish-form>`;
  }

  private get leaseDays(): number {
    return this.place.value?.settings.leaseDays ?? 7;
  }

  /** Someone else claimed it while it lay open here: that deserves a word, not a box that is suddenly gone. */
  #arrived(next: Wish): Wish {
    // Opened by its address it may be another community's than the page's: that one is listened to.
    this.area = next.area;
    const before = this.wish.value;
    const first = next.claims.find(({ state }) => state === 'active');
    const lost =
      before?.id === next.id && before.can.includes('claim') && !next.can.includes('claim') && next.status === 'claimed';
    if (next.can.includes('claim') && this.#isLate()) this.notice = undefined;
    if (lost && first && !first.mine && !this.notice) void this.#late(first.name, next.area);
    return next;
  }

  async #late(name: string, area: string): Promise<void> {
    this.notice = { tone: 'late', name, open: undefined };
    try {
      const { open } = await this.#client.wishes.summary({ area });
      if (this.#isLate()) this.notice = { tone: 'late', name, open };
    } catch {
      // How many others wait is a kindness; without it the sentence is still true.
    }
  }

  #isLate(): boolean {
    return this.notice?.tone === 'late';
  }

  private readonly handleChanged = (event: FmWishChangedEvent): void => {
    const { wish, act } = event;
    this.editing = false;
    this.notice = noticeOf(wish, act, this.detail.words);
    this.wish.replace(wish);
    // The button that was pressed is gone; the keyboard goes to what has taken its place.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.acts')?.focus());
  };

  /** A report is thanked for in its own sheet, which stays; what a worker decided is said here. */
  private readonly handleSpoken = (event: FmWishChangedEvent): void => {
    if (event.act === 'report') this.wish.replace(event.wish);
    else {
      this.over.close();
      this.handleChanged(event);
    }
  };

  private readonly handleRefused = ({ error }: WishRefusedEvent): void => {
    if (error.status !== 409 && error.status !== 404) return;
    if (error.code === 'wish.already-claimed')
      void this.#late(error.params['name'] ?? this.detail.words.steps.someone, this.wish.value?.area ?? '');
    else this.notice = { tone: 'bad', text: errorText(error, this.common.words) };
    void this.reload();
  };

  async #edit(): Promise<void> {
    if (!(await this.act.signedIn('edit', this.wishId))) return;
    try {
      await import('./wish-form.define.ts');
      this.editing = true;
    } catch {
      this.notice = { tone: 'bad', text: this.common.words.errors['network.unreachable'] };
    }
  }

  private readonly handleFormClose = (event: Event): void => {
    event.stopPropagation();
    this.editing = false;
  };

  private readonly handleLeave = (): void => this.sheet.close();
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-detail': FmWishDetail;
  }
}
