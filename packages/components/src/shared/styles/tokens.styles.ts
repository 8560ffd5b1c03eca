import { type CSSResult, unsafeCSS } from 'lit';

/** A colour by day and by night. */
type Pair = readonly [light: string, dark: string];
export type Palette = Readonly<Record<string, Pair>>;

const neutral: Palette = {
  surface: ['#fcfbf8', '#1a1b19'],
  'surface-raised': ['#fff', '#242624'],
  text: ['#1e2829', '#ece8df'],
  'text-muted': ['#566163', '#b2b5ac'],
  line: ['#e4e0d6', '#3a3c38'],
  'line-strong': ['#868d89', '#7d827b'],
  accent: ['#0d6668', '#74c7c0'],
  'accent-strong': ['#0a5052', '#97d9d3'],
  'accent-soft': ['#e4f0ee', '#223a39'],
  'on-accent': ['#fff', '#06282a'],
  pin: ['#c4694a', '#cf7b5c'],
  'note-1': ['#fbf2d8', '#3b3629'],
  'note-2': ['#e7f0e0', '#2e372f'],
  'note-3': ['#e2edf2', '#2b353a'],
  'note-4': ['#fae7d9', '#3d332c'],
  'note-5': ['#f6e6e6', '#3c3233'],
  'note-6': ['#eae7f1', '#34323c'],
  'note-sheen': ['rgb(255 255 255 / 0.55)', 'rgb(255 255 255 / 0.045)'],
  'note-edge': ['rgb(84 70 40 / 0.1)', 'rgb(255 255 255 / 0.06)'],
  'on-note': ['rgb(255 255 255 / 0.62)', 'rgb(0 0 0 / 0.2)'],
  shade: ['rgb(70 56 30 / 0.1)', 'rgb(0 0 0 / 0.35)'],
  'shade-deep': ['rgb(70 56 30 / 0.3)', 'rgb(0 0 0 / 0.8)'],
};

const declare = (palette: Palette, value: (pair: Pair) => string): string =>
  Object.entries(palette)
    .map(([name, pair]) => `--d-${name}:${value(pair)};`)
    .join('');

/** Plain light values first: old web views stop there. Browsers that know light-dark() get both from one declaration. */
export const scheme = (selector: string, palette: Palette): string =>
  `${selector}{${declare(palette, ([light]) => light)}}` +
  `@supports (color:light-dark(#000,#fff)){${selector}{${declare(palette, (pair) => `light-dark(${pair.join()})`)}}}`;

/**
 * A page may set any `--fm-*` on the element or anywhere above it; what it leaves alone comes from the theme. A property
 * cannot be its own fallback, so the host resolves (`--_x`: the page's, else the default `--d-x`) and `.fm` inside hands
 * it out again under its public name.
 */
export const resolved = (names: readonly string[]): string =>
  `:host{${names.map((name) => `--_${name}:var(--fm-${name},var(--d-${name}));`).join('')}}.fm{${names.map((name) => `--fm-${name}:var(--_${name});`).join('')}}`;

/** The tokens of paper and text. Those of tones are `tones.styles.ts`, those of themes `themes.styles.ts`. */
export const tokenStyles: CSSResult = unsafeCSS(
  `${scheme(':host', neutral)}${resolved([...Object.keys(neutral), 'size', 'space', 'radius', 'target', 'tilt', 'shadow', 'shadow-note', 'shadow-sheet'])}
:host{--d-size:16px;--d-space:4px;--d-radius:10px;--d-target:44px;--d-tilt:1;
--d-shadow:0 1px 2px var(--d-shade),0 6px 20px -8px var(--d-shade);
--d-shadow-note:0 1px 1px var(--d-shade),0 3px 6px -2px var(--d-shade),0 14px 22px -14px var(--d-shade-deep);
--d-shadow-sheet:0 2px 6px var(--d-shade),0 24px 64px -16px var(--d-shade-deep);}
.fm{--fm-t-xs:calc(var(--fm-size)*.8125);--fm-t-s:calc(var(--fm-size)*.875);--fm-t-m:var(--fm-size);--fm-t-l:calc(var(--fm-size)*1.125);--fm-t-xl:calc(var(--fm-size)*1.375);--fm-t-2xl:calc(var(--fm-size)*1.75);
--fm-leading:1.6;--fm-leading-tight:1.4;--fm-radius-s:calc(var(--fm-radius)*.6);--fm-radius-l:calc(var(--fm-radius)*1.6);
${[1, 2, 3, 4, 5, 6, 8, 12].map((n) => `--fm-s${n}:calc(var(--fm-space)*${n});`).join('')}}
@media (prefers-reduced-motion:reduce){.fm{--fm-tilt:0}}`,
);
