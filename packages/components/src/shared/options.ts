/** The closed unions that attributes normalise to: what is not known falls back, and nothing throws at the page. */

export type Lang = 'zh-CN' | 'en';
export type Mode = 'normal' | 'elder';
export type Theme = 'neutral' | 'party' | 'spring';

const oneOf =
  <T extends string>(first: T, ...rest: T[]) =>
  (value: string | null | undefined): T =>
    rest.find((option) => option === value) ?? first;

export const toMode = oneOf<Mode>('normal', 'elder');
export const toTheme = oneOf<Theme>('neutral', 'party', 'spring');

/** `en`, `en-GB` … are English; everything else is Chinese. */
export const toLang = (value: string | null | undefined): Lang => (/^en\b/i.test(value ?? '') ? 'en' : 'zh-CN');
