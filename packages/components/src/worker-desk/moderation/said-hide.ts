import {
  type Action,
  type ActionPart,
  complete,
  type FiveMicroCore,
  type Nomination,
  type Project,
  type ProjectPart,
  type Star,
  type StarPart,
} from '@five-micro/sdk';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WorkOptions } from '../../shared/controllers/act.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { icon } from '../../shared/ui/icons.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import { ReasonController } from '../desk-reason.ts';
import { type Hideable, hideablesOf, type Whole } from './said-parts.ts';
import { saidWords } from './words/index.ts';

/** A part was hidden, or shown again. Stays inside the case. */
export class SaidHiddenEvent extends Event {
  constructor(
    readonly whole: Action | Project | Star | Nomination,
    /** What became of it. */
    readonly words: string,
  ) {
    super('fm-said-hidden');
  }
}

type Decision = { reason: string } | undefined;

/** Hides it with a reason, or shows it again without one; as it was read: a colleague who was quicker is not overruled. */
async function decide(
  client: FiveMicroCore,
  { kind, of: { id } }: Whole,
  { part, photo, state }: Hideable,
  decision: Decision,
  options: WorkOptions,
): Promise<Action | Project | Star | Nomination> {
  const { actions, projects, stars } = complete(client);
  const seen = { state };
  if (kind === 'project') {
    const place = { part: part as ProjectPart, ...(photo !== undefined && { photo }), seen };
    return decision ? projects.hidePart(id, { ...place, ...decision }, options) : projects.showPart(id, place, options);
  }
  if (kind === 'action') {
    const place = { part: part as ActionPart, ...(photo !== undefined && { photo }), seen };
    return decision ? actions.hidePart(id, { ...place, ...decision }, options) : actions.showPart(id, place, options);
  }
  const place = { part: part as StarPart, seen };
  if (kind === 'star') return decision ? stars.hide(id, { ...place, ...decision }, options) : stars.show(id, place, options);
  return decision ? stars.hideNomination(id, { ...place, ...decision }, options) : stars.showNomination(id, place, options);
}

/**
 * @summary On the paper of a project, a star or an action: a worker takes one part of it from public view where they read it, with a
 * reason, without waiting until somebody reports it; and sees what is hidden already.
 * @fires fm-said-hidden @fires fm-paper-ask - do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmSaidHide extends FmDeskPaper {
  static override styles = [
    FmDeskPaper.styles,
    css`
      .btn.door {
        padding-inline: 0;
      }
      .hiding {
        display: grid;
        gap: var(--fm-s4);
        padding: var(--fm-s4);
        border-radius: var(--fm-radius);
        background: var(--fm-surface-sunken);
        /* Clear of the bar that stays at the lower edge. */
        scroll-margin-block: calc(var(--fm-target) * 2.5);
      }
      .hiding .reply {
        padding: 0;
        border: 0;
      }
      #which {
        margin-bottom: var(--fm-s2);
        font-weight: 600;
      }
      #which:focus {
        outline: 0;
      }
      .tags {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--fm-s2);
      }
    `,
  ];

  @property({ attribute: false }) whole: Whole | undefined;

  @state() private open = false;
  /** Which part. */
  @state() private chosen = '';
  @state() private missing = false;

  private readonly words = new WordsController(this, saidWords);
  private readonly reason = new ReasonController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('whole') || changed.get('whole')?.of.id === this.whole?.of.id) return;
    this.act.cancel();
    this.#close();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { whole } = this;
    if (!whole || this.gone) return nothing;
    const all = hideablesOf(whole, this.words.words);
    const may = (verb: string) => whole.of.can.includes(whole.kind === 'project' ? `${verb}-part` : verb);
    const hidden = all.filter((one) => one.state === 'hidden');
    const shown = may('hide') ? all.filter((one) => one.state !== 'hidden') : [];
    if (!hidden.length && !shown.length) return nothing;
    return html`<div class="fm" lang=${this.community.lang}>
      ${hidden.map((one) => this.renderHidden(whole, one, may('show')))}
      ${this.open ? this.renderForm(whole, shown) : html`${this.renderTrouble()}${shown.length ? this.renderDoor() : nothing}`}
    </div>`;
  }

  private renderDoor(): TemplateResult {
    return html`<button type="button" class="btn quiet door" @click=${this.#begin}>${this.words.words.one.act}</button>`;
  }

  private renderHidden(whole: Whole, one: Hideable, may: boolean): TemplateResult {
    const { words } = this.words;
    return html`<p class="tags">
      <span class="tag wait">${words.state.hidden}</span><span>${one.label}</span>
      ${may ? html`<button type="button" class="btn quiet" ?disabled=${this.act.busy} @click=${() => void this.#decide(whole, one)}>${words.show.hidden}</button>` : nothing}
    </p>`;
  }

  private renderForm(whole: Whole, shown: readonly Hideable[]): TemplateResult {
    const { words } = this.words;
    const one = shown.find(({ key }) => key === this.chosen);
    return html`<div class="hiding">
      <div role="group" aria-label=${words.one.which}>
        <p id="which" tabindex="-1">${words.one.which}</p>
        <div class="chips">
          ${shown.map(
            ({ key, label }) =>
              html`<button type="button" class="chip" aria-pressed=${key === this.chosen ? 'true' : 'false'} @click=${() => this.#choose(key)}>${label}</button>`,
          )}
        </div>
        ${this.missing ? html`<p class="field-error" role="alert">${icon('info')}${words.one.missing}</p>` : nothing}
      </div>
      ${this.reason.render({
        title: words.hideWhy,
        label: words.one.label,
        hint: words.hideHint,
        level: this.headingLevel + 1,
        reasons: words.reasons,
        missing: words.hideMissing,
      })}
      ${this.renderTrouble()}
      <p class="tags">
        <button type="button" class="btn line" ?disabled=${this.act.busy} @click=${() => this.#hide(whole, one)}>
          ${one ? words.one.hide(one.label) : words.hide}
        </button>
        <button type="button" class="btn quiet" @click=${this.#back}>${words.one.leave}</button>
      </p>
    </div>`;
  }

  readonly #begin = (): void => {
    this.open = true;
    this.focusOn('#which');
    void this.updateComplete.then(() => this.renderRoot.querySelector('.hiding')?.scrollIntoView({ block: 'nearest' }));
  };

  #choose(key: string): void {
    this.chosen = key;
    this.missing = false;
  }

  #close(): void {
    this.open = this.missing = false;
    this.chosen = '';
    this.reason.clear();
  }

  readonly #back = (): void => {
    this.act.cancel();
    this.#close();
    this.focusOn('.door');
  };

  #hide(whole: Whole, one: Hideable | undefined): void {
    this.missing = !one;
    const reason = one ? this.reason.take() : undefined;
    if (one && reason !== undefined) void this.#decide(whole, one, { reason });
  }

  async #decide(whole: Whole, one: Hideable, decision?: Decision): Promise<void> {
    const { client } = this.community;
    if (!client) return;
    const { id } = whole.of;
    const outcome = await this.act.run(decision ? 'hide' : 'show', (options) => decide(client, whole, one, decision, options), {
      subject: id,
      body: [one.key, decision],
    });
    const { done } = this.words.words;
    if (outcome.done) {
      this.#close();
      this.dispatchEvent(new SaidHiddenEvent(outcome.value, decision ? done.hide : done.show));
    } else if (outcome.error && /\.(state|no-part|unknown)$/.test(outcome.error.code)) this.ask('refresh');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-said-hide': FmSaidHide;
  }
  interface HTMLElementEventMap {
    'fm-said-hidden': SaidHiddenEvent;
  }
}
