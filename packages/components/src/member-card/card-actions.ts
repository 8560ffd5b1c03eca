import { linked } from '@five-micro/contract/notices';
import { complete, type Hours, type MyAction } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LiveController, ResourceController, WordsController } from '../shared/controllers/index.ts';
import { MinuteController } from '../shared/controllers/minute.ts';
import { FmElement } from '../shared/elements.ts';
import { dayOfWeek } from '../shared/format.ts';
import { buttonStyles, stateStyles } from '../shared/styles/index.ts';
import { icon } from '../shared/ui/icons.ts';
import { heading, phrases, skeletonLines } from '../shared/ui/index.ts';
import { actionGroups, leafOf, standOf, whenAndWhere } from './card-coming.ts';
import { FmCardSumEvent } from './card-deed-events.ts';
import { deedsStyles } from './card-deeds.styles.ts';
import { sectionStyles } from './card.styles.ts';
import { deedsWords } from './deeds-words/index.ts';

interface Deeds {
  readonly items: readonly MyAction[];
  readonly more: boolean;
  readonly hours: Hours;
}

const limit = 50;
/** The signed addresses of the record last for twenty minutes. */
const linksLast = 600_000;

/**
 * @summary 我的行动: what I signed up for with its next step, and my hours: a platform record (平台记录), to print or as a
 * spreadsheet.
 * @fires fm-card-sum - to the card; does not bubble
 */
export class FmCardActions extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, stateStyles, sectionStyles, deedsStyles];

  /** The portal's pages, by the area's settings. */
  @property({ attribute: false }) links: Readonly<Record<string, string>> = {};
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private past = false;

  private readonly words = new WordsController(this, deedsWords);
  private readonly deeds = new ResourceController<Deeds>(this, {
    key: () => {
      const { client, lang, epoch } = this.community;
      return client ? [client, lang, epoch] : null;
    },
    isEmpty: ({ items }) => !items.length,
    load: async (signal) => {
      const { client } = this.community;
      if (!client) throw new Error('asked without a client');
      const { me } = complete(client);
      const [actions, hours] = await Promise.all([me.actions({ limit }, { signal }), me.hours({ limit: 1 }, { signal })]);
      this.#askedAt = this.now();
      this.dispatchEvent(new FmCardSumEvent({ minutes: hours.minutes }));
      return { items: actions.items, more: actions.nextCursor !== null, hours };
    },
  });
  #askedAt = 0;

  constructor() {
    super();
    new MinuteController(this);
    new LiveController(this, (fact) => {
      const mine = 'id' in fact && this.deeds.value?.items.some(({ action }) => action.id === fact.id);
      if (fact.type === 'resync' || (fact.type.startsWith('action.') && mine)) void this.reload();
    });
  }

  /** Asks again; what is shown stays meanwhile. */
  reload(): Promise<void> {
    return this.deeds.reload();
  }

  protected override willUpdate(): void {
    if (this.deeds.value && !this.deeds.busy && this.now() - this.#askedAt >= linksLast) {
      this.#askedAt = this.now();
      void this.reload();
    }
  }

  protected override render(): TemplateResult {
    const { state, value } = this.deeds;
    const { words } = this.words;
    const { coming, past } = actionGroups(value?.items ?? [], this.now());
    const count = `${past.length}${value?.more ? '+' : ''}`;
    return html`<section class="fm sec" part="section" lang=${this.community.lang}>
      <header>
        ${heading(this.headingLevel, words.actions, 'sec-name')}
        ${
          past.length
            ? html`<button type="button" class="btn quiet" aria-expanded=${this.past ? 'true' : 'false'} @click=${() => (this.past = !this.past)}>
                ${this.past ? words.hidePast : words.past(count)}
              </button>`
            : nothing
        }
      </header>
      <div class="card">
        ${
          state.status === 'error'
            ? html`<p class="kindly" role="status">
                ${words.failed}<button type="button" class="btn quiet" @click=${() => void this.reload()}>${this.common.words.retry}</button>
              </p>`
            : value
              ? this.renderDeeds(value, coming, this.past ? past : [])
              : html`<div class="late ghost" aria-hidden="true">${skeletonLines(75, 30, 95, 50)}</div>`
        }
      </div>
    </section>`;
  }

  private renderDeeds({ items, hours }: Deeds, coming: readonly MyAction[], past: readonly MyAction[]): TemplateResult {
    const { words } = this.words;
    const all = this.links['actions'];
    const rows = [...coming, ...past];
    return html`${
      rows.length
        ? html`<ul class="rows mine">${rows.map((one) => this.renderAction(one))}</ul>`
        : html`<p class="kindly">
              ${items.length ? words.noComing : words.noActions}${all ? html` <a class="btn quiet" href=${all}>${words.allActions}</a>` : nothing}
            </p>`
    }
      ${this.renderHours(hours)}`;
  }

  private renderAction(one: MyAction): TemplateResult {
    const { words } = this.words;
    const { lang } = this.community;
    const now = this.now();
    const { action, signUp } = one;
    const [above, below] = leafOf(action.startsAt, now, words);
    const page = linked(this.links['action'], action.id);
    const stand = standOf(one, now, words);
    const checkIn = signUp.state === 'attended' ? words.checkOut : words.checkIn;
    const step =
      page && action.can.includes('check-in')
        ? html`<a class="btn line" href=${page} aria-label=${words.to(checkIn, action.title)}>${icon('check')}${checkIn}</a>`
        : signUp.state === 'signed-up' && action.status === 'open'
          ? html`<a class="btn quiet" href=${action.calendarUrl} download aria-label=${words.to(words.calendar, action.title)}>${icon('cal')}${words.calendar}</a>`
          : page
            ? html`<a class="btn quiet" href=${page} aria-label=${words.to(words.look, action.title)}>${words.look}</a>`
            : nothing;
    return html`<li>
      <div class="leaf" aria-hidden="true"><span>${above}</span><b>${below}</b></div>
      <div>
        ${heading(this.headingLevel + 1, page ? html`<a href=${page}>${phrases(action.title)}</a>` : phrases(action.title), 'want')}
        <small>
          <span class="vh">${dayOfWeek(action.startsAt, lang, now)}</span>
          <span class="when">${whenAndWhere(one, words)}</span> ${stand ? html`<span class=${signUp.state === 'attended' ? 'well' : 'stand'}>${stand}</span>` : nothing}
        </small>
      </div>
      ${step === nothing ? nothing : html`<p class="go">${step}</p>`}
    </li>`;
  }

  private renderHours({ minutes, actions, links }: Hours): TemplateResult {
    const { words } = this.words;
    if (!minutes) return html`<p class="hours">${words.noHours}</p>`;
    return html`<div class="hours">
      <p>
        <span>${words.hours} <b>${words.lasting(Math.floor(minutes / 60), minutes % 60)}</b></span>
        <span>${words.hoursHint(String(actions))}</span>
      </p>
      <p class="go">
        <a class="btn quiet" href=${links.page} target="_blank" rel="noopener">${icon('receipt')}${words.print}</a>
        <a class="btn quiet" href=${links.csv} download>${icon('save')}${words.csv}</a>
      </p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-card-actions': FmCardActions;
  }
}
