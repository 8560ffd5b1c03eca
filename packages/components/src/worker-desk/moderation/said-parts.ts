import type { Action, ModerationCase, Nomination, Project, Star } from '@five-micro/sdk';
import type { SaidWords } from './words/index.ts';

/** What a worker reads as a whole, and may hide a part of. */
export type Whole =
  | { readonly kind: 'project'; readonly of: Project }
  | { readonly kind: 'star'; readonly of: Star }
  | { readonly kind: 'action'; readonly of: Action }
  | { readonly kind: 'nomination'; readonly of: Nomination };

/** One part that others see, or that is hidden from them. */
export interface Hideable {
  readonly key: string;
  readonly part: ModerationCase['part'];
  readonly photo?: string;
  readonly label: string;
  readonly state: ModerationCase['state'];
}

/** The parts that are there, as they are called on the desk; steps on the way stand with their project's progress. */
export function hideablesOf(whole: Whole, words: SaidWords): Hideable[] {
  const { withheld = [] } = whole.of;
  const one = (part: Hideable['part'], label: string, photo?: string): Hideable => {
    const found = withheld.find((held) => held.part === part && (photo === undefined || held.of === photo));
    const states: readonly Hideable['state'][] = ['held', 'reported', 'hidden'];
    return {
      key: photo ?? part,
      part,
      ...(photo !== undefined && part === 'photo' && { photo }),
      label,
      state: states.find((state) => state === found?.state) ?? 'shown',
    };
  };
  if (whole.kind === 'project') {
    const { title, story, place, closing, photos } = whole.of;
    const { partOfProject, part } = words;
    return [
      ...(title ? [one('title', partOfProject.title)] : []),
      ...(story ? [one('story', partOfProject.story)] : []),
      ...(place ? [one('place', part.place)] : []),
      ...(closing ? [one('closing', partOfProject.closing)] : []),
      ...photos.map(({ id }, at) => one('photo', photos.length > 1 ? words.one.photo(at + 1) : part.photo, id)),
    ];
  }
  if (whole.kind === 'action') {
    const { title, story, place, bring, forWhom, reason, photos } = whole.of;
    const { partOfAction, part } = words;
    return [
      ...(title ? [one('title', partOfAction.title)] : []),
      ...(story ? [one('story', partOfAction.story)] : []),
      ...(place ? [one('place', part.place)] : []),
      ...(bring ? [one('bring', part.bring)] : []),
      ...(forWhom ? [one('for-whom', part['for-whom'])] : []),
      ...(reason ? [one('reason', part.reason)] : []),
      ...photos.map(({ id }, at) => one('photo', photos.length > 1 ? words.one.photo(at + 1) : part.photo, id)),
    ];
  }
  const { sentence, story, portrait } = whole.of;
  const { part, partOfStar } = words;
  return [
    ...(sentence ? [one('sentence', part.sentence)] : []),
    ...(story ? [one('story', partOfStar.story)] : []),
    ...(whole.kind === 'star' && whole.of.quotes.length ? [one('quotes', part.quotes)] : []),
    ...(portrait?.public ? [one('portrait', part.portrait)] : []),
  ];
}
