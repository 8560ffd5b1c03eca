import { complete, type List, type ModerationCase } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { LiveFact } from '../../shared/controllers/live.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { FmWishChangedEvent } from '../../shared/events.ts';
import { type IconName, icon } from '../../shared/ui/icons.ts';
import { within } from '../../shared/within.ts';
import { day24, type Row, waited } from '../desk-list.ts';
import { FmFilteredPanel } from '../desk-filtered.ts';
import { panelLimit } from '../desk-panel.ts';
import { hitName, kindsOf } from '../hits.ts';
import './said-case.define.ts';
import type { SaidDecidedEvent } from './said-case.ts';
import { partName, wholeOf } from './said-view.ts';
import { saidWords } from './words/index.ts';

const filters = ['waiting', 'hidden'] as const;
type Filter = (typeof filters)[number];

const partIcons: Partial<Record<ModerationCase['part'], IconName>> = {
  photo: 'camera',
  portrait: 'camera',
  place: 'place',
  thanks: 'heart',
};

/**
 * @summary 大家说的话: what is said in public and waits for a worker's look, oldest on top, and what workers have hidden.
 * @fires fm-wish-changed - after each decision, with the wish as the server answered it
 * @fires fm-before-act @fires fm-login-required
 */
export class FmDeskModeration extends FmFilteredPanel<ModerationCase, Filter> {
  protected override filter: Filter = 'waiting';
  protected readonly filters: readonly Filter[] = filters;
  protected readonly counted = 'waiting';
  private readonly words = new WordsController(this, saidWords);

  protected get said() {
    return this.words.words;
  }

  protected read(signal: AbortSignal, cursor?: string): List<ModerationCase> {
    const { client, area } = this.community;
    if (!client) throw new Error('no client');
    return complete(client).moderation.list({ area, state: this.filter, limit: panelLimit, cursor }, { signal });
  }

  protected hears(fact: LiveFact): boolean {
    return fact.type.startsWith('wish.') || fact.type.includes('.part-');
  }

  protected rowOf(said: ModerationCase): Row {
    const { words } = this.words;
    const desk = this.desk.words;
    const [found] = kindsOf(said.hits);
    const { length } = said.reports;
    return {
      id: said.id,
      kind: html`${icon(partIcons[said.part] ?? 'pen')}${partName(said, words)}`,
      when: waited(said.since, desk, this.now()),
      late: this.filter === 'waiting' && this.now() - Date.parse(said.since) >= day24,
      title: said.words ?? words.aPhoto,
      facts: [said.writer.name, wholeOf(said)?.areaName].join(' · '),
      tag: length
        ? html`<span class="tag no">${words.reported(length)}</span>`
        : found
          ? html`<span class="tag wait">${words.wrote(hitName(found, desk.hits))}</span>`
          : nothing,
    };
  }

  protected override renderHead(): TemplateResult {
    return this.renderFilters();
  }

  protected renderCase(said: ModerationCase, framed: 'yes' | 'no', gone: boolean): TemplateResult {
    return html`<fm-said-case
      class="paper"
      ${within(this.community, this.headingLevel)}
      .said=${said}
      .told=${this.told}
      .gone=${gone}
      .framed=${framed}
      @fm-said-decided=${this.handleDecided}
      @fm-paper-ask=${this.handleAsk}
      @fm-desk-open-wish=${this.handOn}
    ></fm-said-case>`;
  }

  private readonly handleDecided = ({ id, wish, act, words }: SaidDecidedEvent): void => {
    this.decided(id, words);
    if (wish) this.dispatchEvent(new FmWishChangedEvent(wish, act));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-moderation': FmDeskModeration;
  }
}
