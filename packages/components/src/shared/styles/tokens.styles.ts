import { type CSSResult, unsafeCSS } from 'lit';

/** A colour by day and by night. */
type Pair = readonly [light: string, dark: string];
type Palette = Readonly<Record<string, Pair>>;

const neutral: Palette = {
  surface: ['#fcfbf8', '#1a1b19'],
  'surface-raised': ['#fff', '#242624'],
  'surface-sunken': ['#f4f2ec', '#131412'],
  text: ['#1e2829', '#ece8df'],
  'text-muted': ['#566163', '#b2b5ac'],
  line: ['#e4e0d6', '#3a3c38'],
  'line-strong': ['#868d89', '#7d827b'],
  accent: ['#0d6668', '#74c7c0'],
  'accent-strong': ['#0a5052', '#97d9d3'],
  'accent-soft': ['#e4f0ee', '#223a39'],
  'on-accent': ['#fff', '#06282a'],
  positive: ['#2b6b3d', '#8fcb98'],
  'positive-soft': ['#e7f1e6', '#20352a'],
  caution: ['#85560a', '#e0b667'],
  'caution-soft': ['#faf0dc', '#3a3019'],
  negative: ['#a3322b', '#f0998f'],
  'negative-soft': ['#faeae7', '#3f2623'],
  gold: ['#c29b4c', '#cdaa62'],
  pin: ['#c4694a', '#cf7b5c'],
  scrim: ['rgb(30 34 32 / 0.46)', 'rgb(0 0 0 / 0.62)'],
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

/** A theme is only a set of tokens; what it leaves out is neutral's. */
const party: Palette = {
  surface: ['#fefbf8', '#1c1817'],
  'surface-raised': ['#fff', '#272120'],
  'surface-sunken': ['#f8f2ec', '#141110'],
  text: ['#2a201e', '#f0e8e2'],
  'text-muted': ['#6a5b56', '#b9aaa4'],
  line: ['#ebe0d7', '#40373a'],
  'line-strong': ['#9a8a82', '#8a7b77'],
  accent: ['#c8102e', '#f58d90'],
  'accent-strong': ['#a30d26', '#ffb0b1'],
  'accent-soft': ['#fbeceb', '#452427'],
  'on-accent': ['#fff', '#3d040c'],
  pin: ['#c8102e', '#d8434f'],
};

const spring: Palette = {
  surface: ['#fbfcf6', '#171b14'],
  'surface-raised': ['#fff', '#20261c'],
  'surface-sunken': ['#f1f4e8', '#10130d'],
  text: ['#20291b', '#e9ecdf'],
  'text-muted': ['#576250', '#abb5a1'],
  line: ['#e0e5d3', '#353d2e'],
  'line-strong': ['#858f7a', '#788270'],
  accent: ['#3b6a1c', '#a9d480'],
  'accent-strong': ['#2d5314', '#c2e3a1'],
  'accent-soft': ['#eaf2df', '#2a3a1e'],
  'on-accent': ['#fff', '#16280a'],
  pin: ['#d08a3a', '#d99c56'],
};

/** Elder mode asks for 7 : 1, on paper of any colour too. */
const elder: Palette = {
  'text-muted': ['#3d4647', '#ccd0c7'],
  positive: ['#1e4f2c', '#a9dcb1'],
  caution: ['#5f3c03', '#edcb86'],
  negative: ['#7d221c', '#f7b8b0'],
  'line-strong': ['#5e6663', '#a3a8a1'],
};

const declare = (palette: Palette, value: (pair: Pair) => string): string =>
  Object.entries(palette)
    .map(([name, pair]) => `--d-${name}:${value(pair)};`)
    .join('');

/** Plain light values first: old web views stop there. Browsers that know light-dark() get both from one declaration. */
const scheme = (selector: string, palette: Palette): string =>
  `${selector}{${declare(palette, ([light]) => light)}}` +
  `@supports (color:light-dark(#000,#fff)){${selector}{${declare(palette, (pair) => `light-dark(${pair.join()})`)}}}`;

const names = [...Object.keys(neutral), 'size', 'space', 'radius', 'target', 'tilt', 'shadow', 'shadow-note', 'shadow-sheet'];
const each = (line: (name: string) => string): string => names.map(line).join('');

/**
 * Every `--fm-*` token. A page may set any of them on the element or anywhere above it; what it leaves alone comes
 * from the theme. A property cannot be its own fallback, so the host resolves (`--_x`: the page's, else the default
 * `--d-x`) and `.fm` inside hands it out again under its public name.
 */
export const tokenStyles: CSSResult = unsafeCSS(
  `${scheme(':host', neutral)}${scheme(':host([data-theme=party])', party)}${scheme(':host([data-theme=spring])', spring)}
:host{--d-size:16px;--d-space:4px;--d-radius:10px;--d-target:44px;--d-tilt:1;
--d-shadow:0 1px 2px var(--d-shade),0 6px 20px -8px var(--d-shade);
--d-shadow-note:0 1px 1px var(--d-shade),0 3px 6px -2px var(--d-shade),0 14px 22px -14px var(--d-shade-deep);
--d-shadow-sheet:0 2px 6px var(--d-shade),0 24px 64px -16px var(--d-shade-deep);
${each((name) => `--_${name}:var(--fm-${name},var(--d-${name}));`)}}
.fm{${each((name) => `--fm-${name}:var(--_${name});`)}
--fm-t-xs:calc(var(--fm-size)*.8125);--fm-t-s:calc(var(--fm-size)*.875);--fm-t-m:var(--fm-size);--fm-t-l:calc(var(--fm-size)*1.125);--fm-t-xl:calc(var(--fm-size)*1.375);--fm-t-2xl:calc(var(--fm-size)*1.75);
--fm-leading:1.6;--fm-leading-tight:1.4;--fm-radius-s:calc(var(--fm-radius)*.6);--fm-radius-l:calc(var(--fm-radius)*1.6);
${[1, 2, 3, 4, 5, 6, 8, 12].map((n) => `--fm-s${n}:calc(var(--fm-space)*${n});`).join('')}}
${scheme(':host([data-mode=elder])', elder)}
:host([data-mode=elder]){--d-accent:var(--d-accent-strong);--d-tilt:0;--_size:max(20px,var(--fm-size,20px));--_target:max(60px,var(--fm-target,60px));--_tilt:0}
:host([data-mode=elder]) .fm{--fm-t-xs:calc(var(--fm-size)*.9);--fm-t-s:calc(var(--fm-size)*.9);--fm-t-l:calc(var(--fm-size)*1.15);--fm-t-xl:calc(var(--fm-size)*1.35);--fm-t-2xl:calc(var(--fm-size)*1.65)}
@media (prefers-reduced-motion:reduce){.fm{--fm-tilt:0}}`,
);
