import { complete, type Member, type Representative } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ActController } from '../../shared/controllers/act.ts';
import { LiveController } from '../../shared/controllers/live.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { actErrorText, errorText } from '../../shared/diagnose.ts';
import { FmElement } from '../../shared/elements.ts';
import { day } from '../../shared/format.ts';
import { buttonStyles, fieldStyles, stateStyles, tagStyles } from '../../shared/styles/index.ts';
import { icon } from '../../shared/ui/icons.ts';
import { avatar, heading, skeletonLines } from '../../shared/ui/index.ts';
import { within } from '../../shared/within.ts';
import '../desk-pick.define.ts';
import type { DeskPickedEvent, FmDeskPick } from '../desk-pick.ts';
import { registerStyles } from '../register.styles.ts';
import { peopleStyles } from './organisations.styles.ts';
import { organisationWords } from './words/index.ts';

/** More than the server takes. */
const most = 100;
const idsOf = (people: readonly { id: string }[]): string =>
  people
    .map(({ id }) => id)
    .sort()
    .join();

/**
 * @summary Who acts for an organisation: added and withdrawn on paper first, then saved all at once. What a worker
 * has changed is kept beside the list, so that it survives somebody else's change.
 * @fires fm-before-act @fires fm-login-required
 */
export class FmOrganisationPeople extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, fieldStyles, stateStyles, tagStyles, registerStyles, peopleStyles];

  @property() slug = '';

  @state() private added: readonly Member[] = [];
  @state() private withdrawn: readonly string[] = [];
  @state() private adding = false;
  @state() private told = '';
  @state() private meanwhile = false;

  private readonly words = new WordsController(this, organisationWords);
  private readonly act = new ActController(this);
  private readonly named = new ResourceController<Representative[]>(this, {
    reflect: false,
    key: () => {
      const { client, epoch } = this.community;
      return client && this.slug ? [client, this.slug, epoch] : null;
    },
    load: (signal) => this.#ask(signal),
  });

  constructor() {
    super();
    new LiveController(this, (fact) => {
      if (fact.type === 'resync' || fact.type.startsWith('member.')) void this.named.reload();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('slug')) {
      this.act.cancel();
      this.#forget();
      this.told = '';
    }
  }

  private get changes(): number {
    return this.added.length + this.withdrawn.length;
  }

  protected override render(): TemplateResult {
    const { words } = this.words;
    const { state } = this.named;
    return html`<section class="fm who-acts" lang=${this.community.lang}>
      <div>${heading(this.headingLevel, words.people, 'part')}<p class="muted small">${words.peopleHint}</p></div>
      ${
        state.status === 'error'
          ? html`<p class="field-error" role="alert">${errorText(state.error, this.common.words)}</p>`
          : state.value
            ? this.renderList(state.value)
            : html`<div class="late" aria-hidden="true">${skeletonLines(75, 50)}</div>`
      }
      ${this.renderAdding()} ${this.renderSave()}
    </section>`;
  }

  private renderList(people: readonly Representative[]): TemplateResult {
    const { words } = this.words;
    const { lang } = this.community;
    const added = this.added.filter(({ id }) => !people.some((one) => one.id === id));
    if (people.length + added.length === 0) return html`<p class="muted">${words.nobody}</p>`;
    return html`<ul class="people">
      ${people.map(({ id, name, origin, since }) => {
        const going = this.withdrawn.includes(id);
        const facts = going
          ? words.willGo
          : `${origin === 'issuer' ? words.byIssuer : words.byWorker} · ${words.since(day(since, lang))}`;
        return html`<li class=${going ? 'going' : ''}>
          <span class="person">${avatar(name)}<span><b>${going ? html`<s>${name}</s>` : name}</b><small>${facts}</small></span></span>
          <button type="button" class="btn ${going ? 'line' : 'quiet'}" aria-label="${going ? words.keep : words.withdraw}：${name}" @click=${() => this.handleToggle(id)}>
            ${going ? words.keep : words.withdraw}
          </button>
        </li>`;
      })}
      ${added.map(
        ({ id, name }) => html`<li>
          <span class="person">${avatar(name)}<span><b>${name}</b><small class="coming">${words.willBe}</small></span></span>
          <button type="button" class="btn quiet" aria-label="${words.withdraw}：${name}" @click=${() => {
            this.added = this.added.filter((one) => one.id !== id);
          }}>${words.withdraw}</button>
        </li>`,
      )}
    </ul>`;
  }

  private renderAdding(): TemplateResult {
    const { words } = this.words;
    if (!this.adding) {
      return html`<p><button type="button" class="btn line add" @click=${this.handleAdd}>${icon('person')}${words.add}</button></p>`;
    }
    return html`<fm-desk-pick
        ${within(this.community)}
        label=${words.addLabel}
        placeholder=${words.addPlaceholder}
        take=${words.take}
        .without=${[...(this.named.value ?? []), ...this.added].map(({ id }) => id)}
        @fm-desk-picked=${this.handlePicked}
      ></fm-desk-pick>
      <p><button type="button" class="btn quiet" @click=${this.handleDone}>${words.addDone}</button></p>`;
  }

  private renderSave(): TemplateResult {
    const { words } = this.words;
    const { act, changes } = this;
    return html`<div class="save" role="status">
        ${this.meanwhile ? html`<p class="caution">${words.meanwhile}</p>` : nothing} ${changes ? html`<p class="small muted">${words.changed(changes)}</p>` : nothing}
        ${!changes && this.told ? html`<p class="done">${icon('check')}${this.told}</p>` : nothing}
      </div>
      ${act.state.status === 'failed' ? html`<p class="field-error" role="alert">${actErrorText(act.state.error, this.common.words)}</p>` : nothing}
      ${
        changes
          ? html`<p class="acts">
              <button type="button" class="btn primary" ?disabled=${act.busy} @click=${this.handleSave}>${words.save}</button>
              <button type="button" class="btn quiet" ?disabled=${act.busy} @click=${this.#forget}>${words.undo}</button>
            </p>`
          : nothing
      }`;
  }

  private handleToggle(id: string): void {
    this.withdrawn = this.withdrawn.includes(id) ? this.withdrawn.filter((one) => one !== id) : [...this.withdrawn, id];
  }

  private readonly handleAdd = (): void => {
    this.adding = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<FmDeskPick>('fm-desk-pick')?.focusStart());
  };

  private readonly handleDone = (): void => {
    this.adding = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.add')?.focus());
  };

  private readonly handlePicked = ({ member }: DeskPickedEvent): void => {
    this.added = [...this.added, member];
  };

  /**
   * The server takes the whole list. Where somebody changed it since it was read, theirs would be undone unseen: so it
   * is read once more, and a list that differs is shown before it is saved.
   */
  private readonly handleSave = async (): Promise<void> => {
    const { client } = this.community;
    const base = this.named.value;
    const { slug } = this;
    if (!client || !base) return;
    const members = [
      ...new Set([...base.map(({ id }) => id).filter((id) => !this.withdrawn.includes(id)), ...this.added.map(({ id }) => id)]),
    ];
    const body = { members };
    const outcome = await this.act.run(
      'representatives',
      async (options) => {
        const now = await this.#ask(options.signal);
        if (idsOf(now) !== idsOf(base)) return { now, saved: false };
        return { now: await complete(client).organisations.setRepresentatives(slug, body, options), saved: true };
      },
      { subject: slug, body },
    );
    if (!outcome.done || slug !== this.slug) return;
    const { now, saved } = outcome.value;
    this.named.replace(now);
    if (saved) this.#forget();
    this.meanwhile = !saved;
    this.withdrawn = this.withdrawn.filter((id) => now.some((one) => one.id === id));
    this.added = this.added.filter(({ id }) => !now.some((one) => one.id === id));
    this.told = saved ? this.words.words.saved : '';
    if (saved) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.add')?.focus());
  };

  readonly #forget = (): void => {
    this.added = [];
    this.withdrawn = [];
    this.adding = this.meanwhile = false;
  };

  async #ask(signal: AbortSignal): Promise<Representative[]> {
    const { client } = this.community;
    return client ? complete(client).organisations.representatives(this.slug, { signal }).toArray({ limit: most }) : [];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-organisation-people': FmOrganisationPeople;
  }
}
