import { type Action, complete, type List } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { LiveFact } from '../../shared/controllers/live.ts';
import { ActController } from '../../shared/controllers/act.ts';
import { DueController } from '../../shared/controllers/due.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { moment } from '../../shared/format.ts';
import { icon } from '../../shared/ui/icons.ts';
import { within } from '../../shared/within.ts';
import { meResource } from '../../wish-wall/wish-me.ts';
import { DeskSayEvent } from '../desk-events.ts';
import type { Row } from '../desk-list.ts';
import { FmFilteredPanel } from '../desk-filtered.ts';
import { panelLimit } from '../desk-panel.ts';
import './action-case.define.ts';
import { FmActionCase } from './action-case.ts';
import { categoryName, hasPeople, phaseOf, phaseTag, ticksFrom } from './action-facts.ts';
import { type ActionOver, loadActionOver, renderActionOver } from './action-over.ts';
import { leftOverStyles, unsentStyles } from './actions.styles.ts';
import type { ActionAskEvent, DeskActionEvent } from './events.ts';
import { TickController } from './tick-controller.ts';
import { renderUnsent } from './unsent.ts';
import { actionWords } from './words/index.ts';

const filters = ['soon', 'draft', 'past'] as const;
type Filter = (typeof filters)[number];

/** What each filter asks for. `soon` has what runs now first: it began earlier than what comes. */
const questions = {
  soon: { status: 'open,closed', order: 'soonest' },
  draft: { status: 'draft', order: 'soonest' },
  past: { status: 'finished,cancelled', order: 'newest' },
} as const satisfies Record<Filter, object>;

/**
 * @summary 行动: drafts to publish, what runs now and what comes, what is over; one of them in hand, with its list of people.
 * @fires fm-desk-count @fires fm-desk-say - to the desk; do not bubble
 * @fires fm-action-saved @fires fm-before-act @fires fm-login-required
 */
export class FmDeskActions extends FmFilteredPanel<Action, Filter> {
  static override styles = [FmFilteredPanel.styles, leftOverStyles, unsentStyles];

  protected override filter: Filter = 'soon';
  protected readonly filters: readonly Filter[] = filters;
  protected readonly counted = 'draft';
  @state() private over: ActionOver | undefined;

  private readonly words = new WordsController(this, actionWords);
  private readonly me = meResource(this);
  /** What was left from before a reload goes out as soon as the tab is open. */
  private readonly ticks = new TickController(this, new ActController(this), () => {});

  constructor() {
    super();
    new DueController(this, {
      at: () => this.current && ticksFrom(this.current),
      now: () => this.now(),
      ask: () => void this.reload(),
    });
  }

  /** Opening one looks at people's names, which is logged: somebody has to mean it. */
  protected override readonly opensFirst = false;

  protected override get goesOn(): boolean {
    return this.filter === 'draft';
  }

  protected get said() {
    return this.words.words;
  }

  protected read(signal: AbortSignal, cursor?: string): List<Action> {
    const { client, area } = this.community;
    if (!client) throw new Error('no client');
    return complete(client).actions.list({ area, limit: panelLimit, cursor, ...questions[this.filter] }, { signal });
  }

  protected hears(fact: LiveFact): boolean {
    return fact.type.startsWith('action.');
  }

  protected rowOf(action: Action): Row {
    const { words } = this.words;
    const phase = phaseOf(action, this.now());
    const { taken, places } = action;
    return {
      id: action.id,
      kind: html`${phaseTag(phase, words)}${categoryName(action, this.here)}`,
      when: moment(action.startsAt, this.community.lang, this.now()),
      late: phase === 'over',
      title: action.title,
      facts: [action.place, action.host.name].join(' · '),
      tag: action.status === 'draft' ? nothing : html`<span class="num">${words.taken(taken, places)}</span>`,
    };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.ticks.use(this.me.value?.id ?? '');
  }

  protected override renderHead(): TemplateResult {
    const { words } = this.words;
    const may = this.here?.can.includes('post-action') ?? false;
    const start = html`<button type="button" class="btn line new" @click=${() => void this.#open({ show: 'form', action: undefined })}>${icon('pen')}${words.start}</button>`;
    return html`${this.renderFilters(may ? start : nothing)}
      ${this.current && hasPeople(this.current) ? nothing : html`<div class="left-over">${renderUnsent(this.ticks, words, '')}</div>`}
      ${this.over ? this.renderOver(this.over) : nothing}`;
  }

  private renderOver(over: ActionOver): TemplateResult {
    return renderActionOver(over, {
      place: this.community,
      level: this.headingLevel,
      now: this.now,
      onSaved: (action) => this.#saved(action),
      onToList: () => this.#toList(),
      onLeave: () => {
        this.over = undefined;
      },
    });
  }

  protected renderCase(action: Action, framed: 'yes' | 'no', gone: boolean): TemplateResult {
    return html`<fm-action-case
      class="paper"
      ${within(this.community, this.headingLevel)}
      .now=${this.now}
      .action=${action}
      .staff=${true}
      .told=${this.told}
      .gone=${gone}
      .framed=${framed}
      @fm-desk-action=${this.handleChanged}
      @fm-action-ask=${({ ask }: ActionAskEvent) => void this.#open({ show: ask === 'edit' ? 'form' : 'check-in', action })}
      @fm-paper-ask=${this.handleAsk}
    ></fm-action-case>`;
  }

  async #open(over: ActionOver): Promise<void> {
    try {
      await loadActionOver(over);
      this.over = over;
    } catch {
      this.dispatchEvent(new DeskSayEvent(this.common.words.errors['network.unreachable']));
    }
  }

  /** A new draft is taken in hand among the drafts; what was changed stays where it is. */
  #saved(action: Action): void {
    const { words } = this.words;
    if (this.items.some(({ id }) => id === action.id)) {
      this.changed(action, words.edited);
      void this.reload();
      return;
    }
    this.filter = 'draft';
    this.follow(action.id, words.drafted);
  }

  /** What was published or ended belongs to another filter; there it goes on. */
  private readonly handleChanged = ({ action, words, following }: DeskActionEvent): void => {
    const belongs = questions[this.filter].status.split(',').includes(action.status);
    if (belongs) this.changed(action, words);
    else this.decided(action.id, words);
    if (belongs || following) void this.reload();
  };

  #toList(): void {
    this.over = undefined;
    void this.updateComplete.then(() => {
      const paper = this.renderRoot.querySelector('fm-action-case');
      if (paper instanceof FmActionCase) void paper.focusPeople();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-actions': FmDeskActions;
  }
}
