import type { Organisation, OrganisationPage } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LiveController } from '../../shared/controllers/live.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { FmElement } from '../../shared/elements.ts';
import { buttonStyles, stateStyles, tagStyles } from '../../shared/styles/index.ts';
import '../../shared/ui/drawings.ts';
import { icon } from '../../shared/ui/icons.ts';
import { emptyState, errorState } from '../../shared/ui/index.ts';
import '../../shared/ui/sheet.define.ts';
import { within } from '../../shared/within.ts';
import { DeskOpenWishEvent } from '../desk-events.ts';
import { walk } from '../desk-list.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import { panelSkeleton, staleOf } from '../desk-states.ts';
import { deskStyles, queueStyles } from '../desk.styles.ts';
import { deskWords } from '../words/index.ts';
import './organisation-new.define.ts';
import type { OrganisationRegisteredEvent } from './organisation-new.ts';
import './organisation-page.define.ts';
import type { OrganisationGoEvent } from './organisation-page.ts';
import { treeStyles } from './organisations.styles.ts';
import { type Branch, treeOf } from './tree.ts';
import { organisationWords } from './words/index.ts';

/** More than any district has. */
const most = 500;

/** What lies beside the tree, or over it on a phone. */
type InHand = { readonly show: 'page'; readonly slug: string; readonly name: string } | { readonly show: 'new' };

/**
 * @summary 组织: the tree of the area's organisations, the page of each with its representatives, and registering one.
 * @fires fm-desk-open-wish - to the desk; does not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmDeskOrganisations extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, stateStyles, tagStyles, deskStyles, queueStyles, treeStyles];

  /** Whether a page has room beside the tree. */
  @property({ type: Boolean }) wide = false;

  @state() private inHand: InHand | undefined;
  @state() private told = '';

  private readonly words = new WordsController(this, organisationWords);
  private readonly desk = new WordsController(this, deskWords);
  private readonly all = new ResourceController<Organisation[]>(this, {
    key: () => {
      const { client, area, lang, epoch } = this.community;
      return client && area ? [client, area, lang, epoch] : null;
    },
    isEmpty: (all) => all.length === 0,
    load: async (signal) => {
      const { client, area } = this.community;
      return client ? client.areas.organisations({ area }, { signal }).toArray({ limit: most }) : [];
    },
  });

  constructor() {
    super();
    new LiveController(this, (fact) => {
      if (fact.type === 'resync' || fact.type.startsWith('organisation.')) void this.all.reload();
    });
  }

  /** Asks again; what is shown stays meanwhile. */
  reload(): Promise<void> {
    return this.all.reload();
  }

  protected override render(): TemplateResult {
    const { state } = this.all;
    const common = this.common.words;
    const again = () => void this.reload();
    const { lang } = this.community;
    if (state.status === 'error') {
      return html`<div class="fm" lang=${lang}>
        ${errorState({ error: state.error, words: common, place: this.community, title: this.desk.words.notOpened, level: this.headingLevel, onRetry: again })}
      </div>`;
    }
    const bare = state.value?.length === 0 && !this.inHand;
    return html`<div class="fm" lang=${lang}>
      ${staleOf(state, common, again)}
      <div class="desk ${this.wide && !bare ? 'two' : ''}" @keydown=${this.handleEscape}>
        <div class="side">
          <button type="button" class="btn line ${bare ? '' : 'wide'} new" @click=${this.handleNew}>${icon('pen')}${this.words.words.register}</button>
          ${state.value ? this.renderTree(state.value) : panelSkeleton()}
        </div>
        ${this.wide ? this.renderBeside() : this.renderSheet()}
      </div>
    </div>`;
  }

  private renderTree(all: readonly Organisation[]): TemplateResult {
    const { words } = this.words;
    if (all.length === 0) return emptyState({ drawing: 'door', ...words.empty, level: this.headingLevel });
    return html`<div class="queue tree" @keydown=${walk}>${this.renderBranches(treeOf(all), words.list)}</div>`;
  }

  private renderBranches(branches: readonly Branch[], label?: string): TemplateResult {
    const { words } = this.words;
    const current = this.inHand?.show === 'page' ? this.inHand.slug : undefined;
    return html`<ul aria-label=${label ?? nothing}>
      ${branches.map(
        ({ organisation: { slug, name, kind }, below }) => html`<li>
          <button type="button" aria-current=${slug === current ? 'true' : nothing} data-slug=${slug} @click=${(event: MouseEvent) => this.#open(slug, name, event.detail === 0)}>
            <b>${name}</b>
            <span class="row"><span>${words.kind[kind]}</span>${below.length ? html`<span>${words.belowCount(below.length)}</span>` : nothing}</span>
          </button>
          ${below.length ? this.renderBranches(below) : nothing}
        </li>`,
      )}
    </ul>`;
  }

  private renderBeside(): TemplateResult | typeof nothing {
    if (this.inHand) return this.renderInHand(this.inHand, 'yes');
    return this.all.value?.length ? html`<p class="pick">${this.words.words.pick}</p>` : nothing;
  }

  private renderSheet(): TemplateResult {
    const { client, lang, mode, theme } = this.community;
    const { inHand } = this;
    return html`<fm-sheet
      .client=${client}
      .lang=${lang}
      .mode=${mode}
      .theme=${theme}
      .open=${inHand !== undefined}
      heading=${inHand?.show === 'page' ? inHand.name : this.words.words.form.title}
      heading-hidden
      @fm-sheet-close=${(event: Event) => {
        event.stopPropagation();
        this.inHand = undefined;
      }}
      >${inHand ? this.renderInHand(inHand, 'no') : nothing}</fm-sheet
    >`;
  }

  private renderInHand(inHand: InHand, framed: 'yes' | 'no'): TemplateResult {
    if (inHand.show === 'new') {
      return html`<fm-organisation-new
        class="paper"
        ${within(this.community, this.headingLevel)}
        .framed=${framed}
        .known=${this.all.value ?? []}
        @fm-organisation-registered=${this.handleRegistered}
        @fm-paper-ask=${this.handleLeave}
      ></fm-organisation-new>`;
    }
    return html`<fm-organisation-page
      class="paper"
      ${within(this.community, this.headingLevel)}
      .framed=${framed}
      .told=${this.told}
      .slug=${inHand.slug}
      @fm-organisation-go=${({ slug, name }: OrganisationGoEvent) => this.#open(slug, name, true)}
      @fm-desk-open-wish=${({ wish }: DeskOpenWishEvent) => this.dispatchEvent(new DeskOpenWishEvent(wish))}
    ></fm-organisation-page>`;
  }

  private readonly handleNew = (): void => {
    this.inHand = { show: 'new' };
    this.#toPaper();
  };

  private readonly handleLeave = (): void => {
    this.inHand = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.new')?.focus());
  };

  private readonly handleRegistered = ({ page }: OrganisationRegisteredEvent): void => {
    const { slug, name, kind, area, path } = page;
    const parent = path.at(-2)?.slug ?? null;
    this.all.replace([...(this.all.value ?? []), { slug, name, kind, area: area.slug, parent }]);
    this.#open(slug, name, true);
    this.told = this.words.words.registered(name);
    void this.reload();
  };

  /** Escape leads back from the page to its place in the tree. */
  private readonly handleEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.wide || !(event.target instanceof FmDeskPaper)) return;
    this.renderRoot.querySelector<HTMLElement>('.queue [aria-current=true], .new')?.focus();
  };

  #open(slug: OrganisationPage['slug'], name: string, into: boolean): void {
    this.inHand = { show: 'page', slug, name };
    this.told = '';
    if (into && this.wide) this.#toPaper();
  }

  #toPaper(): void {
    void this.updateComplete.then(() => {
      const paper = this.renderRoot.querySelector('.paper');
      if (paper instanceof FmDeskPaper) void paper.focusStart();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-organisations': FmDeskOrganisations;
  }
}
