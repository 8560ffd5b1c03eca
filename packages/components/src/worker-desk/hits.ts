import type { Hit } from '@five-micro/sdk';
import { html, type TemplateResult } from 'lit';

/** Text between or under hits, in its order; joined exactly the text again. */
interface Piece {
  readonly text: string;
  /** What was found there; undefined for harmless text. */
  readonly hit: Hit | undefined;
}

/** The text cut at its hits. Hits that overlap or lie outside are cut off: whatever the server says, no word is lost or doubled. */
export function cutAt(text: string, hits: readonly Hit[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(hit.start, end);
    const to = Math.min(hit.end, text.length);
    if (from >= to) continue;
    if (from > end) pieces.push({ text: text.slice(end, from), hit: undefined });
    pieces.push({ text: text.slice(from, to), hit });
    end = to;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: undefined });
  return pieces;
}

/** What each kind of hit is called; a kind that is newer than this page has the last name. */
export type HitNames = Readonly<Record<string, string>> & { readonly other: string };

export const hitName = (kind: string, names: HitNames): string => names[kind] ?? names.other;

/**
 * The text with its hits marked: underlined for the eye, and named for the ear, because screen readers pass over
 * `mark`.
 */
export const marked = (text: string, hits: readonly Hit[], names: HitNames): (TemplateResult | string)[] =>
  cutAt(text, hits).map(({ text: words, hit }) =>
    hit
      ? html`<mark title=${hitName(hit.kind, names)}>${words}</mark><span class="vh">（${hitName(hit.kind, names)}）</span>`
      : words,
  );

/** The kinds that were found, each once, in the order of the text. */
export const kindsOf = (hits: readonly Hit[]): string[] => [
  ...new Set([...hits].sort((a, b) => a.start - b.start).map(({ kind }) => kind)),
];
