import type { TemplateResult } from 'lit';
import { addPaths, glyph } from './glyph.ts';

/** The icons of lists and their states. Those of what opens on demand: `icons.ts`. */
addPaths({
  pen: 'm4 20 1-4.2L16.2 4.6a1.8 1.8 0 0 1 2.6 0l.6.6a1.8 1.8 0 0 1 0 2.6L8.2 19zM14.5 6.5l3 3',
  search: 'M4.5 11a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M16 16l4.5 4.5',
  right: 'm9.5 6 6 6-6 6',
  down: 'm6 9.5 6 6 6-6',
  off: 'M3 9.5a13 13 0 0 1 4-2.6M21 9.5a13 13 0 0 0-8.5-3.4M6.5 13a8 8 0 0 1 3-1.8M17.5 13a8 8 0 0 0-1.7-1.2M10 16.5a3 3 0 0 1 4 0M12 19.5v.1M4 3l16 18',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4.5V9H15',
  x: 'm6 6 12 12M18 6 6 18',
});

export type FirstIcon = 'box' | 'tool' | 'cup' | 'check' | 'pen' | 'search' | 'right' | 'down' | 'off' | 'refresh' | 'x';
export type MoreIcon =
  | 'back'
  | 'cal'
  | 'camera'
  | 'clock'
  | 'copy'
  | 'eye'
  | 'heart'
  | 'home'
  | 'info'
  | 'lock'
  | 'merge'
  | 'people'
  | 'person'
  | 'phone'
  | 'place'
  | 'receipt'
  | 'save'
  | 'star';
export type IconName = FirstIcon | MoreIcon;

export const addIcons: (more: Record<MoreIcon, string>) => void = addPaths;

/** Always decoration: the words beside it, or the button's `aria-label`, say it. */
export const icon: (name: IconName) => TemplateResult = glyph;

export { kindIcon } from './glyph.ts';
