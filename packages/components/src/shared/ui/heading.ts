import { html, nothing, type TemplateResult } from 'lit';

/**
 * A heading of a level that the page decides (`heading-level`), since an element cannot know what stands above it. A
 * `title` is the element's own, which a page may style.
 */
export const heading = (level: number, content: unknown, className = ''): TemplateResult =>
  html`<div role="heading" aria-level=${level} class=${className} part=${className === 'title' ? 'heading' : nothing}>${content}</div>`;
