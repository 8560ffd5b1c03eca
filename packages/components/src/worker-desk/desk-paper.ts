import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ActController } from '../shared/controllers/act.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { FmElement } from '../shared/elements.ts';
import { buttonStyles, chipStyles, fieldStyles, stateStyles, tagStyles } from '../shared/styles/index.ts';
import { icon } from '../shared/ui/icons.ts';
import { caseStyles } from './case.styles.ts';
import { troubleOf } from './forms/trouble.ts';
import { deskWords } from './words/index.ts';

/** The worker wants the next one, or what is known anew. Stays inside the panel. */
export class PaperAskEvent extends Event {
  constructor(readonly ask: 'next' | 'refresh') {
    super('fm-paper-ask');
  }
}

/** One case on paper: what was said of the act before, the case, its acts. What a case is, each tab says. */
export abstract class FmDeskPaper extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, chipStyles, fieldStyles, tagStyles, stateStyles, caseStyles];

  /** Someone else has decided it meanwhile: it can be read, and nothing more. */
  @property({ type: Boolean }) gone = false;
  /** What became of the act before. */
  @property({ attribute: false }) told = '';
  /** `no` inside a sheet, which is its paper already. */
  @property({ reflect: true }) framed = 'yes';

  protected readonly act = new ActController(this);
  protected readonly desk = new WordsController(this, deskWords);

  /** To the case itself, so that a keyboard or a screen reader begins there. */
  async focusStart(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.wish')?.focus();
  }

  /** The frame of every paper; `gone` says in the tab's words what happened meanwhile. */
  protected renderPaper(gone: string, content: TemplateResult): TemplateResult {
    return html`<div class="fm" lang=${this.community.lang}>
      <article class="case">
        <div role="status">
          ${this.told ? html`<p class="told">${icon('check')}${this.told}</p>` : nothing}
          ${this.gone ? html`<p class="gone">${gone}<button type="button" class="btn line" @click=${() => this.ask('next')}>${this.desk.words.next}</button></p>` : nothing}
        </div>
        ${content}
      </article>
    </div>`;
  }

  /** What went wrong, and the way to the sign-in where that is what is missing. */
  protected renderTrouble(): TemplateResult | typeof nothing {
    return troubleOf(this.act, this.common.words);
  }

  protected ask(ask: PaperAskEvent['ask']): void {
    this.dispatchEvent(new PaperAskEvent(ask));
  }

  protected focusOn(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-paper-ask': PaperAskEvent;
  }
}
