import { complete, type PointEntry, pointsIn } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AccountList } from '../../points-leaderboard/account-list.ts';
import { entryList, entrySentence, entrySums } from '../../points-leaderboard/entries.ts';
import { entryStyles } from '../../points-leaderboard/entries.styles.ts';
import { whyWords } from '../../points-leaderboard/why-words/index.ts';
import { ActController } from '../../shared/controllers/act.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { actErrorText, errorText } from '../../shared/diagnose.ts';
import { FmElement } from '../../shared/elements.ts';
import { exact } from '../../shared/format.ts';
import { buttonStyles, fieldStyles, stateStyles } from '../../shared/styles/index.ts';
import { ifDefined } from '../../shared/ui/field.ts';
import { icon } from '../../shared/ui/icons.ts';
import { describedBy, field, heading, skeletonLines } from '../../shared/ui/index.ts';
import { caseStyles } from '../case.styles.ts';
import { pointsStyles } from './members.styles.ts';
import { memberWords } from './words/index.ts';

const perPage = 10;

/** The entry that is about to be taken back, and why. */
interface Taking {
  readonly id: string;
  readonly reason: string;
  /** True once it was tried without a reason. */
  readonly wanting: boolean;
}

/**
 * @summary Where a resident's points come from, as a worker sees it: a wrong entry is taken back with a reason, by one of
 * the opposite amount. Asked for when it is opened, because a look at someone is kept on record.
 * @fires fm-before-act @fires fm-login-required
 */
export class FmMemberPoints extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, fieldStyles, stateStyles, caseStyles, entryStyles, pointsStyles];

  /** Whose. */
  @property() member = '';

  @state() private open = false;
  @state() private taking: Taking | undefined;
  /** What became of the last act. */
  @state() private told = '';

  private readonly act = new ActController(this);
  private readonly words = new WordsController(this, memberWords);
  private readonly why = new WordsController(this, whyWords);
  private readonly account = new AccountList(this, {
    key: () => {
      const { client, epoch, lang } = this.community;
      return client && this.open && this.member ? [client, epoch, lang, this.member] : null;
    },
    perPage,
    read: async (page, signal) => {
      const { client } = this.community;
      if (!client) throw new Error('asked without a client');
      return complete(client).points.ofMember(this.member, { period: 'all', ...page }, { signal });
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('member') || !changed.get('member')) return;
    this.act.cancel();
    this.open = false;
    this.taking = undefined;
    this.told = '';
  }

  protected override render(): TemplateResult {
    const { points } = this.words.words;
    return html`<section class="fm points" lang=${this.community.lang}>
      <div>${heading(this.headingLevel, points.title, 'part')}<p class="muted small">${points.hint}</p></div>
      <p role="status" class="done" tabindex="-1">${this.told ? html`${icon('check')}${this.told}` : nothing}</p>
      ${
        this.open
          ? this.renderAccount()
          : html`<p><button type="button" class="btn line" @click=${() => (this.open = true)}>${icon('receipt')}${points.open}</button></p>`
      }
    </section>`;
  }

  private renderAccount(): TemplateResult {
    const { state, value, more } = this.account;
    const { points } = this.words.words;
    const { words } = this.why;
    const common = this.common.words;
    const again = () => void this.account.reload();
    if (state.status === 'error') {
      return html`<p role="alert">${errorText(state.error, common)} <button type="button" class="btn quiet" @click=${again}>${common.retry}</button></p>`;
    }
    // Another one's entries are no skeleton for this one's.
    if (!value || state.status === 'loading')
      return html`<div class="late ghost" aria-hidden="true">${skeletonLines(50, 95, 30, 75)}</div>`;
    const view = { words, lang: this.community.lang, now: Date.now(), act: this.renderTaking };
    return html`<p><b>${points.sum(exact(value.points))}</b></p>
      ${entrySums(value, words)} ${value.items.length ? entryList(value.items, view) : html`<p class="muted">${words.noneEver}</p>`}
      ${
        value.nextCursor
          ? html`<p class="earlier">
              <button type="button" class="btn quiet" aria-disabled=${more === 'busy' ? 'true' : 'false'} @click=${this.account.loadMore}>
                ${more === 'failed' ? words.moreFailed : words.more}
              </button>
            </p>`
          : nothing
      }`;
  }

  private readonly renderTaking = (entry: PointEntry): unknown => {
    if (!entry.can.includes('reverse')) return nothing;
    const { points } = this.words.words;
    const { taking } = this;
    const { state } = this.act;
    // What is being sent is not let go of: nobody would know what became of it.
    const busy = state.status === 'busy';
    if (taking?.id !== entry.id) {
      return html`<p>
        <button
          type="button"
          class="btn quiet take"
          data-entry=${entry.id}
          aria-label="${points.take}：${entrySentence(entry, this.why.words)}"
          ?disabled=${busy}
          @click=${() => this.#begin(entry.id)}
        >${points.take}</button>
      </p>`;
    }
    const box = {
      id: 'reason',
      label: points.why,
      hint: points.whyHint,
      error: taking.wanting && !taking.reason.trim() ? points.whyWanted : undefined,
    };
    return html`<form class="taking" novalidate @submit=${(event: Event) => {
      event.preventDefault();
      void this.#take(entry);
    }}>
      ${field({
        ...box,
        control: html`<div class="input">
          <textarea
            id="reason"
            rows="2"
            maxlength="200"
            .value=${live(taking.reason)}
            aria-invalid=${box.error ? 'true' : nothing}
            aria-describedby=${ifDefined(describedBy(box))}
            @input=${(event: InputEvent) =>
              event.target instanceof HTMLTextAreaElement && ((this.taking = { ...taking, reason: event.target.value }))}
          ></textarea>
        </div>`,
      })}
      <p class="sides">
        <button type="button" class="btn line" ?disabled=${busy} @click=${() => this.#leave(entry.id)}>${points.leave}</button>
        <button type="submit" class="btn grave" ?disabled=${this.act.busy}>${points.really(exact(entry.amount))}</button>
      </p>
      ${
        state.status === 'sign-in'
          ? html`<p role="status">${this.common.words.signInFirst} ${this.act.canAsk ? html`<button type="button" class="btn quiet" @click=${() => this.act.askAgain()}>${this.common.words.signIn}</button>` : nothing}</p>`
          : nothing
      }
      ${state.status === 'failed' ? html`<p class="field-error" role="alert">${actErrorText(state.error, this.common.words)}</p>` : nothing}
    </form>`;
  };

  #begin(id: string): void {
    this.act.cancel();
    this.told = '';
    this.taking = { id, reason: '', wanting: false };
    this.#focus('#reason');
  }

  #leave(id: string): void {
    this.act.cancel();
    this.taking = undefined;
    this.#focus(`[data-entry="${id}"]`);
  }

  async #take(entry: PointEntry): Promise<void> {
    const { client } = this.community;
    const reason = this.taking?.reason.trim();
    if (!client || this.taking?.id !== entry.id) return;
    if (!reason) {
      this.taking = { ...this.taking, wanting: true };
      this.#focus('#reason');
      return;
    }
    const body = { reason };
    const outcome = await this.act.run('reverse', (options) => pointsIn(client).reverse(entry.id, body, options), {
      subject: entry.id,
      body,
    });
    if (!outcome.done) return;
    this.taking = undefined;
    this.told = this.words.words.points.taken(exact(entry.amount));
    await this.account.reload();
    this.#focus('.done');
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-member-points': FmMemberPoints;
  }
}
