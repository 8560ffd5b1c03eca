import type { Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { FmElement } from '../../shared/elements.ts';
import { day } from '../../shared/format.ts';
import { buttonStyles } from '../../shared/styles/button.styles.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { deskWords } from '../words/index.ts';
import { sameStyles } from './same.styles.ts';
import { keywords, likeness } from './likeness.ts';

/** The worker says that this wish is the same matter as another. Stays inside the case. */
export class DeskMergeEvent extends Event {
  constructor(readonly into: Wish) {
    super('fm-desk-merge');
  }
}

/** As alike as two titles have to be before they are put side by side. */
const alike = 0.18;
const most = 2;

/**
 * @summary Wishes that may be the same matter as one that waits to be checked. Shows nothing where there are none,
 * and nothing where they could not be asked for: a proposal that is missing hinders nobody.
 * @fires fm-desk-merge - does not bubble
 */
export class FmDeskSame extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, sameStyles];

  @property({ attribute: false }) wish: Wish | undefined;
  @property({ type: Boolean }) busy = false;

  private readonly words = new WordsController(this, deskWords);
  readonly candidates = new ResourceController<Wish[]>(this, {
    reflect: false,
    key: () => (this.wish && this.community.client ? [this.community.client, this.wish.id] : null),
    load: (signal) => this.#look(signal),
  });

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.words;
    const found = this.candidates.state.status === 'ready' ? this.candidates.state.value : [];
    if (found.length === 0) return nothing;
    return html`<section class="fm same" lang=${this.community.lang}>
      ${heading(this.headingLevel, words.same, 'part')}
      <ul>
        ${found.map((wish) => this.renderCandidate(wish))}
      </ul>
    </section>`;
  }

  private renderCandidate(wish: Wish): TemplateResult {
    const { words } = this.words;
    const facts = [wish.wisher.name, wish.place, day(wish.createdAt, this.community.lang), this.common.words.status[wish.status]];
    return html`<li>
      <p>${wish.title}<small>${facts.filter(Boolean).join(' · ')}</small></p>
      <button type="button" class="btn line" ?disabled=${this.busy} aria-label="${words.merge}：${wish.title}" @click=${() => this.dispatchEvent(new DeskMergeEvent(wish))}>
        ${icon('merge')}${words.merge}
      </button>
    </li>`;
  }

  async #look(signal: AbortSignal): Promise<Wish[]> {
    const { wish } = this;
    const { client } = this.community;
    if (!wish || !client) return [];
    const pages = await Promise.all(
      keywords(wish.title).map((q) => client.wishes.list({ area: wish.area, q, status: 'open,claimed', limit: 10 }, { signal })),
    );
    const others = new Map(pages.flatMap((page) => page.items).map((other) => [other.id, other]));
    others.delete(wish.id);
    return [...others.values()]
      .map((other) => ({ other, like: likeness(`${wish.title} ${wish.story}`, other.title) + likeness(wish.title, other.title) }))
      .filter(({ other, like }) => other.area === wish.area && like >= alike)
      .sort((a, b) => b.like - a.like)
      .slice(0, most)
      .map(({ other }) => other);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-same': FmDeskSame;
  }
  interface HTMLElementEventMap {
    'fm-desk-merge': DeskMergeEvent;
  }
}
