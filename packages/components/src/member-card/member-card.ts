import { complete, type Consents, type ReportIn } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ActController, LiveController, ResourceController, WordsController } from '../shared/controllers/index.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import { actErrorText } from '../shared/diagnose.ts';
import { FmElement } from '../shared/elements.ts';
import { clock, fill, moment } from '../shared/format.ts';
import { signIn } from '../shared/sign-in.ts';
import { buttonStyles, stateStyles, tagStyles } from '../shared/styles/index.ts';
import { errorState, staleLine } from '../shared/ui/index.ts';
import '../shared/ui/toast.define.ts';
import { within } from '../shared/within.ts';
import { cardClaims } from './card-claims.ts';
import './card-consents.define.ts';
import { type Card, concerns, loadCard, type OpenCard } from './card-data.ts';
import { cardActions, cardPoints, loadDeeds, openPoints, type Sums, sumsOf } from './card-deeds.ts';
import type { FmCardSumEvent } from './card-deed-events.ts';
import { cardHead } from './card-head.ts';
import { cardNotices } from './card-notices.ts';
import { loadOver, type Over, renderOver } from './card-over.ts';
import { cardRights } from './card-rights.ts';
import { cardSkeleton, goneCard, signedOutCard } from './card-states.ts';
import type { CardView } from './card-view.ts';
import { cardWishes } from './card-wishes.ts';
import { cardStyles, rowStyles, sectionStyles } from './card.styles.ts';
import { type FmConsentsChangedEvent, FmReportedInEvent } from './events.ts';
import { ledgeStyles } from './rights.styles.ts';
import { deedsWords } from './deeds-words/index.ts';
import { cardWords } from './words/index.ts';

/**
 * @tag fm-member-card
 * @summary Who I am in this community: what concerns me, what I help with, what I wished for, each with its next step,
 * and what neighbours see of me.
 * @fires fm-consents-changed - `{ consents }`: they decided what neighbours see of them.
 * @fires fm-reported-in - `{ reportIn }`: 网上报到.
 * @fires fm-member-erased - They are no member any more: sign them out of the portal too.
 * @fires fm-wish-changed - `{ wish, act }`, from the sheets that open here.
 * @fires fm-wish-posted - `{ wish }`, from the sheets that open here.
 * @fires fm-organisation-open - From an organisation that is shown inside; `preventDefault()` where the page goes there itself.
 * @slot loading - In the place of the skeletons.
 * @slot empty - In the place of the three sections, while there is nothing in any of them.
 * @slot error - In the place of the words about an error.
 * @csspart heading - One's name.
 * @csspart section - One of the sections below.
 * @csspart message - What is said where nothing is to be shown: it is empty, or something went wrong.
 * @csspart stale - The line above what is not fresh.
 */
export class FmMemberCard extends FmElement {
  static override styles = [
    FmElement.styles,
    buttonStyles,
    tagStyles,
    stateStyles,
    cardStyles,
    sectionStyles,
    rowStyles,
    ledgeStyles,
  ];

  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private over: Over | undefined;
  @state() private said: { text: string; tone: 'good' | 'bad' } = { text: '', tone: 'good' };
  @state() private allNotices = false;
  @state() private pastClaims = false;
  @state() private pastWishes = false;
  /** What the sections that come by themselves said. */
  @state() private sums: Sums = {};

  private readonly words = new WordsController(this, cardWords);
  private readonly deedsWords = new WordsController(this, deedsWords);
  private readonly act = new ActController(this);
  private readonly card = new ResourceController<Card>(this, {
    key: () =>
      this.community.problem ? null : [this.community.client, this.community.area, this.community.lang, this.community.epoch],
    isEmpty: (card) => card.kind === 'card' && card.notices.length + card.claims.length + card.wishes.length === 0,
    load: async (signal) => {
      const { client, area } = this.community;
      if (!client) throw new Error('fm-member-card has no client');
      // Someone else's numbers, perhaps.
      if (this.card.state.status === 'loading') this.sums = {};
      const card = await loadCard(client, area, signal);
      // Signed out after they erased themself, they still read that it is done; whoever comes next has a card of their own.
      if (card.kind === 'signed-out') return this.#gone ?? card;
      this.#gone = undefined;
      return card;
    },
  });

  #gone: Extract<Card, { kind: 'gone' }> | undefined;

  constructor() {
    super();
    this.addEventListener('fm-member-erased', ({ erasedAt }) => void this.#farewell(erasedAt));
    new MinuteController(this);
    new LiveController(this, (fact) => {
      const card = this.#open;
      if (card && concerns(card, fact)) void this.reload();
    });
  }

  /** Asks again; what is shown stays meanwhile. */
  reload(): Promise<void> {
    return this.card.reload();
  }

  get #open(): OpenCard | undefined {
    const { value } = this.card;
    return value?.kind === 'card' ? value : undefined;
  }

  protected override updated(): void {
    // A section that could not be loaded is tried again with the next update.
    if (this.#open) void loadDeeds(this.#open).catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    return html`<div class="fm whole" lang=${lang}>
      ${this.renderState()}
      <fm-toast .lang=${lang} .mode=${mode} .theme=${theme} .text=${this.said.text} .tone=${this.said.tone} @fm-toast-close=${() => this.#say('')}></fm-toast>
    </div>`;
  }

  private renderState(): TemplateResult {
    const { state, value } = this.card;
    const { words } = this.words;
    const { problem } = this.community;
    const level = this.headingLevel;
    if (problem || state.status === 'error') {
      const error = state.status === 'error' ? state.error : undefined;
      return html`<slot name="error"
        >${errorState({ error, problem, words: this.common.words, place: this.community, title: words.error.title, level, onRetry: () => void this.reload() })}</slot
      >`;
    }
    if (!value) return html`<slot name="loading">${cardSkeleton()}</slot>`;
    if (value.kind === 'signed-out') return signedOutCard(words, level, () => void signIn(this, 'open-card'));
    if (value.kind === 'gone') return goneCard(words, level, moment(value.erasedAt, this.community.lang, this.now()));
    return this.renderCard(value);
  }

  private renderCard(card: OpenCard): TemplateResult {
    const { words } = this.words;
    const { state } = this.card;
    const common = this.common.words;
    const { lang } = this.community;
    const level = this.headingLevel;
    const old = state.status === 'stale' || state.status === 'offline';
    const view: CardView = {
      words,
      common,
      lang,
      level: level + 1,
      now: this.now(),
      links: card.area.settings.links,
      onOpen: (id, intent) => void this.#show({ show: 'wish', id, intent }),
    };
    const sections = this.renderSections(card, view);
    return html`
      ${old ? staleLine(fill(common.stale, { time: clock(state.since) }), common.refresh, () => void this.reload()) : nothing}
      ${cardHead(
        card,
        { ...view, level },
        {
          busy: this.act.busy,
          onReportIn: () => void this.#reportIn(card),
          onBranch: () => void this.#show({ show: 'branch' }),
          sums: sumsOf(card, this.sums, this.deedsWords),
        },
      )}
      <div class="cols">
        <div class="col">${state.status === 'empty' ? html`<slot name="empty">${sections}</slot>` : sections}
          ${cardActions(card, this.community, level + 1, this.now, this.handleSum)}</div>
        <div class="col">
          ${cardPoints(card, this.community, level + 1, this.now, this.handleSum)}
          <fm-card-consents
            exportparts="section"
            ${within(this.community, level + 1)}
            .consents=${card.me.consents}
            .name=${card.me.name}
            .maskedName=${card.me.maskedName}
            .rank=${this.sums.points ? (this.sums.rank ?? 0) : 0}
            @fm-consents-changed=${({ consents }: FmConsentsChangedEvent) => this.#keep(consents)}
          ></fm-card-consents>
        </div>
      </div>
      ${cardRights(view, this.community, this.now, () => void this.#show({ show: 'erase' }))}
      ${this.over && renderOver(this.over, this.community, level + 1, { card, now: this.now }, this.#onOver)}
    `;
  }

  readonly #onOver = {
    onReported: ({ reportIn }: FmReportedInEvent) => this.#reported(reportIn),
    onChanged: () => void this.reload(),
    onPosted: () => void this.reload(),
    onLeave: () => void this.#show(undefined),
  };

  private renderSections(card: OpenCard, view: CardView): TemplateResult {
    return html`${cardNotices(card, view, {
      busy: this.act.busy,
      all: this.allNotices,
      onSeen: () => void this.#seen(card),
      onAll: () => {
        this.allNotices = true;
      },
      onPoints: () => openPoints(this.renderRoot),
    })}
    ${cardClaims(card.claims, view, {
      open: this.pastClaims,
      onToggle: () => this.#turn('pastClaims'),
    })}
    ${cardWishes(card.wishes, view, {
      open: this.pastWishes,
      onToggle: () => this.#turn('pastWishes'),
      mayPost: card.area.can.includes('post-wish'),
      onPost: () => void this.#show({ show: 'form' }),
    })}`;
  }

  private readonly handleSum = ({ sum }: FmCardSumEvent): void => {
    this.sums = { ...this.sums, ...sum };
  };

  async #seen(card: OpenCard): Promise<void> {
    const { client } = this.community;
    const newest = card.notices[0];
    if (!client || !newest) return;
    const body = { upTo: newest.id };
    const outcome = await this.act.run('notices-seen', (options) => complete(client).me.noticesSeen(body, options), { body });
    if (!outcome.done) {
      this.#failed();
      return;
    }
    const now = this.#open;
    if (now)
      this.card.replace({
        ...now,
        notices: now.notices.map((notice) => ({ ...notice, seen: true })),
        me: { ...now.me, unseenNotices: outcome.value.unseen },
      });
    this.#say(this.words.words.seenDone);
  }

  async #reportIn(card: OpenCard): Promise<void> {
    const { client } = this.community;
    if (!client) return;
    const area = card.area.slug;
    const outcome = await this.act.run('report-in', (options) => client.areas.reportIn({ area }, options), {
      subject: area,
      body: {},
    });
    if (!outcome.done) {
      this.#failed();
      return;
    }
    this.dispatchEvent(new FmReportedInEvent(outcome.value));
    this.#reported(outcome.value);
  }

  #reported({ state }: ReportIn): void {
    const { reportedNow, reportWaiting } = this.words.words;
    this.#say(state === 'done' ? reportedNow : reportWaiting);
    void this.reload();
  }

  async #farewell(erasedAt: string): Promise<void> {
    this.#gone = { kind: 'gone', erasedAt };
    // Asked for another token, their account at the portal would make them a new member at once.
    this.community.client?.session.end();
    this.over = undefined;
    this.card.replace(this.#gone);
    await this.updateComplete;
    // What had the focus is gone with the sheet: the reading goes on with the farewell.
    this.shadowRoot?.querySelector<HTMLElement>('.gone')?.focus();
  }

  /** What was just saved is known better than from the last answer. */
  #keep(consents: Consents): void {
    const card = this.#open;
    if (card) this.card.replace({ ...card, me: { ...card.me, consents } });
  }

  async #show(over: Over | undefined): Promise<void> {
    try {
      if (over) await loadOver(over);
      this.over = over;
    } catch {
      this.#say(this.common.words.errors['network.unreachable'], 'bad');
    }
  }

  #turn(what: 'pastClaims' | 'pastWishes'): void {
    this[what] = !this[what];
  }

  #failed(): void {
    if (this.act.state.status === 'failed') this.#say(actErrorText(this.act.state.error, this.common.words), 'bad');
  }

  #say(text: string, tone: 'good' | 'bad' = 'good'): void {
    this.said = { text, tone };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-member-card': FmMemberCard;
  }
}
