import type { Action, Area } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Lang } from '../../shared/options.ts';
import { choices } from '../../wish-wall/wish-choices.ts';
import { actionCard } from './action-card.ts';
import { laterOf } from './action-facts.ts';
import { type FormValues, spanOf } from './action-form-values.ts';
import type { ActionFormWords } from './form-words/index.ts';

/** The card as neighbours will see it, with what is written so far. */
export function previewCard(
  values: FormValues,
  area: Area | undefined,
  taken: number,
  words: ActionFormWords,
  lang: Lang,
): TemplateResult {
  const span = spanOf(values);
  const title = values.title.trim();
  const free = (Number(values.places) || 0) - taken;
  const kind = area?.settings.actionCategories.find(({ code }) => code === values.category)?.name;
  return actionCard(
    {
      kind: kind ?? words.category,
      title: title || html`<span class="muted">${words.previewTitle}</span>`,
      startsAt: span?.startsAt,
      endsAt: span?.endsAt,
      place: values.place.trim(),
      below: free > 0 ? words.previewFree(free) : nothing,
    },
    lang,
  );
}

/** Which ones of a series are changed, and how many people hear of it. */
export function renderScope(
  action: Action,
  words: ActionFormWords,
  following: boolean,
  onFollowing: (following: boolean) => void,
): TemplateResult {
  const { status, taken, waiting } = action;
  const later = laterOf(action);
  const tells = status === 'open' && taken + waiting > 0;
  const nobody = status === 'open' ? html`<p class="hint">${words.tellsNobody}</p>` : nothing;
  return html`${
    later > 0
      ? choices<'one' | 'later'>({
          name: 'scope',
          legend: words.scope,
          look: 'chips',
          options: [
            { value: 'one', label: words.onlyThis },
            { value: 'later', label: words.andLater(later) },
          ],
          value: following ? 'later' : 'one',
          onChange: (scope) => onFollowing(scope === 'later'),
          more: following ? html`<p class="hint">${words.laterTimes}</p>` : undefined,
        })
      : nothing
  }
    ${
      tells || (following && status !== 'draft')
        ? html`<p class="tells">${tells ? words.willTell(taken, waiting) : nothing} ${following ? words.willTellLater : nothing}</p>`
        : nobody
    }`;
}

/** After a representative handed one in: what it waits for. */
export const renderDone = (
  { series }: Action,
  words: ActionFormWords,
  level: number,
  card: TemplateResult,
  onClose: () => void,
  onAnother: () => void,
): TemplateResult => html`<div class="done">
  ${card}
  <div class="calm">
    <div role="heading" aria-level=${level} tabindex="-1" id="done">${words.doneTitle}</div>
    <p>${words.doneText}${series ? words.doneSeries(series.of) : nothing}</p>
    <div class="btns">
      <button type="button" class="btn primary" @click=${onClose}>${words.close}</button>
      <button type="button" class="btn quiet" @click=${onAnother}>${words.another}</button>
    </div>
  </div>
</div>`;
