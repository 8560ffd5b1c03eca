import { complete, type OrganisationPage, type Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LiveController } from '../../shared/controllers/live.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { count, exact } from '../../shared/format.ts';
import { icon } from '../../shared/ui/icons.ts';
import { errorState, heading, skeletonLines } from '../../shared/ui/index.ts';
import { within } from '../../shared/within.ts';
import { DeskOpenWishEvent } from '../desk-events.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import './organisation-people.define.ts';
import { pageStyles } from './organisations.styles.ts';
import { organisationWords } from './words/index.ts';

/** To another organisation of the tree. Stays inside the tab. */
export class OrganisationGoEvent extends Event {
  constructor(
    readonly slug: string,
    readonly name: string,
  ) {
    super('fm-organisation-go');
  }
}

interface Known {
  readonly page: OrganisationPage;
  readonly wishes: readonly Wish[];
}

const fewWishes = 5;

/**
 * @summary An organisation's page as a worker sees it: where it stands, what it did, who acts for it.
 * @fires fm-organisation-go @fires fm-desk-open-wish - do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmOrganisationPage extends FmDeskPaper {
  static override styles = [FmDeskPaper.styles, pageStyles];

  @property() slug = '';

  private readonly words = new WordsController(this, organisationWords);
  private readonly known = new ResourceController<Known>(this, {
    key: () => {
      const { client, lang, epoch } = this.community;
      return client && this.slug ? [client, this.slug, lang, epoch] : null;
    },
    load: async (signal) => {
      const { client } = this.community;
      if (!client) throw new Error('no client');
      const { organisations } = complete(client);
      const [page, wishes] = await Promise.all([
        organisations.get(this.slug, { signal }),
        organisations.wishes(this.slug, { limit: fewWishes }, { signal }),
      ]);
      return { page, wishes: wishes.items };
    },
  });

  constructor() {
    super();
    new LiveController(this, (fact) => {
      if (fact.type === 'resync' || fact.type.startsWith('wish.') || fact.type.startsWith('organisation.'))
        void this.known.reload();
    });
  }

  /** Another organisation is no new answer to the same question. */
  private get value(): Known | undefined {
    const { value } = this.known;
    return value?.page.slug === this.slug ? value : undefined;
  }

  override async focusStart(): Promise<void> {
    await this.updateComplete;
    await this.known.settled;
    await super.focusStart();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.slug) return nothing;
    const { state } = this.known;
    const { value } = this;
    if (!value && state.status === 'error') {
      return this.renderPaper(
        '',
        errorState({
          error: state.error,
          words: this.common.words,
          place: this.community,
          title: this.desk.words.notOpened,
          level: this.headingLevel,
          onRetry: () => void this.known.reload(),
        }),
      );
    }
    if (!value)
      return this.renderPaper('', html`<div class="case-in late" aria-hidden="true">${skeletonLines(50, 30, 95, 75, 95)}</div>`);
    return this.renderPaper('', this.renderPage(value));
  }

  private renderPage({ page, wishes }: Known): TemplateResult {
    const { words } = this.words;
    const above = page.path.slice(0, -1);
    return html`<div class="case-in">
      <header>
        ${above.length ? html`<nav class="path" aria-label=${words.above}>${above.map((one) => html`${this.renderLink(one)}<span aria-hidden="true">›</span>`)}</nav>` : nothing}
        <div class="wish" role="heading" aria-level=${this.headingLevel} tabindex="-1">${page.name}</div>
        <div class="who"><span class="tag">${words.kind[page.kind]}</span><span>${words.at(page.area.name)}</span></div>
      </header>
      <div>
        ${heading(this.headingLevel + 1, words.deeds, 'vh')}
        <ul class="deeds">
          <li>${this.renderCount(page.deeds.helped)}${words.helped}</li>
          <li>${this.renderCount(page.deeds.inProgress)}${words.inProgress}</li>
        </ul>
      </div>
      ${
        page.children.length
          ? html`<div>${heading(this.headingLevel + 1, words.below, 'part')}<div class="below">${page.children.map((one) => this.renderLink(one))}</div></div>`
          : nothing
      }
      ${page.can.includes('representatives') ? this.renderPeople() : nothing}
      <div>
        ${heading(this.headingLevel + 1, words.wishes, 'part')}
        ${wishes.length ? html`<ul class="helped">${wishes.map((wish) => this.renderWish(wish))}</ul>` : html`<p class="muted">${words.noWishes}</p>`}
      </div>
    </div>`;
  }

  private renderCount(value: number): TemplateResult {
    const short = count(value, this.community.lang);
    const full = exact(value);
    return html`<b class="num" title=${short === full ? nothing : full}>${short}</b>`;
  }

  private renderLink({ slug, name }: { slug: string; name: string }): TemplateResult {
    return html`<button type="button" class="btn quiet" @click=${() => this.dispatchEvent(new OrganisationGoEvent(slug, name))}>${name}</button>`;
  }

  private renderWish(wish: Wish): TemplateResult {
    return html`<li>
      <span>${wish.title}<small>${[wish.areaName, this.common.words.status[wish.status]].join(' · ')}</small></span>
      <button type="button" class="btn quiet" aria-label="${this.desk.words.history}：${wish.title}" @click=${() => this.dispatchEvent(new DeskOpenWishEvent(wish))}>
        ${icon('eye')}${this.desk.words.history}
      </button>
    </li>`;
  }

  private renderPeople(): TemplateResult {
    return html`<fm-organisation-people
      ${within(this.community, this.headingLevel + 1)}
      .slug=${this.slug}
    ></fm-organisation-people>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-organisation-page': FmOrganisationPage;
  }
  interface HTMLElementEventMap {
    'fm-organisation-go': OrganisationGoEvent;
  }
}
