import { complete, type Consents } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { ActController } from '../shared/controllers/act.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { actErrorText } from '../shared/diagnose.ts';
import { FmElement } from '../shared/elements.ts';
import { icon } from '../shared/ui/icon.ts';
import { heading } from '../shared/ui/index.ts';
import { sectionStyles } from './card.styles.ts';
import { consentStyles } from './consents.styles.ts';
import { FmConsentsChangedEvent } from './events.ts';
import { cardWords } from './words/index.ts';

type Surface = keyof Consents;
type Switch = Exclude<Surface, 'ranking'>;

/** How one change is getting on. What is being saved is not yet called so. */
type Change = { readonly status: 'saving' } | { readonly status: 'failed'; readonly error: unknown };

/**
 * @summary What neighbours see of me: each surface drawn both ways, switched on and off by me. Each change is saved at
 * once; one that was not saved goes back to what the server has.
 * @fires fm-consents-changed - with what the server has now
 * @fires fm-before-act @fires fm-login-required
 */
export class FmCardConsents extends FmElement {
  static override styles = [FmElement.styles, sectionStyles, consentStyles];

  /** As the server has them. */
  @property({ attribute: false }) consents: Consents | undefined;
  @property() name = '';
  @property({ attribute: false }) maskedName = '';
  /** Where they stand this month, as the board would show it; 0 while that is not known, or they have no points. */
  @property({ type: Number }) rank = 0;

  /** What was asked for and is not answered yet. */
  @state() private wanted: Partial<Consents> = {};
  @state() private changes: Partial<Record<Surface, Change>> = {};

  private readonly act = new ActController(this);
  private readonly words = new WordsController(this, cardWords);
  /** One after the other, so that an older answer never covers a newer wish. */
  #queue: Promise<void> = Promise.resolve();

  protected override render(): TemplateResult | typeof nothing {
    const { consents } = this;
    const { words } = this.words;
    if (!consents) return nothing;
    const shown: Consents = { ...consents, ...this.wanted };
    const masked = html`<b>${this.maskedName}</b>`;
    const level = this.headingLevel;
    return html`<section class="fm sec" part="section" lang=${this.community.lang}>
      <header>${heading(level, words.seen, 'sec-name')}</header>
      <p class="lead">${words.seenHint}</p>
      <ul class="rows seen card">
        ${this.renderSwitch('wishAuthor', shown, html`${words.for} <b>${words.neighbour}</b>`, html`${words.for} ${masked}`)}
        ${this.renderSwitch('helper', shown, html`<b>${words.helper}</b> ${words.fulfilling}`, html`${masked} ${words.fulfilling}`)}
        ${this.renderSwitch('photos', shown, words.photosOff, words.photosOn)} ${this.renderRanking(shown)}
        ${this.renderSwitch('star', shown, words.starOff, words.starOn)}
      </ul>
    </section>`;
  }

  private renderSwitch(surface: Switch, shown: Consents, off: unknown, on: unknown): TemplateResult {
    const { words } = this.words;
    const is = shown[surface];
    const saving = this.changes[surface]?.status === 'saving';
    const now = saving ? words.saving : is ? words.isOn : words.isOff;
    // A native checkbox says by itself whether it is checked; `aria-checked` on it would be an error (ARIA in HTML).
    /* eslint-disable lit-a11y/role-has-required-aria-attrs */
    return html`<li>
      <label class="sw">
        <span>${words.consent[surface]}</span>
        <input
          type="checkbox"
          role="switch"
          name=${surface}
          aria-describedby="${surface}-now ${surface}-problem"
          .checked=${live(is)}
          @change=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) this.#change(surface, { [surface]: event.target.checked });
          }}
        />
        <span class="knob"></span>
      </label>
      <div class="two">
        ${look(off, is ? words.ifOff : now, !is, saving, is ? undefined : `${surface}-now`)} ${look(on, is ? now : words.ifOn, is, saving, is ? `${surface}-now` : undefined)}
      </div>
      ${this.renderProblem(surface)}
    </li>`;
  }
  /* eslint-enable lit-a11y/role-has-required-aria-attrs */

  private renderRanking(shown: Consents): TemplateResult {
    const { words } = this.words;
    const saving = this.changes.ranking?.status === 'saving';
    const place = this.rank ? html`<span class="num muted">${this.rank}</span> ` : nothing;
    const options = [
      { value: 'off', name: words.rankingOff, drawn: words.rankingOff },
      { value: 'masked', name: words.rankingMasked, drawn: html`${place}<b>${this.maskedName}</b>` },
      { value: 'full', name: words.rankingFull, drawn: html`${place}<b>${this.name}</b>` },
    ] as const;
    return html`<li>
      <fieldset aria-describedby="ranking-problem">
        <legend class="sw">${words.consent.ranking}</legend>
        <div class="two three">
          ${options.map(({ value, name, drawn }) => {
            const is = shown.ranking === value;
            return html`<label class="look ${is ? 'is' : ''} ${value === 'off' ? 'none' : ''}">
              <input
                type="radio"
                name="ranking"
                value=${value}
                aria-label=${name}
                .checked=${live(is)}
                @change=${() => this.#change('ranking', { ranking: value })}
              />
              <small>${is && !saving ? icon('check') : nothing}${is ? (saving ? words.saving : words.isSo) : name}</small>
              <p>${drawn}</p>
            </label>`;
          })}
        </div>
      </fieldset>
      ${this.renderProblem('ranking')}
    </li>`;
  }

  private renderProblem(surface: Surface): TemplateResult {
    const change = this.changes[surface];
    const { act } = this;
    const { signIn, signInFirst } = this.common.words;
    return html`<div id="${surface}-problem" role="status">
      ${change?.status === 'failed' ? html`<p class="not-saved">${this.words.words.notSaved}${actErrorText(change.error, this.common.words)}</p>` : nothing}
      ${
        change?.status === 'saving' && act.state.status === 'sign-in'
          ? html`<p class="not-saved">${signInFirst} ${act.canAsk ? html`<button type="button" class="again" @click=${() => act.askAgain()}>${signIn}</button>` : nothing}</p>`
          : nothing
      }
    </div>`;
  }

  #change(surface: Surface, body: Partial<Consents>): void {
    this.wanted = { ...this.wanted, ...body };
    this.changes = { ...this.changes, [surface]: { status: 'saving' } };
    this.#queue = this.#queue.then(() => this.#save(surface, body));
  }

  async #save(surface: Surface, body: Partial<Consents>): Promise<void> {
    const { client } = this.community;
    // Somebody changed their mind while an earlier change was on its way: only the last one is sent.
    if (!client || this.wanted[surface] !== body[surface]) return;
    const outcome = await this.act.run('consents', (options) => complete(client).me.consents(body, options), {
      subject: surface,
      body,
    });
    if (outcome.done) {
      this.consents = outcome.value;
      this.dispatchEvent(new FmConsentsChangedEvent(outcome.value));
    }
    if (this.wanted[surface] !== body[surface]) return;
    const { [surface]: _answered, ...still } = this.wanted;
    this.wanted = still;
    const { [surface]: _done, ...others } = this.changes;
    this.changes =
      outcome.done || outcome.why === 'cancelled' ? others : { ...others, [surface]: { status: 'failed', error: outcome.error } };
  }
}

const look = (drawn: unknown, name: string, is: boolean, saving: boolean, id: string | undefined): TemplateResult => html`
  <div class="look ${is ? 'is' : ''} ${typeof drawn === 'string' ? 'none' : ''}">
    <small id=${id ?? nothing}>${is && !saving ? icon('check') : nothing}${name}</small>
    <p>${drawn}</p>
  </div>
`;

declare global {
  interface HTMLElementTagNameMap {
    'fm-card-consents': FmCardConsents;
  }
}
