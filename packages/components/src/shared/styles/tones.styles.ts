import { type CSSResult, unsafeCSS } from 'lit';
import { type Palette, resolved, scheme } from './tokens.styles.ts';

const tones: Palette = {
  'surface-sunken': ['#f4f2ec', '#131412'],
  positive: ['#2b6b3d', '#8fcb98'],
  'positive-soft': ['#e7f1e6', '#20352a'],
  caution: ['#85560a', '#e0b667'],
  'caution-soft': ['#faf0dc', '#3a3019'],
  negative: ['#a3322b', '#f0998f'],
  'negative-soft': ['#faeae7', '#3f2623'],
  gold: ['#c29b4c', '#cdaa62'],
  scrim: ['rgb(30 34 32 / 0.46)', 'rgb(0 0 0 / 0.62)'],
};

/** What says how something stands: good, soon, wrong. */
export const toneStyles: CSSResult = unsafeCSS(scheme(':host', tones) + resolved(Object.keys(tones)));
