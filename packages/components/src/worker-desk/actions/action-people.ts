import { type Action, complete, type Member, type SignUp } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ActController } from '../../shared/controllers/act.ts';
import { LiveController } from '../../shared/controllers/live.ts';
import { MinuteController } from '../../shared/controllers/minute.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { errorText } from '../../shared/diagnose.ts';
import { FmElement } from '../../shared/elements.ts';
import { seldom } from '../../shared/seldom.ts';
import { buttonStyles, chipStyles, fieldStyles, stateStyles, tagStyles } from '../../shared/styles/index.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading, skeletonLines } from '../../shared/ui/index.ts';
import { within } from '../../shared/within.ts';
import { staleOf } from '../desk-states.ts';
import './action-add.define.ts';
import type { ActionAddedEvent } from './action-add.ts';
import { mayTick } from './action-facts.ts';
import { peopleStyles, unsentStyles } from './actions.styles.ts';
import { hasPlace, loadPeople, nextState, type People, type Person, sumsOf, withAnswer, withTicks } from './people-data.ts';
import { renderFilter, renderPerson, renderTrouble } from './people-row.ts';
import { renderUnsent } from './unsent.ts';
import { TickController } from './tick-controller.ts';
import type { TickState } from './ticks.ts';
import { actionWords } from './words/index.ts';

/** From so many on, one looks for a name by writing it. */
const manyPeople = 12;

/**
 * @summary 名单: who is signed up and waits, by their full names; ticks for who came, which wait on this device while there
 * is no network; adding and taking off people who have no phone.
 * @fires fm-before-act @fires fm-login-required
 */
export class FmActionPeople extends FmElement {
  static override styles = [
    FmElement.styles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    tagStyles,
    stateStyles,
    unsentStyles,
    peopleStyles,
  ];

  @property({ attribute: false }) action: Action | undefined;
  /** Whether a worker looks: only workers find members and act for them. */
  @property({ type: Boolean }) staff = false;
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private said = '';
  @state() private filter = '';
  /** Whose line is opened. */
  @state() private opened = '';
  @state() private adding = false;

  private readonly words = new WordsController(this, actionWords);
  private readonly act = new ActController(this);
  private readonly list = new ResourceController<People>(this, {
    key: () => {
      const { client, lang, epoch } = this.community;
      return client && this.action ? [client, this.action.id, lang, epoch] : null;
    },
    isEmpty: ({ items }) => items.length === 0,
    load: (signal) => {
      const { client } = this.community;
      if (!client || !this.action) throw new Error('no client');
      return loadPeople(client, this.action.id, signal);
    },
  });
  private readonly ticks = new TickController(this, new ActController(this), (tick, items) => {
    if (tick.action === this.action?.id) this.#learned(items);
  });

  /** Each look at the list is logged: a hall full of people who check in is no reason to look at it each second. */
  readonly #lookAgain = seldom(() => void this.list.reload(), 3000);

  constructor() {
    super();
    new MinuteController(this);
    new LiveController(this, (fact) => {
      const ours = 'id' in fact && fact.id === this.action?.id && fact.type.startsWith('action.');
      if (fact.type === 'resync' || ours) this.#lookAgain();
    });
  }

  /** The list of this action: while another one's is on its way, the one before is nobody's business here. */
  get #people(): People | undefined {
    const { value } = this.list;
    return value?.action === this.action?.id ? value : undefined;
  }

  get sums(): { came: number; open: number } | undefined {
    const value = this.#people;
    return value && this.action && sumsOf(withTicks(value.items, this.action, this.ticks.book));
  }

  /** Sends what was noted. Answers how much of it has to wait. */
  async sendTicks(): Promise<number> {
    const id = this.action?.id;
    // Whose they are is known with the list.
    await this.list.settled;
    await this.updateComplete;
    await this.ticks.send();
    return this.ticks.book?.waiting.filter(({ action }) => action === id).length ?? 0;
  }

  /** Into the list, from the check-in screen. */
  async focusStart(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#list')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('action') && changed.get('action')?.id !== this.action?.id) {
      this.said = this.filter = this.opened = '';
      this.adding = false;
      this.act.cancel();
    }
    this.ticks.use(this.list.value?.owner ?? '');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { action } = this;
    if (!action) return nothing;
    const { words } = this.words;
    const { state } = this.list;
    const value = this.#people;
    const again = () => void this.list.reload();
    return html`<div class="fm" lang=${this.community.lang}>
      <div class="people-head">
        <div role="heading" aria-level=${this.headingLevel} tabindex="-1" id="list">${words.people}</div>
        <span class="hint">${words.logged}</span>
      </div>
      ${renderUnsent(this.ticks, words, action.id)} ${staleOf(state, this.common.words, again)}
      <p role="status" class=${this.said ? 'told-small' : 'vh'}>${this.said ? html`${icon('check')}${this.said}` : ''}</p>
      ${
        value
          ? this.renderPeople(action, value)
          : state.status === 'error'
            ? html`<p class="field-error" role="alert">${errorText(state.error, this.common.words)}</p>
                <button type="button" class="btn line" @click=${again}>${this.common.words.retry}</button>`
            : html`<div class="late" aria-hidden="true">${skeletonLines(75, 50, 75)}</div>`
      }
    </div>`;
  }

  private renderPeople(action: Action, { items }: People): TemplateResult {
    const { words } = this.words;
    const people = withTicks(items, action, this.ticks.book).filter(({ state }) => state !== 'cancelled');
    const placed = people.filter(hasPlace);
    const waiting = people.filter(({ state }) => state === 'waiting');
    const { came } = sumsOf(people);
    const begun = this.#mayTick(action) || action.status !== 'open';
    const q = this.filter.normalize('NFKC').trim();
    const shown = q ? placed.filter(({ name }) => name.includes(q)) : placed;
    return html`
      ${placed.length ? nothing : html`<p class="muted">${words.nobody}</p>`}
      ${placed.length && begun ? html`<p class="small num">${words.arrived(came, placed.length)}</p>` : nothing}
      ${
        placed.length > manyPeople
          ? renderFilter(words, this.filter, (filter) => {
              this.filter = filter;
            })
          : nothing
      }
      ${q && shown.length === 0 ? html`<p class="muted" role="status">${words.notFound}</p>` : nothing}
      <ul class="rows" aria-label=${words.people}>${this.renderRows(action, shown)}</ul>
      ${
        waiting.length
          ? html`${heading(this.headingLevel + 1, words.waitingList, 'sub')}
              <ul class="rows" aria-label=${words.waitingList}>${this.renderRows(action, waiting)}</ul>`
          : nothing
      }
      ${this.renderAdd(action, people)} ${renderTrouble(this.act, this.common.words)}
    `;
  }

  /** By whom they are about: an opened line, and a finger on its way, stay with their person. */
  private renderRows(action: Action, people: readonly Person[]): unknown {
    return repeat(
      people,
      ({ member }) => member,
      (person) => this.renderOne(action, person),
    );
  }

  private renderOne(action: Action, person: Person): TemplateResult {
    return renderPerson({
      person,
      words: this.words.words,
      own: person.member === this.list.value?.owner,
      mayTick: this.#mayTick(action),
      mayRemove: this.staff && action.status === 'open' && !person.unsent,
      opened: this.opened === person.member,
      busy: this.act.busy,
      onOpen: (opened) => {
        this.opened = opened ? person.member : '';
      },
      onTick: (pressed) => {
        const next = nextState(person, pressed);
        // Minutes that the server was not told yet are not lost by a slip of the finger.
        if (next)
          this.#note(action, person, next, next !== 'signed-up' && person.unsent ? (person.minutes ?? undefined) : undefined);
        else this.opened = person.member;
      },
      onUndo: () => {
        this.#note(action, person, 'signed-up');
        this.opened = '';
      },
      onMinutes: (minutes) => {
        this.#note(action, person, 'attended', minutes);
        this.opened = '';
      },
      onRemove: () => void this.#remove(action, person),
    });
  }

  private renderAdd(action: Action, people: readonly Person[]): TemplateResult | typeof nothing {
    const { words } = this.words;
    const walkIn = this.#mayTick(action);
    if (!this.staff || !(walkIn || action.status === 'open')) return nothing;
    if (!this.adding) {
      return html`<p><button type="button" class="btn line" id="add" @click=${() => this.#setAdding(true)}>
        ${icon('person')}${walkIn ? words.addWalkIn : words.add}
      </button></p>`;
    }
    const without = people.filter(({ state }) => !walkIn || state !== 'waiting').map(({ member }) => member);
    return html`<fm-action-add
      ${within(this.community, this.headingLevel + 1)}
      .without=${without}
      @fm-action-added=${({ member }: ActionAddedEvent) => void this.#add(action, member, walkIn)}
      @fm-action-add-leave=${() => this.#setAdding(false)}
    ></fm-action-add>`;
  }

  #note(
    { id, title }: Action,
    person: Pick<Person, 'member' | 'name' | 'checkedInAt'>,
    state: TickState,
    minutes?: number,
  ): void {
    const { member, name, checkedInAt } = person;
    this.said = '';
    this.ticks.note({ action: id, title, member, name, state, minutes, knew: checkedInAt ?? undefined });
  }

  #mayTick(action: Action): boolean {
    return mayTick(action, this.now(), !navigator.onLine || this.list.state.status === 'offline');
  }

  /** What the server answered of some takes its place in the list. */
  #learned(fresh: readonly SignUp[]): void {
    const value = this.#people;
    if (value) this.list.replace({ ...value, items: withAnswer(value.items, fresh) });
  }

  #setAdding(adding: boolean): void {
    this.adding = adding;
    if (!adding) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#add')?.focus());
  }

  /** Before it begins a place, or one on the waiting list; once people come, they are here. */
  async #add(action: Action, member: Member, walkIn: boolean): Promise<void> {
    const { words } = this.words;
    if (walkIn) {
      this.#note(action, { member: member.id, name: member.name, checkedInAt: null }, 'attended');
      this.said = words.ticked(member.name);
      this.#setAdding(false);
      return;
    }
    const { client } = this.community;
    if (!client) return;
    const body = { onBehalfOf: { memberId: member.id } };
    const outcome = await this.act.run('sign-up', (options) => complete(client).actions.signUp(action.id, body, options), {
      subject: action.id,
      body,
    });
    if (!outcome.done || action.id !== this.action?.id) return;
    const { state, position } = outcome.value;
    this.said = state === 'waiting' ? words.waits(member.name, position ?? 1) : words.signedUp(member.name);
    this.#setAdding(false);
    await this.list.reload();
  }

  async #remove(action: Action, { member, name }: Person): Promise<void> {
    const { client } = this.community;
    if (!client) return;
    const body = { onBehalfOf: { memberId: member } };
    const outcome = await this.act.run('sign-off', (options) => complete(client).actions.signOff(action.id, body, options), {
      subject: action.id,
      body,
    });
    if (!outcome.done || action.id !== this.action?.id) return;
    this.opened = '';
    this.said = this.words.words.removed(name);
    await this.list.reload();
    await this.focusStart();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-action-people': FmActionPeople;
  }
}
