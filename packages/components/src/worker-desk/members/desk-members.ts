import { complete, type List, type Member } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { LiveFact } from '../../shared/controllers/live.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { icon } from '../../shared/ui/icons.ts';
import { within } from '../../shared/within.ts';
import { DeskWishForEvent } from '../desk-events.ts';
import type { Row } from '../desk-list.ts';
import { FmDeskPanel, panelLimit } from '../desk-panel.ts';
import { SearchController } from '../desk-search.ts';
import './member-case.define.ts';
import type { MemberChangedEvent } from './member-case.ts';
import { searchStyles } from './members.styles.ts';
import { memberWords } from './words/index.ts';

/**
 * @summary 居民: everyone of the area in the order of their surnames' readings, found by name, reading or phone.
 * @fires fm-desk-wish-for - to the desk; does not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmDeskMembers extends FmDeskPanel<Member> {
  static override styles = [FmDeskPanel.styles, searchStyles];

  private readonly words = new WordsController(this, memberWords);
  private readonly search = new SearchController(
    this,
    (_q, again) => {
      this.letGo();
      if (again) void this.list.reload();
    },
    true,
  );

  protected override readonly opensFirst = false;

  protected override get counts(): boolean {
    return false;
  }

  protected question(): readonly unknown[] {
    return [this.search.asked];
  }

  protected read(signal: AbortSignal, cursor?: string): List<Member> {
    const { client, area } = this.community;
    if (!client) throw new Error('no client');
    const { asked } = this.search;
    return complete(client).members.list({ area, limit: panelLimit, cursor, ...(asked && { q: asked }) }, { signal });
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
    return { drawing: 'search', ...this.words.words.empty } as const;
  }

  protected rowOf(member: Member): Row {
    const { words } = this.words;
    const { person } = this.desk.words;
    return {
      id: member.id,
      kind: html`${icon('person')}${member.accounts ? words.withAccount : words.noAccount}`,
      when: member.phone ?? person.noPhone,
      title: member.name,
      facts: member.area?.name ?? person.noHome,
      tag: member.registeredByWorker ? html`<span class="tag">${words.byWorker}</span>` : nothing,
    };
  }

  protected override renderHead(): TemplateResult {
    const { search } = this.words.words;
    return html`<div class="finding">
      ${this.search.render({ id: 'q', ...search, primary: true })}
      ${
        this.search.asked
          ? html`<button type="button" class="btn quiet" @click=${() => {
              this.search.clear();
              this.letGo();
            }}>${this.words.words.all}</button>`
          : nothing
      }
      <p class="vh" role="status">${this.search.asked && this.list.state.status === 'ready' ? this.desk.words.find.found(this.items.length) : ''}</p>
    </div>`;
  }

  protected renderCase(member: Member, framed: 'yes' | 'no', gone: boolean): TemplateResult {
    return html`<fm-member-case
      class="paper"
      ${within(this.community, this.headingLevel)}
      .member=${member}
      .told=${this.told}
      .gone=${gone}
      .framed=${framed}
      @fm-member-changed=${this.handleChanged}
      @fm-paper-ask=${this.handleAsk}
      @fm-desk-wish-for=${({ member: whom }: DeskWishForEvent) => this.dispatchEvent(new DeskWishForEvent(whom))}
    ></fm-member-case>`;
  }

  private readonly handleChanged = ({ member, instead, words }: MemberChangedEvent): void => {
    const { known } = this;
    if (known && instead) this.list.replace({ ...known, items: known.items.filter(({ id }) => id !== instead) });
    this.changed(member, words);
    if (instead) void this.reload();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-members': FmDeskMembers;
  }
}
