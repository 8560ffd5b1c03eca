import { complete, type List, type ReportInCheck } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { LiveFact } from '../../shared/controllers/live.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { icon } from '../../shared/ui/icons.ts';
import { within } from '../../shared/within.ts';
import { day24, type Row, waited } from '../desk-list.ts';
import { FmDeskPanel, panelLimit } from '../desk-panel.ts';
import './report-in-case.define.ts';
import type { ReportInDecidedEvent } from './report-in-case.ts';
import { reportInWords } from './words/index.ts';

/**
 * @summary 报到: who wants to be at home here, or says that they belong to a party branch; a worker checks it.
 * @fires fm-before-act @fires fm-login-required
 */
export class FmDeskReportIns extends FmDeskPanel<ReportInCheck> {
  private readonly words = new WordsController(this, reportInWords);

  protected question(): readonly unknown[] {
    return [];
  }

  protected read(signal: AbortSignal, cursor?: string): List<ReportInCheck> {
    const { client, area } = this.community;
    if (!client) throw new Error('no client');
    return complete(client).reportIns.list({ area, limit: panelLimit, cursor }, { signal });
  }

  protected hears(fact: LiveFact): boolean {
    return fact.type.startsWith('member.');
  }

  protected get listName(): string {
    return this.words.words.list;
  }

  protected override get pickWords(): string {
    return this.words.words.pick;
  }

  protected get emptyWords() {
    return { drawing: 'door', ...this.words.words.empty } as const;
  }

  protected rowOf(one: ReportInCheck): Row {
    const { words } = this.words;
    return {
      id: one.id,
      kind: html`${icon('home')}${words.kind}`,
      when: waited(one.at, this.desk.words, this.now()),
      late: this.now() - Date.parse(one.at) >= day24,
      title: one.member.name,
      facts: `${one.from?.name ?? words.noHome} → ${one.area.name}`,
      tag: one.organisation ? html`<span class="tag">${words.withBranch}</span>` : nothing,
    };
  }

  protected renderCase(check: ReportInCheck, framed: 'yes' | 'no', gone: boolean): TemplateResult {
    return html`<fm-report-in-case
      class="paper"
      ${within(this.community, this.headingLevel)}
      .check=${check}
      .told=${this.told}
      .gone=${gone}
      .framed=${framed}
      @fm-report-in-decided=${({ id, words }: ReportInDecidedEvent) => this.decided(id, words)}
      @fm-paper-ask=${this.handleAsk}
    ></fm-report-in-case>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-report-ins': FmDeskReportIns;
  }
}
