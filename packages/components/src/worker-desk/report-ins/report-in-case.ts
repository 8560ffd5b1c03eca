import { complete, type Member, type ReportInCheck } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { WordsController } from '../../shared/controllers/words.ts';
import { moment } from '../../shared/format.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { memberFacts } from '../desk-member.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import { ReasonController } from '../desk-reason.ts';
import { reportInStyles } from './report-in.styles.ts';
import { reportInWords } from './words/index.ts';

/** It was decided. Stays inside the panel. */
export class ReportInDecidedEvent extends Event {
  constructor(
    readonly id: string,
    /** What became of it. */
    readonly words: string,
  ) {
    super('fm-report-in-decided');
  }
}

/**
 * @summary One report-in that waits: from where to where, with which branch; a worker accepts it, or says why not.
 * Who it is behind the masked name is looked up only when asked, because each look is logged.
 * @fires fm-report-in-decided @fires fm-paper-ask - do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmReportInCase extends FmDeskPaper {
  static override styles = [FmDeskPaper.styles, reportInStyles];

  @property({ attribute: false }) check: ReportInCheck | undefined;

  @state() private member: Member | undefined;

  private readonly words = new WordsController(this, reportInWords);
  private readonly reason = new ReasonController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('check') || changed.get('check')?.id === this.check?.id) return;
    this.act.cancel();
    this.member = undefined;
    this.reason.clear();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { check } = this;
    if (!check) return nothing;
    const { words } = this.words;
    const can = (verb: string) => !this.gone && check.can.includes(verb);
    const nobody = !this.gone && !can('accept') && !can('decline');
    return this.renderPaper(
      words.gone,
      html`<div class="case-in">
          ${this.renderHead(check)} ${this.renderWay(check)} ${this.member ? this.renderMember(this.member) : nothing}
          ${
            can('accept')
              ? html`<p class="muted small">${words.follows(check.area.name)}${check.organisation ? ` ${words.followsBranch(check.organisation.name)}` : nothing}</p>`
              : nothing
          }
          ${nobody ? html`<p class="muted">${words.cannot}</p>` : nothing}
        </div>
        ${can('decline') ? this.renderDeclining(check) : nothing} ${nobody || this.gone ? nothing : this.renderActs(can)}`,
    );
  }

  private renderHead(check: ReportInCheck): TemplateResult {
    const { words } = this.words;
    return html`<header>
      <p class="kind">${icon('home')}${words.since(moment(check.at, this.community.lang))}</p>
      <div class="wish" role="heading" aria-level=${this.headingLevel} tabindex="-1">${check.member.name}</div>
      <div class="who">
        <span>${words.wants(check.area.name)}</span>
        ${
          this.gone || this.member
            ? nothing
            : html`<button type="button" class="btn quiet" ?disabled=${this.act.busy} @click=${this.handleLook}>${icon('eye')}${words.look}</button>`
        }
      </div>
    </header>`;
  }

  private renderWay({ from, area, organisation }: ReportInCheck): TemplateResult {
    const { words } = this.words;
    return html`<dl class="way">
      <div><dt>${words.from}</dt><dd class=${from ? '' : 'muted'}>${from?.name ?? words.noHome}</dd></div>
      <div class="to"><dt>${words.to}</dt><dd>${area.name}${from?.slug === area.slug ? html` <span class="tag">${words.same}</span>` : nothing}</dd></div>
      ${organisation ? html`<div><dt>${words.branch}</dt><dd>${organisation.name}</dd></div>` : nothing}
    </dl>`;
  }

  private renderMember(member: Member): TemplateResult {
    return html`<div role="status">
      ${heading(this.headingLevel + 1, this.words.words.looked, 'vh')} ${memberFacts(member, this.desk.words, this.community.lang, true)}
    </div>`;
  }

  private renderDeclining({ member }: ReportInCheck): TemplateResult {
    const { words } = this.words;
    return this.reason.render({
      title: words.declineWhy,
      label: words.declineTo(member.name),
      hint: words.declineHint,
      level: this.headingLevel + 1,
      reasons: words.reasons,
      missing: words.reasonMissing,
    });
  }

  private renderActs(can: (verb: string) => boolean): TemplateResult {
    const { words } = this.words;
    const { busy } = this.act;
    return html`<div class="case-act">
      ${this.renderTrouble()}
      ${can('accept') ? html`<button type="button" class="btn primary" ?disabled=${busy} @click=${this.handleAccept}>${words.accept}</button>` : nothing}
      ${can('decline') ? html`<button type="button" class="btn line" ?disabled=${busy} @click=${this.handleDecline}>${words.decline}</button>` : nothing}
      <span class="muted small">${this.desk.words.autoNext}</span>
    </div>`;
  }

  private readonly handleLook = async (): Promise<void> => {
    const { check } = this;
    const { client } = this.community;
    if (!check || !client) return;
    const outcome = await this.act.run('look', ({ signal }) => complete(client).members.get(check.member.id, { signal }), {
      subject: check.member.id,
    });
    if (outcome.done && this.check?.id === check.id) this.member = outcome.value;
  };

  private readonly handleAccept = (): void => void this.#decide('accept', undefined);

  private readonly handleDecline = (): void => {
    const reason = this.reason.take();
    if (reason !== undefined) void this.#decide('decline', reason);
  };

  async #decide(act: 'accept' | 'decline', reason: string | undefined): Promise<void> {
    const { check } = this;
    const { client } = this.community;
    if (!check || !client) return;
    const { reportIns } = complete(client);
    const outcome = await this.act.run(
      act,
      (options) =>
        reason === undefined ? reportIns.accept(check.id, options) : reportIns.decline(check.id, { reason }, options),
      { subject: check.id, body: { reason } },
    );
    if (outcome.done) this.dispatchEvent(new ReportInDecidedEvent(check.id, this.words.words.done[act]));
    // A colleague was quicker, or they have reported in elsewhere since: the fresh list says so.
    else if (outcome.error?.code.startsWith('report-in.')) this.ask('refresh');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-report-in-case': FmReportInCase;
  }
  interface HTMLElementEventMap {
    'fm-report-in-decided': ReportInDecidedEvent;
  }
}
