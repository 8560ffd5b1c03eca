import { complete, type FiveMicroError, type Round, type RoundEdit } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { FindController } from '../desk-find.ts';
import { FmDeskFormSheet } from '../forms/form-sheet.ts';
import { keepHalfWritten } from '../forms/keys.ts';
import { troubleOf } from '../forms/trouble.ts';
import { findStyles } from '../forms/form.styles.ts';
import { deskWords } from '../words/index.ts';
import { DeskRoundEvent } from './events.ts';
import { type Candidate, candidateText } from './picks.ts';
import { openWhatIsWrong, renderParts } from './round-form-parts.ts';
import { bodyOf, boxOf, emptyRound, fromRound, idsOf, isDear, problemsOf } from './round-form-values.ts';
import { picksStyles, roundFormStyles } from './rounds.styles.ts';
import { roundWords } from './words/index.ts';

/** As many as may stand in one round. */
const mostOptions = 500;

/**
 * @summary Drafts a round, or changes a draft, in a sheet: what is voted on, when, how, and how winners are found, each in
 * plain words. What is written survives a reload.
 * @fires fm-desk-round - with the draft as the server answered it; does not bubble
 * @fires fm-sheet-close @fires fm-before-act @fires fm-login-required
 */
export class FmRoundForm extends FmDeskFormSheet {
  static override styles = [FmDeskFormSheet.styles, findStyles, roundFormStyles, picksStyles];

  /** The draft that is changed, with its options; without it a new one is made. */
  @property({ attribute: false }) round: Round | undefined;
  /** Of what the area has rounds. */
  @property({ attribute: false }) of: readonly Round['of'][] = ['projects', 'stars'];

  private readonly words = new WordsController(this, roundWords);
  private readonly desk = new WordsController(this, deskWords);
  private readonly find = new FindController(this, candidateText);
  private readonly candidates = new ResourceController<Candidate[]>(this, {
    reflect: false,
    key: () => {
      const { client, lang, epoch } = this.community;
      return client ? [client, this.#area, this.#of, lang, epoch] : null;
    },
    load: (signal) => this.#load(signal),
  });

  get #area(): string {
    return this.round?.area ?? this.community.area;
  }

  get #of(): Round['of'] {
    return this.form.text('of') === 'stars' ? 'stars' : 'projects';
  }

  /** Those that there are; what costs more than all the money says so, and cannot be chosen. */
  get #offered(): Candidate[] | undefined {
    const { dear } = this.words.words.form;
    const isTooDear = ({ cost }: Candidate) => isDear((name) => this.form.text(name), cost);
    return this.candidates.value?.map((one) =>
      isTooDear(one) ? { ...one, note: [one.note, dear].filter(Boolean).join(' · '), barred: true } : one,
    );
  }

  /** Those chosen that can stand. */
  get #chosen(): string[] {
    const ids = idsOf((name) => this.form.text(name));
    const known = new Set(this.#offered?.flatMap(({ id, barred }) => (barred ? [] : id)));
    return this.candidates.value ? ids.filter((id) => known.has(id)) : ids;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && !(changed.has('round') && changed.get('round')?.id !== this.round?.id)) return;
    const { round } = this;
    const base = round ? fromRound(round) : emptyRound(this.of[0] ?? 'projects');
    this.form.begin(base, round ? `round:${round.id}:${round.updatedAt}` : `round-new:${this.#area}`);
  }

  protected override updated(): void {
    openWhatIsWrong(this.renderRoot, this.form);
  }

  protected override render(): TemplateResult {
    const { words } = this.words;
    const { form } = words;
    const { busy } = this.act;
    const title = this.round ? form.titleEdit : form.title;
    return this.renderSheet(
      { ...form, title },
      html`<form class="round-form" novalidate aria-labelledby="head" @submit=${this.handleSubmit} @keydown=${keepHalfWritten}>
        ${renderParts({
          form: this.form,
          words,
          common: this.common.words,
          lang: this.community.lang,
          level: this.headingLevel + 1,
          desk: this.desk.words,
          of: this.of,
          isNew: !this.round,
          candidates: this.candidates.state.status === 'error' ? 'failed' : this.#offered,
          chosen: this.#chosen,
          find: this.find,
          now: this.now(),
          onRetry: () => void this.candidates.reload(),
        })}
        <div class="end">
          ${Object.keys(this.form.problems).length ? html`<p class="field-error" role="alert">${form.errors.summary}</p>` : troubleOf(this.act, this.common.words)}
          ${this.form.changed && !this.round ? html`<p class="muted small">${form.keeps}</p>` : nothing}
          <button type="button" class="btn line" @click=${this.close}>${form.leave}</button>
          <button class="btn primary" ?disabled=${busy}>${busy ? form.saving : form.save}</button>
        </div>
      </form>`,
    );
  }

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = (name: string) => this.form.text(name);
    const chosen = this.#chosen;
    if (!this.form.passes(problemsOf(text, chosen.length, this.now(), this.words.words))) return;
    void this.#save(text, chosen);
  };

  async #save(text: (name: string) => string, chosen: string[]): Promise<void> {
    const { client } = this.community;
    const { round } = this;
    const area = this.#area;
    const body = bodyOf(text, chosen);
    if (!client || !body) return;
    const { of, ...rest } = body;
    const edit: RoundEdit = rest;
    const { rounds } = complete(client);
    const outcome = await this.act.run(
      round ? 'edit-round' : 'post-round',
      (options) => (round ? rounds.edit(round.id, edit, options) : rounds.post({ ...rest, of }, { area }, options)),
      { body, ...(round && { subject: round.id }) },
    );
    if (!outcome.done) {
      this.#refused(outcome.error);
      return;
    }
    this.form.forget();
    const { form } = this.words.words;
    this.dispatchEvent(new DeskRoundEvent(outcome.value, round ? form.edited : form.saved));
    this.close();
  }

  #refused(error: FiveMicroError | undefined): void {
    if (this.form.refused(error, boxOf)) this.act.cancel();
  }

  async #load(signal: AbortSignal): Promise<Candidate[]> {
    const { client } = this.community;
    if (!client) return [];
    const { projects, stars } = complete(client);
    const area = this.#area;
    if (this.#of === 'projects') {
      const all = await projects.list({ area, status: 'listed', limit: 100 }, { signal }).toArray({ limit: mostOptions });
      return all.map(({ id, title, place, cost }) => ({ id, title, note: place, cost }));
    }
    const all = await stars.nominations({ area, status: 'consented', limit: 100 }, { signal }).toArray({ limit: mostOptions });
    return all.map(({ id, name, title, period, areaName }) => ({
      id,
      title: name,
      note: [title.name, period, areaName].join(' · '),
      cost: null,
    }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-round-form': FmRoundForm;
  }
}
