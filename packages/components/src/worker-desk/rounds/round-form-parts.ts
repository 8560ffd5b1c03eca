import type { Round } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { money } from '../../shared/ballot/money.ts';
import type { Lang } from '../../shared/options.ts';
import { describedBy, ifDefined } from '../../shared/ui/field.ts';
import { heading, skeletonLines } from '../../shared/ui/index.ts';
import type { Words } from '../../shared/words/index.ts';
import { choices } from '../../wish-wall/wish-choices.ts';
import type { FindController } from '../desk-find.ts';
import type { DeskForm } from '../forms/desk-form.ts';
import type { DeskWords } from '../words/index.ts';
import { type Candidate, renderPicks } from './picks.ts';
import { ballotText, ruleText } from './round-facts.ts';
import { byBudget, idsOf, planOf, sharesOf, momentOf } from './round-form-values.ts';
import type { RoundWords } from './words/index.ts';

interface View {
  readonly form: DeskForm;
  readonly words: RoundWords;
  readonly lang: Lang;
  readonly level: number;
  readonly of: readonly Round['of'][];
  readonly isNew: boolean;
  readonly common: Words;
  /** Undefined while they are asked for. */
  readonly candidates: readonly Candidate[] | 'failed' | undefined;
  readonly chosen: readonly string[];
  readonly find: FindController<Candidate>;
  readonly desk: DeskWords;
  /** The present, in milliseconds. */
  readonly now: number;
  readonly onRetry: () => void;
}

/** The parts of the form: what, when, how to vote, how winners are found, the seldom, and all of it in words. */
export const renderParts = (view: View): TemplateResult =>
  html`${renderWhat(view)} ${renderWhen(view)} ${renderVote(view)} ${renderRule(view)} ${renderMore(view)} ${renderSummary(view)}`;

const textOf =
  ({ form }: View) =>
  (name: string) =>
    form.text(name);

function renderWhat(view: View): TemplateResult {
  const { form, level, of, isNew } = view;
  const words = view.words.form;
  return html`<section>
    ${heading(level, words.what, 'part')}
    ${
      isNew && of.length > 1
        ? choices<Round['of']>({
            name: 'of',
            legend: words.of,
            look: 'chips',
            options: [
              { value: 'projects', label: words.ofProjects },
              { value: 'stars', label: words.ofStars },
            ],
            value: form.text('of') === 'stars' ? 'stars' : 'projects',
            onChange: (value) => {
              form.set('of', value);
              form.set('options', '');
              view.find.clear();
            },
          })
        : nothing
    }
    ${form.box({ name: 'title', label: words.name, placeholder: words.nameExample })} ${renderOptions(view)}
  </section>`;
}

function renderOptions(view: View): TemplateResult {
  const { form, words: all, chosen } = view;
  const words = all.form;
  const error = form.problems['options'];
  const known = view.candidates === 'failed' ? undefined : view.candidates?.map(({ id }) => id);
  const gone = known ? idsOf(textOf(view)).filter((id) => !known.includes(id)).length : 0;
  return html`<fieldset id="options" aria-describedby=${ifDefined(describedBy({ id: 'options', hint: true, error }))}>
    <legend>${words.options}</legend>
    <p class="hint" id="options-hint" role="status">${words.optionsHint(chosen.length)}</p>
    ${gone > 0 ? html`<p class="hint">${words.missing(gone)}</p>` : nothing} ${renderCandidates(view, error !== undefined)}
    ${error ? html`<p class="field-error" id="options-error" tabindex="-1">${error}</p>` : nothing}
  </fieldset>`;
}

function renderCandidates(view: View, bad: boolean): TemplateResult {
  const { form, words, common, desk, lang, candidates, chosen, find } = view;
  if (candidates === 'failed') {
    return html`<p class="field-error" role="alert">
      ${words.form.failed}<button type="button" class="btn quiet" @click=${view.onRetry}>${common.retry}</button>
    </p>`;
  }
  if (candidates === undefined) return html`<div class="late" aria-hidden="true">${skeletonLines(75, 50, 75)}</div>`;
  if (candidates.length === 0) return html`<p>${words.form.none[form.text('of') === 'stars' ? 'stars' : 'projects']}</p>`;
  const choose = (ids: readonly string[]) => form.set('options', ids.join());
  const found = find.of(candidates).map(({ id }) => id);
  const others = chosen.filter((id) => !found.includes(id));
  const names = find.searching ? words.picks.these : words.picks.all;
  return html`<p class="tags">
      <button type="button" class="btn quiet" @click=${() => choose([...others, ...found])}>${names.take}</button>
      <button type="button" class="btn quiet" @click=${() => choose(others)}>${names.leave}</button>
    </p>
    ${renderPicks({ items: candidates, chosen, find, desk, lang, bad, onChange: choose })}`;
}

function renderWhen({ form, words: { form: words }, level, now }: View): TemplateResult {
  const opens = momentOf(form.text('opens'));
  const isPast = opens !== undefined && Date.parse(opens) <= now;
  return html`<section>
    ${heading(level, words.when, 'part')}
    <div class="row-of">
      ${form.box({ name: 'opens', label: words.opens, type: 'datetime-local' })}
      ${form.box({ name: 'closes', label: words.closes, type: 'datetime-local' })}
    </div>
    <p class="hint" role="status">${isPast ? words.opensPast : nothing}</p>
    <p class="hint">${words.zone}</p>
  </section>`;
}

function renderVote(view: View): TemplateResult {
  const { form, level } = view;
  const words = view.words.form;
  const budget = byBudget(textOf(view));
  return html`<section>
    ${heading(level, words.vote, 'part')}
    ${
      form.text('of') === 'stars'
        ? nothing
        : choices<'approval' | 'budget'>({
            name: 'ballot',
            legend: words.ballot,
            look: 'cards',
            options: [
              { value: 'approval', label: words.approval, note: words.approvalNote },
              { value: 'budget', label: words.budgetBallot, note: words.budgetNote },
            ],
            value: budget ? 'budget' : 'approval',
            error: form.problems['ballot'],
            onChange: (value) => form.set('ballot', value),
          })
    }
    ${
      budget
        ? nothing
        : html`<div class="row-of">${form.box({ name: 'min', label: words.min, unit: ' ' })} ${form.box({ name: 'max', label: words.max, unit: ' ' })}</div>`
    }
  </section>`;
}

function renderRule(view: View): TemplateResult {
  const { form, level } = view;
  const words = view.words.form;
  const stars = form.text('of') === 'stars';
  const shares = sharesOf(textOf(view));
  return html`<section>
    ${heading(level, words.count, 'part')}
    ${
      stars
        ? nothing
        : choices<'most-votes' | 'equal-shares'>({
            name: 'rule',
            legend: words.rule,
            look: 'cards',
            options: [
              { value: 'most-votes', label: words.mostVotes, note: words.mostVotesNote },
              { value: 'equal-shares', label: words.shares, note: words.sharesNote },
            ],
            value: shares ? 'equal-shares' : 'most-votes',
            error: form.problems['rule'],
            onChange: (value) => form.set('rule', value),
          })
    }
    ${shares ? tick(form, 'completion', 'add1', words.add1) : nothing}
    <div class="row-of">
      ${stars ? nothing : form.box({ name: 'budget', label: words.budget, unit: words.yuan })}
      ${shares ? nothing : form.box({ name: 'winners', label: stars ? words.winners : words.winnersMay, unit: ' ' })}
    </div>
  </section>`;
}

const tick = (form: DeskForm, name: string, value: string, label: string): TemplateResult => html`<label class="tick"
  ><input
    type="checkbox"
    id=${name}
    .checked=${form.text(name) === value}
    @change=${({ target }: Event) => target instanceof HTMLInputElement && form.set(name, target.checked ? value : '')}
  /><span>${label}</span></label
>`;

/** The boxes that are seldom needed, folded away: `openWhatIsWrong` opens them. */
const seldom = ['tie', 'cutOff', 'electorate'];

/** What has to be mended cannot stay folded away. Nothing folds it again under the hand that mends it. */
export function openWhatIsWrong(root: ParentNode, { problems }: DeskForm): void {
  const details = root.querySelector('details');
  if (details && seldom.some((name) => problems[name])) details.open = true;
}

function renderMore({ form, words: { form: words } }: View): TemplateResult {
  return html`<section>
    <details>
      <summary>${words.more}</summary>
      <div>
        ${tick(form, 'live', 'yes', words.live)} ${form.box({ name: 'tie', label: words.tie, hint: words.tieHint })}
        ${form.box({ name: 'cutOff', label: words.cutOff, hint: words.cutOffHint, type: 'datetime-local' })}
        ${form.box({ name: 'electorate', label: words.electorate, hint: words.electorateHint, unit: ' ' })}
      </div>
    </details>
  </section>`;
}

function renderSummary(view: View): TemplateResult {
  const { words, lang } = view;
  const { stop } = view.desk;
  const plan = planOf(textOf(view));
  const budget = plan.budget === null ? [] : [`${words.facts.budget} ${money(plan.budget, lang)}`];
  const lines = [words.options(view.chosen.length), ballotText(plan, words), ruleText(plan, words, stop), ...budget].filter(
    Boolean,
  );
  return html`<p class="summary"><b>${words.form.summary}</b><br />${lines.join(stop)}${stop}</p>`;
}
