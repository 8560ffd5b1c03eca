import { type CSSResult, unsafeCSS } from 'lit';
import { type Palette, scheme } from './tokens.styles.ts';

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

/** What differs from neutral and normal; loaded by those who ask for it, before they show anything. */
export const themeStyles: CSSResult =
  unsafeCSS(`${scheme(':host([data-theme=party])', party)}${scheme(':host([data-theme=spring])', spring)}
${scheme(':host([data-mode=elder])', elder)}
:host([data-mode=elder]){--d-accent:var(--d-accent-strong);--d-tilt:0;--_size:max(20px,var(--fm-size,20px));--_target:max(60px,var(--fm-target,60px));--_tilt:0}
:host([data-mode=elder]) .fm{--fm-t-xs:calc(var(--fm-size)*.9);--fm-t-s:calc(var(--fm-size)*.9);--fm-t-l:calc(var(--fm-size)*1.15);--fm-t-xl:calc(var(--fm-size)*1.35);--fm-t-2xl:calc(var(--fm-size)*1.65)}`);
