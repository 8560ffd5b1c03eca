import { html, type TemplateResult } from 'lit';

/** A heading of a level that the page decides (`heading-level`), since an element cannot know what stands above it. */
export const heading = (level: number, content: unknown, className = ''): TemplateResult =>
  html`<div role="heading" aria-level=${level} class=${className}>${content}</div>`;
