import type { Action, Area } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LiveController } from '../shared/controllers/live.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { clock, fill } from '../shared/format.ts';
import { HallScan } from '../shared/hall/scan.ts';
import { scanStyles } from '../shared/hall/scan.styles.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { chipStyles } from '../shared/styles/chip.styles.ts';
import { stateStyles } from '../shared/styles/state.styles.ts';
import { toneStyles } from '../shared/styles/tones.styles.ts';
import { icon } from '../shared/ui/icon.ts';
import { errorState } from '../shared/ui/problem.ts';
import { emptyState, staleLine } from '../shared/ui/states.ts';
import { sharedWords } from '../shared/words/index.ts';
import { actionBar, firstCategories } from './action-bar.ts';
import { ActionChanges } from './action-changes.ts';
import { ActionDoors } from './action-doors.ts';
import './action-icons.ts';
import { moreStyles } from './action-more.styles.ts';
import { sideOf, tagOf } from './action-side.ts';
import type { FmActionSignup } from './action-signup.ts';
import { ActionWeek } from './action-week.ts';
import { moreWords } from './words/more.ts';

/** A hall screen stands for weeks: it looks again, however quiet it is. */
const hallEvery = 300_000;

/**
 * All of it but the cards: the toolbar above, what stands below and in their place, and what happens while it is looked
 * at. A file of its own, so that the cards need not wait for it.
 */
export class ActionMore implements ReactiveController {
  static readonly styles = [toneStyles, buttonStyles, chipStyles, stateStyles, moreStyles, scanStyles];

  readonly doors: ActionDoors;
  readonly changes: ActionChanges;
  readonly place: ResourceController<Area>;
  readonly #host: FmActionSignup;
  readonly #week: ActionWeek;
  readonly #code: HallScan;
  readonly #words: WordsController<(typeof moreWords)['zh-CN']>;
  readonly #common: WordsController<(typeof sharedWords)['zh-CN']>;
  /** Which categories have a chip of their own: decided once for an area, so that none jumps under a finger. */
  #first: { readonly area: string; readonly codes: string[] } | undefined;
  /** What the live region says. */
  #said = '';
  #question: readonly unknown[];
  #announce = false;
  #lookedAt: number;

  constructor(host: FmActionSignup) {
    this.#host = host;
    this.#words = new WordsController(host, moreWords);
    this.#common = new WordsController(host, sharedWords);
    this.changes = new ActionChanges(host, host.list);
    this.place = new ResourceController<Area>(host, {
      key: () => {
        const { client, area, epoch } = host.community;
        return client && area ? [client, area, epoch] : null;
      },
      load: async (signal) => {
        const { client, area } = host.community;
        if (!client) throw new Error('asked without a client');
        return client.areas.get({ area }, { signal });
      },
      reflect: false,
    });
    this.#week = new ActionWeek(host);
    this.#code = new HallScan(host);
    this.doors = new ActionDoors(
      host,
      (action) => this.#changed(action),
      (id) => void host.updateComplete.then(() => this.#focusAgain(id)),
    );
    this.#question = this.#asked();
    this.#lookedAt = host.now();
    new MinuteController(host);
    new LiveController(host, (fact) => {
      // What someone lets others see has changed: it may stand anywhere.
      const everything = fact.type === 'resync' || fact.type === 'consent.changed';
      if (!everything && !fact.type.startsWith('action.')) return;
      this.changes.heard(everything ? { type: 'resync' } : fact);
      if (everything || /\.(opened|edited|cancelled)$/.test(fact.type)) void this.#week.days.reload();
    });
    host.addController(this);
  }

  /** True where the list gathers several communities. */
  get isWide(): boolean {
    const level = this.place.value?.level;
    return level === 'street' || level === 'district';
  }

  /** Not fresh, or about to give way to the answer to another question. */
  get look(): 'old' | 'asking' | '' {
    const { state, shown } = this.#host.list;
    if (state.status === 'stale' || state.status === 'offline') return 'old';
    return state.status === 'loading' && shown ? 'asking' : '';
  }

  async reload(): Promise<void> {
    await Promise.all([this.#week.days.reload(), this.place.reload()]);
  }

  /** After another question its answer is announced, once. */
  hostUpdate(): void {
    const { list, isHall, now } = this.#host;
    const asked = this.#asked();
    if (asked.some((part, i) => part !== this.#question[i])) this.#announce = true;
    this.#question = asked;
    if (isHall && now() - this.#lookedAt > hallEvery) {
      this.#lookedAt = now();
      void list.reload();
    }
    const { shown, state } = list;
    if ((state.status !== 'ready' && state.status !== 'empty') || !shown) return;
    this.#week.lookAt(shown);
    if (!this.#announce) return;
    this.#announce = false;
    const { words } = this.#words;
    const { length } = shown.items;
    this.#said = length
      ? fill(shown.nextCursor ? words.shownMore : words.shown, { count: length })
      : this.#host.show === 'mine'
        ? words.nothingMine
        : words.nothingHere;
  }

  /** The line above content that is not fresh. */
  renderStale(): TemplateResult | typeof nothing {
    const { state } = this.#host.list;
    const { words } = this.#common;
    if (state.status !== 'stale' && state.status !== 'offline') return nothing;
    // Nothing is pressed on a hall screen: it says from when it is.
    if (this.#host.isHall) return html`<p class="as-of">${fill(this.#words.words.asOf, { time: clock(state.since) })}</p>`;
    return staleLine(fill(words.stale, { time: clock(state.since) }), words.refresh, () => void this.#host.reload());
  }

  renderSub(): unknown {
    const { words } = this.#words;
    const { compact } = this.#host;
    const area = this.isWide ? this.place.value?.name : undefined;
    const count = this.#week.coming('week');
    if (count) return fill(words.subWeek, { area: area ?? words.here, count });
    return area && !compact ? fill(words.subArea, { area }) : undefined;
  }

  renderHeadAct(): TemplateResult | typeof nothing {
    const { compact, isHall } = this.#host;
    if (isHall) return nothing;
    return compact ? this.#allLink() : this.#postButton();
  }

  renderBar(): TemplateResult | typeof nothing {
    const host = this.#host;
    const { list, community } = host;
    const place = this.place.value;
    if (community.problem || (list.state.status === 'error' && !place)) return nothing;
    if (place?.slug === community.area && list.shown && this.#first?.area !== place.slug) {
      const codes = place.settings.actionCategories.map(({ code }) => code);
      this.#first = { area: place.slug, codes: firstCategories(codes, list.shown.items) };
    }
    return actionBar(host, {
      words: this.#words.words,
      categories: place?.settings.actionCategories ?? [],
      first: this.#first?.codes ?? [],
      week: this.#week.render(this.#words.words),
      isMember: community.client?.session.state === 'signed-in',
    });
  }

  /** The same cards, from now on by their action: one that comes first leaves the focus where it is. */
  renderItems(items: readonly Action[], card: (action: Action) => TemplateResult): unknown {
    return repeat(items, (action) => action.id, card);
  }

  /** Its category, and how it stands where that is more than open. */
  /** With the area, whose names these are: what stands behind it should not move aside. */
  renderKind(action: Action): TemplateResult | typeof nothing {
    if (!this.place.value && this.place.state.status === 'loading') return nothing;
    const name = this.place.value?.settings.actionCategories.find(({ code }) => code === action.category)?.name;
    const tag = tagOf(action, this.#words.words);
    return html`${name}${tag && html` · <b class=${tag.tone}>${tag.text}</b>`}`;
  }

  renderSide(action: Action): TemplateResult {
    const host = this.#host;
    const { status } = host.list.state;
    return sideOf(action, {
      words: this.#words.words,
      first: host.words,
      lang: host.community.lang,
      now: host.now(),
      still: host.isHall,
      offline: status === 'stale' || status === 'offline',
      busy: this.doors.acts.busy,
      look: 'tonal',
      onSignUp: (one) => void this.doors.acts.signUp(one),
      onCheckIn: (one) => void this.doors.checkIn(one),
      onSignOff: (one) => this.doors.acts.askOff(one),
    });
  }

  /** In the place of the cards: an error, no action yet, or nothing among what it was narrowed down to. */
  renderInstead(): TemplateResult {
    const host = this.#host;
    const { words } = this.#words;
    const { state } = host.list;
    const { problem } = host.community;
    const level = host.headingLevel + 1;
    if (problem || state.status === 'error') {
      const error = state.status === 'error' ? state.error : undefined;
      const onRetry = host.isHall ? undefined : () => void host.reload();
      const view = { words: this.#common.words, place: host.community, title: host.words.failed, level, onRetry };
      return html`<slot name="error">${errorState(problem ? { ...view, problem } : { ...view, error })}</slot>`;
    }
    const { show, category, day } = host.filters;
    if (show || category || day) {
      const mine = show === 'mine';
      return emptyState({
        drawing: 'search',
        title: mine ? words.nothingMine : words.nothingHere,
        text: mine ? words.nothingMineText : words.nothingText,
        level,
        actions: html`<button type="button" class="btn line" @click=${this.#showAll}>${words.showAll}</button>`,
      });
    }
    const post = this.#mayPost();
    return html`<slot name="empty"
      >${emptyState({
        drawing: 'wall',
        title: words.emptyTitle,
        text: host.isHall ? words.hallEmpty : post ? words.emptyText : words.emptyTextRead,
        level,
      })}</slot
    >`;
  }

  /** Below the cards: more of them; what lies open over them. */
  renderEnds(): TemplateResult | typeof nothing {
    const host = this.#host;
    if (host.isHall) return this.#code.render(this.place.value?.settings.links['actions'] ?? '', this.#words.words);
    const { shown, state } = host.list;
    const some = state.status !== 'error' && shown?.items.length;
    const ends = host.compact ? html`<p class="ends">${this.#allLink()}</p>` : this.#moreButton();
    return html`${some ? ends : nothing}
      <p class="vh" role="status">${this.#said}</p>
      ${this.doors.render()}`;
  }

  #moreButton(): TemplateResult | typeof nothing {
    const { shown } = this.#host.list;
    if (!shown?.nextCursor) return nothing;
    const { words } = this.#words;
    const { more } = this.changes;
    const left = this.#week.left(shown.items);
    const label = left > 0 ? fill(words.more, { count: Math.min(this.#host.limit, left) }) : words.moreSome;
    return html`<p class="more">
      <button type="button" class="btn line" aria-disabled=${more === 'busy'} @click=${this.#more}>
        ${more === 'failed' ? words.moreFailed : label}
      </button>
    </p>`;
  }

  #postButton(): TemplateResult | typeof nothing {
    if (!this.#mayPost()) return nothing;
    return html`<button type="button" part="primary" class="btn primary" @click=${() => this.doors.post()}>${icon('pen')}${this.#words.words.post}</button>`;
  }

  #allLink(): TemplateResult | typeof nothing {
    const href = this.#host.allHref || this.place.value?.settings.links['actions'];
    return href ? html`<a class="btn quiet all" href=${href}>${this.#words.words.allOfIt}${icon('right')}</a>` : nothing;
  }

  #mayPost(): boolean {
    const { compact, isHall } = this.#host;
    return !compact && !isHall && (this.place.value?.can.includes('post-action') ?? false);
  }

  readonly #more = async (): Promise<void> => {
    const first = await this.changes.loadMore();
    if (!first) return;
    this.#announce = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#focus(first.id);
  };

  readonly #showAll = (): void => {
    this.#host.show = this.#host.category = this.#host.day = '';
  };

  /** Puts the keyboard on the card of an action that is shown. */
  #focus(id: string): void {
    const index = this.#host.list.shown?.items.findIndex((action) => action.id === id) ?? -1;
    this.#host.renderRoot.querySelectorAll<HTMLElement>('.want button')[index]?.focus();
  }

  /** Where the keyboard was on a button that an act took away, it goes on at the action's name. */
  #focusAgain(id: string): void {
    const root = this.#host.shadowRoot;
    if (root && !root.activeElement) this.#focus(id);
  }

  #changed(action: Action | undefined): void {
    if (action) this.changes.put(action);
    else void this.#host.list.reload();
  }

  #asked(): readonly unknown[] {
    const { show, category, day } = this.#host.filters;
    return [show, category, day];
  }
}
