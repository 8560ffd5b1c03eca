import { html, type TemplateResult } from 'lit';
import { paperOf } from './paper.ts';

/** The first character of a name on paper; decoration, because the name stands beside it. 𠮷 counts as one. */
export const avatar = (name: string, paper = paperOf(name)): TemplateResult =>
  html`<span class="avatar p${paper}" aria-hidden="true">${[...name.trim()][0] ?? ''}</span>`;
