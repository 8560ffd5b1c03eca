import { type Area, complete, type Member } from '@five-micro/sdk';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { WordsController } from '../../shared/controllers/words.ts';
import { isoDay } from '../../shared/format.ts';
import { choices } from '../../wish-wall/wish-choices.ts';
import { FmDeskFormSheet } from '../forms/form-sheet.ts';
import { keepHalfWritten } from '../forms/keys.ts';
import { troubleOf } from '../forms/trouble.ts';
import { DeskNominationEvent } from './events.ts';
import { chosenOne, searchFor } from './nomination-who.ts';
import { boxOf, wordBoxes, wordsProblems } from './star-words-form.ts';
import { starCaseStyles } from './stars.styles.ts';
import { starDeskWords } from './words/index.ts';

/** A year, a quarter or a month, as the contract has it. */
const periodShape = /^[1-9]\d{3}(?:-Q[1-4]|-(?:0[1-9]|1[0-2]))?$/;

/**
 * @summary A worker nominates a resident, in a sheet: who, for which honour and period, one sentence, the story.
 * @fires fm-desk-nomination - does not bubble
 * @fires fm-sheet-close @fires fm-before-act @fires fm-login-required
 */
export class FmNominationForm extends FmDeskFormSheet {
  static override styles = [FmDeskFormSheet.styles, starCaseStyles];

  /** The area's honours. */
  @property({ attribute: false }) titles: NonNullable<Area['settings']['starTitles']> = [];

  @state() private member: Member | undefined;

  private readonly words = new WordsController(this, starDeskWords);

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const base = { called: '', title: '', period: isoDay(this.now()).slice(0, 4), sentence: '', story: '', asked: '' };
    this.form.begin(base, `nomination-new:${this.community.area}`);
  }

  protected override render(): TemplateResult {
    const { words } = this.words;
    const { form } = this;
    return this.renderSheet(
      words.form,
      html`${this.renderWho()}
        <form class="form" novalidate aria-labelledby="head" @submit=${this.handleSubmit} @keydown=${keepHalfWritten}>
          ${form.box({ name: 'called', label: words.who })}
          ${choices<string>({
            name: 'title',
            legend: words.form.titles,
            look: 'chips',
            options: this.titles.map(({ code, name }) => ({ value: code, label: name })),
            value: form.text('title'),
            error: form.problems['title'],
            onChange: (code) => form.set('title', code),
          })}
          ${form.box({ name: 'period', label: words.form.period, hint: words.form.periodHint })}
          ${wordBoxes(form, words)}
          <label class="tick"
            ><input type="checkbox" .checked=${form.text('asked') === 'yes'} @change=${({ target }: Event) => target instanceof HTMLInputElement && form.set('asked', target.checked ? 'yes' : '')} /><span
              >${words.form.asked}</span
            ></label
          >
          ${troubleOf(this.act, this.common.words)}
          <p class="end">
            <button type="button" class="btn line" @click=${this.close}>${words.form.leave}</button>
            <button class="btn primary" ?disabled=${this.act.busy}>${words.form.save}</button>
          </p>
        </form>`,
    );
  }

  /** Outside the form: the search is one of its own. */
  private renderWho(): TemplateResult {
    const { words } = this.words;
    if (this.member) return chosenOne(this.member, words, () => (this.member = undefined));
    return searchFor(words.form.find, words, this.community, this.headingLevel + 1, (member) => {
      this.member = member;
      if (!this.form.text('called')) this.form.set('called', member.name);
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#called')?.focus());
    });
  }

  private readonly handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { form, member } = this;
    const { client, area } = this.community;
    const { words } = this.words;
    const period = form.text('period').toUpperCase();
    const passes = form.passes({
      ...wordsProblems(form, words, ['called', 'sentence', 'story']),
      title: !form.text('title') && words.errors.title,
      period: !periodShape.test(period) && words.errors.period,
    });
    if (!client || !passes) return;
    const body = {
      who: form.text('called'),
      ...(member && { member: member.id }),
      title: form.text('title'),
      period,
      sentence: form.text('sentence'),
      story: form.text('story'),
      ...(form.text('asked') === 'yes' && { asked: true }),
    };
    const outcome = await this.act.run('nominate', (options) => complete(client).stars.nominate(body, { area }, options), {
      body,
    });
    if (!outcome.done) {
      if (form.refused(outcome.error, boxOf)) this.act.cancel();
      return;
    }
    form.forget();
    this.dispatchEvent(new DeskNominationEvent(outcome.value, words.done.nominate));
    this.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-nomination-form': FmNominationForm;
  }
}
