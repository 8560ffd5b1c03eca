import { complete, type List, type Round } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { DueController } from '../../shared/controllers/due.ts';
import type { LiveFact } from '../../shared/controllers/live.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { moment } from '../../shared/format.ts';
import { icon } from '../../shared/ui/icons.ts';
import { within } from '../../shared/within.ts';
import { DeskSayEvent } from '../desk-events.ts';
import type { Row } from '../desk-list.ts';
import { FmFilteredPanel } from '../desk-filtered.ts';
import { panelLimit } from '../desk-panel.ts';
import type { DeskRoundEvent, RoundDiscardedEvent, RoundEditEvent } from './events.ts';
import './round-case.define.ts';
import { phaseTag } from './round-facts.ts';
import { roundWords } from './words/index.ts';

const filters = ['open', 'draft', 'closed'] as const;
type Filter = (typeof filters)[number];

/** That somebody voted is told to nobody, so how many did is asked for now and then. */
const countEvery = 60_000;

/**
 * @summary 投票: drafts to open, what is voted on now, what is over; one of them in hand.
 * @fires fm-desk-count @fires fm-desk-say - to the desk; do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmDeskRounds extends FmFilteredPanel<Round, Filter> {
  protected override filter: Filter = 'open';
  protected readonly filters: readonly Filter[] = filters;
  protected readonly counted = 'draft';
  /** The draft that is changed, or a new one. */
  @state() private writing: { readonly round: Round | undefined } | undefined;

  private readonly words = new WordsController(this, roundWords);
  #readAt = 0;

  constructor() {
    super();
    new DueController(this, {
      at: () => (this.filter === 'open' && this.items.length ? this.#readAt + countEvery : undefined),
      now: () => this.now(),
      ask: () => void this.reload(),
    });
  }

  protected get said() {
    return this.words.words;
  }

  protected read(signal: AbortSignal, cursor?: string): List<Round> {
    const { client, area } = this.community;
    if (!client) throw new Error('no client');
    this.#readAt = this.now();
    return complete(client).rounds.list({ area, limit: panelLimit, cursor, status: this.filter }, { signal });
  }

  protected hears(fact: LiveFact): boolean {
    return fact.type.startsWith('round.');
  }

  protected rowOf(round: Round): Row {
    const { words } = this.words;
    const { lang } = this.community;
    const now = this.now();
    const begun = Date.parse(round.opensAt) <= now;
    return {
      id: round.id,
      kind: html`${phaseTag(round, words, now)}${words.of[round.of]}`,
      when:
        round.closedAt !== null
          ? words.ended(moment(round.closedAt, lang, now))
          : begun || round.status !== 'open'
            ? words.until(moment(round.closesAt, lang, now))
            : words.from(moment(round.opensAt, lang, now)),
      title: round.title,
      facts: round.areaName,
      tag: round.status === 'draft' ? nothing : html`<span class="num">${words.turnout(round.turnout.ballots)}</span>`,
    };
  }

  protected override renderHead(): TemplateResult {
    const { words } = this.words;
    const may = this.here?.can.includes('post-round') ?? false;
    const start = html`<button type="button" class="btn line" @click=${() => void this.#write(undefined)}>${icon('pen')}${words.start}</button>`;
    return html`${this.renderFilters(may ? start : nothing)}
      ${this.writing ? this.renderForm(this.writing.round) : nothing}`;
  }

  private renderForm(round: Round | undefined): TemplateResult {
    const features = this.here?.settings.features ?? [];
    return html`<fm-round-form
      ${within(this.community, this.headingLevel)}
      .round=${round}
      .of=${(['projects', 'stars'] as const).filter((of) => features.includes(of))}
      .now=${this.now}
      @fm-desk-round=${({ round: saved, words }: DeskRoundEvent) => this.#saved(saved, words)}
      @fm-sheet-close=${(event: Event) => {
        // The sheet below is another one.
        event.stopPropagation();
        this.writing = undefined;
      }}
    ></fm-round-form>`;
  }

  protected renderCase(round: Round, framed: 'yes' | 'no', gone: boolean): TemplateResult {
    return html`<fm-round-case
      class="paper"
      ${within(this.community, this.headingLevel)}
      .now=${this.now}
      .round=${round}
      .told=${this.told}
      .gone=${gone}
      .framed=${framed}
      @fm-desk-round=${this.handleRound}
      @fm-round-discarded=${({ id, words }: RoundDiscardedEvent) => this.decided(id, words)}
      @fm-round-edit=${({ round: draft }: RoundEditEvent) => void this.#write(draft)}
      @fm-paper-ask=${this.handleAsk}
    ></fm-round-case>`;
  }

  async #write(round: Round | undefined): Promise<void> {
    try {
      await import('./round-form.define.ts');
      this.writing = { round };
    } catch {
      this.dispatchEvent(new DeskSayEvent(this.common.words.errors['network.unreachable']));
    }
  }

  #saved(round: Round, words: string): void {
    if (this.items.some(({ id }) => id === round.id)) this.changed(round, words);
    else this.#follow(round, words);
  }

  /** What was drafted, opened or closed goes on where it belongs now, and stays in hand. */
  #follow(round: Round, words: string): void {
    this.filter = round.status;
    this.follow(round.id, words);
  }

  private readonly handleRound = ({ round, words }: DeskRoundEvent): void => {
    if (round.status === this.filter) this.changed(round, words);
    else this.#follow(round, words);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-rounds': FmDeskRounds;
  }
}
