import type { Member } from '@five-micro/sdk';
import { complete } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { ActController } from '../../shared/controllers/act.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { actErrorText } from '../../shared/diagnose.ts';
import { FmElement } from '../../shared/elements.ts';
import { buttonStyles, chipStyles, fieldStyles, stateStyles, tagStyles } from '../../shared/styles/index.ts';
import { ifDefined } from '../../shared/ui/field.ts';
import { icon } from '../../shared/ui/icons.ts';
import { avatar, describedBy, field, heading, skeletonLines } from '../../shared/ui/index.ts';
import '../../shared/ui/sheet.define.ts';
import { DeskWishForEvent } from '../desk-events.ts';
import { SearchController } from '../desk-search.ts';
import { FmMemberRegisteredEvent } from '../events.ts';
import { deskWords } from '../words/index.ts';
import { registerStyles } from '../register.styles.ts';

/** What the server takes as a phone number. */
const phoneShape = /^[+\d][\d -]{4,19}$/;

/**
 * @summary For a neighbour without a phone: first find them, register them where they are new, then wish for them.
 * @fires fm-desk-wish-for - does not bubble
 * @fires fm-member-registered
 * @fires fm-sheet-close
 */
export class FmDeskRegister extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, chipStyles, fieldStyles, stateStyles, tagStyles, registerStyles];

  @property({ type: Boolean }) open = false;

  @state() private name = '';
  @state() private phone = '';
  @state() private adding = false;
  @state() private missing: { name?: string; phone?: string } = {};

  private readonly search = new SearchController(this, (_q, again) => {
    if (again) void this.found.reload();
    this.adding = false;
  });
  private readonly act = new ActController(this);
  private readonly words = new WordsController(this, deskWords);
  readonly found = new ResourceController<Member[]>(this, {
    reflect: false,
    key: () =>
      this.open && this.search.asked && this.community.client
        ? [this.community.client, this.community.area, this.search.asked]
        : null,
    isEmpty: (members) => members.length === 0,
    load: async (signal) => {
      const { client, area } = this.community;
      return client ? (await complete(client).members.list({ area, q: this.search.asked, limit: 20 }, { signal })).items : [];
    },
  });

  protected override render(): TemplateResult {
    const { words } = this.words;
    const { client, lang, mode, theme } = this.community;
    return html`<fm-sheet
      .client=${client}
      .lang=${lang}
      .mode=${mode}
      .theme=${theme}
      .open=${this.open}
      heading=${words.find.heading}
      @fm-sheet-close=${this.handleLeave}
    >
      <div class="fm" lang=${lang}>
        <div class="steps-in">${this.renderSearch()} ${this.renderFound()} ${this.adding ? this.renderNew() : nothing}</div>
      </div>
    </fm-sheet>`;
  }

  private renderSearch(): TemplateResult {
    const { find } = this.words.words;
    return this.search.render({
      id: 'q',
      label: find.label,
      hint: find.logged,
      placeholder: find.placeholder,
      act: find.act,
      primary: !this.adding,
    });
  }

  private renderFound(): TemplateResult | typeof nothing {
    const { words } = this.words;
    const { state } = this.found;
    if (!this.search.asked) return nothing;
    if (state.status === 'loading')
      return html`<div class="late" role="status"><span class="vh">${words.find.looking}</span>${skeletonLines(75, 50)}</div>`;
    if (state.status === 'error')
      return html`<p class="field-error" role="alert">${actErrorText(state.error, this.common.words)}</p>`;
    const members = state.value;
    return html`<div>
      <p role="status" class="muted">${members.length ? words.find.found(members.length) : words.find.none(this.search.asked)}</p>
      <ul class="people">
        ${members.map((member) => this.renderMember(member))}
      </ul>
      ${
        this.adding
          ? nothing
          : html`<button type="button" class="btn ${members.length ? 'quiet' : 'line'}" @click=${this.handleAdd}>${icon('pen')}${words.find.newOne}</button>`
      }
    </div>`;
  }

  private renderMember(member: Member): TemplateResult {
    const { find } = this.words.words;
    const facts = [member.phone ?? find.noPhone, member.area?.name, member.registeredByWorker ? find.byWorker : ''].filter(
      Boolean,
    );
    return html`<li>
      <span class="person">${avatar(member.name)}<span><b>${member.name}</b><small class="num">${facts.join(' · ')}</small></span></span>
      <button type="button" class="btn line" aria-label="${find.wishFor}：${member.name}" @click=${() => this.dispatchEvent(new DeskWishForEvent(member))}>
        ${find.wishFor}
      </button>
    </li>`;
  }

  private renderNew(): TemplateResult {
    const { find } = this.words.words;
    const { state } = this.act;
    const input = (id: 'name' | 'phone', label: string, type: 'text' | 'tel') => {
      const error = this.missing[id];
      return field({
        id,
        label,
        error,
        control: html`<div class="input">
          <input
            id=${id}
            type=${type}
            autocomplete="off"
            maxlength=${id === 'name' ? 40 : 20}
            aria-required=${id === 'name' ? 'true' : nothing}
            aria-invalid=${error ? 'true' : nothing}
            aria-describedby=${ifDefined(describedBy({ id, error }))}
            .value=${live(this[id])}
            @input=${(event: InputEvent) => {
              if (event.target instanceof HTMLInputElement) this[id] = event.target.value;
            }}
          />
        </div>`,
      });
    };
    return html`<form class="newcomer" novalidate @submit=${this.handleRegister}>
      ${heading(this.headingLevel, find.newOne, 'part')} ${input('name', find.name, 'text')} ${input('phone', find.phone, 'tel')}
      ${state.status === 'failed' ? html`<p class="field-error" role="alert">${actErrorText(state.error, this.common.words)}</p>` : nothing}
      <p class="sides"><button class="btn primary" ?disabled=${this.act.busy}>${find.save}</button></p>
    </form>`;
  }

  /** What was searched for is most likely what is to be registered. */
  private readonly handleAdd = (): void => {
    const number = phoneShape.test(this.search.asked);
    this.name = number ? '' : this.search.asked;
    this.phone = number ? this.search.asked : '';
    this.adding = true;
    this.#focus('#name');
  };

  private readonly handleRegister = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { find } = this.words.words;
    const name = this.name.trim();
    const phone = this.phone.trim();
    this.missing = {
      ...(!name && { name: find.nameMissing }),
      ...(phone && !phoneShape.test(phone) && { phone: find.phoneWrong }),
    };
    if (this.missing.name || this.missing.phone) {
      this.#focus(this.missing.name ? '#name' : '#phone');
      return;
    }
    const { client, area } = this.community;
    const body = { name, ...(phone && { phone }) };
    if (!client) return;
    const outcome = await this.act.run('register', (options) => complete(client).members.register(body, { area }, options), {
      body,
    });
    if (!outcome.done) return;
    this.dispatchEvent(new FmMemberRegisteredEvent(outcome.value));
    this.dispatchEvent(new DeskWishForEvent(outcome.value));
  };

  private readonly handleLeave = (): void => {
    this.open = false;
    this.search.clear();
    this.name = this.phone = '';
    this.adding = false;
    this.missing = {};
    this.act.cancel();
  };

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-register': FmDeskRegister;
  }
}
