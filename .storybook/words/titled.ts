// What the sidebar, the search and the pages call things: English in the files, and Chinese by this.
import type { Language } from './language.ts';
import { lookNames, storyNames } from './zh/stories.ts';
import { titles } from './zh/titles.ts';

/** `Wishes/Wish wall` */
export const titleIn = (lang: Language, title: string): string =>
  lang === 'en'
    ? title
    : title
        .split('/')
        .map((one) => titles[one] ?? one)
        .join('/');

/** The Chinese name of a story; undefined where nobody has given it one. */
export function chineseName(id: string): string | undefined {
  const own = id.split('--')[1] ?? '';
  const whole = storyNames[id] ?? storyNames[own];
  if (whole) return whole;
  const look = Object.keys(lookNames).find((one) => own.endsWith(`-${one}`) && own.slice(0, -one.length - 1) in storyNames);
  return look && `${storyNames[own.slice(0, -look.length - 1)]}，${lookNames[look]}`;
}

export const nameIn = (lang: Language, id: string, name: string): string => {
  if (lang === 'en') return name;
  return id.endsWith('--docs') ? '说明' : (chineseName(id) ?? name);
};
