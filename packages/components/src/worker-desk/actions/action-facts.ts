import type { Action, Area } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { dayOfWeek } from '../../shared/format.ts';
import type { Lang } from '../../shared/options.ts';
import { spanText } from './action-card.ts';
import type { ActionWords } from './words/index.ts';

/** Where an action is, by its status and by the clock. */
type Phase = keyof ActionWords['status'];

export function phaseOf({ status, checkInFrom, startsAt, endsAt }: Action, now: number): Phase {
  if (status === 'draft' || status === 'cancelled' || status === 'finished') return status;
  // The sweeper closes it some seconds after it began.
  if (now >= Date.parse(endsAt)) return 'over';
  if (status === 'closed' || now >= Date.parse(startsAt)) return 'closed';
  return now >= Date.parse(checkInFrom) ? 'soon' : 'open';
}

/** Whether its page has the list of people, where ticks that wait are told of too. */
export const hasPeople = ({ can, status }: Action): boolean => can.includes('sign-ups') && status !== 'draft';

/** From when people can be ticked, in milliseconds, where `can` does not say so yet; no live fact tells it. */
export const ticksFrom = ({ can, status, checkInFrom }: Action): number | undefined =>
  can.includes('sign-ups') && !can.includes('attendance') && (status === 'open' || status === 'closed')
    ? Date.parse(checkInFrom)
    : undefined;

/** Cut off from the server, the clock alone says that people come by now: what is noted waits until it can be sent. */
export const mayTick = ({ can, status, checkInFrom }: Action, now: number, cut: boolean): boolean =>
  can.includes('attendance') || (cut && (status === 'open' || status === 'closed') && now >= Date.parse(checkInFrom));

const tones: Readonly<Record<Phase, string>> = {
  draft: 'own',
  open: '',
  soon: 'wait',
  closed: 'ok',
  over: 'wait',
  finished: '',
  cancelled: 'no',
};

export const phaseTag = (phase: Phase, words: ActionWords): TemplateResult =>
  html`<span class="tag ${tones[phase]}">${words.status[phase]}</span>`;

export const categoryName = (action: Action, area: Area | undefined): string =>
  area?.settings.actionCategories.find(({ code }) => code === action.category)?.name ?? '';

/** How many of its series come after it. */
export const laterOf = ({ series }: Action): number => (series ? Math.max(0, series.of - series.index) : 0);

/** `11月28日 周六 9:00–11:30`; the day of the end too where it is another one. */
function whenText({ startsAt, endsAt }: Action, lang: Lang, now: number): string {
  const [from, to] = [dayOfWeek(startsAt, lang, now), dayOfWeek(endsAt, lang, now)];
  const [start = '', end = ''] = spanText(startsAt, endsAt).split('–');
  return `${from} ${start}–${from === to ? '' : `${to} `}${end}`;
}

/** What is known of an action, as names and values. */
export function actionFacts(action: Action, { facts }: ActionWords, lang: Lang, now: number): TemplateResult {
  const { status, places, taken, waiting, series, minimumAge } = action;
  const lines: [string, string | null | undefined][] = [
    [facts.when, whenText(action, lang, now)],
    [facts.series, series && facts.seriesOf(series.index, series.of)],
    [facts.place, action.place],
    [facts.host, action.host.name],
    [facts.places, status === 'draft' ? facts.placesOnly(places) : facts.placesTaken(taken, places, waiting)],
    [facts.minimumAge, minimumAge === null ? null : facts.years(minimumAge)],
    [facts.bring, action.bring],
    [facts.forWhom, action.forWhom],
    [facts.reason, status === 'cancelled' ? action.reason : null],
  ];
  return html`<dl class="facts">
    ${lines.map(([name, value]) => (value ? html`<dt>${name}</dt><dd class="num">${value}</dd>` : nothing))}
  </dl>`;
}
