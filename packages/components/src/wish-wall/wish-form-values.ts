import type { NewWish, Wish, WishEdit } from '@five-micro/sdk';
import { isoDay } from '../shared/format.ts';
import type { FormWords } from './form-words/index.ts';
import { isDay } from './wish-days.ts';

/** Limits as the contract has them (its rich checks stay on the server, so the numbers are repeated here). */
export const titleLength = 60;
export const storyLength = 1000;
export const placeLength = 60;
export const nameLength = 40;
export const addressLength = 120;
export const mostPhotos = 4;
export const mostClaimers = 20;

export type Kind = Wish['kind'];
export type Relation = Wish['forWhom']['relation'];
export const kinds: readonly Kind[] = ['item', 'service', 'company'];
export const relations: readonly Relation[] = ['self', 'family', 'neighbour'];

/** A picture that the server has. */
export interface Picture {
  id: string;
  url: string;
}

/** What stands in the form, as it is typed. */
export interface FormValues {
  kind: Kind | '';
  title: string;
  relation: Relation;
  /** How the person it is for is called, where it is not oneself. */
  name: string;
  /** `''` is no hurry, `pick` a day still to be chosen, else `2026-11-30`. */
  wantedBy: string;
  story: string;
  place: string;
  contactName: string;
  phone: string;
  address: string;
  photos: Picture[];
  claimersWanted: number;
}

export const emptyValues: FormValues = {
  kind: '',
  title: '',
  relation: 'self',
  name: '',
  wantedBy: '',
  story: '',
  place: '',
  contactName: '',
  phone: '',
  address: '',
  photos: [],
  claimersWanted: 1,
};

export type FieldName = keyof FormValues;
const fieldNames: readonly FieldName[] = [
  'kind',
  'title',
  'relation',
  'name',
  'wantedBy',
  'story',
  'place',
  'contactName',
  'phone',
  'address',
  'photos',
  'claimersWanted',
];
/** What is wrong with a field: a word of the form's catalogue, or the server's own words. */
export type FieldProblem =
  | 'kind'
  | 'titleShort'
  | 'titleLong'
  | 'dayMissing'
  | 'dayPast'
  | 'storyLong'
  | 'placeLong'
  | 'phone'
  | 'nameLong'
  | 'addressLong';

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'grapheme' }) : undefined;

/** Length as a reader counts it: 𠮷 is one, and so is 👨‍👩‍👧 (code points where the browser cannot tell). */
export function countGraphemes(text: string): number {
  return segmenter ? [...segmenter.segment(text)].length : [...text].length;
}

const longer = (text: string, most: number): boolean => countGraphemes(text.trim()) > most;

/** What has to be mended on each of the form's two pages, in the order of the fields. */
export function problemsOf(step: 1 | 2, values: FormValues, today: string): Partial<Record<FieldName, FieldProblem>> {
  const problems: Partial<Record<FieldName, FieldProblem>> = {};
  if (step === 1) {
    if (values.kind === '') problems.kind = 'kind';
    const length = countGraphemes(values.title.trim());
    if (length < 2) problems.title = 'titleShort';
    else if (length > titleLength) problems.title = 'titleLong';
    if (longer(values.name, nameLength)) problems.name = 'nameLong';
    if (values.wantedBy !== '' && !isDay(values.wantedBy)) problems.wantedBy = 'dayMissing';
    else if (values.wantedBy !== '' && values.wantedBy < today) problems.wantedBy = 'dayPast';
    return problems;
  }
  if (longer(values.story, storyLength)) problems.story = 'storyLong';
  if (longer(values.place, placeLength)) problems.place = 'placeLong';
  if (longer(values.contactName, nameLength)) problems.contactName = 'nameLong';
  if (values.phone.trim() !== '' && !/^[+\d][\d -]{4,19}$/.test(values.phone.trim())) problems.phone = 'phone';
  if (longer(values.address, addressLength)) problems.address = 'addressLong';
  return problems;
}

/** The same in words. */
export function problemsInWords(
  step: 1 | 2,
  values: FormValues,
  today: string,
  { errors }: FormWords,
): Partial<Record<FieldName, string>> {
  const said: Record<FieldProblem, string> = {
    kind: errors.kind,
    titleShort: errors.titleShort,
    titleLong: errors.titleLong(titleLength),
    nameLong: errors.long(nameLength),
    dayMissing: errors.dayMissing,
    dayPast: errors.dayPast,
    storyLong: errors.storyLong(storyLength),
    placeLong: errors.placeLong(placeLength),
    phone: errors.phone,
    addressLong: errors.long(addressLength),
  };
  const problems = problemsOf(step, values, today);
  const words: Partial<Record<FieldName, string>> = {};
  for (const name of fieldNames) {
    const problem = problems[name];
    if (problem) words[name] = said[problem];
  }
  return words;
}

/** Where the form shows what the server says of a path of the request. */
export function fieldOfPath(path: string): FieldName | undefined {
  if (path.startsWith('photos')) return 'photos';
  const named: Record<string, FieldName> = {
    kind: 'kind',
    title: 'title',
    forWhom: 'relation',
    'forWhom.relation': 'relation',
    'forWhom.name': 'name',
    wantedBy: 'wantedBy',
    story: 'story',
    place: 'place',
    contact: 'phone',
    'contact.name': 'contactName',
    'contact.phone': 'phone',
    'contact.address': 'address',
    claimersWanted: 'claimersWanted',
  };
  return named[path];
}

export const stepOf = (field: FieldName): 1 | 2 => (['kind', 'title', 'relation', 'name', 'wantedBy'].includes(field) ? 1 : 2);

function contactOf(values: FormValues): { name?: string; phone?: string; address?: string } | undefined {
  const contact = {
    ...(values.contactName.trim() && { name: values.contactName.trim() }),
    ...(values.phone.trim() && { phone: values.phone.trim() }),
    ...(values.address.trim() && { address: values.address.trim() }),
  };
  return Object.keys(contact).length ? contact : undefined;
}

const forWhomOf = ({ relation, name }: FormValues) => ({
  relation,
  ...(relation !== 'self' && name.trim() && { name: name.trim() }),
});

/** The request that posts it. A day is sent as a day: the server knows that it means its end in Shanghai. */
export function toNewWish(values: FormValues, kind: Kind, onBehalfOf?: { memberId: string }): NewWish {
  const contact = contactOf(values);
  return {
    title: values.title.trim(),
    kind,
    forWhom: forWhomOf(values),
    ...(values.story.trim() && { story: values.story.trim() }),
    ...(values.place.trim() && { place: values.place.trim() }),
    ...(values.wantedBy && { wantedBy: values.wantedBy }),
    ...(contact && { contact }),
    ...(values.photos.length > 0 && { photos: values.photos.map(({ id }) => id) }),
    ...(values.claimersWanted > 1 && { claimersWanted: values.claimersWanted }),
    ...(onBehalfOf && { onBehalfOf: { memberId: onBehalfOf.memberId } }),
  };
}

/** The request that changes it: only what differs, so that what the form was not shown (a full name, a contact) stays. */
export function toEdit(before: FormValues, values: FormValues): WishEdit {
  const contact = contactOf(values);
  const changed = (...names: FieldName[]) => names.some((name) => JSON.stringify(before[name]) !== JSON.stringify(values[name]));
  return {
    ...(changed('title') && { title: values.title.trim() }),
    ...(changed('kind') && values.kind !== '' && { kind: values.kind }),
    ...(changed('relation', 'name') && { forWhom: forWhomOf(values) }),
    ...(changed('story') && { story: values.story.trim() }),
    ...(changed('place') && { place: values.place.trim() || null }),
    ...(changed('wantedBy') && { wantedBy: values.wantedBy || null }),
    ...(contact && { contact }),
    ...(changed('photos') && { photos: values.photos.map(({ id }) => id) }),
    ...(changed('claimersWanted') && { claimersWanted: values.claimersWanted }),
  };
}

/** A wish as the form starts with it. A name that is masked or hidden is no name to send back, so its box is empty. */
export function fromWish(wish: Wish, hidden: string): FormValues {
  const { relation, name } = wish.forWhom;
  return {
    ...emptyValues,
    kind: wish.kind,
    title: wish.original?.title ?? wish.title,
    relation,
    name: relation === 'self' || name === hidden || name.includes('**') ? '' : name,
    wantedBy: wish.wantedBy ? isoDay(wish.wantedBy) : '',
    story: wish.original?.story ?? wish.story,
    place: wish.place ?? '',
    photos: wish.photos.map(({ id, url }) => ({ id, url })),
    claimersWanted: wish.claimersWanted,
  };
}

/** A stored draft as values, or undefined where it is not one; any script of the page may have written it. */
export function readValues(raw: unknown): FormValues | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const stored = new Map<string, unknown>(Object.entries(raw));
  const text = (name: FieldName): string => {
    const value = stored.get(name);
    return typeof value === 'string' ? value.slice(0, storyLength * 4) : '';
  };
  const wanted = Number(stored.get('claimersWanted'));
  return {
    kind: kinds.find((kind) => kind === stored.get('kind')) ?? '',
    title: text('title'),
    relation: relations.find((relation) => relation === stored.get('relation')) ?? 'self',
    name: text('name'),
    wantedBy: isDay(text('wantedBy')) ? text('wantedBy') : '',
    story: text('story'),
    place: text('place'),
    contactName: text('contactName'),
    phone: text('phone'),
    address: text('address'),
    photos: readPictures(stored.get('photos')),
    claimersWanted: Number.isInteger(wanted) && wanted >= 1 && wanted <= mostClaimers ? wanted : 1,
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

export const isEmpty = (values: FormValues, base: FormValues = emptyValues): boolean =>
  JSON.stringify(values) === JSON.stringify(base);

const compound = /^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|夏侯|端木|百里|南宫|东郭|西门)/;

/** How the wall would write a name, to show it beforehand; the server's own mask is what counts. */
export function maskPreview(name: string): string {
  const trimmed = name.trim();
  const dot = trimmed.indexOf('·');
  if (dot > 0) return `${trimmed.slice(0, dot)}**`;
  const surname = compound.exec(trimmed)?.[0] ?? (segmenter ? [...segmenter.segment(trimmed)][0]?.segment : [...trimmed][0]);
  return surname ? `${surname}**` : '';
}
