import type { Report, ReportReason } from '@five-micro/sdk';
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { choices } from './wish-choices.ts';
import { addressOf } from './wish-parts.ts';
import { WishSpeech } from './wish-speech.ts';

const reasons: readonly ReportReason[] = ['private', 'untrue', 'rude', 'advert', 'unsafe', 'other'];

/** @summary 这段话不合适？: a neighbour tells the workers about a text or picture. Nobody is told who said so. */
export class FmWishReport extends WishSpeech {
  @state() private reason: ReportReason | '' = '';
  @state() private more = '';
  @state() private told = false;

  protected get name(): string {
    const { report } = this.say.words;
    return this.parts.every(({ photo }) => photo) ? report.titlePhoto : report.title;
  }

  protected renderInside(): TemplateResult {
    const { report } = this.say.words;
    if (this.told) return this.renderTold();
    if (this.act.state.status === 'sign-in') return this.signIn({ title: report.login, text: report.loginText });
    return html`<form class="box" novalidate aria-label=${this.name} @submit=${this.handleSubmit}>
      ${this.heading(this.name)}
      <p class="muted">${report.text}</p>
      ${this.renderWhich()}
      ${choices<ReportReason>({
        name: 'reason',
        legend: report.why,
        options: reasons.map((value) => ({ value, label: report.reasons[value] })),
        value: this.reason,
        look: 'chips',
        error: this.mistakeAt('reason'),
        onChange: (reason) => {
          this.reason = reason;
        },
      })}
      ${this.textarea(
        'words',
        html`${report.words} <span class="muted small">${this.detail.words.optional}</span>`,
        this.more,
        (text) => {
          this.more = text;
        },
      )}
      ${this.trouble()}
      <div class="two">
        ${this.actButton('report', report.act, 'primary', () => undefined, 'submit')}
        <button type="button" class="btn quiet" @click=${this.close}>${this.detail.words.cancel}</button>
      </div>
    </form>`;
  }

  private renderTold(): TemplateResult {
    const { report } = this.say.words;
    return html`<div class="box" id="told" tabindex="-1" role="status">
      ${this.heading(report.done)}
      <p class="muted">${report.doneText}</p>
      <button type="button" class="btn line wide" @click=${this.close}>${report.back}</button>
    </div>`;
  }

  private readonly handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { about: part, reason } = this;
    const missing = reason ? undefined : this.say.words.report.whyFirst;
    if (!this.isRight({ reason: missing, words: this.wordsMistake(this.more, false) }) || !part || !reason) return;
    const words = this.more.trim();
    const said = { reason, ...(words && { words }) };
    const body: Report = { ...addressOf(part), ...said };
    const { thing } = this;
    const done = thing
      ? await this.sendTo(thing, 'report', part, said)
      : await this.perform('report', body, (client, id, options) => client.wishes.report(id, body, options));
    if (!done) return;
    this.told = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#told')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-wish-report': FmWishReport;
  }
}
