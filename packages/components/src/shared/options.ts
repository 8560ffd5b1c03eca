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

/** How many are asked for at once: what is more or less than the server takes, or no number, is brought into line. */
export const toLimit = (value: number, usual: number): number => (value >= 1 ? Math.min(100, Math.floor(value)) : usual);

/** A year, a quarter or a month, as the server takes it. */
export const periodForm: RegExp = /^[1-9]\d{3}(?:-Q[1-4]|-(?:0[1-9]|1[0-2]))?$/;

/** `en`, `en-GB` … are English; everything else is Chinese. */
export const toLang = (value: string | null | undefined): Lang => (/^en\b/i.test(value ?? '') ? 'en' : 'zh-CN');
