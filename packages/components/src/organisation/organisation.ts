import type { Action, Wish } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LiveController, ResourceController, WordsController } from '../shared/controllers/index.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import { sayOnce } from '../shared/setup.ts';
import { FmElement } from '../shared/elements.ts';
import { clock, fill } from '../shared/format.ts';
import { toLimit } from '../shared/options.ts';
import { noteStyles } from '../shared/styles/note.styles.ts';
import { buttonStyles, chipStyles, stateStyles, tagStyles } from '../shared/styles/index.ts';
import { errorState, heading, staleLine } from '../shared/ui/index.ts';
import '../shared/ui/toast.define.ts';
import { within } from '../shared/within.ts';
import { FmOrganisationOpenEvent } from './events.ts';
import { heldActions } from './organisation-actions.ts';
import { loadOrganisation, moreOf, type Shown } from './organisation-data.ts';
import { branches, deed, organisationHead, type OrganisationView, representatives } from './organisation-parts.ts';
import { noDeeds, organisationSkeleton, unsetState } from './organisation-states.ts';
import { deedStyles, organisationStyles } from './organisation.styles.ts';
import { organisationWords } from './words/index.ts';

/** What lies over the page: a wish that was pressed. */
interface Opened {
  readonly id: string;
  readonly area: string;
}

/**
 * @tag fm-organisation
 * @summary What an organisation did: what it is, where it stands in the tree of organisations, the wishes it helped with.
 * One walks up and down the tree inside it.
 * @fires fm-organisation-open - Before another one is shown; `preventDefault()` where the page goes there itself.
 * @fires fm-wish-changed - `{ wish, act }`, from what opens here.
 * @fires fm-action-saved - `{ action }`, from what opens here.
 * @fires fm-member-registered - `{ member }`, from what opens here.
 * @slot loading - In the place of the skeletons.
 * @slot empty - In the place of the words where it has helped with nothing yet.
 * @slot error - In the place of the words about an error.
 * @csspart heading - Its name.
 * @csspart card - One wish that it helped with.
 * @csspart message - What is said where nothing is to be shown: it is empty, or something went wrong.
 * @csspart stale - The line above what is not fresh.
 */
export class FmOrganisation extends FmElement {
  static override styles = [
    FmElement.styles,
    buttonStyles,
    chipStyles,
    tagStyles,
    stateStyles,
    noteStyles,
    organisationStyles,
    deedStyles,
  ];

  /**
   * @internal How a wish's sheet gets here. `define.ts` says it; where the element is shown by such a sheet, nobody has to, and
   * titles are only read.
   */
  static loadWish: (() => Promise<unknown>) | undefined;
  /** @internal The same for the page of an action, for its organisers. */
  static loadAction: (() => Promise<unknown>) | undefined;

  /** The slug of the one that is shown. Walking through the tree changes it. */
  @property() organisation = '';
  /** How many wishes come at a time. */
  @property({ type: Number }) limit = 12;
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private opened: Opened | undefined;
  /** The action in hand, or the form of a new one. */
  @state() private keeping: { readonly action: Action | undefined } | undefined;
  @state() private more: 'idle' | 'busy' | 'failed' = 'idle';
  @state() private allActions = false;
  @state() private said = '';

  private readonly words = new WordsController(this, organisationWords);
  /** Where the walk began that is under way. */
  #walk: { readonly from: string; readonly name: string } | undefined;
  private readonly shown: ResourceController<Shown> = new ResourceController<Shown>(this, {
    key: () => {
      const { client, lang, epoch } = this.community;
      return client && this.organisation ? [client, this.organisation, lang, epoch, toLimit(this.limit, 12)] : null;
    },
    isEmpty: ({ wishes }) => wishes.length === 0,
    load: (signal) => {
      const { client } = this.community;
      if (!client) throw new Error('fm-organisation has no client');
      const { value } = this.shown;
      const many = value?.page.slug === this.organisation ? value.wishes.length : 0;
      return loadOrganisation(client, this.organisation, Math.max(toLimit(this.limit, 12), many), signal);
    },
  });

  constructor() {
    super();
    new MinuteController(this);
    new LiveController(this, (fact) => {
      const everything = fact.type === 'resync' || fact.type === 'consent.changed';
      const shown = [...(this.shown.value?.wishes ?? []), ...(this.shown.value?.actions ?? [])];
      if (everything || shown.some(({ id }) => 'id' in fact && id === fact.id)) void this.reload();
    });
  }

  /** Asks again; what is shown stays meanwhile. */
  reload(): Promise<void> {
    return this.shown.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('organisation')) return;
    this.more = 'idle';
    this.allActions = false;
  }

  protected override updated(): void {
    const walk = this.#walk;
    const { state } = this.shown;
    if (!walk || state.status === 'loading') return;
    this.#walk = undefined;
    if (state.status === 'error') {
      // A branch that does not open is no reason to lose the page one came from.
      this.organisation = walk.from;
      this.said = this.words.words.couldNotGo(walk.name);
    } else this.shadowRoot?.querySelector<HTMLElement>('.name')?.focus();
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    return html`<div class="fm whole" lang=${lang}>
      ${this.renderState()}
      <fm-toast .lang=${lang} .mode=${mode} .theme=${theme} .text=${this.said} tone="bad" @fm-toast-close=${() => (this.said = '')}></fm-toast>
    </div>`;
  }

  private renderState(): TemplateResult {
    const { state, value } = this.shown;
    const { words } = this.words;
    const common = this.common.words;
    const level = this.headingLevel;
    const { client } = this.community;
    // An organisation has one address in its district: no area is needed.
    if (!client || state.status === 'error') {
      const onRetry = () => void this.reload();
      const error = state.status === 'error' ? state.error : undefined;
      const problem = client ? undefined : 'no-provider';
      return html`<slot name="error"
        >${errorState({ error, ...(problem && { problem }), words: common, place: this.community, title: words.error, level, onRetry })}</slot
      >`;
    }
    if (!this.organisation) {
      sayOnce(words.unset);
      return html`<slot name="error">${unsetState(words, this.community, level)}</slot>`;
    }
    if (!value) return html`<slot name="loading">${organisationSkeleton()}</slot>`;
    return this.renderPage(value);
  }

  private renderPage(shown: Shown): TemplateResult {
    const { words } = this.words;
    const common = this.common.words;
    const { state } = this.shown;
    const { page, wishes } = shown;
    const level = this.headingLevel;
    const view: OrganisationView = {
      words,
      common,
      lang: this.community.lang,
      level,
      now: this.now(),
      onGo: (slug, name) => this.#go(slug, name),
      onOpen: FmOrganisation.loadWish && ((wish) => void this.#open(wish)),
    };
    const old = state.status === 'stale' || state.status === 'offline';
    return html`
      ${old ? staleLine(fill(common.stale, { time: clock(state.since) }), common.refresh, () => void this.reload()) : nothing}
      <div aria-busy=${state.status === 'loading' ? 'true' : 'false'}>
        ${organisationHead(page, view)} ${branches(page, view)}
        ${heldActions(
          {
            actions: shown.actions,
            mayStart: shown.represents,
            all: this.allActions,
            onAction: FmOrganisation.loadAction && ((action) => void this.#keep(action)),
            onAll: (all) => {
              this.allActions = all;
            },
          },
          view,
        )}
        <section class="sec">
          ${heading(level + 1, words.wishes, 'sec-name')}
          ${
            wishes.length
              ? html`<ul class="notes">
                  ${wishes.map((wish) => deed(wish, page, view))}
                </ul>`
              : html`<slot name="empty">${noDeeds(words, level + 2)}</slot>`
          }
          ${shown.nextCursor === null ? nothing : this.renderMore()}
        </section>
        ${shown.representatives ? representatives(shown.representatives, view) : nothing}
      </div>
      ${this.opened ? this.renderOpened(this.opened) : nothing} ${this.keeping ? this.renderKeeping(this.keeping.action) : nothing}
    `;
  }

  private renderKeeping(action: Action | undefined): TemplateResult {
    const { client, lang, mode, theme } = this.community;
    return html`<fm-action-keeper
      .client=${client}
      .area=${this.shown.value?.page.area.slug ?? ''}
      .lang=${lang}
      .mode=${mode}
      .theme=${theme}
      .headingLevel=${this.headingLevel + 1}
      .host=${this.organisation}
      .action=${action}
      @fm-action-saved=${() => void this.reload()}
      @fm-sheet-close=${() => (this.keeping = undefined)}
    ></fm-action-keeper>`;
  }

  private renderMore(): TemplateResult {
    const { more, moreFailed } = this.words.words;
    return html`<p class="more">
      <button type="button" class="btn line" aria-disabled=${this.more === 'busy' ? 'true' : 'false'} @click=${this.handleMore}>
        ${this.more === 'failed' ? moreFailed : more}
      </button>
    </p>`;
  }

  private renderOpened({ id, area }: Opened): TemplateResult {
    const { client, lang, mode, theme } = this.community;
    return html`<fm-wish-detail
      ${within({ client, area, lang, mode, theme }, this.headingLevel + 1)}
      .wishId=${id}
      @fm-wish-changed=${() => void this.reload()}
      @fm-sheet-close=${() => (this.opened = undefined)}
    ></fm-wish-detail>`;
  }

  #go(slug: string, name: string): void {
    if (!this.dispatchEvent(new FmOrganisationOpenEvent(slug))) return;
    this.#walk = { from: this.organisation, name };
    this.organisation = slug;
  }

  async #open({ id, area }: Wish): Promise<void> {
    try {
      await FmOrganisation.loadWish?.();
      this.opened = { id, area };
    } catch {
      this.said = this.common.words.errors['network.unreachable'];
    }
  }

  async #keep(action: Action | undefined): Promise<void> {
    try {
      await FmOrganisation.loadAction?.();
      this.keeping = { action };
    } catch {
      this.said = this.common.words.errors['network.unreachable'];
    }
  }

  private readonly handleMore = async (): Promise<void> => {
    const { client } = this.community;
    const { value } = this.shown;
    if (!client || !value || this.more === 'busy') return;
    this.more = 'busy';
    const { slug } = value.page;
    try {
      const longer = await moreOf(client, value, toLimit(this.limit, 12));
      if (this.shown.value?.page.slug !== slug || this.organisation !== slug) return;
      this.shown.replace(longer);
      this.more = 'idle';
    } catch {
      if (this.organisation === slug) this.more = 'failed';
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-organisation': FmOrganisation;
  }
}
