import { type Action, actionsIn, type Area } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ShareController } from '../shared/adapter/share.ts';
import { sharedAction } from '../shared/adapter/shareable.ts';
import { DueController } from '../shared/controllers/due.ts';
import { LiveController } from '../shared/controllers/live.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { FmElement } from '../shared/elements.ts';
import { clock, dayOfWeek, fill } from '../shared/format.ts';
import { buttonStyles } from '../shared/styles/button.styles.ts';
import { stateStyles } from '../shared/styles/state.styles.ts';
import { timelineStyles } from '../shared/styles/timeline.styles.ts';
import '../shared/ui/drawings.ts';
import { phrases } from '../shared/ui/phrases.ts';
import { errorState } from '../shared/ui/problem.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import { emptyState, heading, skeletonLines, staleLine } from '../shared/ui/states.ts';
import { SaidOver } from '../wish-wall/said-over.ts';
import { ActionActs } from './action-acts.ts';
import { leaf } from './action-card.ts';
import { span } from './action-days.ts';
import { detailStyles } from './action-detail.styles.ts';
import { renderMain } from './action-detail-main.ts';
import './action-icons.ts';
import { isOwn } from './action-list.ts';
import { actionThing } from './action-parts.ts';
import { cardStyles } from './action-signup.styles.ts';
import { moreStyles } from './action-more.styles.ts';
import { checkInDue, isOpen, sideOf, tagOf } from './action-side.ts';
import { renderSteps, stepsOf } from './action-steps.ts';
import { FmActionChangedEvent, type FmActionCheckedInEvent } from './events.ts';
import { glyph } from '../shared/ui/glyph.ts';
import { detailWords } from './words/detail.ts';
import { actionWords } from './words/index.ts';
import { moreWords } from './words/more.ts';

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/**
 * @summary One action in a sheet: what, when and where, who holds it, what to bring, and one's own part in it.
 * @fires fm-action-changed - `{ action }`, after an act of this member; stays inside the element around it
 * @fires fm-sheet-close - closed, by whatever way: who opened it takes it away
 * @fires fm-login-required - an act needs a sign-in; it goes on by itself afterwards
 */
export class FmActionDetail extends FmElement {
  static override styles: CSSResultGroup = [
    FmElement.styles,
    buttonStyles,
    stateStyles,
    timelineStyles,
    cardStyles,
    moreStyles,
    detailStyles,
  ];

  @property({ attribute: 'action-id' }) actionId = '';
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  /** What lies over it, or takes its place. */
  @state() private over: 'check-in' | 'form' | undefined;
  @query('fm-sheet') private sheet!: FmSheet;

  private readonly detail = new WordsController(this, detailWords);
  private readonly first = new WordsController(this, actionWords);
  private readonly more = new WordsController(this, moreWords);
  private readonly action = new ResourceController<Action>(this, {
    key: () => (this.community.client && this.actionId ? [this.community.client, this.actionId, this.community.epoch] : null),
    load: async (signal) => {
      const action = await actionsIn(this.#client).get(this.actionId, { signal });
      // Opened by its address it may be another community's than the page's: that one is listened to.
      this.area = action.area;
      return action;
    },
  });
  private readonly place = new ResourceController<Area>(this, {
    key: () => (this.action.value ? [this.community.client, this.action.value.area] : null),
    load: (signal) => this.#client.areas.get({ area: this.action.value?.area }, { signal }),
    reflect: false,
  });
  private readonly acts = new ActionActs(this, {
    onChanged: (action) => this.#changed(action),
    onOpen: (id) => {
      this.actionId = id;
    },
    onDone: () => void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.action aside')?.focus()),
  });
  private readonly unfit = new SaidOver(this, {
    thing: () => this.action.value && actionThing(this.action.value, this.detail.words, this.#client),
    words: () => this.detail.words.unfit,
    onChanged: () => void this.action.reload(),
    onFailed: () => this.acts.say(this.common.words.errors['network.unreachable'], 'bad'),
  });

  constructor() {
    super();
    new ShareController(this, sharedAction, () => this.action.value);
    new MinuteController(this);
    new DueController(this, {
      at: () => this.action.value && checkInDue(this.action.value, this.now()),
      now: () => this.now(),
      ask: () => void this.action.reload(),
    });
    new LiveController(this, (fact) => {
      const everything = fact.type === 'resync' || fact.type === 'consent.changed';
      if (everything || ('id' in fact && fact.id === this.actionId)) void this.action.reload();
    });
  }

  get #client() {
    const { client } = this.community;
    if (!client) throw new Error('fm-action-detail has no client');
    return client;
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const name = this.action.value?.title ?? this.detail.words.loading;
    return html`<fm-sheet open heading-hidden heading=${name} lang=${lang} mode=${mode} theme=${theme}>
        <div class="fm" lang=${lang}>${this.renderState()}</div>
      </fm-sheet>
      <div class="fm" lang=${lang}>${this.acts.render()}</div>
      ${this.renderOver()}${this.unfit.render()}`;
  }

  private renderState(): TemplateResult {
    const { words } = this.detail;
    const { state } = this.action;
    if (state.status !== 'error' && state.value) {
      const stale =
        state.status === 'stale' || state.status === 'offline'
          ? staleLine(
              fill(words.offline, { time: clock(state.since) }),
              this.common.words.refresh,
              () => void this.action.reload(),
            )
          : nothing;
      return html`${stale}${this.renderAction(state.value)}`;
    }
    if (state.status !== 'error') {
      return html`<div class="opening late" role="status">
        <span class="vh">${words.loading}</span>${skeletonLines(30, 95, 75, 50)}<span class="skeleton tall"></span>
      </div>`;
    }
    const level = this.headingLevel;
    const gone = codeOf(state.error) === 'action.unknown';
    return html`<div class="pane">
      ${
        gone
          ? emptyState({
              drawing: 'search',
              title: words.gone,
              text: words.goneText,
              level,
              actions: html`<button type="button" class="btn line" @click=${this.handleLeave}>${words.back}</button>`,
            })
          : errorState({
              error: state.error,
              words: this.common.words,
              place: this.community,
              title: words.failed,
              level,
              onRetry: () => void this.action.reload(),
            })
      }
    </div>`;
  }

  private renderAction(action: Action): TemplateResult {
    const { words } = this.detail;
    const { lang } = this.community;
    const { category, startsAt, endsAt, areaName, place, status } = action;
    const tag = tagOf(action, this.more.words);
    const name = this.place.value?.settings.actionCategories.find(({ code }) => code === category)?.name;
    return html`<article class="action c-${category} ${status} ${isOwn(action) ? 'mine' : ''}">
      <header class="top">
        ${leaf(startsAt, { words: this.first.words, lang, now: this.now() })}
        <div>
          <p class="kind">${glyph(category)}<span>${name}${tag ? html` · <b class=${tag.tone}>${tag.text}</b>` : nothing}</span></p>
          ${heading(this.headingLevel, phrases(action.title), 'want')}
          <ul class="meta">
            <li>${glyph('clock')}<time datetime=${startsAt}>${dayOfWeek(startsAt, lang, this.now())} ${span(startsAt, endsAt, this.first.words)}</time></li>
            <li>${glyph('place')}<span>${areaName} · ${place}</span></li>
          </ul>
        </div>
      </header>
      <div class="main">${renderMain(action, this.detail.words, this.headingLevel + 1, this.place.value)}
        <p class="unfit">${this.unfit.renderButton()}</p></div>
      <aside aria-label=${words.acts} tabindex="-1">${this.renderActs(action)}</aside>
    </article>`;
  }

  private renderActs(action: Action): TemplateResult {
    const { words } = this.detail;
    const { status, can } = action;
    const offline = this.action.state.status === 'offline' || this.action.state.status === 'stale';
    const lang = this.community.lang;
    const steps = stepsOf(action, words.steps, this.more.words, lang, this.now());
    const side = sideOf(action, {
      words: this.more.words,
      first: this.first.words,
      lang,
      now: this.now(),
      still: false,
      offline,
      busy: this.acts.busy,
      look: 'primary',
      onSignUp: (one) => void this.acts.signUp(one),
      onCheckIn: () => void this.#show('check-in', import('./action-check-in.define.ts')),
      onSignOff: (one) => this.acts.askOff(one),
    });
    const edit = can.includes('edit')
      ? html`<button type="button" class="btn line wide" @click=${() => void this.#show('form', import('../worker-desk/actions/action-form.define.ts'))}>${words.edit}</button>`
      : nothing;
    const way = steps.length
      ? html`<section>${heading(this.headingLevel + 1, words.mine)}${renderSteps(steps)}</section>`
      : nothing;
    const rest = isOpen(action) && !can.includes('sign-up') ? words.rest.open : words.rest[status];
    const mayAct = can.includes('sign-up') || steps.length > 0;
    return html`${way}<div class="side">${mayAct || isOpen(action) ? side : nothing}</div>
      ${mayAct ? nothing : html`<p class="muted">${rest}</p>`} ${edit}`;
  }

  private renderOver(): TemplateResult | typeof nothing {
    const action = this.action.value;
    if (!this.over || !action) return nothing;
    const { client, lang, mode, theme } = this.community;
    return this.over === 'check-in'
      ? html`<fm-action-check-in
          .client=${client}
          .action=${action}
          area=${action.area}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${this.headingLevel}
          @fm-action-checked-in=${({ action: now }: FmActionCheckedInEvent) => this.#changed(now)}
          @fm-sheet-close=${this.#closed}
        ></fm-action-check-in>`
      : html`<fm-action-form
          .client=${client}
          .action=${action}
          .now=${this.now}
          area=${action.area}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${this.headingLevel}
          @fm-action-saved=${({ action: now }: { action: Action }) => this.#changed(now)}
          @fm-sheet-close=${this.#closed}
        ></fm-action-form>`;
  }

  #changed(action: Action): void {
    if (action.id === this.actionId) this.action.replace(action);
    this.dispatchEvent(new FmActionChangedEvent(action));
  }

  /** The action below stays open, and whoever opened that hears nothing of it. */
  readonly #closed = (event: Event): void => {
    event.stopPropagation();
    this.over = undefined;
  };

  async #show(over: 'check-in' | 'form', code: Promise<unknown>): Promise<void> {
    try {
      await code;
      this.over = over;
    } catch {
      this.acts.say(this.common.words.errors['network.unreachable'], 'bad');
    }
  }

  private readonly handleLeave = (): void => {
    this.sheet.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-action-detail': FmActionDetail;
  }
}
