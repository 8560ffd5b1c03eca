import { type Action, type Area, complete } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { MinuteController } from '../../shared/controllers/minute.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { type Outcome } from '../../shared/controllers/act.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import type { ActName } from '../../shared/events.ts';
import { within } from '../../shared/within.ts';
import { choices } from '../../wish-wall/wish-choices.ts';
import { choiceStyles } from '../../wish-wall/wish-choices.styles.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import { ReasonController } from '../desk-reason.ts';
import { twice } from '../desk-twice.ts';
import { hidePlace } from '../moderation/hide-place.ts';
import { leaf, leafStyles } from './action-card.ts';
import { actionFacts, categoryName, hasPeople, laterOf, phaseOf, phaseTag } from './action-facts.ts';
import './action-people.define.ts';
import type { FmActionPeople } from './action-people.ts';
import { actionCaseStyles } from './actions.styles.ts';
import { ActionAskEvent, DeskActionEvent } from './events.ts';
import { glyph } from './icons.ts';
import { actionWords } from './words/index.ts';

/**
 * @summary The page of one action for those who look after it: what it is, publishing, changing, cancelling and ending it,
 * the way to the check-in screen, and the list of people. Shows what `action.can` lists and nothing else.
 * @fires fm-desk-action @fires fm-action-ask @fires fm-paper-ask - do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmActionCase extends FmDeskPaper {
  static override styles = [FmDeskPaper.styles, choiceStyles, leafStyles, actionCaseStyles];

  @property({ attribute: false }) action: Action | undefined;
  /** Whether a worker looks. */
  @property({ type: Boolean }) staff = false;
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  /** What is being decided. */
  @state() private deciding: 'nothing' | 'cancel' | 'finish' = 'nothing';
  @state() private following = false;
  /** How many ticks have to be sent before it can be ended. */
  @state() private unsent = 0;
  @query('fm-action-people') private readonly people!: FmActionPeople | null;

  private readonly words = new WordsController(this, actionWords);
  private readonly reason = new ReasonController(this);
  private readonly place = new ResourceController<Area | undefined>(this, {
    reflect: false,
    key: () => {
      const { client, lang } = this.community;
      return client && this.action ? [client, this.action.area, lang] : null;
    },
    load: async (signal) => this.community.client?.areas.get({ area: this.action?.area ?? '' }, { signal }),
  });

  constructor() {
    super();
    new MinuteController(this);
  }

  /** To the list, from the check-in screen. */
  async focusPeople(): Promise<void> {
    await this.updateComplete;
    await this.people?.focusStart();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('action') || changed.get('action')?.id === this.action?.id) return;
    this.act.cancel();
    this.#leave();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { action } = this;
    if (!action) return nothing;
    const { words } = this.words;
    const { lang } = this.community;
    const now = this.now();
    return this.renderPaper(
      words.gone,
      html`<div class="case-in">
          <header class="action-head">
            ${leaf(action.startsAt, lang)}
            <div>
              <p class="kind">${categoryName(action, this.place.value)} ${phaseTag(phaseOf(action, now), words)}</p>
              <div class="wish" role="heading" aria-level=${this.headingLevel} tabindex="-1">${action.title}</div>
            </div>
          </header>
          <div>
            ${action.story ? html`<p class="said">${action.story}</p>` : nothing} ${actionFacts(action, words, lang, now)}
          </div>
          ${
            action.photos.length
              ? html`<div class="photos">${action.photos.map(({ url }, at) => html`<img src=${url} alt=${words.photo(at + 1)} loading="lazy" />`)}</div>`
              : nothing
          }
          ${action.status === 'draft' ? nothing : this.renderHiding(action)} ${!this.gone && hasPeople(action) ? this.renderPeople(action) : nothing}
        </div>
        ${this.gone ? nothing : this.renderActs(action)}`,
    );
  }

  private renderHiding(action: Action): TemplateResult {
    return hidePlace(
      { kind: 'action', of: action },
      {
        place: this.community,
        level: this.headingLevel,
        gone: this.gone,
        onHidden: (now, words) => this.dispatchEvent(new DeskActionEvent(now as Action, words, false)),
        onRefresh: () => this.ask('refresh'),
      },
    );
  }

  private renderPeople(action: Action): TemplateResult {
    return html`<fm-action-people
      ${within(this.community, this.headingLevel + 1)}
      .action=${action}
      .staff=${this.staff}
      .now=${this.now}
    ></fm-action-people>`;
  }

  private renderActs(action: Action): TemplateResult | typeof nothing {
    if (this.deciding === 'cancel') return this.renderCancel(action);
    const { words } = this.words;
    const can = (verb: string) => action.can.includes(verb);
    const later = laterOf(action);
    const button = (label: string, onClick: () => void, look = 'line') =>
      html`<button type="button" class="btn ${look}" ?disabled=${this.act.busy} @click=${onClick}>${label}</button>`;
    const trouble = this.renderTrouble();
    if (this.deciding === 'finish')
      return html`<div class="case-act">${trouble}${
        this.unsent ? html`<p class="field-error" role="alert">${words.finish.unsent(this.unsent)}</p>` : nothing
      }<div class="deciding">${this.renderFinish(action)}</div></div>`;
    const acts = [
      can('open') ? button(later ? words.openThis : words.open, () => void this.#open(action, false), 'primary') : nothing,
      can('open') && later ? button(words.openLater(later), () => void this.#open(action, true)) : nothing,
      can('check-in-code')
        ? html`<button type="button" class="btn primary" @click=${() => this.dispatchEvent(new ActionAskEvent('check-in'))}>${glyph('qr')}${words.checkIn}</button>`
        : nothing,
      can('finish') ? this.renderFinish(action) : nothing,
      can('edit') ? button(words.edit, () => this.dispatchEvent(new ActionAskEvent('edit'))) : nothing,
      can('cancel') ? button(words.cancel.act, () => this.#decide('cancel', '#reason'), 'quiet') : nothing,
    ].filter((one) => one !== nothing);
    if (!acts.length) return nothing;
    return html`<div class="case-act">
      ${trouble} ${acts}${can('open') ? html`<p class="hint">${words.openHint}</p>` : nothing}
    </div>`;
  }

  private renderFinish({ taken }: Action): TemplateResult {
    const { finish } = this.words.words;
    const { came = 0, open = taken } = this.people?.sums ?? {};
    return twice({
      armed: this.deciding === 'finish',
      act: finish.act,
      follows: finish.follows(came, open),
      really: finish.really,
      leave: finish.leave,
      busy: this.act.busy,
      onArm: () => this.#decide('finish', '.follows'),
      onLeave: () => this.#leave(),
      onDo: () => void this.#finish(),
    });
  }

  private renderCancel(action: Action): TemplateResult {
    const { cancel } = this.words.words;
    const later = laterOf(action);
    return html`${this.reason.render({
      title: cancel.title,
      label: cancel.label,
      hint: cancel.hint(action.status === 'draft' ? 0 : action.taken + action.waiting),
      level: this.headingLevel + 1,
      reasons: cancel.reasons,
      missing: cancel.missing,
    })}
      <div class="case-act">
        ${
          later
            ? choices<'one' | 'later'>({
                name: 'scope',
                legend: cancel.scope,
                look: 'chips',
                options: [
                  { value: 'one', label: cancel.onlyThis },
                  { value: 'later', label: cancel.andLater(later) },
                ],
                value: this.following ? 'later' : 'one',
                onChange: (scope) => {
                  this.following = scope === 'later';
                },
              })
            : nothing
        }
        ${this.renderTrouble()}
        <button type="button" class="btn line" @click=${() => this.#leave()}>${cancel.leave}</button>
        <button type="button" class="btn grave" ?disabled=${this.act.busy} @click=${() => void this.#cancel(action)}>${cancel.really}</button>
      </div>`;
  }

  #decide(deciding: 'cancel' | 'finish', focus: string): void {
    this.deciding = deciding;
    this.act.cancel();
    this.focusOn(focus);
  }

  #leave(): void {
    this.deciding = 'nothing';
    this.following = false;
    this.unsent = 0;
    this.reason.clear();
  }

  async #open({ id, updatedAt: seen }: Action, following: boolean): Promise<void> {
    const body = { seen, ...(following && { following }) };
    await this.#do(
      'open-action',
      this.words.words.opened,
      following,
      (actions, options) => actions.open(id, body, options),
      body,
    );
  }

  async #cancel({ id }: Action): Promise<void> {
    const reason = this.reason.take();
    if (reason === undefined) return;
    const { following } = this;
    const body = { reason, ...(following && { following }) };
    const { done } = this.words.words.cancel;
    await this.#do('cancel-action', done, following, (actions, options) => actions.cancel(id, body, options), body);
  }

  async #finish(): Promise<void> {
    const id = this.action?.id ?? '';
    const { done } = this.words.words.finish;
    // Whoever was ticked on this device and not sent would count as absent.
    const unsent = (await this.people?.sendTicks()) ?? 0;
    if (id !== this.action?.id) return;
    this.unsent = unsent;
    if (unsent) return;
    await this.#do('finish-action', done, false, (actions, options) => actions.finish(id, options), {});
  }

  async #do(
    act: ActName,
    words: string,
    following: boolean,
    work: (
      actions: ReturnType<typeof complete>['actions'],
      options: { signal: AbortSignal; idempotencyKey: string },
    ) => PromiseLike<Action>,
    body: object,
  ): Promise<void> {
    const { client } = this.community;
    const { action } = this;
    if (!client || !action) return;
    const outcome: Outcome<Action> = await this.act.run(act, (options) => work(complete(client).actions, options), {
      subject: action.id,
      body,
    });
    if (!outcome.done) return;
    this.#leave();
    this.dispatchEvent(new DeskActionEvent(outcome.value, words, following));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-action-case': FmActionCase;
  }
}
