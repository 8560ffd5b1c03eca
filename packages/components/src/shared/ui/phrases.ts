import { html, type TemplateResult } from 'lit';

/** As little as it takes to a pause. A point or comma counts only before a space: `1.5` and `v2.0` are one. */
const pause = /.+?(?:[，。！？；：、…!?;]+["”’』」）)]*\s*|[,.]\s+|$)/gs;

/** A wish breaks at its punctuation first: each phrase is an inline block, so a line ends where a speaker would pause. */
export const phrases = (text: string): TemplateResult[] =>
  (text.match(pause) ?? []).map((part) => html`<span class="ph">${part}</span>`);
