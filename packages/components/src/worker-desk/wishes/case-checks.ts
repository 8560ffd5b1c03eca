import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../shared/ui/icons.ts';
import { describedBy, field, heading } from '../../shared/ui/index.ts';
import { ifDefined } from '../../shared/ui/field.ts';
import type { CaseView } from './case-view.ts';
import { hasPrivate, masked } from './private-numbers.ts';

/** The text as it goes on the wall; null while a worker has not touched it. */
export interface Draft {
  title: string;
  story: string;
}

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

/** The wording proposed to a worker: as it was written, with numbers that give someone away masked. */
export const proposal = (wish: Draft): Draft => ({ title: masked(wish.title), story: masked(wish.story) });

/** What `publish` is told: only what differs from what was written. */
export function publishBody(
  wish: Draft & { category: string },
  draft: Draft | null,
  category: string,
): { title?: string; story?: string; category?: string } {
  const { title, story } = draft ?? proposal(wish);
  return {
    ...(title.trim() !== wish.title && { title: title.trim() }),
    ...(story.trim() !== wish.story && { story: story.trim() }),
    ...(category !== wish.category && { category }),
  };
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

function textLine({ wish, words }: CaseView, { draft, titleError, onDraft }: Checks): TemplateResult {
  const shown = draft ?? wish;
  const risky = hasPrivate(shown.title) || hasPrivate(shown.story);
  const said = risky ? words.hasNumbers : draft ? words.edited : words.noNumbers;
  const hint = risky ? (draft ? words.stillNumbers : words.hasNumbersHint) : draft ? words.editedHint : undefined;
  const act = draft
    ? html`<button type="button" class="btn quiet" @click=${() => onDraft(null)}>${words.useOriginal}</button>`
    : html`<button type="button" class="btn quiet" @click=${() => onDraft(proposal(wish))}>${words.changeText}</button>`;
  if (!draft) return line(!risky, said, hint, act);
  const write = (change: Partial<Draft>) => onDraft({ ...draft, ...change });
  const title = { id: 'title', label: words.wishText, error: titleError };
  return line(
    !risky,
    said,
    hint,
    act,
    html`<div class="opened">
      ${field({
        ...title,
        control: html`<div class="input">
          <textarea
            id="title"
            rows="2"
            .value=${live(draft.title)}
            aria-invalid=${titleError ? 'true' : nothing}
            aria-describedby=${ifDefined(describedBy(title))}
            @input=${(event: InputEvent) => event.target instanceof HTMLTextAreaElement && write({ title: event.target.value })}
          ></textarea>
        </div>`,
      })}
      ${field({
        id: 'story',
        label: words.storyText,
        control: html`<div class="input">
          <textarea
            id="story"
            rows="4"
            .value=${live(draft.story)}
            @input=${(event: InputEvent) => event.target instanceof HTMLTextAreaElement && write({ story: event.target.value })}
          ></textarea>
        </div>`,
      })}
    </div>`,
  );
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
