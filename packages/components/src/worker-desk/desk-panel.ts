import type { Area, Page } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LiveController, type LiveFact } from '../shared/controllers/live.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { FmElement } from '../shared/elements.ts';
import { buttonStyles, chipStyles, fieldStyles, stateStyles, tagStyles } from '../shared/styles/index.ts';
import '../shared/ui/drawings.ts';
import { emptyState, errorState } from '../shared/ui/index.ts';
import '../shared/ui/sheet.define.ts';
import { countIn } from './desk-counts.ts';
import { following } from './desk-data.ts';
import { DeskCountEvent, DeskOpenWishEvent, DeskSayEvent } from './desk-events.ts';
import { type EmptyWords, type Known, readAtLeast } from './desk-known.ts';
import { renderList, type Row } from './desk-list.ts';
import { FmDeskPaper, type PaperAskEvent } from './desk-paper.ts';
import { panelSkeleton, staleOf } from './desk-states.ts';
import { aboveStyles, deskStyles, queueStyles } from './desk.styles.ts';
import { deskWords } from './words/index.ts';

const pageLength = 12;
/** So many are asked for at once. */
export const panelLimit = 50;

/**
 * A tab of the desk that is a list with one case in hand: beside it where there is room, else as a sheet. What is
 * decided leaves the list and the next one opens by itself; what somebody else decided stays in sight, without acts.
 */
export abstract class FmDeskPanel<T extends { id: string }> extends FmElement {
  static override styles = [
    FmElement.styles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    tagStyles,
    stateStyles,
    deskStyles,
    queueStyles,
    aboveStyles,
  ];

  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;
  /** Whether a case has room beside the list. */
  @property({ type: Boolean }) wide = false;
  /** The area of the desk: what this worker may begin there, and how its own things are called. */
  @property({ attribute: false }) here: Area | undefined;

  @state() protected current: T | undefined;
  @state() protected told = '';
  @state() private shown = pageLength;
  /** The one to take in hand once it is in the list, and what is said of it then. */
  #wanted: { readonly id: string; readonly words: string } | undefined;

  protected readonly desk = new WordsController(this, deskWords);
  protected readonly list: ResourceController<Known<T>> = new ResourceController<Known<T>>(this, {
    key: () => {
      const { client, area, lang, epoch } = this.community;
      return client && area ? [client, area, lang, epoch, ...this.question()] : null;
    },
    isEmpty: ({ items }) => items.length === 0,
    load: async (signal) => {
      const of = this.#asked;
      const many = this.known?.items.length ?? 0;
      return { ...(await readAtLeast(many, (cursor) => this.read(signal, cursor))), of };
    },
  });

  constructor() {
    super();
    new MinuteController(this);
    new LiveController(this, (fact) => {
      if (fact.type !== 'resync' && !this.hears(fact)) return;
      void this.list.reload();
      if (!this.counts) this.dispatchEvent(new Event('fm-desk-recount'));
    });
  }

  /** Whether the list as it is now is what the tab counts. */
  protected get counts(): boolean {
    return true;
  }
  /** What waits besides the list, and is counted with it. */
  protected get besides(): Page<unknown> | undefined {
    return undefined;
  }
  /** Where a queue is worked through, the first one opens by itself. */
  protected readonly opensFirst: boolean = true;
  /** Whether the next one opens by itself once one is decided. */
  protected get goesOn(): boolean {
    return true;
  }
  /** What besides the place the answer depends on. */
  protected abstract question(): readonly unknown[];
  protected abstract read(signal: AbortSignal, cursor?: string): PromiseLike<Page<T>>;
  protected abstract hears(fact: LiveFact): boolean;
  protected abstract rowOf(item: T): Row;
  protected abstract get listName(): string;
  /** Beside the list while nothing is in hand. */
  protected get pickWords(): string {
    return this.desk.words.selectOne;
  }
  protected abstract get emptyWords(): EmptyWords;
  /** The paper of one case; `FmDeskPaper` with the class `paper`. */
  protected abstract renderCase(item: T, framed: 'yes' | 'no', gone: boolean): TemplateResult;

  /** Asks again; what is shown stays meanwhile. */
  reload(): Promise<void> {
    return this.list.reload();
  }

  get #asked(): string {
    return JSON.stringify(this.question());
  }

  /** What is known of the present question. */
  protected get known(): Known<T> | undefined {
    const { value } = this.list;
    return value?.of === this.#asked ? value : undefined;
  }

  get items(): readonly T[] {
    return this.known?.items ?? [];
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { items } = this;
    const wanted = this.#wanted;
    const found = wanted && items.find(({ id }) => id === wanted.id);
    if (found) {
      this.#wanted = undefined;
      this.current = found;
      this.told = wanted.words;
      this.#toPaper();
      return;
    }
    const fresh = this.current && items.find((one) => one.id === this.current?.id);
    if (fresh) this.current = fresh;
    else if (!this.current && this.wide && this.opensFirst) this.current = items[0];
  }

  protected override updated(): void {
    const { known } = this;
    if (!known || !this.counts) return;
    const { count, more } = countIn([known, this.besides]);
    this.dispatchEvent(new DeskCountEvent(count, more));
  }

  protected override render(): TemplateResult {
    const { state } = this.list;
    const { words } = this.desk;
    const { lang } = this.community;
    const common = this.common.words;
    const again = () => void this.reload();
    if (state.status === 'error') {
      return html`<div class="fm" lang=${lang}>
        ${this.renderHead()}
        ${errorState({ error: state.error, words: common, place: this.community, title: words.notOpened, level: this.headingLevel, onRetry: again })}
      </div>`;
    }
    const bare = this.known?.items.length === 0 && !this.current;
    return html`<div class="fm" lang=${lang}>
      ${staleOf(state, common, again)} ${this.renderHead()}
      <div class="desk ${this.wide && !bare ? 'two' : ''}" @keydown=${this.handleEscape}>
        ${this.known ? this.renderItems(this.known) : panelSkeleton()} ${this.wide ? this.renderBeside() : this.renderSheet()}
      </div>
    </div>`;
  }

  /** What stands above the list: filters, a search. */
  protected renderHead(): TemplateResult | typeof nothing {
    return nothing;
  }

  private renderItems({ items, nextCursor }: Known<T>): TemplateResult {
    if (items.length === 0) return emptyState({ ...this.emptyWords, level: this.headingLevel });
    return renderList({
      label: this.listName,
      rows: items.map((item) => this.rowOf(item)),
      currentId: this.current?.id,
      shown: this.shown,
      more: nextCursor !== null,
      words: this.desk.words,
      onPick: (id, byKeyboard) => {
        this.current = items.find((one) => one.id === id);
        this.told = '';
        // Whoever looks elsewhere is not led back.
        this.#wanted = undefined;
        if (byKeyboard && this.wide) this.#toPaper();
      },
      onRest: () => {
        this.shown += pageLength;
      },
      onMore: () => void this.#more(),
    });
  }

  private renderBeside(): TemplateResult | typeof nothing {
    if (this.current) return this.#paper(this.current, 'yes');
    return this.items.length ? html`<p class="pick">${this.pickWords}</p>` : nothing;
  }

  private renderSheet(): TemplateResult {
    const { client, lang, mode, theme } = this.community;
    return html`<fm-sheet
      .client=${client}
      .lang=${lang}
      .mode=${mode}
      .theme=${theme}
      .open=${this.current !== undefined}
      heading=${this.current ? this.rowOf(this.current).title : ''}
      heading-hidden
      @fm-sheet-close=${(event: Event) => {
        event.stopPropagation();
        this.current = undefined;
      }}
      >${this.current ? this.#paper(this.current, 'no') : nothing}</fm-sheet
    >`;
  }

  #paper(item: T, framed: 'yes' | 'no'): TemplateResult {
    const gone = this.known !== undefined && !this.items.some((one) => one.id === item.id);
    return this.renderCase(item, framed, gone);
  }

  /** It is decided: it leaves the list, and the next one opens, where that is no look at people that nobody meant. */
  protected decided(id: string, words: string): void {
    const { known } = this;
    if (!known) return;
    const { stop, nextIs, noneLeft } = this.desk.words;
    const after = known.items.filter((one) => one.id !== id);
    const next = following(known.items, after, id);
    this.current = this.goesOn ? next : undefined;
    this.list.replace({ ...known, items: after });
    this.told = this.current ? `${words}${stop}${nextIs(this.rowOf(this.current).title)}` : '';
    if (this.current) this.#toPaper();
    else this.dispatchEvent(new DeskSayEvent(next ? words : `${words}${stop}${noneLeft}`));
    if (next && !this.current) this.#toRow(next.id);
    void this.reload();
  }

  /** It has changed and stays where it is. */
  protected changed(item: T, words: string): void {
    const { known } = this;
    if (known) this.list.replace({ ...known, items: known.items.map((one) => (one.id === item.id ? item : one)) });
    this.current = item;
    this.told = words;
    this.#toPaper();
  }

  /** Another question: another list, and nothing in hand. */
  protected letGo(): void {
    this.current = undefined;
    this.told = '';
    this.shown = pageLength;
    this.#wanted = undefined;
  }

  /** It belongs to another list now, whose question stands already: there it stays in hand. */
  protected follow(id: string, words: string): void {
    this.letGo();
    this.#wanted = { id, words };
    void this.reload();
  }

  protected readonly handleAsk = ({ ask }: PaperAskEvent): void => {
    if (ask === 'refresh') void this.reload();
    else {
      [this.current] = this.items;
      this.told = '';
      if (this.current) this.#toPaper();
    }
  };

  /** A paper's wish to see a whole wish is the desk's to fulfil. */
  protected readonly handOn = ({ wish }: DeskOpenWishEvent): void => {
    this.dispatchEvent(new DeskOpenWishEvent(wish));
  };

  /** Escape leads back from the case to its place in the list. */
  private readonly handleEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.wide || !(event.target instanceof FmDeskPaper)) return;
    this.renderRoot.querySelector<HTMLElement>('.queue [aria-current=true], .queue button')?.focus();
  };

  async #more(): Promise<void> {
    const { known } = this;
    if (!known?.nextCursor) return;
    try {
      const page = await this.read(new AbortController().signal, known.nextCursor);
      const now = this.known;
      // Another question was asked meanwhile, or the list was read anew: this page belongs to what is gone.
      if (now?.of !== known.of || now.nextCursor !== known.nextCursor) return;
      const fresh = page.items.filter((item) => !now.items.some(({ id }) => id === item.id));
      this.list.replace({ ...now, items: [...now.items, ...fresh], nextCursor: page.nextCursor });
      this.shown += pageLength;
    } catch {
      this.dispatchEvent(new DeskSayEvent(this.common.words.errors['network.unreachable']));
    }
  }

  #toRow(id: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`.queue [data-id="${id}"]`)?.focus());
  }

  #toPaper(): void {
    void this.updateComplete.then(() => {
      const paper = this.renderRoot.querySelector('.paper');
      if (paper instanceof FmDeskPaper) void paper.focusStart();
    });
  }
}
