import type { ClaimRequest } from '@five-micro/sdk';
import { type CSSResultGroup, css, html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { dayOfWeek, isoDay } from '../shared/format.ts';
import { icon } from '../shared/ui/icons.ts';
import { WishBox } from './wish-acts.ts';
import { type Choice, choices, dateField } from './wish-choices.ts';
import { choiceStyles } from './wish-choices.styles.ts';
import { addDays, type DayName, isDay, likelyDays, noonOf } from './wish-days.ts';

type When = DayName | 'pick';

const self = '';

/** @summary 我来帮 TA: in whose name, and on which day. */
export class FmWishClaim extends WishBox {
  static override styles: CSSResultGroup = [
    WishBox.styles,
    choiceStyles,
    css`
      .promise {
        display: grid;
        gap: var(--fm-s2);
        font-size: var(--fm-t-s);
        color: var(--fm-text-muted);
      }
      .promise li {
        display: flex;
        gap: 0.5em;
      }
      .promise .i {
        margin-top: 0.15em;
        color: var(--fm-accent);
      }
      legend {
        font-size: var(--fm-t-s);
      }
      .chips {
        gap: 6px;
      }
    `,
  ];

  @state() private as = self;
  @state() private when: When = 'today';
  @state() private picked = '';

  protected override render(): TemplateResult {
    const { claim } = this.detail.words;
    if (this.act.state.status === 'sign-in') return html`<div class="fm" lang=${this.community.lang}>${this.signIn()}</div>`;
    return html`<div class="fm" lang=${this.community.lang}>
      <form class="box" tabindex="-1" aria-label=${claim.title} novalidate @submit=${this.handleSubmit}>
        ${this.heading(claim.title)} ${this.renderAs()} ${this.renderWhen()} ${this.trouble()}
        ${this.actButton('claim', claim.act, 'primary wide', () => undefined, 'submit')}
        <ul class="promise">
          <li>${icon('phone')}<span>${claim.promiseContact}</span></li>
          <li>${icon('back')}<span>${claim.promiseRelease}</span></li>
        </ul>
      </form>
    </div>`;
  }

  /** A visitor is asked nothing that only a member can answer. */
  private renderAs(): TemplateResult | undefined {
    const { claim } = this.detail.words;
    if (!this.me) return undefined;
    const { consents, maskedName, organisations } = this.me;
    const options: Choice<string>[] = [
      { value: self, label: claim.self, note: consents.helper ? claim.selfShown(maskedName) : claim.selfAnonymous },
      ...organisations.map(({ slug, name }) => ({ value: slug, label: name, note: claim.organisation })),
    ];
    return choices({
      name: 'as',
      legend: claim.as,
      options,
      value: this.as,
      look: 'cards',
      error: this.mistakeAt('as'),
      onChange: (as) => {
        this.as = as;
      },
    });
  }

  private renderWhen(): TemplateResult {
    const { claim } = this.detail.words;
    const { lang } = this.community;
    const { today, last } = this.days;
    const offered: Choice<When>[] = likelyDays(today, last).map(({ name, day }) => ({
      value: name,
      label: claim[name],
      note: dayOfWeek(noonOf(day), lang),
    }));
    const error = this.mistakeAt('dueAt');
    const date = dateField({
      id: 'dueAt',
      label: claim.pickLabel,
      hint: claim.pickHint(dayOfWeek(noonOf(last), lang)),
      value: this.picked,
      min: today,
      max: last,
      error,
      onChange: (day) => {
        this.picked = day;
      },
    });
    return choices<When>({
      name: 'when',
      legend: claim.when,
      options: [...offered, { value: 'pick', label: claim.pick }],
      value: this.when,
      look: 'chips',
      error: this.when === 'pick' ? undefined : error,
      more: this.when === 'pick' ? date : undefined,
      onChange: (when) => {
        this.when = when;
      },
    });
  }

  private get days(): { today: string; last: string } {
    const today = isoDay(Date.now());
    return { today, last: addDays(today, this.leaseDays) };
  }

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { claim } = this.detail.words;
    const { lang } = this.community;
    const { today, last } = this.days;
    const day = this.when === 'pick' ? this.picked : likelyDays(today, last).find(({ name }) => name === this.when)?.day;
    const outside = isDay(day ?? '') && day && (day < today || day > last);
    const wrong = !day
      ? claim.pickFirst
      : outside
        ? claim.outside(dayOfWeek(noonOf(today), lang), dayOfWeek(noonOf(last), lang))
        : undefined;
    if (!this.isRight({ dueAt: wrong }) || !day) return;
    const body: ClaimRequest = { dueAt: day, ...(this.as !== self && { as: this.as }) };
    void this.perform('claim', body, (client, id, options) => client.wishes.claim(id, body, options));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-claim': FmWishClaim;
  }
}
