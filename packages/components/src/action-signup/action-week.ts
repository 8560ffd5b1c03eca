import { type Action, type ActionDays, actionsIn } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { ResourceController } from '../shared/controllers/resource.ts';
import { dayOfWeek, fill, isoDay } from '../shared/format.ts';
import { glyph } from '../shared/ui/glyph.ts';
import { leafOf } from './action-days.ts';
import type { Shown } from './action-list.ts';
import type { FmActionSignup } from './action-signup.ts';
import { dayAfter, mondayOf } from './weeks.ts';
import type { MoreWords } from './words/more.ts';

/** As many days as are counted with one question. */
const counted = 62;

/** A moment in the middle of the day, for what formats moments. */
const noonOf = (day: string): string => `${day}T12:00:00+08:00`;

const dayOf = ({ startsAt }: Action): string => isoDay(startsAt);

/** What was counted, and of which days it speaks. */
interface Counted {
  readonly area: string;
  readonly from: string;
  readonly items: ActionDays['items'];
}

/** A week of days, each with how many actions begin on it; one day at a time can be chosen. */
export class ActionWeek {
  readonly days: ResourceController<Counted>;
  readonly #host: FmActionSignup;
  /** Weeks away from the present one. */
  #away = 0;
  /** How many of today's are not over: the days count those too that are. */
  #today: { readonly area: string; readonly count: number } | undefined;

  constructor(host: FmActionSignup) {
    this.#host = host;
    this.days = new ResourceController<Counted>(host, {
      key: () => {
        const { client, area, epoch } = host.community;
        return client && area && !host.compact && !host.isHall ? [client, area, epoch, this.#from] : null;
      },
      load: async (signal) => {
        const { client, area } = host.community;
        if (!client) throw new Error('asked without a client');
        const from = this.#from;
        const { items } = await actionsIn(client).days({ area, from, to: dayAfter(from, counted - 1) }, { signal });
        return { area, from, items };
      },
      reflect: false,
    });
    // The page was asked for a day: its week.
    if (host.day)
      this.#away = Math.round((Date.parse(mondayOf(host.day)) - Date.parse(this.#thisMonday)) / (7 * 86_400_000)) || 0;
  }

  get #present(): string {
    return isoDay(this.#host.now());
  }
  get #thisMonday(): string {
    return mondayOf(this.#present);
  }
  get #monday(): string {
    return dayAfter(this.#thisMonday, this.#away * 7);
  }
  /** Most look at this week and a few after it: one answer has them all. */
  get #from(): string {
    return this.#away >= 0 && this.#away < 8 ? this.#thisMonday : this.#monday;
  }

  /** What is known of the days in sight; what was counted of others says nothing about them. */
  get #known(): Counted | undefined {
    const { value } = this.days;
    return value?.from === this.#from && value.area === this.#host.community.area ? value : undefined;
  }

  /** A list that is not narrowed down and goes on past today, or has an end, holds all of today's that are not over. */
  lookAt({ area, items, nextCursor }: Shown): void {
    const { show, category, day } = this.#host.filters;
    if (show || category || day) return;
    const days = items.map(dayOf);
    const whole = !nextCursor || days.some((one) => one > this.#present);
    this.#today = whole ? { area, count: days.filter((one) => one === this.#present).length } : undefined;
  }

  /** How many are to come: this week, or as far as is known; nothing where that was not asked for. */
  coming(until: 'week' | 'known'): number | undefined {
    const known = this.#known;
    const today = this.#today;
    if (!known || today?.area !== known.area || this.#from !== this.#thisMonday) return undefined;
    const end = dayAfter(this.#thisMonday, 7);
    return known.items
      .filter(({ day }) => day > this.#present && (until === 'known' || day < end))
      .reduce((sum, { actions }) => sum + actions, today.count);
  }

  /** How many there are below those that are shown; 0 where the days do not say it. */
  left(items: readonly Action[]): number {
    const { show, category, day } = this.#host.filters;
    if (category || show === 'free' || show === 'mine') return 0;
    if (day) return (this.countOf(day) ?? 0) - items.length;
    const shown = items.filter((action) => dayOf(action) >= this.#present);
    return (this.coming(show === 'soon' ? 'week' : 'known') ?? 0) - shown.length;
  }

  countOf(day: string): number | undefined {
    const known = this.#known;
    return known && (known.items.find((one) => one.day === day)?.actions ?? 0);
  }

  render(words: MoreWords): TemplateResult {
    const monday = this.#monday;
    const { lang } = this.#host.community;
    const days = [0, 1, 2, 3, 4, 5, 6].map((n) => dayAfter(monday, n));
    const name = (day: string) => dayOfWeek(noonOf(day), lang, this.#host.now());
    const label = fill(words.week, { from: name(monday), to: name(dayAfter(monday, 6)) });
    return html`<div class="week" role="group" aria-label=${label}>
      ${this.#turn(-1, 'left', words.before)} ${days.map((day, i) => this.#day(day, i, words))} ${this.#turn(1, 'right', words.after)}
    </div>`;
  }

  #turn(by: 1 | -1, icon: string, label: string): TemplateResult {
    const turn = (): void => {
      this.#away += by;
      this.#host.requestUpdate();
    };
    return html`<button type="button" class="turn" aria-label=${label} @click=${turn}>${glyph(icon)}</button>`;
  }

  #day(day: string, index: number, words: MoreWords): TemplateResult {
    const host = this.#host;
    const { lang } = host.community;
    const { month, date, weekday, isToday } = leafOf(noonOf(day), lang, host.now());
    const count = this.countOf(day);
    const said = count ? fill(words.dayCount, { count }) : '';
    const on = host.day === day;
    // Another month is said where it begins to be seen.
    const another = !isToday && ((index === 0 && this.#away !== 0) || date === 1);
    const head = isToday ? words.today : another ? `${month} ${weekday}` : weekday;
    return html`<button
      type="button"
      class="day"
      aria-pressed=${on}
      aria-current=${isToday ? 'date' : nothing}
      ?disabled=${!on && count === 0}
      @click=${() => {
        host.day = on ? '' : day;
        if (host.show === 'soon' || host.show === 'mine') host.show = '';
      }}
    >
      <span>${head}</span>
      <b>${another ? nothing : html`<span class="vh">${month}</span>`} ${date}</b>
      <small>${said || html`${count === 0 ? html`<span class="vh">${words.dayNone}</span>` : nothing}\u00a0`}</small>
    </button>`;
  }
}
