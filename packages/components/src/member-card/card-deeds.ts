import { html, nothing, type TemplateResult } from 'lit';
import type { WordsController } from '../shared/controllers/words.ts';
import { type Where, within } from '../shared/within.ts';
import type { FmCardPoints } from './card-points.ts';
import type { FmCardSumEvent } from './card-deed-events.ts';
import type { OpenCard } from './card-data.ts';
import type { Sum } from './card-head.ts';
import type { DeedsWords } from './deeds-words/index.ts';

/** What the sections said of themselves, for the head and for how a board would show someone. */
export interface Sums {
  readonly minutes?: number;
  readonly points?: number;
  readonly rank?: number;
}

/** Which of them this area has. */
export const deedsOf = ({ area }: OpenCard): { actions: boolean; points: boolean } => ({
  actions: area.settings.features.includes('actions'),
  points: area.settings.features.includes('points'),
});

/** The sections of actions and points bring their own code and their own answers, after the card is there. */
export async function loadDeeds(card: OpenCard): Promise<void> {
  const { actions, points } = deedsOf(card);
  await Promise.all([
    actions ? import('./card-actions.define.ts') : undefined,
    points ? import('./card-points.define.ts') : undefined,
  ]);
}

export function cardActions(
  card: OpenCard,
  place: Where,
  level: number,
  now: () => number,
  onSum: OnSum,
): TemplateResult | typeof nothing {
  if (!deedsOf(card).actions) return nothing;
  return html`<fm-card-actions
    exportparts="section"
    ${within(place, level)}
    .links=${card.area.settings.links}
    .now=${now}
    @fm-card-sum=${onSum}
  ></fm-card-actions>`;
}

export function cardPoints(
  card: OpenCard,
  place: Where,
  level: number,
  now: () => number,
  onSum: OnSum,
): TemplateResult | typeof nothing {
  if (!deedsOf(card).points) return nothing;
  return html`<fm-card-points
    exportparts="section"
    ${within(place, level)}
    .links=${card.area.settings.links}
    .now=${now}
    @fm-card-sum=${onSum}
  ></fm-card-points>`;
}

type OnSum = (event: FmCardSumEvent) => void;

/** 6 小时, 76 分: the whole hours, because the section below has the minutes. */
export function sumsOf(card: OpenCard, known: Sums, { words }: Pick<WordsController<DeedsWords>, 'words'>): Sum[] {
  const { actions, points } = deedsOf(card);
  const hours = known.minutes === undefined ? undefined : String(Math.floor(known.minutes / 6) / 10);
  return [
    ...(actions ? [{ name: words.sumHours, value: hours, unit: words.unitHours }] : []),
    ...(points ? [{ name: words.sumPoints, value: known.points?.toLocaleString('en-US'), unit: words.unitPoints }] : []),
  ];
}

/** Every entry of one's points, from wherever on the card that is asked for. */
export const openPoints = (root: ParentNode): void => void root.querySelector<FmCardPoints>('fm-card-points')?.open();
