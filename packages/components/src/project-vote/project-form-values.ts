import type { NewProject, Project, ProjectEdit } from '@five-micro/sdk';
import {
  countGraphemes,
  mostPhotos,
  type Picture,
  placeLength,
  storyLength,
  titleLength,
} from '../wish-wall/wish-form-values.ts';
import type { FormWords } from './words/form.ts';

export type { Picture } from '../wish-wall/wish-form-values.ts';

/** In yuan, as the contract has it in fen. */
const mostYuan = 10_000_000_000;

/** What stands in the form, as it is typed. */
export interface FormValues {
  title: string;
  story: string;
  place: string;
  /** In yuan. */
  cost: string;
  photos: Picture[];
}

export type FieldName = keyof FormValues;
export type TextName = Exclude<FieldName, 'photos'>;
const texts: readonly TextName[] = ['title', 'story', 'place', 'cost'];

export const emptyValues: FormValues = { title: '', story: '', place: '', cost: '', photos: [] };

/** `96,000` or `9.6万` in fen; undefined for what is no sum of money above nothing. */
export function fenOf(cost: string): number | undefined {
  const found = /^¥?\s*(\d+(?:\.\d{1,4})?)\s*(万)?\s*元?$/.exec(cost.replaceAll(/[,，\s]/g, ''));
  if (!found) return undefined;
  const yuan = Number(found[1]) * (found[2] ? 10_000 : 1);
  const fen = Math.round(yuan * 100);
  return fen >= 1 && yuan <= mostYuan ? fen : undefined;
}

/** What has to be mended, in words. */
export function problemsOf(values: FormValues, { errors }: FormWords): Partial<Record<FieldName, string>> {
  const problems: Partial<Record<FieldName, string>> = {};
  for (const [name, most] of [
    ['title', titleLength],
    ['story', storyLength],
    ['place', placeLength],
  ] as const) {
    const length = countGraphemes(values[name].trim());
    if (length < 2) problems[name] = errors.short;
    else if (length > most) problems[name] = errors.long(most);
  }
  if (fenOf(values.cost) === undefined) problems.cost = errors.cost;
  return problems;
}

/** Where the form shows what the server says of a path of the request. */
export const fieldOfPath = (path: string): FieldName | undefined =>
  path.startsWith('photos') ? 'photos' : texts.find((name) => name === path);

export const toNewProject = (values: FormValues): NewProject => ({
  title: values.title.trim(),
  story: values.story.trim(),
  place: values.place.trim(),
  cost: fenOf(values.cost) ?? 0,
  ...(values.photos.length > 0 && { photos: values.photos.map(({ id }) => id) }),
});

export const toEdit = (values: FormValues): ProjectEdit => ({
  ...toNewProject(values),
  photos: values.photos.map(({ id }) => id),
});

export const fromProject = ({ title, story, place, cost, photos }: Project): FormValues => ({
  title,
  story,
  place,
  cost: String(cost / 100),
  photos: photos.map(({ id, url }) => ({ id, url })),
});

export const isEmpty = (values: FormValues, base: FormValues): boolean => JSON.stringify(values) === JSON.stringify(base);

/** A stored draft as values, or undefined where it is not one; any script of the page may have written it. */
export function readValues(raw: unknown): FormValues | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const stored = new Map<string, unknown>(Object.entries(raw));
  const text = (name: TextName): string => {
    const value = stored.get(name);
    return typeof value === 'string' ? value.slice(0, storyLength * 4) : '';
  };
  const pictures = stored.get('photos');
  const photos = (Array.isArray(pictures) ? pictures : []).slice(0, mostPhotos).flatMap((one: unknown): Picture[] => {
    if (typeof one !== 'object' || one === null || !('id' in one) || !('url' in one)) return [];
    return typeof one.id === 'string' && typeof one.url === 'string' ? [{ id: one.id, url: one.url }] : [];
  });
  return { title: text('title'), story: text('story'), place: text('place'), cost: text('cost'), photos };
}
