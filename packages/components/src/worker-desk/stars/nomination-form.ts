import { type Area, complete, type Member } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ActController } from '../../shared/controllers/act.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { FmElement } from '../../shared/elements.ts';
import { FmSheetCloseEvent } from '../../shared/events.ts';
import { isoDay } from '../../shared/format.ts';
import { buttonStyles, chipStyles, fieldStyles } from '../../shared/styles/index.ts';
import { icon } from '../../shared/ui/icons.ts';
import '../../shared/ui/sheet.define.ts';
import type { FmSheet } from '../../shared/ui/sheet.ts';
import { choiceStyles } from '../../wish-wall/wish-choices.styles.ts';
import { choices } from '../../wish-wall/wish-choices.ts';
import { meResource } from '../../wish-wall/wish-me.ts';
import '../desk-pick.define.ts';
import type { DeskPickedEvent } from '../desk-pick.ts';
import { DeskForm } from '../forms/desk-form.ts';
import { deskFormStyles } from '../forms/form.styles.ts';
import { troubleOf } from '../forms/trouble.ts';
import { DeskNominationEvent } from './events.ts';
import { boxOf, wordsProblems } from './star-words-form.ts';
import { nominationFormStyles, starCaseStyles } from './stars.styles.ts';
import { starDeskWords } from './words/index.ts';

/** A year, a quarter or a month, as the contract has it. */
const periodShape = /^[1-9]\d{3}(?:-Q[1-4]|-(?:0[1-9]|1[0-2]))?$/;

/**
 * @summary A worker nominates a resident, in a sheet: who, for which honour and period, one sentence, the story.
 * @fires fm-desk-nomination - does not bubble
 * @fires fm-sheet-close @fires fm-before-act @fires fm-login-required
 */
export class FmNominationForm extends FmElement {
  static override styles = [
    FmElement.styles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    choiceStyles,
    deskFormStyles,
    starCaseStyles,
    nominationFormStyles,
  ];

  /** The area's honours. */
  @property({ attribute: false }) titles: NonNullable<Area['settings']['starTitles']> = [];
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private member: Member | undefined;
  @query('fm-sheet') private readonly sheet!: FmSheet | null;

  private readonly act = new ActController(this);
  private readonly words = new WordsController(this, starDeskWords);
  private readonly me = meResource(this);
  private readonly form = new DeskForm(this, () => this.me.value?.id);

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const base = { called: '', title: '', period: isoDay(this.now()).slice(0, 4), sentence: '', story: '', asked: '' };
    this.form.begin(base, `nomination-new:${this.community.area}`);
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const { words } = this.words;
    const { form } = this;
    return html`<fm-sheet open heading-hidden heading=${words.form.title} lang=${lang} mode=${mode} theme=${theme}>
      <div class="fm pane" lang=${lang}>
        <header>
          <div role="heading" aria-level=${this.headingLevel} id="head">${words.form.title}</div>
          <p class="muted">${words.form.intro}</p>
          ${form.found ? html`<p class="draft">${words.form.found}<button type="button" class="btn quiet" @click=${() => form.startOver()}>${words.form.startOver}</button></p>` : nothing}
        </header>
        ${this.renderWho()}
        <form class="form" novalidate aria-labelledby="head" @submit=${this.handleSubmit}>
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
          ${form.box({ name: 'sentence', label: words.sentence, hint: words.sentenceHint, rows: 2 })}
          ${form.box({ name: 'story', label: words.storyMay, rows: 5 })}
          <label class="tick"
            ><input type="checkbox" .checked=${form.text('asked') === 'yes'} @change=${({ target }: Event) => target instanceof HTMLInputElement && form.set('asked', target.checked ? 'yes' : '')} /><span
              >${words.form.asked}</span
            ></label
          >
          ${troubleOf(this.act, this.common.words)}
          <p class="end">
            <button type="button" class="btn line" @click=${this.#close}>${words.form.leave}</button>
            <button class="btn primary" ?disabled=${this.act.busy}>${words.form.save}</button>
          </p>
        </form>
      </div>
    </fm-sheet>`;
  }

  /** Outside the form: the search is one of its own. */
  private renderWho(): TemplateResult {
    const { identify } = this.words.words;
    const { client, area, lang, mode, theme } = this.community;
    if (this.member) {
      return html`<p class="chosen" role="status"><b>${icon('check')}${identify.chosen(this.member.name)}</b><button type="button" class="btn quiet" @click=${() => (this.member = undefined)}>${identify.other}</button></p>`;
    }
    return html`<fm-desk-pick
      .client=${client}
      .area=${area}
      .lang=${lang}
      .mode=${mode}
      .theme=${theme}
      .headingLevel=${this.headingLevel + 1}
      label=${this.words.words.form.find}
      placeholder=${identify.placeholder}
      take=${identify.take}
      @fm-desk-picked=${({ member }: DeskPickedEvent) => {
        this.member = member;
        if (!this.form.text('called')) this.form.set('called', member.name);
        void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#called')?.focus());
      }}
    ></fm-desk-pick>`;
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
    this.#close();
  };

  readonly #close = (): void => {
    if (this.sheet?.open) this.sheet.close();
    else this.dispatchEvent(new FmSheetCloseEvent());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-nomination-form': FmNominationForm;
  }
}
