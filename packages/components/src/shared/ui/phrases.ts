import { html, type TemplateResult } from 'lit';

const pause = /[^，。！？；：、,.!?;…]*(?:[，。！？；：、,.!?;…]+["”’』」）)]*\s*|$)/g;

/**
 * A wish breaks at its punctuation first: each phrase is an inline block, so a line ends where a speaker would pause.
 * A full stop inside a number or a word (`1.5`, `v2.0`) is no pause.
 */
export function phrases(text: string): TemplateResult[] {
  const parts: string[] = [];
  for (const part of text.match(pause) ?? []) {
    const last = parts.at(-1);
    if (last !== undefined && /[\w\d][.,:]$/.test(last) && /^\w/.test(part)) parts[parts.length - 1] = last + part;
    else if (part) parts.push(part);
  }
  return parts.map((part) => html`<span class="ph">${part}</span>`);
}
