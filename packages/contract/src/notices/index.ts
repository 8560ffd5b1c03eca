import type { Notice } from '../me.ts';
import type { NoticeWords } from './zh-CN.ts';

export type { NoticeWords } from './zh-CN.ts';

/** A title in a few words: its first phrase, and no more than fits into a sentence about it. */
export function shortened(title: string, most = 18): string {
  const phrase = title.split(/[，。！？；,!?;]/u).find((part) => part.trim()) ?? title;
  const characters = [...phrase.trim()];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}

/** What a notice is about, as far as the reader may see it. */
export const titleOf = ({ wish, action, project, round, nomination }: Notice): string =>
  (wish ?? action ?? project ?? round ?? nomination)?.title ?? '';

/** A notice as one sentence: what the card says, and what a portal sends on. */
export function noticeSentence(notice: Notice, words: NoticeWords): string {
  const { type, by, about } = notice;
  const ofMe = Object.entries(words.noticeOfMe).find(([name]) => name === type)?.[1];
  if (ofMe) return ofMe(about);
  const title = shortened(titleOf(notice));
  const { noticeOfAction, noticeOfProject, noticeOfRound, noticeOfStar } = words;
  const sentences = { ...words.notice, ...noticeOfAction, ...noticeOfProject, ...noticeOfRound, ...noticeOfStar };
  const sentence = Object.entries(sentences).find(([name]) => name === type)?.[1];
  // What it is about may be gone from the reader's sight.
  return sentence && title ? sentence(title, by) : words.noticeOther(title);
}

/** The portal's page of one thing, where the area's settings name one. */
export const linked = (template: string | undefined, id: string): string | undefined =>
  template?.replace('{id}', encodeURIComponent(id));

/** The portal's page of what it is about, where that is no wish: those open on the card. */
export function pageOf({ action, project, round, nomination }: Notice, links: Record<string, string>): string | undefined {
  if (action) return linked(links['action'], action.id);
  if (project) return linked(links['project'], project.id);
  if (round?.of === 'projects') return linked(links['round'], round.id);
  const star =
    (nomination?.star && linked(links['star'], nomination.star)) ||
    (nomination?.status === 'voting' && nomination.round && linked(links['contest'], nomination.round)) ||
    (nomination && linked(links['nomination'], nomination.id)) ||
    (round && linked(links['contest'], round.id));
  // A portal without pages for these has them in the gallery, which shows what waits for one's own word first.
  return star || (round || nomination ? links['stars'] : undefined);
}
