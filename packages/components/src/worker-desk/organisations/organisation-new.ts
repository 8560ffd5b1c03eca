import { complete, type Organisation, type OrganisationPage } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { WordsController } from '../../shared/controllers/words.ts';
import { ifDefined } from '../../shared/ui/field.ts';
import { describedBy, field } from '../../shared/ui/index.ts';
import { FmDeskPaper } from '../desk-paper.ts';
import { newStyles } from './organisations.styles.ts';
import { proposedSlug, slugShape } from './slug.ts';
import { organisationWords } from './words/index.ts';

/** A new organisation stands in the tree. Stays inside the tab. */
export class OrganisationRegisteredEvent extends Event {
  constructor(readonly page: OrganisationPage) {
    super('fm-organisation-registered');
  }
}

const kinds = ['party', 'social', 'partner', 'community'] as const satisfies readonly Organisation['kind'][];

/**
 * @summary Registers an organisation: name, kind, what stands above it, and a short name that is proposed.
 * @fires fm-organisation-registered @fires fm-paper-ask - do not bubble
 * @fires fm-before-act @fires fm-login-required
 */
export class FmOrganisationNew extends FmDeskPaper {
  static override styles = [FmDeskPaper.styles, newStyles];

  /** Those that are there: one of them may stand above, and their slugs are taken. */
  @property({ attribute: false }) known: readonly Organisation[] = [];

  @state() private name = '';
  @state() private kind: Organisation['kind'] = 'party';
  @state() private parent = '';
  /** As the worker wrote it; null while it follows the name. */
  @state() private slug: string | null = null;
  @state() private missing: { name?: string; slug?: string } = {};
  /** Slugs that the server said are taken elsewhere. */
  @state() private refused: readonly string[] = [];

  private readonly words = new WordsController(this, organisationWords);

  private get proposed(): string {
    return proposedSlug(this.name, this.kind, this.community.area, [...this.known.map(({ slug }) => slug), ...this.refused]);
  }

  protected override render(): TemplateResult {
    const { form, kind } = this.words.words;
    return this.renderPaper(
      '',
      html`<form novalidate @submit=${this.handleSubmit}>
        <div class="case-in">
          <div class="wish" role="heading" aria-level=${this.headingLevel} tabindex="-1">${form.title}</div>
          ${this.renderBox('name', form.name, form.nameHint, this.name, (name) => {
            this.name = name;
          })}
          <fieldset>
            <legend>${form.kind}</legend>
            <div class="chips">
              ${kinds.map(
                (one) =>
                  html`<button type="button" class="chip" aria-pressed=${one === this.kind ? 'true' : 'false'} @click=${() => {
                    this.kind = one;
                  }}>${kind[one]}</button>`,
              )}
            </div>
          </fieldset>
          ${field({
            id: 'parent',
            label: form.parent,
            control: html`<div class="input">
              <select id="parent" @change=${(event: Event) => {
                if (event.target instanceof HTMLSelectElement) this.parent = event.target.value;
              }}>
                <option value="" ?selected=${!this.parent}>${form.noParent}</option>
                ${this.known.map(({ slug, name }) => html`<option value=${slug} ?selected=${slug === this.parent}>${name}</option>`)}
              </select>
            </div>`,
          })}
          ${this.renderBox('slug', form.slug, form.slugHint, this.slug ?? this.proposed, (slug) => {
            this.slug = slug;
          })}
        </div>
        <div class="case-act">
          ${this.act.error?.code === 'organisation.exists' ? nothing : this.renderTrouble()}
          <button class="btn primary" ?disabled=${this.act.busy}>${form.save}</button>
          <button type="button" class="btn quiet" @click=${() => this.ask('next')}>${form.leave}</button>
        </div>
      </form>`,
    );
  }

  private renderBox(
    id: 'name' | 'slug',
    label: string,
    hint: string,
    value: string,
    onInput: (value: string) => void,
  ): TemplateResult {
    const box = { id, label, hint, error: this.missing[id] };
    return field({
      ...box,
      control: html`<div class="input">
        <input
          id=${id}
          autocomplete="off"
          spellcheck=${id === 'slug' ? 'false' : nothing}
          autocapitalize=${id === 'slug' ? 'none' : nothing}
          maxlength=${id === 'slug' ? 63 : 120}
          aria-invalid=${box.error ? 'true' : nothing}
          aria-describedby=${ifDefined(describedBy(box))}
          .value=${live(value)}
          @input=${(event: InputEvent) => {
            if (event.target instanceof HTMLInputElement) onInput(event.target.value);
            this.missing = {};
          }}
        />
      </div>`,
    });
  }

  private readonly handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { form } = this.words.words;
    const { client, area } = this.community;
    const name = this.name.trim();
    const slug = (this.slug ?? this.proposed).trim().toLowerCase();
    this.missing = {
      ...([...name].length < 2 && { name: form.nameMissing }),
      ...(!slugShape.test(slug) && { slug: form.slugWrong }),
    };
    if (this.missing.name || this.missing.slug) {
      this.focusOn(this.missing.name ? '#name' : '#slug');
      return;
    }
    if (!client) return;
    const body = { slug, name, kind: this.kind, ...(this.parent && { parent: this.parent }) };
    const outcome = await this.act.run(
      'register-organisation',
      (options) => complete(client).organisations.register(body, { area }, options),
      { subject: slug, body },
    );
    if (outcome.done) this.dispatchEvent(new OrganisationRegisteredEvent(outcome.value));
    else if (outcome.error?.code === 'organisation.exists') {
      // Of another community of the district, so no list here has it.
      this.refused = [...this.refused, slug];
      this.slug = null;
      this.missing = { slug: form.slugTaken };
      this.focusOn('#slug');
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-organisation-new': FmOrganisationNew;
  }
  interface HTMLElementEventMap {
    'fm-organisation-registered': OrganisationRegisteredEvent;
  }
}
