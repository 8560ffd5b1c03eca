import type { Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../shared/ui/icons.ts';
import { describedBy, field, heading } from '../../shared/ui/index.ts';
import { ifDefined } from '../../shared/ui/field.ts';
import { hitName, kindsOf } from '../hits.ts';
import type { DeskWords } from '../words/index.ts';
import type { CaseView } from './case-view.ts';
import { type Draft, draftParts, foundIn, proposal, stillThere, written } from './screened.ts';

export interface Checks {
  draft: Draft | null;
  category: string;
  /** Whether the categories are laid out. */
  choosing: boolean;
  titleError: string | undefined;
  onDraft: (draft: Draft | null) => void;
  onCategory: (code: string) => void;
  onChoose: () => void;
}

const line = (
  good: boolean,
  said: string,
  hint: string | undefined,
  act: unknown,
  opened: unknown = nothing,
): TemplateResult => html`
  <li class=${good ? '' : 'warn'}>
    ${icon(good ? 'check' : 'info')}
    <span>${said}${hint ? html`<small>${hint}</small>` : nothing}</span>
    ${act} ${opened}
  </li>
`;

/** What a worker looks at before a wish goes on the wall. */
export function caseChecks(view: CaseView, checks: Checks): TemplateResult {
  const { words, level, wish } = view;
  return html`<div>
    ${heading(level + 1, words.checks, 'part')}
    <ul class="look">
      ${textLine(view, checks)} ${categoryLine(view, checks)} ${line(true, words.helpers(wish.claimersWanted), undefined, nothing)}
    </ul>
  </div>`;
}

function textLine({ wish, words }: CaseView, checks: Checks): TemplateResult {
  const { draft, onDraft } = checks;
  const found = foundIn(wish);
  const risky = draft ? stillThere(wish, draft) : found.length > 0;
  const names = kindsOf(found).map((kind) => hitName(kind, words.hits));
  const reasons = found.flatMap(({ reason }) => reason ?? []);
  const said = risky ? words.found(names) : draft ? words.edited : words.nothingFound;
  const hint = risky ? [draft ? words.stillThere : words.foundHint, ...reasons].join(' ') : draft ? words.editedHint : undefined;
  if (draft) {
    const original = written(wish);
    const act =
      found.length && !risky
        ? html`<button type="button" class="btn quiet" @click=${() => onDraft(original)}>${words.useOriginal}</button>`
        : html`<button type="button" class="btn quiet" @click=${() => onDraft(found.length ? proposal(wish) : null)}>${found.length ? words.useMasked : words.useOriginal}</button>`;
    return line(!risky, said, hint, act, textFields(words, checks, draft));
  }
  const act = html`<button type="button" class="btn quiet" @click=${() => onDraft(proposal(wish))}>${words.changeText}</button>`;
  return line(!risky, said, hint, act, risky ? asItWillBe(wish, words) : nothing);
}

/** Before anything is pressed a worker sees what would hang there. */
function asItWillBe(wish: Wish, words: DeskWords): TemplateResult {
  const masked = proposal(wish);
  const own = written(wish);
  const changed = draftParts.filter((part) => masked[part] !== own[part]).map((part) => masked[part]);
  return html`<p class="opened will"><b>${words.willBe}</b><span>${changed.join(' · ')}</span></p>`;
}

function textFields(words: DeskWords, { titleError, onDraft }: Checks, draft: Draft): TemplateResult {
  const box = (id: keyof Draft, label: string, rows: number, error?: string) =>
    field({
      id,
      label,
      error,
      control: html`<div class="input">
        <textarea
          id=${id}
          rows=${rows}
          .value=${live(draft[id])}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${ifDefined(describedBy({ id, error }))}
          @input=${(event: InputEvent) => event.target instanceof HTMLTextAreaElement && onDraft({ ...draft, [id]: event.target.value })}
        ></textarea>
      </div>`,
    });
  return html`<div class="opened">
    ${box('title', words.wishText, 2, titleError)} ${box('story', words.storyText, 4)} ${box('place', words.placeText, 1)}
  </div>`;
}

function categoryLine({ words, categories }: CaseView, { category, choosing, onCategory, onChoose }: Checks): TemplateResult {
  const known = categories.find(({ code }) => code === category);
  const good = known !== undefined && category !== 'other';
  const open = choosing || !good;
  return line(
    good,
    good ? words.category(known.name) : words.noCategory,
    good ? undefined : words.noCategoryHint,
    open ? nothing : html`<button type="button" class="btn quiet" @click=${onChoose}>${words.changeCategory}</button>`,
    open
      ? html`<div class="opened chips" role="group" aria-label=${words.categories}>
          ${categories.map(
            ({ code, name }) =>
              html`<button type="button" class="chip" aria-pressed=${code === category ? 'true' : 'false'} @click=${() => onCategory(code)}>${name}</button>`,
          )}
        </div>`
      : nothing,
  );
}
