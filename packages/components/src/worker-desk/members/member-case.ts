import { complete, type Member } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { WordsController } from '../../shared/controllers/words.ts';
import { icon } from '../../shared/ui/icons.ts';
import { avatar, heading } from '../../shared/ui/index.ts';
import { within } from '../../shared/within.ts';
import { DeskWishForEvent } from '../desk-events.ts';
import { memberFacts } from '../desk-member.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import { twice } from '../desk-twice.ts';
import './member-merge.define.ts';
import './member-points.define.ts';
import type { MemberMergedEvent } from './member-merge.ts';
import { memberStyles } from './members.styles.ts';
import { memberWords } from './words/index.ts';

/** Someone is otherwise than before; `instead` is the id that is no more. Stays inside the panel. */
export class MemberChangedEvent extends Event {
  constructor(
    readonly member: Member,
    readonly words: string,
    readonly instead?: string,
  ) {
    super('fm-member-changed');
  }
}

/**
 * @summary One resident as a worker sees them: wish for them, make two records one, end their sign-ins. Shows what
 * `member.can` lists and nothing else.
 * @fires fm-desk-wish-for @fires fm-member-changed - do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmMemberCase extends FmDeskPaper {
  static override styles = [FmDeskPaper.styles, memberStyles];

  @property({ attribute: false }) member: Member | undefined;

  @state() private revoking = false;

  private readonly words = new WordsController(this, memberWords);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('member') || changed.get('member')?.id === this.member?.id) return;
    this.act.cancel();
    this.revoking = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { member } = this;
    if (!member) return nothing;
    const { words } = this.words;
    const can = (verb: string) => !this.gone && member.can.includes(verb);
    const { lang } = this.community;
    return this.renderPaper(
      words.gone,
      html`<div class="case-in">
        <header class="person">
          ${avatar(member.name)}
          <div class="wish" role="heading" aria-level=${this.headingLevel} tabindex="-1">${member.name}</div>
        </header>
        ${memberFacts(member, this.desk.words, lang, false)}
        ${
          can('post-wish')
            ? html`<p class="sides">
                <button type="button" class="btn primary" @click=${() => this.dispatchEvent(new DeskWishForEvent(member))}>${icon('pen')}${words.wishFor}</button>
              </p>`
            : nothing
        }
        ${!this.gone && member.can.length === 0 ? html`<p class="muted">${words.self}</p>` : nothing}
        ${!this.gone && member.can.length ? this.renderPoints(member) : nothing}
        ${can('merge') ? this.renderMerge(member) : nothing} ${can('revoke') && member.accounts ? this.renderRevoke() : nothing} ${this.renderTrouble()}
      </div>`,
    );
  }

  private renderPoints(member: Member): TemplateResult {
    return html`<fm-member-points
      class="grave-part"
      ${within(this.community, this.headingLevel + 1)}
      .member=${member.id}
    ></fm-member-points>`;
  }

  private renderMerge(member: Member): TemplateResult {
    return html`<fm-member-merge
      class="grave-part"
      ${within(this.community, this.headingLevel + 1)}
      .member=${member}
      @fm-member-merged=${({ member: one, instead, words }: MemberMergedEvent) => this.dispatchEvent(new MemberChangedEvent(one, words, instead))}
    ></fm-member-merge>`;
  }

  private renderRevoke(): TemplateResult {
    const { revoke } = this.words.words;
    return html`<section class="grave-part">
      ${heading(this.headingLevel + 1, revoke.title, 'part')}
      ${twice({
        armed: this.revoking,
        act: revoke.first,
        follows: revoke.follows,
        really: revoke.really,
        leave: revoke.leave,
        busy: this.act.busy,
        onArm: () => {
          this.revoking = true;
          this.focusOn('.follows');
        },
        onLeave: () => {
          this.revoking = false;
          this.focusOn('section.grave-part .btn');
        },
        onDo: () => void this.#revoke(),
      })}
    </section>`;
  }

  async #revoke(): Promise<void> {
    const { member } = this;
    const { client } = this.community;
    if (!member || !client) return;
    const outcome = await this.act.run('revoke', (options) => complete(client).members.revoke(member.id, options), {
      subject: member.id,
      body: {},
    });
    if (!outcome.done) return;
    this.revoking = false;
    this.dispatchEvent(new MemberChangedEvent(outcome.value, this.words.words.revoke.done));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-member-case': FmMemberCase;
  }
  interface HTMLElementEventMap {
    'fm-member-changed': MemberChangedEvent;
  }
}
