import type { Area, TimelineEntry, Wish } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
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
import { errorState } from '../shared/ui/problem.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import { emptyState, heading, skeletonLines, staleLine } from '../shared/ui/states.ts';
import { detailWords } from './detail-words/index.ts';
import type { WishRefusedEvent } from './wish-acts.ts';
import { renderBoxes } from './wish-detail-boxes.ts';
import { renderOutcome, renderPaper, renderStory } from './wish-detail-main.ts';
import { nowOf, renderSteps, stepsOf } from './wish-detail-steps.ts';
import { detailStyles } from './wish-detail.styles.ts';
import { meResource } from './wish-me.ts';
import { starStyles } from './wish-stars.ts';

/** What stands at the top of the aside after something happened. */
type Notice = { tone: 'good' | 'bad'; text: string } | { tone: 'late'; name: string; open: number | undefined };

/**
 * @summary One wish in a sheet: what it is, how far it has come, and what the one who looks may do now.
 * @fires fm-wish-changed - `{ wish, act }` after an act of this member
 * @fires fm-sheet-close - closed, by whatever way: who opened it takes it away
 * @fires fm-login-required - an act needs a sign-in; it goes on by itself afterwards
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

  @property({ attribute: 'wish-id' }) wishId = '';
  /** `claim` puts the keyboard where claiming is decided. */
  @property() intent: '' | 'claim' | undefined = '';

  @state() private notice: Notice | undefined;
  @state() private editing = false;

  /** Whether the keyboard was already put where `intent` wants it. */
  #led = false;
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

  constructor() {
    super();
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
    if (changed.has('intent')) this.#led = false;
    if (!changed.has('wishId')) return;
    this.#led = false;
    this.notice = undefined;
    this.editing = false;
  }

  protected override updated(): void {
    if (this.#led || this.intent !== 'claim' || !this.wish.value || this.me.state.status === 'loading') return;
    this.#led = true;
    const box = this.renderRoot.querySelector<HTMLElement>('.acts');
    box?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const name = this.wish.value?.title ?? this.detail.words.loading;
    return html`<fm-sheet open heading-hidden heading=${name} lang=${lang} mode=${mode} theme=${theme}>
      <div class="fm" lang=${lang}>${this.editing && this.wish.value ? this.renderForm(this.wish.value) : this.renderState()}</div>
    </fm-sheet>`;
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
    const gone = codeOf(state.error) === 'wish.unknown';
    return html`<div class="pane">
      ${
        gone
          ? emptyState({
              drawing: 'search',
              title: words.gone,
              text: words.goneText,
              level: this.headingLevel,
              actions: html`<button type="button" class="btn line" @click=${this.handleLeave}>${words.back}</button>`,
            })
          : errorState({
              error: state.error,
              words: this.common.words,
              place: this.community,
              title: words.failed,
              level: this.headingLevel,
              onRetry: () => void this.reload(),
            })
      }
    </div>`;
  }

  private renderWish(wish: Wish): TemplateResult {
    const { words } = this.detail;
    const { lang } = this.community;
    const options = { wish, words, lang, level: this.headingLevel };
    return html`<article class="wish">
      ${renderPaper(options)}
      <div class="main">
        ${renderStory(options)} ${renderOutcome(options)}
        <section>
          ${heading(this.headingLevel + 1, words.way)} ${this.renderWay(wish)}
        </section>
      </div>
      <aside class="acts" tabindex="-1" aria-label=${words.actsLabel} @fm-wish-changed=${this.handleChanged}>
        ${this.renderActs(wish)}
      </aside>
    </article>`;
  }

  private renderWay(wish: Wish): TemplateResult {
    const { words } = this.detail;
    const { lang } = this.community;
    if (this.steps.state.status === 'loading' && !this.steps.value)
      return html`<div class="late">${skeletonLines(50, 30, 50)}</div>`;
    if (this.steps.state.status === 'error') return html`<p class="muted">${words.wayFailed}</p>`;
    return renderSteps(stepsOf(this.steps.value ?? [], { wish, words, lang, leaseDays: this.leaseDays }), lang, words.steps.said);
  }

  /** What just happened, and the boxes of what `can` lists. */
  private renderActs(wish: Wish): TemplateResult {
    const boxes = renderBoxes(wish, {
      community: this.community,
      level: this.headingLevel + 1,
      leaseDays: this.leaseDays,
      me: this.me.value,
      late: this.#isLate(),
      onEdit: () => void this.#edit(),
      onRefused: (event) => this.#refused(event),
    });
    const nothingToDo = boxes.every((box) => box === nothing) && this.notice?.tone !== 'late';
    return html`${this.renderNotice()}${boxes}${nothingToDo ? this.renderRest(wish) : nothing}`;
  }

  /** Nothing to be done here by the one who looks: how it stands, and the way back. */
  private renderRest(wish: Wish): TemplateResult {
    const { words } = this.detail;
    const now = nowOf({ wish, words, lang: this.community.lang, leaseDays: this.leaseDays });
    return html`<div class="rest">
      ${heading(this.headingLevel + 1, words.status[wish.status])}
      ${now.map(({ title, notes }) => html`<p>${title}<br /><span class="muted small">${notes.join(' · ')}</span></p>`)}
      <button type="button" class="btn line" @click=${this.handleLeave}>${words.late.act}</button>
    </div>`;
  }

  private renderNotice(): TemplateResult | typeof nothing {
    const { notice } = this;
    if (!notice) return nothing;
    if (notice.tone !== 'late')
      return html`<p class="notice ${notice.tone}" role=${notice.tone === 'bad' ? 'alert' : 'status'}>${notice.text}</p>`;
    const { late } = this.detail.words;
    return emptyState({
      drawing: 'late',
      title: late.title(notice.name),
      text: `${late.text}${notice.open === undefined ? '' : late.others(notice.open)}`,
      role: 'status',
      level: this.headingLevel + 1,
      actions: html`<button type="button" class="btn primary" @click=${this.handleLeave}>${late.act}</button>`,
    });
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
    const said = Object.entries(this.detail.words.said).find(([name]) => name === act)?.[1];
    this.notice = said ? { tone: 'good', text: said } : undefined;
    this.wish.replace(wish);
    // The button that was pressed is gone; the keyboard goes to what has taken its place.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.acts')?.focus());
  };

  #refused({ error }: WishRefusedEvent): void {
    if (error.status !== 409 && error.status !== 404) return;
    if (error.code === 'wish.already-claimed')
      void this.#late(error.params['name'] ?? this.detail.words.steps.someone, this.wish.value?.area ?? '');
    else this.notice = { tone: 'bad', text: errorText(error, this.common.words) };
    void this.reload();
  }

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

  private readonly handleLeave = (): void => {
    this.sheet.close();
  };
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-detail': FmWishDetail;
  }
}
