import { html, type TemplateResult } from 'lit';

/** A paper, 1–6, that stays the same for the same thing. */
export function paperOf(seed: string): number {
  let sum = 0;
  for (const char of seed) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 997;
  return (sum % 6) + 1;
}

/** The first character of a name on paper; decoration, because the name stands beside it. 𠮷 counts as one. */
export const avatar = (name: string, paper = paperOf(name)): TemplateResult =>
  html`<span class="avatar p${paper}" aria-hidden="true">${[...name.trim()][0] ?? ''}</span>`;
