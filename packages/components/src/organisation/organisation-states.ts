import { html, type TemplateResult } from 'lit';
import '../shared/ui/drawings.ts';
import { emptyState, skeletonLines } from '../shared/ui/index.ts';
import { type Place, setupTitle } from '../shared/setup.ts';
import type { OrganisationWords } from './words/index.ts';

/** The page's shape while it opens. */
export const organisationSkeleton = (): TemplateResult => html`
  <div class="late" aria-hidden="true">
    <div class="who"><div class="is"><span class="mark"></span><div class="ghost">${skeletonLines(75, 50)}</div></div></div>
    <ul class="notes">
      ${[1, 2, 3].map((paper) => html`<li class="note p${paper} t${paper}"><div class="ghost">${skeletonLines(30, 95, 75, 50)}</div></li>`)}
    </ul>
  </div>
`;

/** For the webmaster who forgot to say which. */
export const unsetState = (words: OrganisationWords, place: Place, level: number): TemplateResult =>
  emptyState({ drawing: 'broken', title: setupTitle(place), text: words.unset, role: 'alert', level });

/** Nothing helped with yet. */
export const noDeeds = (words: OrganisationWords, level: number): TemplateResult =>
  emptyState({ drawing: 'wall', title: words.empty.title, text: words.empty.text, level });
