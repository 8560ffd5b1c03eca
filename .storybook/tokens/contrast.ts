// How far two colours are apart, as WCAG 2.2 counts it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio

/** Red, green and blue from 0 to 255, and how opaque, from 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** What is seen of a colour that lets the ground below through. */
const laidOn = (top: Rgba, ground: Rgba): Rgba => {
  const [, , , alpha] = top;
  const mixed = (at: 0 | 1 | 2) => top[at] * alpha + ground[at] * (1 - alpha);
  return [mixed(0), mixed(1), mixed(2), 1];
};

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = ([red, green, blue]: Rgba): number => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** What a portal's page may be at its extremes, below a ground that lets it through. */
const pages: readonly Rgba[] = [
  [255, 255, 255, 1],
  [0, 0, 0, 1],
];

/** From 1 to 21; on a ground that lets through what is below, the least that can come of it. */
export function contrast(colour: Rgba, ground: Rgba): number {
  const ratios = pages.map((page) => {
    const below = laidOn(ground, page);
    const [a, b] = [luminance(laidOn(colour, below)), luminance(below)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
  return Math.min(...ratios);
}

/** As it is written: 4.48 is not 4.5. */
export const writtenRatio = (ratio: number): string => (Math.floor(ratio * 10 + 1e-9) / 10).toFixed(1);

export interface Pair {
  readonly colour: string;
  readonly ground: string;
  /** Lines and signs need less than text. */
  readonly of: 'text' | 'line';
}

const text = (colour: string, ...grounds: string[]): Pair[] => grounds.map((ground) => ({ colour, ground, of: 'text' }));
const notes = [1, 2, 3, 4, 5, 6].map((number) => `note-${number}`);

/** The pairs that stand on one another somewhere in the elements. */
export const pairs: readonly Pair[] = [
  ...text('text', 'surface', 'surface-raised', 'surface-sunken', ...notes),
  ...text('text-muted', 'surface', 'surface-raised', ...notes),
  ...text('accent', 'surface', 'surface-raised'),
  ...text('accent-strong', 'accent-soft'),
  ...text('on-accent', 'accent', 'accent-strong'),
  ...text('positive', 'surface-raised', 'positive-soft'),
  ...text('caution', 'surface-raised', 'caution-soft'),
  ...text('negative', 'surface-raised', 'negative-soft'),
  { colour: 'line-strong', ground: 'surface-raised', of: 'line' },
];

/** What a pair has to reach: WCAG 2.2 (1.4.3, 1.4.11), and for elder mode 工信部 2021-67. */
export const least = ({ of }: Pair, isElder: boolean): number => (of === 'line' ? 3 : isElder ? 7 : 4.5);
