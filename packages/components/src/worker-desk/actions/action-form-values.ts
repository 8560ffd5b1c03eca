import type { Action, ActionEdit, NewAction } from '@five-micro/sdk';
import { isoDay } from '../../shared/format.ts';
import { shanghai } from '../../shared/days.ts';
import { addDays, isDay } from '../../wish-wall/wish-days.ts';
import { countGraphemes, mostPhotos, type Picture, storyLength, titleLength } from '../../wish-wall/wish-form-values.ts';
import type { ActionFormWords } from './form-words/index.ts';

/** Limits as the contract has them (its rich checks stay on the server, so the numbers are repeated here). */
const placeLength = 60;
const lineLength = 100;
const mostPlaces = 10_000;
export const mostWeeks = 26;
const oldestAge = 99;

/** What stands in the form, as it is typed. Times are those of Asia/Shanghai, whatever the phone's zone. */
export interface FormValues {
  category: string;
  title: string;
  story: string;
  photos: Picture[];
  /** `2026-11-28` */
  day: string;
  /** `09:00` */
  start: string;
  /** An end that is not later than the start is on the next day. */
  end: string;
  place: string;
  /** An organisation's slug; empty is the community itself. */
  host: string;
  places: string;
  minimumAge: string;
  bring: string;
  forWhom: string;
  /** How many weeks in a row; 1 is once. */
  weeks: number;
}

export type FieldName = keyof FormValues;

export const emptyValues: FormValues = {
  category: '',
  title: '',
  story: '',
  photos: [],
  day: '',
  start: '09:00',
  end: '11:00',
  place: '',
  host: '',
  places: '20',
  minimumAge: '',
  bring: '',
  forWhom: '',
  weeks: 1,
};

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** A day and a time of day in Asia/Shanghai as the wire has them. */
export const momentOf = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

/** `09:05`, as time inputs write the time in Shanghai. */
export const timeOf = (when: string): string => shanghai(when).toISOString().slice(11, 16);

/** Start and end as the wire has them, or undefined while one of them is missing. */
export function spanOf({ day, start, end }: FormValues): { startsAt: string; endsAt: string; overnight: boolean } | undefined {
  if (!isDay(day) || !isTime(start) || !isTime(end)) return undefined;
  const overnight = end <= start;
  return { startsAt: momentOf(day, start), endsAt: momentOf(overnight ? addDays(day, 1) : day, end), overnight };
}

/** The days of a weekly series. */
export const daysOf = ({ day, weeks }: FormValues): string[] =>
  isDay(day) && weeks > 1 ? [...Array(weeks).keys()].map((week) => addDays(day, week * 7)) : [];

const numberIn = (text: string, least: number, most: number): number | undefined => {
  const value = Number(text.normalize('NFKC').trim() || Number.NaN);
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
};

const longer = (text: string, most: number): boolean => countGraphemes(text.trim()) > most;

/** What has to be mended, in words, in the order of the fields. `taken`: people who have a place already. */
export function problemsOf(
  values: FormValues,
  now: number,
  taken: number,
  { errors }: ActionFormWords,
): Partial<Record<FieldName, string>> {
  const problems: Partial<Record<FieldName, string>> = {};
  const span = spanOf(values);
  const title = countGraphemes(values.title.trim());
  const place = countGraphemes(values.place.trim());
  const places = numberIn(values.places, 1, mostPlaces);
  if (!values.category) problems.category = errors.category;
  if (title < 2) problems.title = errors.titleShort;
  else if (title > titleLength) problems.title = errors.long(titleLength);
  if (longer(values.story, storyLength)) problems.story = errors.long(storyLength);
  if (!isDay(values.day)) problems.day = errors.day;
  if (!isTime(values.start)) problems.start = errors.time;
  if (!isTime(values.end)) problems.end = errors.time;
  else if (values.end === values.start) problems.end = errors.endSame;
  if (span && Date.parse(span.startsAt) <= now) problems.day ??= errors.past;
  if (place < 2) problems.place = errors.place;
  else if (place > placeLength) problems.place = errors.long(placeLength);
  if (places === undefined) problems.places = errors.places(mostPlaces);
  else if (places < taken) problems.places = errors.fewPlaces(taken);
  if (values.minimumAge.trim() && numberIn(values.minimumAge, 1, oldestAge) === undefined) problems.minimumAge = errors.age;
  if (longer(values.bring, lineLength)) problems.bring = errors.long(lineLength);
  if (longer(values.forWhom, lineLength)) problems.forWhom = errors.long(lineLength);
  return problems;
}

/** The field that a path of the request belongs to. */
export function fieldOfPath(path: string): FieldName | undefined {
  const first = path.split('.')[0] ?? '';
  const other: Record<string, FieldName> = { startsAt: 'day', endsAt: 'end', repeat: 'weeks' };
  return fieldNames.find((name) => name === first) ?? other[first];
}
const fieldNames: readonly FieldName[] = [
  ...(['category', 'title', 'story', 'photos', 'place', 'host', 'places', 'minimumAge', 'bring', 'forWhom'] as const),
];

/** The request that drafts it. Only for values without problems. */
export function toNewAction(values: FormValues): NewAction | undefined {
  const span = spanOf(values);
  const places = numberIn(values.places, 1, mostPlaces);
  if (!span || places === undefined) return undefined;
  const minimumAge = numberIn(values.minimumAge, 1, oldestAge);
  return {
    title: values.title.trim(),
    story: values.story.trim(),
    category: values.category,
    startsAt: span.startsAt,
    endsAt: span.endsAt,
    place: values.place.trim(),
    places,
    ...(minimumAge !== undefined && { minimumAge }),
    ...(values.bring.trim() && { bring: values.bring.trim() }),
    ...(values.forWhom.trim() && { forWhom: values.forWhom.trim() }),
    ...(values.photos.length > 0 && { photos: values.photos.map(({ id }) => id) }),
    ...(values.host && { host: values.host }),
    ...(values.weeks > 1 && { repeat: { every: 'week', times: values.weeks } }),
  };
}

/** The request that changes it: only what differs, so that with `following` the later ones keep what is their own. */
export function toEdit(before: FormValues, values: FormValues, following: boolean): ActionEdit {
  const changed = (...names: FieldName[]) => names.some((name) => JSON.stringify(before[name]) !== JSON.stringify(values[name]));
  const now = toNewAction(values);
  if (!now) return {};
  return {
    ...(changed('title') && { title: now.title }),
    ...(changed('story') && { story: now.story }),
    ...(changed('category') && { category: now.category }),
    ...(changed('day', 'start', 'end') && { startsAt: now.startsAt, endsAt: now.endsAt }),
    ...(changed('place') && { place: now.place }),
    ...(changed('places') && { places: now.places }),
    ...(changed('minimumAge') && { minimumAge: now.minimumAge ?? null }),
    ...(changed('bring') && { bring: now.bring ?? null }),
    ...(changed('forWhom') && { forWhom: now.forWhom ?? null }),
    ...(changed('photos') && { photos: now.photos ?? [] }),
    ...(following && { following: true }),
  };
}

/** An action as the form starts with it. */
export const fromAction = (action: Action): FormValues => ({
  category: action.category,
  title: action.title,
  story: action.story,
  photos: action.photos.map(({ id, url }) => ({ id, url })),
  day: isoDay(action.startsAt),
  start: timeOf(action.startsAt),
  end: timeOf(action.endsAt),
  place: action.place,
  host: action.host.slug ?? '',
  places: String(action.places),
  minimumAge: action.minimumAge === null ? '' : String(action.minimumAge),
  bring: action.bring ?? '',
  forWhom: action.forWhom ?? '',
  weeks: 1,
});

/** A stored draft as values, or undefined where it is not one; any script of the page may have written it. */
export function readValues(raw: unknown): FormValues | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const stored = new Map<string, unknown>(Object.entries(raw));
  const text = (name: FieldName): string => {
    const value = stored.get(name);
    return typeof value === 'string' ? value.slice(0, storyLength * 4) : '';
  };
  const weeks = Number(stored.get('weeks'));
  return {
    category: text('category'),
    title: text('title'),
    story: text('story'),
    photos: readPictures(stored.get('photos')),
    day: isDay(text('day')) ? text('day') : '',
    start: isTime(text('start')) ? text('start') : emptyValues.start,
    end: isTime(text('end')) ? text('end') : emptyValues.end,
    place: text('place'),
    host: text('host'),
    places: text('places'),
    minimumAge: text('minimumAge'),
    bring: text('bring'),
    forWhom: text('forWhom'),
    weeks: Number.isInteger(weeks) && weeks >= 1 && weeks <= mostWeeks ? weeks : 1,
  };
}

function readPictures(raw: unknown): Picture[] {
  if (!Array.isArray(raw)) return [];
  return raw.slice(0, mostPhotos).flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('id' in item) || !('url' in item)) return [];
    return typeof item.id === 'string' && typeof item.url === 'string' && /^(https?:|\/)/.test(item.url)
      ? [{ id: item.id, url: item.url }]
      : [];
  });
}

export const isSame = (values: FormValues, base: FormValues): boolean => JSON.stringify(values) === JSON.stringify(base);
