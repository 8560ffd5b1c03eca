import { html, type TemplateResult } from 'lit';

/** Line icons on a 24 grid, one path each: those of a note. `icon.ts` and `icons.ts` add theirs. */
const paths: Record<string, string> = {
  box: 'M4 8.2 12 4l8 4.2v7.6L12 20l-8-4.2zM4 8.2l8 4.2 8-4.2M12 12.4V20',
  tool: 'M14.6 6.4a4 4 0 0 1 5-1.1l-2.7 2.7.4 1.7 1.7.4 2.7-2.7M20.9 9.2a4 4 0 0 1-5.7 2.7l-7.4 7.4a2 2 0 0 1-2.9-2.9l7.4-7.4a4 4 0 0 1 2.3-5',
  cup: 'M5 9h11v5a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 10.5h1.5a2.3 2.3 0 0 1 0 4.6H16M8 3.5c-.8 1 .8 1.8 0 3M12 3.5c-.8 1 .8 1.8 0 3',
  check: 'm5 12.5 4.5 4.5L19 7.5',
};

export const addPaths = (more: Record<string, string>): void => void Object.assign(paths, more);

/** Always decoration: the words beside it, or the button's `aria-label`, say it. */
export const glyph = (name: string): TemplateResult =>
  html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name] ?? ''}></path></svg>`;

/** The icon of a wish's kind. */
export const kindIcon = { item: 'box', service: 'tool', company: 'cup' } as const;
