import { complete, type Nomination, type Page, type Star } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { LiveFact } from '../../shared/controllers/live.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { day } from '../../shared/format.ts';
import { icon } from '../../shared/ui/icons.ts';
import { within } from '../../shared/within.ts';
import { DeskSayEvent } from '../desk-events.ts';
import { day24, type Row, waited } from '../desk-list.ts';
import { FmFilteredPanel } from '../desk-filtered.ts';
import { works } from '../desk-names.ts';
import { panelLimit } from '../desk-panel.ts';
import type { DeskNominationEvent, DeskStarEvent } from './events.ts';
import './nomination-case.define.ts';
import { nominationTag } from './nomination-view.ts';
import './star-case.define.ts';
import { starDeskWords } from './words/index.ts';

const filters = ['proposed', 'asked', 'consented', 'voting', 'stars', 'out'] as const;
type Filter = (typeof filters)[number];

const statuses: Record<Exclude<Filter, 'stars'>, string> = {
  proposed: 'proposed',
  asked: 'asked',
  consented: 'consented',
  voting: 'voting',
  out: 'declined,withdrawn,not-awarded',
};

/** A line of the list: a nomination, or a star that hangs. */
type Thing = { readonly id: string } & (
  | { readonly kind: 'nomination'; readonly nomination: Nomination }
  | { readonly kind: 'star'; readonly star: Star }
);
const ofNomination = (nomination: Nomination): Thing => ({ id: nomination.id, kind: 'nomination', nomination });
const ofStar = (star: Star): Thing => ({ id: star.id, kind: 'star', star });

/**
 * @summary 微星光: nominations to be read, asked and awarded, and the stars that hang.
 * @fires fm-desk-count @fires fm-desk-say - to the desk; do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmDeskStars extends FmFilteredPanel<Thing, Filter> {
  protected override filter: Filter = 'proposed';
  protected readonly counted = 'proposed';
  @state() private nominating = false;

  private readonly words = new WordsController(this, starDeskWords);

  /** An officer sees the stars that hang: nominations are for workers. */
  protected get filters(): readonly Filter[] {
    return this.here && works(this.here) ? filters : ['stars'];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.filters.includes(this.filter)) this.show('stars');
    super.willUpdate(changed);
  }

  protected get said() {
    return this.words.words;
  }

  protected async read(signal: AbortSignal, cursor?: string): Promise<Page<Thing>> {
    const { client, area } = this.community;
    if (!client) throw new Error('no client');
    const { stars } = complete(client);
    const page = { area, limit: panelLimit, cursor };
    if (this.filter === 'stars') {
      const { items, nextCursor } = await stars.list(page, { signal });
      return { items: items.map(ofStar), nextCursor };
    }
    const order = this.filter === 'proposed' || this.filter === 'asked' ? 'oldest' : 'newest';
    const { items, nextCursor } = await stars.nominations({ ...page, status: statuses[this.filter], order }, { signal });
    return { items: items.map(ofNomination), nextCursor };
  }

  protected hears({ type }: LiveFact): boolean {
    return type.startsWith('star.') || type.startsWith('round.');
  }

  protected rowOf(thing: Thing): Row {
    const { words } = this.words;
    const { lang } = this.community;
    if (thing.kind === 'star') {
      const { id, name, title, period, sentence, awardedAt } = thing.star;
      const kind = html`<span class="tag ok">${words.star}</span>${[title.name, period].join(' · ')}`;
      return { id, kind, when: day(awardedAt, lang, this.now()), title: name, facts: sentence };
    }
    const { id, name, title, period, sentence, status, createdAt, updatedAt } = thing.nomination;
    const waits = status === 'proposed';
    return {
      id,
      kind: html`${nominationTag(thing.nomination, words)}${[title.name, period].join(' · ')}`,
      when: waits ? waited(createdAt, this.desk.words, this.now()) : day(updatedAt, lang, this.now()),
      late: waits && this.now() - Date.parse(createdAt) >= 3 * day24,
      title: name,
      facts: sentence,
    };
  }

  protected override renderHead(): TemplateResult {
    const { words } = this.words;
    const may = this.here?.can.includes('nominate') ?? false;
    const start = html`<button type="button" class="btn line" @click=${() => void this.#nominate()}>${icon('star')}${words.start}</button>`;
    return html`${this.renderFilters(may ? start : nothing)}
      ${this.nominating ? this.renderForm() : nothing}`;
  }

  private renderForm(): TemplateResult {
    return html`<fm-nomination-form
      ${within(this.community, this.headingLevel)}
      .titles=${this.here?.settings.starTitles ?? []}
      .now=${this.now}
      @fm-desk-nomination=${({ nomination, words }: DeskNominationEvent) => this.#follow('proposed', nomination.id, words)}
      @fm-sheet-close=${(event: Event) => {
        // The sheet below is another one.
        event.stopPropagation();
        this.nominating = false;
      }}
    ></fm-nomination-form>`;
  }

  protected renderCase(thing: Thing, framed: 'yes' | 'no', gone: boolean): TemplateResult {
    return thing.kind === 'star'
      ? html`<fm-star-case
          class="paper"
          ${within(this.community, this.headingLevel)}
          .star=${thing.star}
          .told=${this.told}
          .gone=${gone}
          .framed=${framed}
          @fm-desk-star=${this.handleStar}
          @fm-paper-ask=${this.handleAsk}
        ></fm-star-case>`
      : html`<fm-nomination-case
          class="paper"
          ${within(this.community, this.headingLevel)}
          .nomination=${thing.nomination}
          .told=${this.told}
          .gone=${gone}
          .framed=${framed}
          @fm-desk-nomination=${this.handleNomination}
          @fm-paper-ask=${this.handleAsk}
        ></fm-nomination-case>`;
  }

  async #nominate(): Promise<void> {
    try {
      await import('./nomination-form.define.ts');
      this.nominating = true;
    } catch {
      this.dispatchEvent(new DeskSayEvent(this.common.words.errors['network.unreachable']));
    }
  }

  #follow(filter: Filter, id: string, words: string): void {
    this.filter = filter;
    this.follow(id, words);
  }

  private readonly handleNomination = ({ nomination, words }: DeskNominationEvent): void => {
    const belongs = this.filter !== 'stars' && statuses[this.filter].split(',').includes(nomination.status);
    if (belongs) this.changed(ofNomination(nomination), words);
    else this.decided(nomination.id, words);
  };

  private readonly handleStar = ({ id, star, words }: DeskStarEvent): void => {
    if (star) this.changed(ofStar(star), words);
    else this.decided(id, words);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-stars': FmDeskStars;
  }
}
