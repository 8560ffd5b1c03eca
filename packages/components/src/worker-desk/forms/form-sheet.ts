import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { ActController } from '../../shared/controllers/act.ts';
import { FmElement } from '../../shared/elements.ts';
import { FmSheetCloseEvent } from '../../shared/events.ts';
import { buttonStyles, chipStyles, fieldStyles } from '../../shared/styles/index.ts';
import '../../shared/ui/sheet.define.ts';
import type { FmSheet } from '../../shared/ui/sheet.ts';
import { choiceStyles } from '../../wish-wall/wish-choices.styles.ts';
import { meResource } from '../../wish-wall/wish-me.ts';
import { DeskForm } from './desk-form.ts';
import { deskFormStyles, formSheetStyles } from './form.styles.ts';

/** How the sheet begins: what is written, what it is for, and the way back where it went on with a draft. */
interface FormHead {
  readonly title: string;
  readonly intro: string;
  readonly found: string;
  readonly startOver: string;
}

/** Something new that a worker writes down, in a sheet of its own over the desk. What is written survives a reload. */
export abstract class FmDeskFormSheet extends FmElement {
  static override styles = [
    FmElement.styles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    choiceStyles,
    deskFormStyles,
    formSheetStyles,
  ];

  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;
  @query('fm-sheet') private readonly sheet!: FmSheet | null;

  protected readonly act = new ActController(this);
  protected readonly me = meResource(this);
  protected readonly form = new DeskForm(this, () => this.me.value?.id);

  protected renderSheet({ title, intro, found, startOver }: FormHead, content: TemplateResult): TemplateResult {
    const { lang, mode, theme } = this.community;
    const { form } = this;
    return html`<fm-sheet open heading-hidden heading=${title} lang=${lang} mode=${mode} theme=${theme}>
      <div class="fm pane" lang=${lang}>
        <header>
          <div role="heading" aria-level=${this.headingLevel} tabindex="-1" id="head">${title}</div>
          <p class="muted">${intro}</p>
          ${form.found ? html`<p class="draft">${found}<button type="button" class="btn quiet" @click=${() => form.startOver()}>${startOver}</button></p>` : nothing}
        </header>
        ${content}
      </div>
    </fm-sheet>`;
  }

  protected readonly close = (): void => {
    if (this.sheet?.open) this.sheet.close();
    else this.dispatchEvent(new FmSheetCloseEvent());
  };
}
