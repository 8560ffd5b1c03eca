import { type Action, complete } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DueController } from '../../shared/controllers/due.ts';
import { LiveController } from '../../shared/controllers/live.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { FmElement } from '../../shared/elements.ts';
import { FmSheetCloseEvent } from '../../shared/events.ts';
import '../../shared/ui/sheet.define.ts';
import { within } from '../../shared/within.ts';
import './action-case.define.ts';
import type { FmActionCase } from './action-case.ts';
import { ticksFrom } from './action-facts.ts';
import { type ActionOver, loadActionOver, renderActionOver } from './action-over.ts';
import { type ActionAskEvent, type DeskActionEvent, FmActionSavedEvent } from './events.ts';
import { actionWords } from './words/index.ts';

/**
 * @summary One action for a representative who looks after it and has no desk: its page in a sheet, with its form and its
 * check-in screen. Without an action it is the form of a new one.
 * @fires fm-action-saved - drafted or changed
 * @fires fm-sheet-close - closed, by whatever way: who opened it takes it away
 */
export class FmActionKeeper extends FmElement {
  @property({ attribute: false }) action: Action | undefined;
  /** The slug of the organisation that would hold a new one. */
  @property() host = '';
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private over: ActionOver | undefined;
  @state() private told = '';
  @query('fm-action-case') private readonly case!: FmActionCase | null;

  private readonly words = new WordsController(this, actionWords);
  /** Counts the questions and the acts. */
  #asked = 0;

  constructor() {
    super();
    new LiveController(this, (fact) => {
      if (fact.type === 'resync' || ('id' in fact && fact.id === this.action?.id)) void this.#refresh();
    });
    new DueController(this, {
      at: () => this.action && ticksFrom(this.action),
      now: () => this.now(),
      ask: () => void this.#refresh(),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated && !this.action) void this.#open({ show: 'form', action: undefined });
    if (changed.has('action') && changed.get('action')?.id !== this.action?.id) this.told = '';
  }

  protected override render(): TemplateResult {
    const { client, lang, mode, theme } = this.community;
    const { action } = this;
    return html`${
      action
        ? html`<fm-sheet .client=${client} .lang=${lang} .mode=${mode} .theme=${theme} open heading=${action.title} heading-hidden>
              <fm-action-case
                ${within(this.community, this.headingLevel)}
                .now=${this.now}
                .action=${action}
                .told=${this.told}
                framed="no"
                @fm-desk-action=${({ action: fresh, words }: DeskActionEvent) => this.#changed(fresh, words)}
                @fm-action-ask=${({ ask }: ActionAskEvent) => void this.#open({ show: ask === 'edit' ? 'form' : 'check-in', action })}
              ></fm-action-case>
            </fm-sheet>`
        : nothing
    }
      ${
        this.over
          ? renderActionOver(this.over, {
              place: this.community,
              level: this.headingLevel,
              now: this.now,
              host: this.host,
              onSaved: (fresh) => {
                if (!this.action) return;
                this.#asked++;
                this.action = fresh;
                this.told = this.words.words.edited;
              },
              onToList: () => {
                this.over = undefined;
                void this.updateComplete.then(() => this.case?.focusPeople());
              },
              onLeave: () => {
                this.over = undefined;
                if (!this.action) this.dispatchEvent(new FmSheetCloseEvent());
              },
            })
          : nothing
      }`;
  }

  #changed(action: Action, words: string): void {
    this.#asked++;
    this.action = action;
    this.told = words;
    this.dispatchEvent(new FmActionSavedEvent(action));
  }

  async #open(over: ActionOver): Promise<void> {
    try {
      await loadActionOver(over);
      this.over = over;
    } catch {
      this.told = this.common.words.errors['network.unreachable'];
      if (!this.action) this.dispatchEvent(new FmSheetCloseEvent());
    }
  }

  async #refresh(): Promise<void> {
    const { client } = this.community;
    const { action } = this;
    if (!client || !action) return;
    const asked = ++this.#asked;
    try {
      const fresh = await complete(client).actions.get(action.id);
      // An answer that another question, or an act, has overtaken is older than what is shown.
      if (this.action?.id === fresh.id && asked === this.#asked) this.action = fresh;
    } catch {
      // What is shown stays; the next act says what is wrong.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-action-keeper': FmActionKeeper;
  }
}
