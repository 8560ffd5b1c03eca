import { complete } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ActController, ResourceController, WordsController } from '../shared/controllers/index.ts';
import { errorText, requestIdText } from '../shared/diagnose.ts';
import { FmElement } from '../shared/elements.ts';
import { buttonStyles, stateStyles } from '../shared/styles/index.ts';
import { type IconName, icon } from '../shared/ui/icons.ts';
import { heading, skeletonLines } from '../shared/ui/index.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import { within } from '../shared/within.ts';
import type { OpenCard } from './card-data.ts';
import './card-export.define.ts';
import { loadUnfinished, type Unfinished } from './card-unfinished.ts';
import { signInLine } from './card-view.ts';
import { FmMemberErasedEvent } from './events.ts';
import { eraseStyles } from './rights.styles.ts';
import { cardWords } from './words/index.ts';

/** How the last try went, besides what `ActController` knows. */
type Try = 'none' | 'unsure' | 'someone-else';

/**
 * @summary 清掉我的资料: says what goes, what stays and what becomes of what is under way, offers to take a copy first,
 * and does it only after 我想好了.
 * @fires fm-member-erased - it is done; the portal signs them out
 * @fires fm-sheet-close
 * @fires fm-before-act @fires fm-login-required
 */
export class FmCardErase extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, stateStyles, eraseStyles];

  @property({ attribute: false }) card: OpenCard | undefined;
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private ready = false;
  @state() private last: Try = 'none';
  @query('fm-sheet') private sheet!: FmSheet;

  private readonly words = new WordsController(this, cardWords);
  private readonly act = new ActController(this);
  private readonly unfinished = new ResourceController<Unfinished>(this, {
    reflect: false,
    key: () => (this.community.client && this.card ? [this.community.client, this.card] : null),
    load: async (signal) => {
      const { client } = this.community;
      if (!client || !this.card) throw new Error('fm-card-erase has no card');
      return loadUnfinished(client, this.card, signal);
    },
  });

  protected override render(): TemplateResult {
    const { client, lang, mode, theme } = this.community;
    const { erase } = this.words.words;
    const common = this.common.words;
    const busy = this.act.isBusy('erase');
    return html`<fm-sheet
      .client=${client}
      .lang=${lang}
      .mode=${mode}
      .theme=${theme}
      .open=${true}
      .headingLevel=${this.headingLevel}
      heading=${erase.title}
    >
      <div class="fm" lang=${lang}>
        <div class="parts">
          <p class="muted">${erase.lead}</p>
          ${this.renderWhat()} ${this.renderCopy()}
          <div class="sure">
            <label class="ready">
              <input
                type="checkbox"
                name="ready"
                aria-describedby="ready-hint"
                .checked=${this.ready}
                @change=${(event: Event) => {
                  if (event.target instanceof HTMLInputElement) this.ready = event.target.checked;
                }}
              />
              <span><b>${erase.ready}</b><small id="ready-hint">${erase.readyHint}</small></span>
            </label>
            <div role="alert">${this.renderTrouble()}</div>
            ${this.act.state.status === 'sign-in' ? signInLine(common, this.act) : nothing}
            <p class="go">
              <button type="button" class="btn danger" ?disabled=${!this.ready} aria-disabled=${busy ? 'true' : nothing} @click=${this.handleErase}>
                ${busy ? erase.acting : erase.act}
              </button>
              <button type="button" class="btn line" @click=${() => this.sheet.close()}>${common.cancel}</button>
            </p>
          </div>
        </div>
      </div>
    </fm-sheet>`;
  }

  private renderWhat(): TemplateResult {
    const { erase } = this.words.words;
    const { value, state } = this.unfinished;
    const goes = [...erase.goesItems, ...(this.card?.me.branch ? [erase.goesBranch] : [])];
    const stays = [...erase.staysItems, ...(value?.forOrganisations ? [erase.staysOrganisation(value.forOrganisations)] : [])];
    const open = value ? this.#open(value) : state.status === 'error' ? [errorText(state.error, this.common.words)] : undefined;
    return html`<div class="what">
      ${this.renderPart(erase.open, 'clock', open?.length ? open : [erase.nothingOpen], !open)}
      ${this.renderPart(erase.goes, 'x', goes)} ${this.renderPart(erase.stays, 'check', stays)}
    </div>`;
  }

  private renderPart(name: string, sign: IconName, items: readonly string[], counting = false): TemplateResult {
    return html`<section>
      ${heading(this.headingLevel + 1, name, 'part')}
      ${
        counting
          ? html`<div class="counting"><span class="vh" role="status">${this.words.words.erase.counting}</span>${skeletonLines(75, 50)}</div>`
          : html`<ul>
              ${items.map((item) => html`<li>${icon(sign)}<span>${item}</span></li>`)}
            </ul>`
      }
    </section>`;
  }

  private renderCopy(): TemplateResult {
    const { erase } = this.words.words;
    return html`<section class="copy">
      <div>
        ${heading(this.headingLevel + 1, erase.first, 'part')}
        <p class="small muted">${erase.firstText}</p>
      </div>
      <fm-card-export ${within(this.community)} .now=${this.now} look="line"></fm-card-export>
    </section>`;
  }

  private renderTrouble(): TemplateResult | typeof nothing {
    const { erase } = this.words.words;
    const { state } = this.act;
    const words = this.common.words;
    if (this.last === 'someone-else') return html`<p class="bad">${erase.someoneElse}</p>`;
    if (state.status !== 'failed') return nothing;
    const id = requestIdText(state.error, words);
    return html`<p class="bad">${errorText(state.error, words)}${this.last === 'unsure' ? erase.unsure : erase.nothingErased}</p>
      ${id ? html`<p class="tiny muted num">${id}</p>` : nothing}`;
  }

  #open({ waiting, promisedToThem, toConfirm, promised, awaiting }: Unfinished): string[] {
    const { erase } = this.words.words;
    const reportIn = this.card?.me.waitingReportIn;
    return [
      ...(waiting ? [erase.openWishes(waiting)] : []),
      ...(promisedToThem ? [erase.openHelped(promisedToThem)] : []),
      ...(toConfirm ? [erase.toConfirm(toConfirm)] : []),
      ...(promised ? [erase.promised(promised)] : []),
      ...(awaiting ? [erase.awaiting(awaiting)] : []),
      ...(reportIn ? [erase.reportIn(reportIn.area.name)] : []),
    ];
  }

  private readonly handleErase = async (): Promise<void> => {
    const { client } = this.community;
    const { card } = this;
    if (!client || !card || !this.ready || this.act.busy) return;
    const { me } = complete(client);
    const before = this.last;
    this.last = 'none';
    const outcome = await this.act.run(
      'erase',
      async (options) => {
        // While a sign-in was waited for, somebody else may have come: nobody erases another.
        const { id } = await me.get({ signal: options.signal });
        return id === card.me.id ? me.erase(options) : null;
      },
      { subject: card.me.id, body: {} },
    );
    if (outcome.done) {
      if (outcome.value) this.#gone(outcome.value.erasedAt);
      else this.last = 'someone-else';
      return;
    }
    if (outcome.why === 'cancelled') return;
    // The answer to the first try was lost; that the account is closed now says that it was done.
    if (before === 'unsure' && outcome.error?.code === 'token.revoked') this.#gone(new Date(this.now()).toISOString());
    else this.last = before === 'unsure' || outcome.error?.saved === 'unknown' ? 'unsure' : 'none';
  };

  #gone(erasedAt: string): void {
    this.dispatchEvent(new FmMemberErasedEvent(erasedAt));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-card-erase': FmCardErase;
  }
}
