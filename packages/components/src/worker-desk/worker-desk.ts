import type { Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { LiveController, ResourceController, WordsController } from '../shared/controllers/index.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import { FmElement } from '../shared/elements.ts';
import type { FmWishChangedEvent } from '../shared/events.ts';
import { clock } from '../shared/format.ts';
import { signIn } from '../shared/sign-in.ts';
import { buttonStyles, stateStyles, tagStyles } from '../shared/styles/index.ts';
import { icon } from '../shared/ui/icons.ts';
import { errorState } from '../shared/ui/index.ts';
import '../shared/ui/toast.define.ts';
import { tabOf } from './desk-counts.ts';
import { type Desk, following, loadDesk, type OpenDesk, withChanged } from './desk-data.ts';
import { CountKeeper } from './desk-keeper.ts';
import { isQueue, type PanelName, type QueueName, type TabName } from './desk-names.ts';
import { loadOver, type Over, renderOver } from './desk-over.ts';
import { deskSkeleton, notAllowedPanel, signedOutPanel, staleOf } from './desk-states.ts';
import { deskStyles, queueStyles } from './desk.styles.ts';
import { PanelLoader } from './desk-tab-panels.ts';
import { renderTabs } from './desk-tabs.ts';
import type { DeskAskEvent, FmDeskCase } from './wishes/desk-case.ts';
import { renderBeside, renderSheet } from './wishes/case-place.ts';
import { renderQueue } from './wishes/desk-queue.ts';
import { deskWords } from './words/index.ts';

/** From this width the case lies beside the queue; below it opens as a sheet. */
const twoColumns = 760;
const pageLength = 12;

/**
 * @tag fm-worker-desk
 * @summary Where a social worker checks wishes, watches what is due, visits, and helps people without a phone; for workers alone.
 * @fires fm-wish-changed - `{ wish, act }`, after each act, with the wish as the server answered it.
 * @fires fm-wish-posted - `{ wish }`: written down for a neighbour without a phone.
 * @fires fm-member-registered - `{ member }`: a neighbour without a phone.
 * @fires fm-action-saved - `{ action }`: drafted, or changed.
 * @fires fm-organisation-open - From an organisation that is shown inside; `preventDefault()` where the page goes there itself.
 * @slot loading - In the place of the skeletons.
 * @slot empty - In the place of a queue's words while nothing waits in it.
 * @slot error - In the place of the words about an error.
 * @csspart heading - Its title.
 * @csspart toolbar - The row of tabs.
 * @csspart message - What is said where nothing is to be shown: it is empty, or something went wrong.
 * @csspart stale - The line above what is not fresh.
 */
export class FmWorkerDesk extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, tagStyles, stateStyles, deskStyles, queueStyles];

  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private wide = false;
  @state() private tab: TabName = 'submitted';
  /** The case in hand; kept as it was when somebody else handles it meanwhile. */
  @state() private wish: Wish | undefined;
  @state() private shown = pageLength;
  @state() private over: Over | undefined;
  /** Over the page's lower edge. */
  @state() private said = '';
  /** On the case in hand, whose buttons a toast would cover. */
  @state() private told = '';
  @state() private heard = '';
  @query('fm-desk-case') private readonly case!: FmDeskCase | null;
  private readonly panels = new PanelLoader(this);
  private readonly words = new WordsController(this, deskWords);
  private readonly desk = new ResourceController<Desk>(this, {
    key: () =>
      this.community.problem ? null : [this.community.client, this.community.area, this.community.lang, this.community.epoch],
    isEmpty: (desk) => desk.kind === 'desk' && Object.values(desk.queues).every((queue) => queue.items.length === 0),
    load: (signal) => this.#load(signal),
  });
  private readonly counts = new CountKeeper(this.desk);
  /** In the next frame: a layout that changes while its sizes are told is an error to the page's `window.onerror`. */
  readonly #width = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor() {
    super();
    new MinuteController(this);
    new LiveController(this, (fact) => {
      const about = tabOf(fact.type);
      // The tab that is open hears it itself.
      if (about && about !== this.tab) void this.counts.ask(this.community.client, about);
      if (fact.type === 'resync' || fact.type.startsWith('wish.') || fact.type.startsWith('member.')) void this.reload();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#measure();
    this.#width.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width.disconnect();
  }

  /** Asks again; what is shown stays meanwhile. */
  reload(): Promise<void> {
    return this.desk.reload();
  }

  protected override willUpdate(): void {
    const desk = this.#open;
    if (!desk || !isQueue(this.tab)) return;
    const { items } = desk.queues[this.tab];
    const fresh = this.wish && items.find((wish) => wish.id === this.wish?.id);
    if (fresh) this.wish = fresh;
    else if (!this.wish && this.wide) this.wish = items[0];
  }

  get #open(): OpenDesk | undefined {
    const { value } = this.desk;
    return value?.kind === 'desk' ? value : undefined;
  }

  protected override render(): TemplateResult {
    const { lang } = this.community;
    return html`<div class="fm whole" lang=${lang}>
      ${this.renderState()}
      <p class="vh" role="status">${this.heard}</p>
    </div>`;
  }

  private renderState(): TemplateResult {
    const { state } = this.desk;
    const { words } = this.words;
    const { problem } = this.community;
    const level = this.headingLevel;
    if (problem || state.status === 'error') {
      const error = state.status === 'error' ? state.error : undefined;
      return html`<slot name="error"
        >${errorState({ error, problem, words: this.common.words, place: this.community, title: words.error.title, level, onRetry: () => void this.reload() })}</slot
      >`;
    }
    const { value } = this.desk;
    if (!value) return html`<slot name="loading">${deskSkeleton(this.wide)}</slot>`;
    if (value.kind === 'signed-out') return signedOutPanel(words, level, () => void signIn(this, 'open-desk'));
    if (value.kind === 'not-allowed') return notAllowedPanel(words, level, value.area.name, value.area.settings.contact);
    return this.renderDesk(value);
  }

  private renderDesk(desk: OpenDesk): TemplateResult {
    const { words } = this.words;
    const waiting = desk.queues.submitted;
    // Hours of Nanjing, as every time here, also for a worker whose laptop says otherwise.
    const hour = Number.parseInt(clock(this.now()), 10);
    return html`
      ${staleOf(this.desk.state, this.common.words, () => void this.reload())}
      <div class="head">
        <div>
          <div role="heading" aria-level=${this.headingLevel} class="name" part="heading">${words.title}</div>
          <p>${words.greeting(hour, desk.name)}${isQueue(this.tab) ? html`${words.stop}${words.greetingCount(waiting.items.length)}` : nothing}</p>
        </div>
        <button type="button" class="btn line" @click=${() => void this.#show({ show: 'register' })}>${icon('pen')}${words.register}</button>
      </div>
      ${renderTabs(desk, this.tab, words, (name) => this.#turnTo(name))}
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.tab}">
        ${isQueue(this.tab) ? this.renderWishes(desk, this.tab) : this.renderPanel(desk, this.tab)}
      </div>
      ${renderOver(this.over, this.community, this.headingLevel + 1, {
        onWishFor: (member) => void this.#show({ show: 'form', member }),
        onPosted: ({ name }) => {
          this.said = words.find.posted(name);
          void this.reload();
        },
        onChanged: () => void this.reload(),
        onLeave: () => void this.#show(undefined),
      })}
      <fm-toast .lang=${this.community.lang} .mode=${this.community.mode} .theme=${this.community.theme} .text=${this.said} @fm-toast-close=${this.#hush}></fm-toast>
    `;
  }

  private renderPanel(desk: OpenDesk, name: PanelName): TemplateResult {
    return this.panels.render(name, this.words.words, this.common.words, {
      place: this.community,
      here: desk.area,
      level: this.headingLevel + 1,
      wide: this.wide,
      now: this.now,
      onCount: (count) => this.counts.set(name, count),
      onRecount: () => void this.counts.ask(this.community.client, name),
      onSay: (said) => this.#say(said),
      onWishFor: (member) => void this.#show({ show: 'form', member }),
      onOpenWish: (wish) => void this.#show({ show: 'history', wish }),
    });
  }

  private renderWishes(desk: OpenDesk, name: QueueName): TemplateResult {
    // Where nothing waits and nothing is in hand, the words have all of the width.
    const two = this.wide && (this.wish !== undefined || desk.queues[name].items.length > 0);
    return html`<div class="desk ${two ? 'two' : ''}">
      ${this.renderQueue(desk, name)}
      ${(this.wide ? renderBeside : renderSheet)({
        wish: this.wish,
        items: desk.queues[name].items,
        categories: desk.area.settings.wishCategories,
        told: this.told,
        words: this.words.words,
        place: this.community,
        level: this.headingLevel + 1,
        onChanged: this.handleChanged,
        onAsk: this.handleAsk,
        onLeave: () => {
          this.wish = undefined;
        },
      })}
    </div>`;
  }

  private renderQueue(desk: OpenDesk, name: QueueName): TemplateResult {
    const queue = desk.queues[name];
    const list = renderQueue({
      name,
      queue,
      currentId: this.wish?.id,
      shown: this.shown,
      words: this.words.words,
      common: this.common.words,
      lang: this.community.lang,
      level: this.headingLevel + 1,
      now: this.now(),
      onPick: (wish, byKeyboard) => {
        this.wish = wish;
        this.told = '';
        if (byKeyboard && this.wide) void this.updateComplete.then(() => this.case?.focusWish());
      },
      onRest: () => {
        this.shown += pageLength;
      },
    });
    return queue.items.length ? list : html`<slot name="empty">${list}</slot>`;
  }

  /** What was done is done: the queues follow at once, and the next one opens. */
  private readonly handleChanged = ({ wish, act }: FmWishChangedEvent): void => {
    const desk = this.#open;
    if (!desk || !isQueue(this.tab)) return;
    const { done, nextIs, noneLeft, stop } = this.words.words;
    const before = desk.queues[this.tab].items;
    const queues = withChanged(desk.queues, wish, this.now());
    const after = queues[this.tab].items;
    const word = Object.entries(done).find(([name]) => name === act)?.[1] ?? '';
    this.desk.replace({ ...desk, queues });
    if (after.some((other) => other.id === wish.id)) {
      this.wish = wish;
      this.told = word;
    } else {
      this.wish = following(before, after, wish.id);
      this.told = this.wish ? `${word}${stop}${nextIs(this.wish.title)}` : '';
      if (this.wish) void this.updateComplete.then(() => this.case?.focusWish());
      else this.#say(`${word}${stop}${noneLeft}`);
    }
    void this.reload();
  };

  private readonly handleAsk = ({ ask }: DeskAskEvent): void => {
    if (ask === 'refresh') void this.reload();
    else if (ask === 'history' && this.wish) void this.#show({ show: 'history', wish: this.wish });
    else if (ask === 'next') {
      this.wish = isQueue(this.tab) ? this.#open?.queues[this.tab].items[0] : undefined;
      void this.updateComplete.then(() => this.case?.focusWish());
    }
  };

  async #load(signal: AbortSignal): Promise<Desk> {
    const { client, area } = this.community;
    if (!client) throw new Error('no client');
    const before = this.#open?.queues.submitted.items;
    const desk = await loadDesk(client, area, signal, this.now());
    const known = new Set(before?.map((wish) => wish.id));
    const arrived = before && desk.kind === 'desk' ? desk.queues.submitted.items.filter((wish) => !known.has(wish.id)).length : 0;
    this.heard = arrived ? this.words.words.arrived(arrived) : '';
    return desk;
  }

  #turnTo(name: TabName): void {
    this.tab = name;
    if (!isQueue(name)) void this.panels.bring(name);
    this.wish = undefined;
    this.told = '';
    this.shown = pageLength;
  }

  /** Said over the page's edge; the button that was pressed has gone, so a keyboard goes on from the tab. */
  #say(words: string): void {
    this.said = words;
    void this.updateComplete.then(() => {
      if (!this.renderRoot.querySelector(':focus')) this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
    });
  }

  async #show(over: Over | undefined): Promise<void> {
    try {
      if (over) await loadOver(over);
      this.over = over;
    } catch {
      this.said = this.common.words.errors['network.unreachable'];
    }
  }

  readonly #hush = (): void => {
    this.said = '';
  };

  #measure(): void {
    this.wide = this.clientWidth >= twoColumns;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-worker-desk': FmWorkerDesk;
  }
}
