import type { Action, Project, Star, Wish } from '@five-micro/sdk';
import { fill, moment } from '../format.ts';
import type { Lang } from '../options.ts';
import type { Shared } from './share.ts';
import type { AdapterWords } from './words/index.ts';

/**
 * What a card in a chat may say of each thing. What only few may read is not shared at all, and nobody's name goes with what
 * is: a card is copied further than any consent reaches.
 */
type Said<T> = (one: T, words: AdapterWords, lang: Lang) => Shared | undefined;

/** What anyone may read, as the contract has it. */
export const publicWishes: readonly Wish['status'][] = ['open', 'claimed', 'fulfilled', 'confirmed', 'closed', 'expired'];
export const publicActions: readonly Action['status'][] = ['open', 'closed', 'finished', 'cancelled'];
export const publicProjects: readonly Project['status'][] = ['listed', 'voting', 'selected', 'not-selected', 'under-way', 'done'];

export const sharedWish: Said<Wish> = (wish, words) => {
  if (wish.erased || !publicWishes.includes(wish.status)) return undefined;
  const { id, area, areaName, title } = wish;
  return { kind: 'wish', id, area, title, description: fill(words.shareWish, { area: areaName }) };
};

export const sharedAction: Said<Action> = (action, _words, lang) => {
  if (!publicActions.includes(action.status)) return undefined;
  const { id, area, areaName, title, startsAt, place } = action;
  return { kind: 'action', id, area, title, description: [moment(startsAt, lang), areaName, place].join(' · ') };
};

export const sharedProject: Said<Project> = (project, words) => {
  if (!publicProjects.includes(project.status)) return undefined;
  const { id, area, areaName, title } = project;
  return { kind: 'project', id, area, title, description: fill(words.shareProject, { area: areaName }) };
};

export const sharedStar: Said<Star> = ({ id, area, areaName, title }, words) => {
  const description = fill(words.shareStarText, { area: areaName });
  return { kind: 'star', id, area, title: fill(words.shareStar, { title: title.name }), description };
};
