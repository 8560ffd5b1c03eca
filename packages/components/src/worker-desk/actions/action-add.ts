import { complete, type Member } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { ActController } from '../../shared/controllers/act.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { actErrorText } from '../../shared/diagnose.ts';
import { FmElement } from '../../shared/elements.ts';
import { buttonStyles, fieldStyles } from '../../shared/styles/index.ts';
import { ifDefined } from '../../shared/ui/field.ts';
import { icon } from '../../shared/ui/icons.ts';
import { describedBy, field } from '../../shared/ui/index.ts';
import { within } from '../../shared/within.ts';
import '../desk-pick.define.ts';
import type { DeskPickedEvent, FmDeskPick } from '../desk-pick.ts';
import { FmMemberRegisteredEvent } from '../events.ts';
import { deskWords } from '../words/index.ts';
import { addStyles } from './actions.styles.ts';
import { actionWords } from './words/index.ts';

/** Somebody is to be on the list. Stays inside the list. */
export class ActionAddedEvent extends Event {
  constructor(readonly member: Member) {
    super('fm-action-added');
  }
}

/** What the server takes as a phone number. */
const phoneShape = /^\+?\d(?:[ -]?\d){4,18}$/;

/**
 * @summary Finds a neighbour who has no phone, or registers one, for the list of an action.
 * @fires fm-action-added @fires fm-action-add-leave - do not bubble
 * @fires fm-member-registered @fires fm-before-act @fires fm-login-required
 */
export class FmActionAdd extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, fieldStyles, addStyles];

  /** Ids of those who are on the list. */
  @property({ attribute: false }) without: readonly string[] = [];

  @state() private registering = false;
  @state() private name = '';
  @state() private phone = '';
  @state() private missing: { name?: string; phone?: string } = {};
  @query('fm-desk-pick') private pick!: FmDeskPick | null;

  private readonly words = new WordsController(this, actionWords);
  private readonly desk = new WordsController(this, deskWords);
  private readonly act = new ActController(this);

  protected override firstUpdated(): void {
    void this.pick?.focusStart();
  }

  protected override render(): TemplateResult {
    const { words } = this.words;
    const { lang } = this.community;
    return html`<div class="fm adding" lang=${lang}>
      <fm-desk-pick
        ${within(this.community)}
        label=${words.addLabel}
        placeholder=${words.addPlaceholder}
        take=${words.addTake}
        .without=${this.without}
        @fm-desk-picked=${({ member }: DeskPickedEvent) => this.dispatchEvent(new ActionAddedEvent(member))}
      ></fm-desk-pick>
      ${this.registering ? this.renderNew() : nothing}
      <p class="sides">
        ${this.registering ? nothing : html`<button type="button" class="btn line" @click=${this.handleNew}>${icon('pen')}${words.addNew}</button>`}
        <button type="button" class="btn quiet" @click=${() => this.dispatchEvent(new Event('fm-action-add-leave'))}>${words.addLeave}</button>
      </p>
    </div>`;
  }

  private renderNew(): TemplateResult {
    const { find } = this.desk.words;
    const { state } = this.act;
    return html`<form class="newcomer" novalidate @submit=${this.handleRegister}>
      ${this.renderBox('name', find.name)} ${this.renderBox('phone', find.phone)}
      ${state.status === 'failed' ? html`<p class="field-error" role="alert">${actErrorText(state.error, this.common.words)}</p>` : nothing}
      <p><button class="btn primary" ?disabled=${this.act.busy}>${find.save}</button></p>
    </form>`;
  }

  private renderBox(id: 'name' | 'phone', label: string): TemplateResult {
    const error = this.missing[id];
    return field({
      id,
      label,
      error,
      control: html`<div class="input">
        <input
          id=${id}
          type=${id === 'name' ? 'text' : 'tel'}
          autocomplete="off"
          maxlength=${id === 'name' ? 40 : 20}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${ifDefined(describedBy({ id, error }))}
          .value=${live(this[id])}
          @input=${({ target }: Event) => {
            if (target instanceof HTMLInputElement) this[id] = target.value;
            this.missing = {};
          }}
        />
      </div>`,
    });
  }

  private readonly handleNew = (): void => {
    this.registering = true;
    this.#focus('#name');
  };

  private readonly handleRegister = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { find } = this.desk.words;
    const { client, area } = this.community;
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
    if (!client) return;
    const body = { name, ...(phone && { phone }) };
    const outcome = await this.act.run('register', (options) => complete(client).members.register(body, { area }, options), {
      body,
    });
    if (!outcome.done) return;
    this.dispatchEvent(new FmMemberRegisteredEvent(outcome.value));
    this.dispatchEvent(new ActionAddedEvent(outcome.value));
  };

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-action-add': FmActionAdd;
  }
  interface HTMLElementEventMap {
    'fm-action-added': ActionAddedEvent;
  }
}
