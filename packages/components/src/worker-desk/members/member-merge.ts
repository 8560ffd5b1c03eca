import { complete, type Member } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ActController } from '../../shared/controllers/act.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { actErrorText } from '../../shared/diagnose.ts';
import { FmElement } from '../../shared/elements.ts';
import { buttonStyles, fieldStyles, tagStyles } from '../../shared/styles/index.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { within } from '../../shared/within.ts';
import { caseStyles } from '../case.styles.ts';
import { memberFacts } from '../desk-member.ts';
import '../desk-pick.define.ts';
import type { DeskPickedEvent, FmDeskPick } from '../desk-pick.ts';
import { twice } from '../desk-twice.ts';
import { deskWords } from '../words/index.ts';
import { mergeStyles } from './members.styles.ts';
import { memberWords } from './words/index.ts';

/** Two records are one now. Stays inside the case. */
export class MemberMergedEvent extends Event {
  constructor(
    readonly member: Member,
    /** The id that is no more. */
    readonly instead: string,
    readonly words: string,
  ) {
    super('fm-member-merged');
  }
}

type Comparing = { readonly at: 'comparing'; readonly stays: Member; readonly goes: Member; readonly armed: boolean };
type Step = { readonly at: 'closed' } | { readonly at: 'choosing' } | Comparing;

/** Which record stays unless the worker says otherwise: the one that signs in, has a home, is older. */
export function ordered(one: Member, other: Member): { stays: Member; goes: Member } {
  const weight = ({ accounts, area }: Member) => (accounts ? 2 : 0) + (area ? 1 : 0);
  const first = weight(one) - weight(other) || Date.parse(other.createdAt) - Date.parse(one.createdAt);
  return first >= 0 ? { stays: one, goes: other } : { stays: other, goes: one };
}

/**
 * @summary Makes two records of one person one: choose the other, compare them side by side, press twice.
 * @fires fm-member-merged - does not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmMemberMerge extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, fieldStyles, tagStyles, caseStyles, mergeStyles];

  @property({ attribute: false }) member: Member | undefined;

  @state() private step: Step = { at: 'closed' };

  private readonly act = new ActController(this);
  private readonly words = new WordsController(this, memberWords);
  private readonly desk = new WordsController(this, deskWords);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('member') || changed.get('member')?.id === this.member?.id) return;
    this.act.cancel();
    this.step = { at: 'closed' };
  }

  protected override render(): TemplateResult {
    const { merge } = this.words.words;
    const { step } = this;
    return html`<section class="fm merge" lang=${this.community.lang}>
      <div>${heading(this.headingLevel, step.at === 'comparing' ? merge.compare : merge.title, 'part')}<p class="muted small">${merge.hint}</p></div>
      ${step.at === 'closed' ? html`<p><button type="button" class="btn line start" @click=${this.handleStart}>${icon('merge')}${merge.start}</button></p>` : nothing}
      ${step.at === 'choosing' ? this.renderChoosing() : nothing} ${step.at === 'comparing' ? this.renderComparing(step) : nothing}
    </section>`;
  }

  private renderChoosing(): TemplateResult {
    const { merge } = this.words.words;
    return html`<fm-desk-pick
        ${within(this.community, this.headingLevel + 1)}
        label=${merge.choose}
        placeholder=${merge.placeholder}
        take=${merge.take}
        .without=${this.member ? [this.member.id] : []}
        @fm-desk-picked=${this.handlePicked}
      ></fm-desk-pick>
      <p><button type="button" class="btn quiet" @click=${this.handleLeave}>${merge.leave}</button></p>`;
  }

  private renderComparing(step: Comparing): TemplateResult {
    const { merge } = this.words.words;
    const { stays, goes, armed } = step;
    const { state } = this.act;
    const follows = [...merge.follows(goes.name, stays.name), ...(goes.accounts ? [merge.accounts] : []), merge.never];
    // In the order in which they were found, so that swapping moves the mark and not the people.
    const pair = stays.id === this.member?.id ? [stays, goes] : [goes, stays];
    return html`<div class="pair">${pair.map((one) => this.renderOne(one, one === stays))}</div>
      <p class="sides">
        <button type="button" class="btn line" ?disabled=${this.act.busy} @click=${() => this.#compare({ stays: goes, goes: stays })}>${icon('refresh')}${merge.swap}</button>
        <button type="button" class="btn quiet" ?disabled=${this.act.busy} @click=${this.handleStart}>${merge.other}</button>
        ${armed ? nothing : html`<button type="button" class="btn quiet" @click=${this.handleLeave}>${merge.leave}</button>`}
      </p>
      ${twice({
        armed,
        act: merge.first,
        follows,
        really: merge.really,
        leave: merge.leave,
        busy: this.act.busy,
        onArm: () => {
          this.step = { ...step, armed: true };
          this.#focus('.follows');
        },
        onLeave: this.handleLeave,
        onDo: () => void this.#merge(stays, goes),
      })}
      ${state.status === 'failed' ? html`<p class="field-error" role="alert">${actErrorText(state.error, this.common.words)}</p>` : nothing}`;
  }

  private renderOne(member: Member, stays: boolean): TemplateResult {
    const { merge } = this.words.words;
    return html`<section class=${stays ? 'stays' : ''}>
      <span class="tag ${stays ? 'own' : ''}">${stays ? html`${icon('check')}${merge.stays}` : merge.goes}</span>
      ${heading(this.headingLevel + 1, member.name, 'name')} ${memberFacts(member, this.desk.words, this.community.lang, false)}
    </section>`;
  }

  private readonly handleStart = (): void => {
    this.act.cancel();
    this.step = { at: 'choosing' };
    void this.updateComplete.then(() => this.renderRoot.querySelector<FmDeskPick>('fm-desk-pick')?.focusStart());
  };

  private readonly handleLeave = (): void => {
    this.act.cancel();
    this.step = { at: 'closed' };
    this.#focus('.start');
  };

  private readonly handlePicked = ({ member: other }: DeskPickedEvent): void => {
    if (this.member) this.#compare(ordered(this.member, other));
  };

  /** What was armed was armed for the other way round. */
  #compare(two: { stays: Member; goes: Member }): void {
    this.act.cancel();
    this.step = { at: 'comparing', ...two, armed: false };
  }

  async #merge(stays: Member, goes: Member): Promise<void> {
    const { client } = this.community;
    if (!client) return;
    const body = { into: stays.id };
    const outcome = await this.act.run('merge', (options) => complete(client).members.merge(goes.id, body, options), {
      subject: goes.id,
      body,
    });
    if (!outcome.done) return;
    this.step = { at: 'closed' };
    this.dispatchEvent(new MemberMergedEvent(outcome.value, goes.id, this.words.words.merge.done(outcome.value.name)));
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-member-merge': FmMemberMerge;
  }
  interface HTMLElementEventMap {
    'fm-member-merged': MemberMergedEvent;
  }
}
