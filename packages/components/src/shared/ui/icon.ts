import { html, type TemplateResult } from 'lit';

/**
 * Line icons on a 24 grid, one path each. Here are those that a wall shows before anything is pressed; the rest come
 * with what opens on demand: such a part imports `icon` from `icons.ts`, which adds them.
 */
const paths: Record<string, string> = {
  box: 'M4 8.2 12 4l8 4.2v7.6L12 20l-8-4.2zM4 8.2l8 4.2 8-4.2M12 12.4V20',
  tool: 'M14.6 6.4a4 4 0 0 1 5-1.1l-2.7 2.7.4 1.7 1.7.4 2.7-2.7M20.9 9.2a4 4 0 0 1-5.7 2.7l-7.4 7.4a2 2 0 0 1-2.9-2.9l7.4-7.4a4 4 0 0 1 2.3-5',
  cup: 'M5 9h11v5a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 10.5h1.5a2.3 2.3 0 0 1 0 4.6H16M8 3.5c-.8 1 .8 1.8 0 3M12 3.5c-.8 1 .8 1.8 0 3',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  pen: 'm4 20 1-4.2L16.2 4.6a1.8 1.8 0 0 1 2.6 0l.6.6a1.8 1.8 0 0 1 0 2.6L8.2 19zM14.5 6.5l3 3',
  search: 'M4.5 11a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M16 16l4.5 4.5',
  right: 'm9.5 6 6 6-6 6',
  down: 'm6 9.5 6 6 6-6',
  off: 'M3 9.5a13 13 0 0 1 4-2.6M21 9.5a13 13 0 0 0-8.5-3.4M6.5 13a8 8 0 0 1 3-1.8M17.5 13a8 8 0 0 0-1.7-1.2M10 16.5a3 3 0 0 1 4 0M12 19.5v.1M4 3l16 18',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4.5V9H15',
  x: 'm6 6 12 12M18 6 6 18',
};

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

export const addIcons = (more: Record<MoreIcon, string>): void => void Object.assign(paths, more);

/** Always decoration: the words beside it, or the button's `aria-label`, say it. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name] ?? ''}></path></svg>`;

/** The icon of a wish's kind. */
export const kindIcon = { item: 'box', service: 'tool', company: 'cup' } as const;
