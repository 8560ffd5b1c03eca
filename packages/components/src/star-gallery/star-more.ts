import { type Area, type Round, roundsIn, type Star, starsIn } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { LiveController } from '../shared/controllers/live.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { clock, fill } from '../shared/format.ts';
import { seldom } from '../shared/seldom.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { chipStyles } from '../shared/styles/chip.styles.ts';
import { stateStyles } from '../shared/styles/state.styles.ts';
import { toneStyles } from '../shared/styles/tones.styles.ts';
import { goTo } from '../shared/ui/go-to.ts';
import { icon } from '../shared/ui/icons.ts';
import { errorState } from '../shared/ui/problem.ts';
import { emptyState, staleLine } from '../shared/ui/states.ts';
import { sharedWords } from '../shared/words/index.ts';
import { periodSelect, titleChips, titleNote } from './star-bar.ts';
import './star-drawing.ts';
import { StarDoors } from './star-doors.ts';
import type { FmStarGallery } from './star-gallery.ts';
import { moreStyles } from './star-more.styles.ts';
import { ownAsks, ownList, ownPart } from './star-own.ts';
import { StarPages } from './star-pages.ts';
import { pastRounds } from './star-past.ts';
import { type MoreWords, moreWords } from './words/more.ts';

/** A hall screen stands for weeks: it looks again, however quiet it is. */
const hallEvery = 300_000;
/** When a contest opens, each of its candidates is told of. */
const pause = 2_000;

/**
 * All of the gallery but its portraits: what is chosen from, what stands below and in their place, and what happens while
 * it is looked at. A file of its own, so that the portraits need not wait for it.
 */
export class StarMore implements ReactiveController {
  static readonly styles = [toneStyles, buttonStyles, chipStyles, stateStyles, moreStyles];

  readonly doors: StarDoors;
  readonly #host: FmStarGallery;
  readonly #place: ResourceController<Area>;
  readonly #periods: ResourceController<{ period: string; stars: number }[]>;
  readonly #past: ResourceController<Round[]>;
  readonly #own: ReturnType<typeof ownPart>;
  readonly #pages: StarPages;
  readonly #words: WordsController<MoreWords>;
  readonly #common: WordsController<(typeof sharedWords)['zh-CN']>;
  /** What the live region says. */
  #said = '';
  #question = '';
  #announce = false;
  #lookedAt: number;

  constructor(host: FmStarGallery) {
    this.#host = host;
    this.#words = new WordsController(host, moreWords);
    this.#common = new WordsController(host, sharedWords);
    this.#place = this.#ask((area, signal) => this.#client.areas.get({ area }, { signal }));
    this.#periods = this.#ask(async (area, signal) => (await starsIn(this.#client).periods({ area }, { signal })).items);
    this.#past = this.#ask(async (area, signal) => {
      const { items } = await roundsIn(this.#client).list({ area, of: 'stars', status: 'closed', limit: 3 }, { signal });
      return items;
    });
    this.#own = ownPart(host);
    this.#pages = new StarPages(host, () => {
      this.#announce = true;
    });
    this.doors = new StarDoors(host, {
      onStar: (id, star) => this.#changed(id, star),
      onNominations: () => void this.#own.reload(),
      onClosed: (id) => void (id && goTo(host, `[data-star="${id}"]`)),
    });
    this.#question = this.#asked();
    this.#lookedAt = host.now();
    new MinuteController(host);
    this.#listen();
    host.addController(this);
  }

  /** True where several communities are gathered. */
  get isWide(): boolean {
    const level = this.#place.value?.level;
    return level === 'street' || level === 'district';
  }

  /** Not fresh, or about to give way to the answer to another question. */
  get look(): 'old' | 'asking' | '' {
    const { state, shown } = this.#host.list;
    if (state.status === 'stale' || state.status === 'offline') return 'old';
    return state.status === 'loading' && shown ? 'asking' : '';
  }

  async reload(): Promise<void> {
    await Promise.all([this.#place, this.#periods, this.#past, this.#own].map((one) => one.reload()));
  }

  /** After another question its answer is announced, once. */
  hostUpdate(): void {
    const { list, isHall, now } = this.#host;
    const asked = this.#asked();
    if (asked !== this.#question) {
      this.#announce = true;
      this.#pages.forget();
    }
    this.#question = asked;
    if (isHall && now() - this.#lookedAt > hallEvery) {
      this.#lookedAt = now();
      void list.reload();
    }
    const { shown, state } = list;
    if (!this.#announce || (state.status !== 'ready' && state.status !== 'empty') || !shown) return;
    this.#announce = false;
    const { words } = this.#words;
    const { length } = shown.items;
    this.#said = !length ? words.emptyHere : shown.nextCursor ? words.shownMore(length) : words.shown(length);
  }

  /** The line above content that is not fresh. */
  renderStale(): TemplateResult | typeof nothing {
    const { state } = this.#host.list;
    if (state.status !== 'stale' && state.status !== 'offline') return nothing;
    // Nothing is pressed on a hall screen: it says from when it is.
    if (this.#host.isHall) return html`<p class="as-of">${this.#words.words.asOf(clock(state.since))}</p>`;
    const { words } = this.#common;
    return staleLine(fill(words.stale, { time: clock(state.since) }), words.refresh, () => void this.#host.reload());
  }

  renderSub(): string | undefined {
    return this.#place.value && this.#words.words.subArea(this.#place.value.name);
  }

  renderHeadAct(): unknown {
    const { compact, isHall, allHref } = this.#host;
    const { words } = this.#words;
    const place = this.#place.value;
    if (isHall) return nothing;
    if (compact) {
      const href = allHref || place?.settings.links['stars'];
      return href ? html`<a class="btn quiet all" href=${href}>${words.allOfIt}${icon('right')}</a>` : nothing;
    }
    return this.#nominateButton();
  }

  #nominateButton(): TemplateResult | typeof nothing {
    return this.#place.value?.can.includes('nominate')
      ? html`<button type="button" class="btn line" @click=${() => void this.doors.nominate()}>${icon('pen')}${this.#words.words.nominate}</button>`
      : nothing;
  }

  renderBar(): TemplateResult | typeof nothing {
    const { community, list } = this.#host;
    if (community.problem || (list.state.status === 'error' && !this.#place.value)) return nothing;
    // All of it at once: the years should not move aside for the honours, which come with the area.
    if ([this.#place, this.#periods].some(({ value, state }) => !value && state.status === 'loading')) return nothing;
    const { words } = this.#words;
    const view = { words, place: this.#place.value, periods: this.#periods.value ?? [] };
    const own = this.#own.value;
    return html`${own ? ownAsks(own, this.#ownView) : nothing} ${titleChips(this.#host, view)} ${periodSelect(this.#host, view)} ${titleNote(this.#host, view)}`;
  }

  get #ownView(): Parameters<typeof ownAsks>[1] {
    const { words } = this.#words;
    return {
      words,
      card: this.#place.value?.settings.links['me'],
      onAnswer: (one) => void this.doors.answer(one),
      onWithdraw: (one) => void this.doors.withdraw(one, words.withdrawn),
    };
  }

  /** The contest in the gallery's place; nothing while its code is on its way. */
  renderContest(): TemplateResult | undefined {
    return this.doors.renderContest(this.#words.words.back, this.#nominateButton());
  }

  /** In the place of the portraits: an error, or nobody yet. */
  renderInstead(): TemplateResult {
    const host = this.#host;
    const { words } = this.#words;
    const { problem } = host.community;
    const { state } = host.list;
    const level = host.headingLevel + 1;
    if (problem || state.status === 'error') {
      const error = state.status === 'error' ? state.error : undefined;
      const onRetry = host.isHall ? undefined : () => void host.reload();
      const view = { words: this.#common.words, place: host.community, title: host.words.failed, level, onRetry };
      return html`<slot name="error">${errorState(problem ? { ...view, problem } : { ...view, error })}</slot>`;
    }
    const narrowed = Boolean(host.starTitle || host.period);
    const may = this.#place.value?.can.includes('nominate') && !host.isHall && !host.compact;
    const all = html`<button type="button" class="btn line" @click=${this.#showAll}>${words.showAll}</button>`;
    return html`<slot name="empty"
      >${emptyState({
        drawing: 'star',
        title: narrowed ? words.emptyHere : words.empty,
        text: narrowed ? undefined : may ? words.emptyText : words.emptyTextNobody,
        level,
        actions: narrowed && !host.isHall ? all : may ? this.#nominateButton() : undefined,
      })}</slot
    >`;
  }

  /** Below the portraits: more of them, what waits for one's word, contests of the past. */
  renderEnds(): TemplateResult {
    const { compact, isHall, list, round, community, headingLevel, now } = this.#host;
    const said = html`<p class="vh" role="status">${this.#said}</p>`;
    if (compact || isHall || round) return html`${said}${this.doors.render()}`;
    const { words } = this.#words;
    const own = this.#own.value;
    const past = pastRounds(this.#past.value ?? [], {
      words,
      lang: community.lang,
      now: now(),
      level: headingLevel + 1,
      onOpen: (one) => void this.doors.openRound(one),
    });
    return html`${list.shown?.nextCursor ? this.#pages.render(words) : nothing}
    ${own ? ownList(own, this.#ownView) : nothing} ${past} ${said}${this.doors.render()}`;
  }

  readonly #showAll = (): void => {
    this.#host.starTitle = this.#host.period = '';
  };

  #listen(): void {
    const host = this.#host;
    const all = seldom(() => void host.reload(), pause);
    const stars = seldom(() => void Promise.all([host.list.reload(), this.#periods.reload()]), pause);
    const own = seldom(() => void this.#own.reload(), pause);
    const rounds = seldom(() => void Promise.all([host.list.reload(), this.#past.reload()]), pause);
    new LiveController(host, ({ type }) => {
      // What someone lets others see has changed: it may stand anywhere.
      if (type === 'resync' || type === 'consent.changed') all();
      else if (/^star\.(awarded|edited|taken-down|part-)/.test(type)) stars();
      else if (type.startsWith('star.')) own();
      else if (/^round\.(opened|closed)$/.test(type)) rounds();
    });
  }

  #changed(id: string, star: Star | undefined): void {
    const { list } = this.#host;
    const { shown } = list;
    if (!shown) return;
    const items = shown.items.flatMap((one) => (one.id !== id ? one : (star ?? [])));
    list.replace({ ...shown, items });
    if (!star) void list.reload();
  }

  #asked(): string {
    const { community, starTitle, period } = this.#host;
    return [community.area, starTitle, period].join();
  }

  get #client() {
    const { client } = this.#host.community;
    if (!client) throw new Error('asked without a client');
    return client;
  }

  #ask<T>(load: (area: string, signal: AbortSignal) => PromiseLike<T>): ResourceController<T> {
    return new ResourceController<T>(this.#host, {
      key: () => {
        const { client, area, epoch } = this.#host.community;
        return client && area ? [client, area, epoch] : null;
      },
      load: (signal) => load(this.#host.community.area, signal),
      reflect: false,
    });
  }
}
