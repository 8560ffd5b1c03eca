import type { Fulfil } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { dayOfWeek, isoDay } from '../shared/format.ts';
import { WishBox } from './wish-acts.ts';
import type { WishIntent } from './events.ts';
import { dateField } from './wish-choices.ts';
import { addDays, noonOf } from './wish-days.ts';
import type { Picture } from './wish-form-values.ts';
import type { FmWishPhotos, PicturesChangeEvent } from './wish-photos.ts';

const parts = ['fulfil', 'extend', 'release'] as const;
type Part = (typeof parts)[number];

/** @summary 你正在帮 TA: reach them, say it is done, choose another day, put it back on the wall. */
export class FmWishHelp extends WishBox {
  static override styles: CSSResultGroup = WishBox.styles;

  @state() private shown: Part | undefined;
  @state() private note = '';
  @state() private day = '';
  @state() private pictures: Picture[] = [];
  @query('fm-wish-photos') private picker!: FmWishPhotos;

  override lead(act: WishIntent): Promise<void> {
    const part = parts.find((one) => one === act && this.can(one));
    return part ? this.open(part) : super.lead(act);
  }

  protected override render(): TemplateResult {
    const { help } = this.detail.words;
    const claim = this.wish?.claims.find(({ mine, state }) => mine && state === 'active');
    return html`<div class="fm" lang=${this.community.lang}>
      <div class="box" tabindex="-1">
        ${
          claim
            ? html`<div>
                ${this.heading(claim.organisation ? help.titleFor(claim.name) : help.title)}
                <p class="muted small">${help.due(dayOfWeek(claim.dueAt, this.community.lang))}</p>
              </div>`
            : this.heading(help.title)
        }
        ${this.act.state.status === 'sign-in' ? this.signIn() : this.renderParts()}
      </div>
    </div>`;
  }

  private renderParts(): TemplateResult {
    const { help } = this.detail.words;
    if (this.shown === 'fulfil') return this.renderFulfil();
    if (this.shown === 'extend') return this.renderExtend();
    if (this.shown === 'release') return this.renderRelease();
    const open = (part: Part, text: string, look: string) =>
      this.can(part) ? html`<button type="button" class="btn ${look}" @click=${() => this.open(part)}>${text}</button>` : nothing;
    return html`<div class="acts">
      ${open('fulfil', help.fulfil, 'primary wide')}
      <div class="two">${open('extend', help.extend, 'line')} ${open('release', help.release, 'line')}</div>
    </div>`;
  }

  private renderFulfil(): TemplateResult {
    const { help } = this.detail.words;
    return html`<form class="part" id="part" tabindex="-1" aria-label=${help.fulfilTitle} novalidate @submit=${this.handleFulfil}>
      ${this.textarea(
        'note',
        help.fulfilWords,
        this.note,
        (text) => {
          this.note = text;
        },
        help.fulfilHint,
      )}
      <fm-wish-photos
        .client=${this.community.client}
        lang=${this.community.lang}
        mode=${this.community.mode}
        label=${help.fulfilPhotos}
        error=${this.mistakeAt('photos') ?? ''}
        .pictures=${this.pictures}
        @fm-pictures-change=${this.handlePictures}
      ></fm-wish-photos>
      ${this.trouble()} ${this.buttons('fulfil', help.fulfilAct)}
    </form>`;
  }

  private renderExtend(): TemplateResult {
    const { help, claim } = this.detail.words;
    const { today, last } = this.days;
    return html`<form class="part" id="part" tabindex="-1" aria-label=${help.extend} novalidate @submit=${this.handleExtend}>
      ${dateField({
        id: 'dueAt',
        label: help.extendTitle,
        hint: claim.pickHint(dayOfWeek(noonOf(last), this.community.lang)),
        value: this.day,
        min: today,
        max: last,
        error: this.mistakeAt('dueAt'),
        onChange: (day) => {
          this.day = day;
        },
      })}
      ${this.trouble()} ${this.buttons('extend', help.extendAct)}
    </form>`;
  }

  private renderRelease(): TemplateResult {
    const { help } = this.detail.words;
    return html`<form class="part" id="part" tabindex="-1" aria-label=${help.releaseTitle} @submit=${this.handleRelease}>
      <div>
        <p><b>${help.releaseTitle}</b></p>
        <p class="muted small">${help.releaseText}</p>
      </div>
      ${this.trouble()} ${this.buttons('release', help.releaseAct)}
    </form>`;
  }

  private buttons(act: Part, text: string): TemplateResult {
    return html`<div class="two">
      ${this.actButton(act, text, 'primary', () => undefined, 'submit')}
      <button type="button" class="btn quiet" @click=${() => this.open(undefined)}>${this.detail.words.cancel}</button>
    </div>`;
  }

  private get days(): { today: string; last: string } {
    const today = isoDay(Date.now());
    return { today, last: addDays(today, this.leaseDays) };
  }

  private open(part: Part | undefined): Promise<void> {
    const back = { fulfil: '.primary', extend: '.line', release: '.line:last-child' }[this.shown ?? 'fulfil'];
    this.act.cancel();
    this.mistakes = {};
    this.shown = part;
    return this.toKeyboard(part ? '#part' : back);
  }

  private readonly handlePictures = (event: PicturesChangeEvent): void => {
    this.pictures = event.pictures;
  };

  private readonly handleFulfil = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!this.isRight({ note: this.wordsMistake(this.note) }) || !this.picker.report()) return;
    const body: Fulfil = {
      note: this.note.trim(),
      ...(this.pictures.length > 0 && { photos: this.pictures.map(({ id }) => id) }),
    };
    if (!(await this.perform('fulfil', body, (client, id, options) => client.wishes.fulfil(id, body, options)))) return;
    this.shown = undefined;
    this.note = '';
    this.pictures = [];
  };

  private readonly handleExtend = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { claim } = this.detail.words;
    const { today, last } = this.days;
    const { lang } = this.community;
    const outside = this.day < today || this.day > last;
    const wrong = !this.day
      ? claim.pickFirst
      : outside
        ? claim.outside(dayOfWeek(noonOf(today), lang), dayOfWeek(noonOf(last), lang))
        : undefined;
    if (!this.isRight({ dueAt: wrong })) return;
    const body = { dueAt: this.day };
    if (await this.perform('extend', body, (client, id, options) => client.wishes.extend(id, body, options)))
      this.shown = undefined;
  };

  private readonly handleRelease = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (await this.perform('release', {}, (client, id, options) => client.wishes.release(id, {}, options)))
      this.shown = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-help': FmWishHelp;
  }
}
