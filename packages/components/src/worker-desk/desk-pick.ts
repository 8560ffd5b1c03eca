import { complete, type Member } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { actErrorText } from '../shared/diagnose.ts';
import { FmElement } from '../shared/elements.ts';
import { buttonStyles, fieldStyles, stateStyles, tagStyles } from '../shared/styles/index.ts';
import { avatar, skeletonLines } from '../shared/ui/index.ts';
import { accountsOf } from './desk-member.ts';
import { SearchController } from './desk-search.ts';
import { registerStyles } from './register.styles.ts';
import { deskWords } from './words/index.ts';

/** Somebody was chosen. Stays where it was asked for. */
export class DeskPickedEvent extends Event {
  constructor(readonly member: Member) {
    super('fm-desk-picked');
  }
}

/**
 * @summary Finds a resident and has one chosen, inside another act. Whoever is not meant is left out.
 * @fires fm-desk-picked - does not bubble
 */
export class FmDeskPick extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, fieldStyles, stateStyles, tagStyles, registerStyles];

  /** What is asked: 另一份是哪一位. */
  @property() label = '';
  @property() placeholder = '';
  /** On the button beside each. */
  @property() take = '';
  /** Ids that are not offered. */
  @property({ attribute: false }) without: readonly string[] = [];

  private readonly words = new WordsController(this, deskWords);
  private readonly search = new SearchController(this, (_q, again) => {
    if (again) void this.found.reload();
  });
  readonly found = new ResourceController<Member[]>(this, {
    reflect: false,
    key: () =>
      this.search.asked && this.community.client ? [this.community.client, this.community.area, this.search.asked] : null,
    load: async (signal) => {
      const { client, area } = this.community;
      return client ? (await complete(client).members.list({ area, q: this.search.asked, limit: 20 }, { signal })).items : [];
    },
  });

  /** Into the box, where searching begins. */
  async focusStart(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#who')?.focus();
  }

  protected override render(): TemplateResult {
    const { find } = this.words.words;
    return html`<div class="fm pick" lang=${this.community.lang}>
      ${this.search.render({ id: 'who', label: this.label, hint: find.logged, placeholder: this.placeholder, act: find.act, primary: false })}
      ${this.search.asked ? this.renderFound() : nothing}
    </div>`;
  }

  private renderFound(): TemplateResult {
    const { find } = this.words.words;
    const { state } = this.found;
    if (state.status === 'loading')
      return html`<div class="late" role="status"><span class="vh">${find.looking}</span>${skeletonLines(75, 50)}</div>`;
    if (state.status === 'error')
      return html`<p class="field-error" role="alert">${actErrorText(state.error, this.common.words)}</p>`;
    const members = state.value.filter(({ id }) => !this.without.includes(id));
    const none = state.value.length ? find.already : find.none(this.search.asked);
    return html`<div>
      <p role="status" class="muted small">${members.length ? find.found(members.length) : none}</p>
      <ul class="people">
        ${members.map((member) => this.renderMember(member))}
      </ul>
    </div>`;
  }

  private renderMember(member: Member): TemplateResult {
    const { words } = this.words;
    const facts = [member.phone ?? words.find.noPhone, member.area?.name, accountsOf(member, words)].filter(Boolean);
    return html`<li>
      <span class="person">${avatar(member.name)}<span><b>${member.name}</b><small class="num">${facts.join(' · ')}</small></span></span>
      <button type="button" class="btn line" aria-label="${this.take}：${member.name}" @click=${() => this.handlePick(member)}>
        ${this.take}
      </button>
    </li>`;
  }

  /** Done with: whoever looks for another begins anew. */
  private handlePick(member: Member): void {
    this.search.clear();
    void this.focusStart();
    this.dispatchEvent(new DeskPickedEvent(member));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-pick': FmDeskPick;
  }
  interface HTMLElementEventMap {
    'fm-desk-picked': DeskPickedEvent;
  }
}
