import { complete, type List, type ModerationCase } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { LiveFact } from '../../shared/controllers/live.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { FmWishChangedEvent } from '../../shared/events.ts';
import { type IconName, icon } from '../../shared/ui/icons.ts';
import { day24, type Row, waited } from '../desk-list.ts';
import { FmDeskPanel, panelLimit } from '../desk-panel.ts';
import { hitName, kindsOf } from '../hits.ts';
import './said-case.define.ts';
import type { SaidDecidedEvent } from './said-case.ts';
import { saidWords } from './words/index.ts';

const states = ['waiting', 'hidden'] as const;
type Which = (typeof states)[number];

const partIcons: Partial<Record<ModerationCase['part'], IconName>> = { photo: 'camera', place: 'place', thanks: 'heart' };

/**
 * @summary 大家说的话: what is said in public and waits for a worker's look, oldest on top, and what workers have hidden.
 * @fires fm-wish-changed - after each decision, with the wish as the server answered it
 * @fires fm-before-act @fires fm-login-required
 */
export class FmDeskModeration extends FmDeskPanel<ModerationCase> {
  @state() private which: Which = 'waiting';
  private readonly words = new WordsController(this, saidWords);

  protected question(): readonly unknown[] {
    return [this.which];
  }

  protected read(signal: AbortSignal, cursor?: string): List<ModerationCase> {
    const { client, area } = this.community;
    if (!client) throw new Error('no client');
    return complete(client).moderation.list({ area, state: this.which, limit: panelLimit, cursor }, { signal });
  }

  protected hears(fact: LiveFact): boolean {
    return fact.type.startsWith('wish.');
  }

  protected get listName(): string {
    return this.words.words.list[this.which];
  }

  protected override get pickWords(): string {
    return this.words.words.pick;
  }

  protected get emptyWords() {
    return { drawing: 'wall', ...this.words.words.empty[this.which] } as const;
  }

  /** The number on the tab is of those that wait, whatever is being looked at. */
  protected override get counts(): boolean {
    return this.which === 'waiting';
  }

  protected rowOf(said: ModerationCase): Row {
    const { words } = this.words;
    const desk = this.desk.words;
    const [found] = kindsOf(said.hits);
    const { length } = said.reports;
    return {
      id: said.id,
      kind: html`${icon(partIcons[said.part] ?? 'pen')}${words.part[said.part]}`,
      when: waited(said.since, desk, this.now()),
      late: this.which === 'waiting' && this.now() - Date.parse(said.since) >= day24,
      title: said.words ?? words.aPhoto,
      facts: [said.writer.name, said.wish.areaName].join(' · '),
      tag: length
        ? html`<span class="tag no">${words.reported(length)}</span>`
        : found
          ? html`<span class="tag wait">${words.wrote(hitName(found, desk.hits))}</span>`
          : nothing,
    };
  }

  protected override renderHead(): TemplateResult {
    const { words } = this.words;
    return html`<div class="chips filters" role="group" aria-label=${words.filter}>
      ${states.map(
        (which) =>
          html`<button type="button" class="chip" aria-pressed=${which === this.which ? 'true' : 'false'} @click=${() => this.handleFilter(which)}>
            ${words.filters[which]}
          </button>`,
      )}
    </div>`;
  }

  protected renderCase(said: ModerationCase, framed: 'yes' | 'no', gone: boolean): TemplateResult {
    const { client, area, lang, mode, theme } = this.community;
    return html`<fm-said-case
      class="paper"
      .client=${client}
      .area=${area}
      .lang=${lang}
      .mode=${mode}
      .theme=${theme}
      .headingLevel=${this.headingLevel}
      .said=${said}
      .told=${this.told}
      .gone=${gone}
      .framed=${framed}
      @fm-said-decided=${this.handleDecided}
      @fm-paper-ask=${this.handleAsk}
      @fm-desk-open-wish=${this.handOn}
    ></fm-said-case>`;
  }

  private handleFilter(which: Which): void {
    if (which === this.which) return;
    this.which = which;
    this.letGo();
  }

  private readonly handleDecided = ({ id, wish, act, words }: SaidDecidedEvent): void => {
    this.decided(id, words);
    this.dispatchEvent(new FmWishChangedEvent(wish, act));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-moderation': FmDeskModeration;
  }
}
